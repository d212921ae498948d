package dev.surprisal.site;

import dev.surprisal.content.Block.WidgetBlock;
import dev.surprisal.learner.Drafts.Draft;
import dev.surprisal.widget.Catalogue;
import dev.surprisal.widget.WidgetMarkup.Opening;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The state in which each widget of a page opens: the one in the address ({@code ?w.<id>=<state>}), else the one in which the
 * learner left it, else the one that content gives it.
 */
final class Openings {
    /** What stands before a widget's id in the address. */
    static final String PREFIX = "w.";

    private static final String UNREADABLE =
            "The address carries a state that cannot be read. This is the starting state instead.";

    private final Map<String, String> addressed;
    private final Map<String, Draft> drafts;

    private Openings(Map<String, String> addressed, Map<String, Draft> drafts) {
        this.addressed = Map.copyOf(addressed);
        this.drafts = Map.copyOf(drafts);
    }

    /**
     * Reads the address by itself: what the servlet container makes of a query with a stray percent sign is an error, and a link
     * that was cut short should still open the page.
     *
     * @param query of the address, undecoded
     * @param drafts of the learner in the page's lesson, by the id of the widget
     */
    static Openings of(@Nullable String query, Map<String, Draft> drafts) {
        Map<String, String> addressed = new HashMap<>();
        if (query != null) {
            for (String field : query.split("&", -1)) {
                int equals = field.indexOf('=');
                if (field.startsWith(PREFIX) && equals > 0) {
                    addressed.putIfAbsent(
                            field.substring(PREFIX.length(), equals), decoded(field.substring(equals + 1)));
                }
            }
        }
        return new Openings(addressed, drafts);
    }

    /** A text that cannot be decoded stays as it is; no state has a percent sign. */
    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }

    Opening of(WidgetBlock widget) {
        String start = widget.initialState();
        String wanted = addressed.get(widget.id().value());
        if (wanted != null) {
            return Catalogue.reread(widget.kind(), wanted)
                    .map(state -> new Opening(start, state, ""))
                    .orElseGet(() -> new Opening(start, start, UNREADABLE));
        }
        return Optional.ofNullable(drafts.get(widget.id().value()))
                .filter(draft -> draft.start().equals(start))
                .flatMap(draft -> Catalogue.reread(widget.kind(), draft.state()))
                .map(state -> new Opening(start, state, ""))
                .orElseGet(() -> Opening.at(start));
    }
}
