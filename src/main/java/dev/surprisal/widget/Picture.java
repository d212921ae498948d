package dev.surprisal.widget;

import java.util.List;

/** What is drawn. */
public sealed interface Picture {

    /** What the picture shows, in words that state its numbers. */
    String alternative();

    /** Appends every number that is drawn. */
    void addNumbersTo(List<Double> numbers);

    /** The same picture on the axes of another: they must not move while a finger is on them. */
    Picture onAxesOf(Picture other);

    /**
     * Several series of bars side by side over the same categories.
     *
     * @param top the upper end of the vertical axis, which starts at 0
     */
    record Bars(List<String> categories, List<Series> series, double top, String alternative) implements Picture {
        public Bars {
            categories = List.copyOf(categories);
            series = List.copyOf(series);
        }

        @Override
        public void addNumbersTo(List<Double> numbers) {
            numbers.add(top);
            for (Series one : series) {
                for (Bar bar : one.bars()) {
                    numbers.add(bar.value());
                }
            }
        }

        @Override
        public Picture onAxesOf(Picture other) {
            return other instanceof Bars bars ? new Bars(categories, series, bars.top, alternative) : this;
        }
    }

    record Series(String label, Role role, List<Bar> bars) {
        public Series {
            bars = List.copyOf(bars);
        }
    }

    /** @param control the control that dragging its top changes */
    record Bar(double value, String control) {}
}
