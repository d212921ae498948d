package dev.surprisal.content;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.Set;

/** The works that a page cites. */
final class Citations {

    /** What the ids of the works in a page's list start with. */
    static final String PREFIX = "cited-";

    static final String LIST = PREFIX + "works";
    static final String TITLE = "Works cited";

    private final Set<Bibliography.Work> cited = new LinkedHashSet<>();

    void cite(Bibliography.Work work) {
        cited.add(work);
    }

    void citeAll(Citations others) {
        cited.addAll(others.cited);
    }

    boolean isEmpty() {
        return cited.isEmpty();
    }

    /** The list of the works, by name; empty where there are none. */
    String html() {
        if (cited.isEmpty()) {
            return "";
        }
        var out = new HtmlWriter()
                .open("section", "class", "works", "aria-labelledby", LIST)
                .open("h2", "id", LIST)
                .text(TITLE)
                .close("h2")
                .open("ul")
                .line();
        cited.stream()
                .sorted(Comparator.comparing(Bibliography.Work::label))
                .forEach(work -> out.open("li", "id", work.id())
                        .html(work.html())
                        .close("li")
                        .line());
        return out.close("ul").close("section").line().toString();
    }
}
