package dev.surprisal.content;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The glossary on one page: which terms were explained, at their first use, and in which of its sections each was used. */
final class Terms {

    /** What the ids of explanations start with. */
    static final String PREFIX = "term-";

    /** A section of a page in which a term is used; no section is the beginning of the page. */
    record Use(Glossary.Entry entry, String section) {}

    private static final Pattern TITLE = Pattern.compile("(?:“|\")\\S+(?:\\s+[^\\s”\"]+){2,}(?:”|\")");

    private final Glossary glossary;
    private final Addresses addresses;
    private final Map<String, String> definitions;
    private final Set<Glossary.Entry> explained = new HashSet<>();
    private final Set<Use> uses = new LinkedHashSet<>();
    private String section = "";
    private int forced;

    /** @param definitions as HTML, by the ids of the terms */
    Terms(Glossary glossary, Addresses addresses, Map<String, String> definitions) {
        this.glossary = glossary;
        this.addresses = addresses;
        this.definitions = definitions;
    }

    /** From here on the text belongs to another section of the page. */
    void enter(String id) {
        section = id;
    }

    List<Use> uses() {
        return new ArrayList<>(uses);
    }

    /** Text in which terms are explained when they come for the first time. */
    void write(String text, HtmlWriter out) {
        int from = 0;
        List<int[]> titles = titles(text);
        for (Glossary.Occurrence found : glossary.occurrences(text)) {
            if (titles.stream().anyMatch(title -> title[0] < found.start() && found.end() < title[1])) {
                continue;
            }
            uses.add(new Use(found.entry(), section));
            if (explained.add(found.entry())) {
                out.text(text.substring(from, found.start()));
                explain(
                        found.entry(),
                        text.substring(found.start(), found.end()),
                        PREFIX + found.entry().id(),
                        out);
                from = found.end();
            }
        }
        out.text(text.substring(from));
    }

    /** Where titles stand: what is in quotation marks and has three words or more. */
    private static List<int[]> titles(String text) {
        var titles = new ArrayList<int[]>();
        if (text.indexOf('“') >= 0 || text.indexOf('"') >= 0) {
            Matcher title = TITLE.matcher(text);
            while (title.find()) {
                titles.add(new int[] {title.start(), title.end()});
            }
        }
        return titles;
    }

    /** A term that its author wants explained here, for the first time or again. */
    void force(Glossary.Entry entry, String word, HtmlWriter out) {
        uses.add(new Use(entry, section));
        String id = explained.add(entry) ? PREFIX + entry.id() : PREFIX + entry.id() + "-again-" + ++forced;
        explain(entry, word, id, out);
    }

    /** A button and what it opens: browsers do this by themselves, with any pointer, by keyboard and without a script. */
    private void explain(Glossary.Entry entry, String word, String id, HtmlWriter out) {
        out.open("button", "type", "button", "class", "term", "popovertarget", id)
                .text(word)
                .close("button")
                .open("span", "class", "term-note", "id", id, "popover", "", "role", "note")
                .open("span", "class", "term-name")
                .text(entry.term() + (entry.abbreviation().isEmpty() ? "" : " (" + entry.abbreviation() + ")"))
                .close("span")
                .html(definitions.getOrDefault(entry.id(), ""))
                .open("span", "class", "term-more")
                .open("a", "href", addresses.at("glossary#" + entry.id()), "router-ignore", "")
                .text("In the glossary")
                .close("a")
                .close("span")
                .close("span");
    }
}
