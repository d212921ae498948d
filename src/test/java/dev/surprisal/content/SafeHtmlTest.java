package dev.surprisal.content;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surprisal.check.OwnCourse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever an author writes, the page has no element, attribute or address that acts. */
class SafeHtmlTest {

    private static final Set<String> ATTRIBUTES = Set.of(
            "class",
            "id",
            "href",
            "title",
            "start",
            "scope",
            "role",
            "tabindex",
            "aria-label",
            "aria-labelledby",
            "aria-hidden",
            "router-ignore",
            "type",
            "popover",
            "popovertarget",
            "src",
            "alt",
            "loading",
            "decoding",
            "data-blank",
            // KaTeX's
            "style",
            "xmlns",
            "encoding",
            "display",
            "mathvariant",
            "stretchy",
            "fence",
            "separator",
            "lspace",
            "rspace",
            "movablelimits",
            "accent",
            "width",
            "height",
            "viewBox",
            "preserveAspectRatio",
            "d",
            "linethickness",
            "scriptlevel",
            "displaystyle",
            "columnalign",
            "rowspacing",
            "columnspacing",
            "minsize",
            "maxsize",
            "form",
            "symmetric",
            "accentunder",
            "voffset",
            "mathcolor",
            "mathbackground",
            "notation",
            "columnlines",
            "rowlines",
            "depth",
            "lquote",
            "rquote",
            "mathsize");

    private static final Set<String> ELEMENTS = Set.of(
            "p",
            "em",
            "strong",
            "del",
            "code",
            "pre",
            "br",
            "hr",
            "a",
            "sup",
            "span",
            "div",
            "ul",
            "ol",
            "li",
            "blockquote",
            "aside",
            "table",
            "thead",
            "tbody",
            "tr",
            "th",
            "td",
            "details",
            "summary",
            "section",
            "cite",
            "button",
            "figure",
            "figcaption",
            "img",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            // KaTeX's
            "math",
            "semantics",
            "annotation",
            "mrow",
            "mi",
            "mo",
            "mn",
            "mtext",
            "mspace",
            "mfrac",
            "msup",
            "msub",
            "msubsup",
            "msqrt",
            "mroot",
            "mover",
            "munder",
            "munderover",
            "mtable",
            "mtr",
            "mtd",
            "mstyle",
            "mpadded",
            "mphantom",
            "menclose",
            "mlabeledtr",
            "svg",
            "path",
            "line",
            "mglyph");

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "<img src=x onerror=alert(1)>",
                "[a](javascript:alert(1))",
                "[a](JaVaScRiPt:alert(1))",
                "[a](&#106;avascript:alert(1))",
                "[a](data:text/html;base64,PHNjcmlwdD4=)",
                "[a](vbscript:x)",
                "[a](//evil.example)",
                "[a](/\\evil.example)",
                "[a](\\\\evil.example)",
                "<javascript:alert(1)>",
                "![a](javascript:alert(1))",
                "[a]: javascript:alert(1)\n\n[a]",
                "$\\href{javascript:alert(1)}{x}$",
                "$\\htmlData{onclick=x}{x}$",
                "$\\htmlClass{role-p\" onmouseover=\"x}{x}$",
            })
    void attacksAreErrors(String text) {
        TestCourse.write(folder, text + "\n");

        Loaded loaded = TestCourse.load(folder);

        assertThat(loaded.hasErrors()).isTrue();
        assertThat(loaded.course().lessons()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "`<script>alert(1)</script>`",
                "a <svg/onload=alert(1)> b",
                "[a](java\tscript:alert(1))",
                "```html onload=x\n<script>\n```",
                "&lt;script&gt; &quot;onclick=&quot;",
                "\\<script\\>",
                "[a](https://example.org/\"onclick=\"x 'a\" onclick=\"x')",
                "[a](https://example.org \"t\\\" onclick=\\\"x\")",
                "<https://example.org/\"onclick=x>",
                ":::details{title=\"<b onclick=x>\"}\nText.\n:::",
                "$\\text{<script>alert(1)</script>}$",
                "$\\text{\" onclick=x}$",
                "| <https://a.example> | \\<b> |\n|---|---|\n| a | b |",
                "A note.[^n\"x]\n\n[^n\"x]: \\<b>",
                "$\\unicode{x3c}script>$",
            })
    void whatStaysIsText(String text) {
        TestCourse.write(folder, text + "\n\n## One {#one}\n");

        Loaded loaded = TestCourse.load(folder);

        loaded.course().lessons().forEach(SafeHtmlTest::assertInert);
    }

    @Test
    void theCourseItselfIsInert() {
        Loaded loaded = OwnCourse.checked();

        assertThat(loaded.course().lessons()).isNotEmpty().allSatisfy(SafeHtmlTest::assertInert);
    }

    private static void assertInert(Lesson lesson) {
        for (String html : pieces(lesson)) {
            for (Element element :
                    Jsoup.parseBodyFragment(html).body().getAllElements().not("body")) {
                assertThat(ELEMENTS).contains(element.normalName());
                for (Attribute attribute : element.attributes()) {
                    assertThat(ATTRIBUTES).contains(attribute.getKey());
                    if (attribute.getKey().equals("href")) {
                        assertThat(attribute.getValue()).matches("(https?://|mailto:|#|/(?!/)).*");
                    }
                    if (attribute.getKey().equals("src")) {
                        assertThat(attribute.getValue()).startsWith("/figures/");
                    }
                }
            }
        }
    }

    /** Everything that a question or part can say, on its first variant. */
    private static List<Wording> wordings(Question item) {
        var wordings = new ArrayList<>(item.wordings());
        item.items().stream().filter(part -> !part.equals(item)).forEach(part -> wordings.addAll(wordings(part)));
        return wordings;
    }

    private static List<String> pieces(Lesson lesson) {
        var pieces = new ArrayList<String>();
        pieces.add(lesson.summaryHtml());
        pieces.addAll(lesson.outcomesHtml());
        for (Page page : lesson.pages().values()) {
            for (Block block : page.blocks()) {
                switch (block) {
                    case Block.Html(var html) -> pieces.add(html);
                    case Block.ForInstructors(var html) -> pieces.add(html);
                    case Block.WidgetBlock widget -> pieces.add(widget.bodyHtml());
                    case Block.QuestionBlock(var question) ->
                        wordings(question).stream()
                                .map(wording ->
                                        wording.html(question.variation().at(0)))
                                .forEach(pieces::add);
                }
            }
        }
        return pieces;
    }
}
