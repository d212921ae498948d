package dev.surprisal.content;

import dev.surprisal.expression.Expression;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a learner does to answer a question, with all that decides the verdict. */
public sealed interface Task {

    /** One of several options is right. */
    record SingleChoice(List<Option> options) implements Task {
        public SingleChoice {
            options = List.copyOf(options);
            long right = options.stream().filter(Option::right).count();
            if (options.size() < 2 || right != 1) {
                throw new IllegalArgumentException("a single choice has two or more options, one of them right, got "
                        + right + " right of " + options.size());
            }
        }
    }

    /** Each option is right or not by itself. */
    record MultipleChoice(List<Option> options) implements Task {
        public MultipleChoice {
            options = List.copyOf(options);
            if (options.size() < 2) {
                throw new IllegalArgumentException("a multiple choice has two or more options, got " + options.size());
            }
        }
    }

    /**
     * A number.
     *
     * @param unit plain text shown behind the field, possibly empty
     * @param answer the expression of the key, finite on every variant
     * @param mistakes the named misconceptions to be recognised, in the order in which they are tried
     * @param wrongValues wrong numbers with their feedback, tried after the named ones
     */
    record NumberEntry(
            String unit, Expression answer, Acceptance accept, List<Mistake> mistakes, List<WrongValue> wrongValues)
            implements Task {
        public NumberEntry {
            mistakes = List.copyOf(mistakes);
            wrongValues = List.copyOf(wrongValues);
        }
    }

    /** Free text, which the learner compares with the model answer, the question's solution. It is never wrong. */
    record Explanation() implements Task {}

    /** Things to be put in order. */
    record Ordering(List<Item> items) implements Task {
        public Ordering {
            items = List.copyOf(items);
            if (items.size() < 2) {
                throw new IllegalArgumentException("there must be two or more things to order, got " + items.size());
            }
        }
    }

    /** Things to be matched with others, each with one; several may go with the same. */
    record Matching(List<Pair> pairs) implements Task {
        public Matching {
            pairs = List.copyOf(pairs);
            if (pairs.size() < 2) {
                throw new IllegalArgumentException("there must be two or more pairs, got " + pairs.size());
            }
        }

        /** What each is matched with, once, however many go with it. */
        public List<Item> choices() {
            Map<String, Item> choices = new LinkedHashMap<>();
            pairs.forEach(pair -> choices.putIfAbsent(pair.right().key(), pair.right()));
            return List.copyOf(choices.values());
        }
    }

    /** @param feedback why they belong together; null where the author gave none */
    record Pair(Item left, Item right, @Nullable Wording feedback) {}

    /** Numbers that are missing in what is asked, in the order in which they stand there. */
    record Blanks(List<NumberEntry> blanks) implements Task {
        public Blanks {
            blanks = List.copyOf(blanks);
            if (blanks.isEmpty()) {
                throw new IllegalArgumentException("there must be a blank");
            }
        }

        /** What the wording of the question has in the place of a blank, counted from 0. */
        public static String gap(int blank) {
            return "<span class=\"blank\" data-blank=\"" + blank + "\"></span>";
        }
    }

    /**
     * The state of a widget.
     *
     * @param kind a kind of the widget catalogue
     * @param initialState the state it opens with, in the widget's own codec
     * @param accept the condition on the names under {@code state} that makes a state right
     */
    record WidgetState(String kind, String initialState, Expression accept) implements Task {}

    /** Several questions under one stem, on one variant. */
    record Parts(List<Question> parts) implements Task {
        public Parts {
            parts = List.copyOf(parts);
            if (parts.isEmpty()) {
                throw new IllegalArgumentException("a question in parts has at least one");
            }
        }
    }

    /**
     * Something to be put in its place.
     *
     * @param key names it in stored answers, whatever its place; made of its wording
     */
    record Item(String key, Wording text) {}
}
