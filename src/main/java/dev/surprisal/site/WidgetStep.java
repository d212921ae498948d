package dev.surprisal.site;

import dev.surprisal.widget.Change;
import dev.surprisal.widget.Play;
import java.util.List;

/** A step in a widget as {@code frontend/widget.ts} tells it: {@link Play.Request} with the change in three texts. */
record WidgetStep(
        String kind,
        String id,
        String state,
        String how,
        String control,
        String input,
        String held,
        String findings,
        List<Play.Entry> entries) {

    WidgetStep {
        entries = List.copyOf(entries);
    }

    Play.Request toRequest() {
        return new Play.Request(kind, id, state, Change.of(how, control, input), held, findings, entries);
    }
}
