package dev.surprisal.widget;

import dev.surprisal.math.Decimal;
import java.util.Optional;

/** What a learner did to a control. */
public sealed interface Change {

    /** The name of the control, from {@link Controls}. */
    String control();

    /** A text was typed into the field of a number: taken exactly or rejected. */
    record Typed(String control, String text) implements Change {}

    /** The slider of a number was moved to a value, by finger, mouse or key. */
    record Slid(String control, double value) implements Change {
        public Slid {
            requireFinite(value);
        }
    }

    /** A handle in the picture was dragged to a place, in the units of the picture's axes. */
    record Dragged(String control, double x, double y) implements Change {
        public Dragged {
            requireFinite(x);
            requireFinite(y);
        }
    }

    /** One of several options was chosen. */
    record Chosen(String control, String option) implements Change {}

    /** A button was pressed. */
    record Pressed(String control) implements Change {}

    /**
     * The change that a page tells in three texts.
     *
     * @param how typed, slid, dragged, chosen or pressed; empty for no change
     * @param input the text, the value, "x y" or the option; ignored where something is pressed
     * @throws IllegalArgumentException for anything else
     */
    static Optional<Change> of(String how, String control, String input) {
        return switch (how) {
            case "" -> Optional.empty();
            case "typed" -> Optional.of(new Typed(control, input));
            case "slid" -> Optional.of(new Slid(control, Decimal.parse(input)));
            case "dragged" -> {
                int space = input.indexOf(' ');
                if (space < 0) {
                    throw new IllegalArgumentException("a place has two numbers");
                }
                double x = Decimal.parse(input.substring(0, space));
                yield Optional.of(new Dragged(control, x, Decimal.parse(input.substring(space + 1))));
            }
            case "chosen" -> Optional.of(new Chosen(control, input));
            case "pressed" -> Optional.of(new Pressed(control));
            default -> throw new IllegalArgumentException("nothing is changed by being " + how);
        };
    }

    private static void requireFinite(double value) {
        if (!(Math.abs(value) < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("a place must be a finite number");
        }
    }
}
