package dev.surprisal.content;

import dev.surprisal.expression.Value;
import dev.surprisal.widget.Catalogue;
import dev.surprisal.widget.Quantity;
import dev.surprisal.widget.Widget;
import java.util.LinkedHashMap;
import java.util.Map;

/** A widget's state as a value: what stands under {@code state.} in the expressions of a question. */
public final class WidgetValues {

    /** The name of the state. */
    public static final String STATE = "state";

    private WidgetValues() {}

    /** @throws IllegalArgumentException for an unknown kind and for what is no state of it */
    public static Value.Record of(String kind, String state) {
        return of(Catalogue.of(kind), state);
    }

    private static <S> Value.Record of(Widget<S> widget, String state) {
        Map<String, Value> values = new LinkedHashMap<>();
        for (Quantity quantity : widget.quantities(widget.decode(state))) {
            values.put(
                    quantity.name(),
                    quantity.list()
                            ? new Value.ListOf(quantity.values().stream()
                                    .<Value>map(Value::of)
                                    .toList())
                            : Value.of(quantity.values().getFirst()));
        }
        return new Value.Record(values);
    }
}
