package dev.surprisal.widget;

import dev.surprisal.widget.fitting.KlFit;
import dev.surprisal.widget.information.KlDiscrete;
import java.util.List;
import java.util.Optional;

/** Every widget there is. A new one is added to the list below, and nowhere else. */
public final class Catalogue {

    private static final List<Widget<?>> WIDGETS = List.of(new KlDiscrete(), new KlFit());

    private Catalogue() {}

    public static List<Widget<?>> widgets() {
        return WIDGETS;
    }

    public static Optional<Widget<?>> find(String kind) {
        for (Widget<?> widget : WIDGETS) {
            if (widget.kind().equals(kind)) {
                return Optional.of(widget);
            }
        }
        return Optional.empty();
    }

    /** @throws IllegalArgumentException when there is none of this kind */
    public static Widget<?> of(String kind) {
        return find(kind).orElseThrow(() -> new IllegalArgumentException("there is no widget of kind " + kind));
    }
}
