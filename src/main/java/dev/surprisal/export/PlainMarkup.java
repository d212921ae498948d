package dev.surprisal.export;

import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;

/** Takes out of a page what needs a server or a script, and makes its addresses relative. */
final class PlainMarkup {

    /** Nothing of it does anything without a script. */
    private static final String DEAD =
            "button, input, select, textarea, fieldset, noscript, script, .anchor, .widget-choices, .widget-fields, .widget-foot,"
                    + " .widget-status, .widget-live, .widget-broken, .widget-notice, .term-note, [hidden]";

    private PlainMarkup() {}

    /** @param root what leads from the page to the folder of the course, such as {@code ../../} */
    static String of(String html, String root) {
        Document document = Jsoup.parseBodyFragment(html);
        document.outputSettings().prettyPrint(false);
        for (Element term : document.select("button.term")) {
            term.replaceWith(new TextNode(term.wholeText()));
        }
        document.select("course-widget, course-question").forEach(element -> {
            element.tagName("div").addClass("static-" + (element.hasAttr("kind") ? "widget" : "question"));
            for (String attribute : List.of("kind", "state", "now", "findings", "data-stale")) {
                element.removeAttr(attribute);
            }
        });
        document.select(DEAD).remove();
        document.select("[data-part]").forEach(part -> part.removeAttr("data-part"));
        document.select("[tabindex], [data-drag], [data-key]")
                .forEach(part ->
                        part.removeAttr("tabindex").removeAttr("data-drag").removeAttr("data-key"));
        // A fold of the text still opens without a script; a table of numbers is of more use open
        document.select(".static-widget details").attr("open", "");
        document.select("a[href^=/]")
                .forEach(link ->
                        link.attr("href", root + file(link.attr("href"))).removeAttr("router-ignore"));
        document.select("img[src^=/]")
                .forEach(image -> image.attr("src", root + image.attr("src").substring(1)));
        return document.body().html();
    }

    /** The file of a page, with its anchor: {@code /lesson/x/practice#a} is {@code lesson/x/practice.html#a}. */
    static String file(String address) {
        int hash = address.indexOf('#');
        String path = hash < 0 ? address : address.substring(0, hash);
        String anchor = hash < 0 ? "" : address.substring(hash);
        String[] parts = path.substring(1).split("/", -1);
        String file = switch (parts[0]) {
            case "" -> "index.html";
            case "lesson" -> "lesson/" + parts[1] + "/" + (parts.length > 2 ? parts[2] : "index") + ".html";
            case "glossary" -> "glossary.html";
            default -> path.substring(1);
        };
        return file + anchor;
    }
}
