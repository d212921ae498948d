package dev.surprisal.site;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * The files of the built front end that a page loads, as the build named them.
 *
 * @param styles addresses of style sheets, below the application's root
 * @param scripts addresses of module scripts
 * @param preloads addresses of modules that those scripts load at once
 * @param textFonts addresses of the face that every text is set in
 * @param formulaFonts addresses of the faces that nearly every formula is set in
 */
record FrontendBundle(
        List<String> styles,
        List<String> scripts,
        List<String> preloads,
        List<String> textFonts,
        List<String> formulaFonts) {
    private static final String ROOT = "/META-INF/VAADIN/webapp/";
    private static final Pattern TEXT_FONT = Pattern.compile("source-serif-4-latin-wght-normal-[\\w-]+\\.woff2");
    private static final Pattern FORMULA_FONT = Pattern.compile("KaTeX_(?:Main-Regular|Math-Italic)-[\\w-]+\\.woff2");

    FrontendBundle {
        styles = List.copyOf(styles);
        scripts = List.copyOf(scripts);
        preloads = List.copyOf(preloads);
        textFonts = List.copyOf(textFonts);
        formulaFonts = List.copyOf(formulaFonts);
    }

    /** Reads them from the page that the build wrote and from its style sheets. */
    static FrontendBundle load() {
        Document index = Jsoup.parse(read("index.html"));
        List<String> styles = addresses(index, "link[rel=stylesheet]", "href");
        return new FrontendBundle(
                styles,
                addresses(index, "script[type=module][src]", "src"),
                addresses(index, "link[rel=modulepreload]", "href"),
                fonts(styles, TEXT_FONT),
                fonts(styles, FORMULA_FONT));
    }

    private static String read(String address) {
        try (InputStream file = FrontendBundle.class.getResourceAsStream(ROOT + address)) {
            if (file == null) {
                throw new IllegalStateException(
                        "the front end is not built: " + address + " is missing; run ./course build");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException("the front end's " + address + " cannot be read", e);
        }
    }

    private static List<String> fonts(List<String> styles, Pattern name) {
        return styles.stream()
                .flatMap(style -> name.matcher(read(style))
                        .results()
                        .map(found -> style.substring(0, style.lastIndexOf('/') + 1) + found.group()))
                .distinct()
                .toList();
    }

    private static List<String> addresses(Document index, String selector, String attribute) {
        return index.select(selector).stream()
                .map((Element element) -> element.attr(attribute).replaceFirst("^(\\./|/)", ""))
                .toList();
    }
}
