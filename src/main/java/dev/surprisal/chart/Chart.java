package dev.surprisal.chart;

import java.util.List;

/**
 * What a chart shows.
 *
 * @param caption what it is, in a few words; unlike that of any other chart on the page
 * @param words what is to be seen in it, in a sentence that states its numbers
 * @param series each with as many values as there are places
 */
public record Chart(Kind kind, String caption, String words, Places places, Axis axis, List<Series> series) {

    public Chart {
        series = List.copyOf(series);
        for (Series one : series) {
            if (one.values.size() != places.size()) {
                throw new IllegalArgumentException("series " + one.name + " must have a value for each of the "
                        + places.size() + " places, got " + one.values.size());
            }
        }
    }

    /** How the values are drawn. */
    public enum Kind {
        LINE("line"),
        STEP("step"),
        AREA("area"),
        BAR("bar");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }
    }

    /** The horizontal axis. */
    public sealed interface Places {
        /** What the places are: "attempt", "expected probability". */
        String label();

        int size();
    }

    /** Places with a distance between them, ascending. */
    public record Numbers(String label, List<Value> values) implements Places {
        public Numbers {
            values = List.copyOf(values);
        }

        @Override
        public int size() {
            return values.size();
        }
    }

    /** Places side by side. */
    public record Names(String label, List<String> names) implements Places {
        public Names {
            names = List.copyOf(names);
        }

        @Override
        public int size() {
            return names.size();
        }
    }

    /**
     * The vertical axis.
     *
     * @param label with the unit
     * @param least its lower end; NaN to let the values decide
     * @param most its upper end; NaN to let the values decide
     */
    public record Axis(String label, double least, double most) {

        public static Axis of(String label) {
            return new Axis(label, Double.NaN, Double.NaN);
        }

        public static Axis from0(String label) {
            return new Axis(label, 0, Double.NaN);
        }

        public static Axis from0To1(String label) {
            return new Axis(label, 0, 1);
        }
    }

    public record Series(String name, Role role, List<Value> values) {
        public Series {
            values = List.copyOf(values);
        }
    }

    /**
     * A number and how it is written.
     *
     * @param number NaN or infinite where there is nothing to draw
     */
    public record Value(double number, String text) {}

    /** What a series stands for: its colour and its dashes are the role's everywhere. */
    public enum Role {
        P,
        Q,
        FORWARD,
        REVERSE,
        PRIOR,
        LIKELIHOOD,
        POSTERIOR,
        PLAIN
    }

    /** The element with its words and its table: a chart where scripts run, readable where none do. */
    public String toHtml() {
        return ChartMarkup.element(this);
    }
}
