package dev.surprisal.widget;

import java.util.List;

/**
 * Something in a widget's state that has a name: {@code state.p} in the expressions of content.
 *
 * @param values one number, or the elements of a list
 * @param list whether it is a list, which may have one element too
 */
public record Quantity(String name, List<Double> values, boolean list) {

    public Quantity {
        values = List.copyOf(values);
        if (!list && values.size() != 1) {
            throw new IllegalArgumentException("values must be one number, got " + values.size());
        }
    }

    public static Quantity number(String name, double value) {
        return new Quantity(name, List.of(value), false);
    }

    public static Quantity list(String name, List<Double> values) {
        return new Quantity(name, values, true);
    }
}
