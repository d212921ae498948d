package dev.surprisal.widget;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What can be changed in a state.
 *
 * @param choices one of several options, such as the unit
 * @param groups numbers that belong together, such as one distribution
 * @param actions buttons
 */
public record Controls(List<Choice> choices, List<Group> groups, List<Action> actions) {

    public Controls {
        choices = List.copyOf(choices);
        groups = List.copyOf(groups);
        actions = List.copyOf(actions);
    }

    /** The number behind a control; empty when there is no such field. */
    Optional<Double> valueOf(String control) {
        for (Group group : groups) {
            for (Field field : group.fields) {
                if (field.control.equals(control)) {
                    return Optional.of(field.value);
                }
            }
        }
        return Optional.empty();
    }

    /**
     * @param style how to show the options
     * @param chosen the value of the chosen option; empty when none is
     * @param isOpen whether there may be none
     */
    public record Choice(
            String control, String label, Style style, List<Option> options, String chosen, boolean isOpen) {
        public Choice {
            options = List.copyOf(options);
        }

        /** One of the options is always chosen. */
        public Choice(String control, String label, Style style, List<Option> options, String chosen) {
            this(control, label, style, options, chosen, false);
        }

        /** A list of examples, which a state need not be one of. */
        public static Choice ofExamples(String control, String label, List<Option> options, String chosen) {
            return new Choice(control, label, Style.MENU, options, chosen, true);
        }

        /** A switch between words that say themselves what they are. */
        public static Choice of(String control, String label, List<String> words, String chosen) {
            var options = new ArrayList<Option>();
            for (String word : words) {
                options.add(new Option(word, word));
            }
            return new Choice(control, label, Style.SWITCH, options, chosen);
        }

        /** Few short options side by side, or many in a list that opens. */
        public enum Style {
            SWITCH,
            MENU
        }
    }

    public record Option(String value, String label) {}

    /**
     * @param summary a line below the fields, such as their sum; empty for none
     * @param actions buttons that are about this group
     */
    public record Group(
            String name, String label, Role role, List<Field> fields, String summary, List<Action> actions) {
        public Group {
            fields = List.copyOf(fields);
            actions = List.copyOf(actions);
        }
    }

    /** A number with a field to type it and a slider from {@code least} to {@code most}. */
    public record Field(String control, String label, double value, double least, double most, double step) {}

    /**
     * @param possible false when pressing it would do nothing in this state
     * @param repeats whether one press goes on, frame by frame, until it changes nothing more
     */
    public record Action(String control, String label, boolean possible, boolean repeats) {
        public Action(String control, String label, boolean possible) {
            this(control, label, possible, false);
        }
    }
}
