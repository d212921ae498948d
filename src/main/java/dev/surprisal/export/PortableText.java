package dev.surprisal.export;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;

/** Texts of questions as other platforms show them: plain HTML, formulas between the brackets that MathJax looks for. */
final class PortableText {

    private static final Pattern BLANK = Pattern.compile("<span class=\"blank\" data-blank=\"(\\d+)\"></span>");

    private PortableText() {}

    static String of(String html) {
        String gaps =
                BLANK.matcher(html).replaceAll(blank -> Matcher.quoteReplacement(QuestionBank.GAP + blank.group(1)));
        Document document = Jsoup.parseBodyFragment(gaps);
        document.outputSettings().prettyPrint(false);
        for (Element display : document.select(".katex-display")) {
            display.replaceWith(new TextNode("\\[" + latex(display) + "\\]"));
        }
        for (Element inline : document.select(".katex")) {
            inline.replaceWith(new TextNode("\\(" + latex(inline) + "\\)"));
        }
        document.select("button, .anchor, .term-note, .equation-number").forEach(Element::remove);
        document.select("a[href^=/], a[href^=#]").forEach(Element::unwrap);
        document.select("[class]").forEach(element -> element.removeAttr("class"));
        return document.body().html().strip();
    }

    /** The course's own commands are spelt out. */
    private static String latex(Element formula) {
        Element source = formula.selectFirst("annotation");
        String latex = source == null ? formula.wholeText() : source.wholeText();
        return latex.replace("\\pdata", "p_{\\mathrm{data}}").replace("\\pmodel", "p_\\theta");
    }
}
