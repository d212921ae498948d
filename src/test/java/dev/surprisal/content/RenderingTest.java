package dev.surprisal.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an author writes and what the page says. */
class RenderingTest {

    @TempDir
    Path folder;

    private String html(String body) {
        return TestCourse.html(folder, body);
    }

    @Test
    void paragraphsAndEmphasis() {
        assertThat(html("One *two* **three** ~~four~~ `five`\nsix\\\nseven & <https://example.org>"))
                .isEqualTo(
                        "<p>One <em>two</em> <strong>three</strong> <del>four</del> <code>five</code>\nsix<br>\nseven &amp; "
                                + "<a href=\"https://example.org\">https://example.org</a></p>\n");
    }

    @Test
    void listsAndQuotes() {
        assertThat(html("- a\n- b\n\n3. c\n\n   d\n\n> e\n\n---\n")).isEqualTo("""
                        <ul>
                        <li>a</li>
                        <li>b</li>
                        </ul>
                        <ol start="3">
                        <li><p>c</p>
                        <p>d</p>
                        </li>
                        </ol>
                        <blockquote>
                        <p>e</p>
                        </blockquote>
                        <hr>
                        """);
    }

    @Test
    void numbersAreComputedOrAsserted() {
        assertThat(
                        html(
                                "`= kl(p, q); 4dp` nats, `0.0872 == kl(p, q)` nats, `= -1/2; 1dp`, `= 1/8; percent`, `= 1e-9/4; 3sf`"))
                .isEqualTo("<p><span class=\"number\">0.0872</span> nats, <span class=\"number\">0.0872</span> nats, "
                        + "<span class=\"number\">−0.5</span>, <span class=\"number\">12.5%</span>, "
                        + "<span class=\"number\">2.50 × 10<sup>−10</sup></span></p>\n");
    }

    @Test
    void numbersInFormulas() {
        String html =
                html("$x = {{= kl(p, q); 3dp}}$, $y = 3 + {{n}}$, $\\frac{{{= 1/4; 2dp}}}{2}$, ${{= 1e-9/4; 3sf}}$");

        assertThat(html)
                .contains("x = 0.087</annotation>")
                .contains("y = 3 + (-2)</annotation>")
                .contains("\\frac{0.25}{2}</annotation>")
                .contains("2.50\\times 10^{-10}</annotation>");
    }

    @Test
    void formulasKeepTheirBackslashes() {
        String html = html("$\\{a_1,\\,b_1\\}$ and $a*b*c$ and $D(p\\|q)$");

        assertThat(html)
                .contains(">\\{a_1,\\,b_1\\}</annotation>")
                .contains(">a*b*c</annotation>")
                .contains(">D(p\\|q)</annotation>")
                .doesNotContain("<em>");
    }

    @Test
    void labelledFormulasAreNumberedAndReferredTo() {
        String html = html("By [](#eq-b):\n\n$$\na\n$$ {#eq-a}\n\n$$b$$ {#eq-b}\n\n$$c$$\n");

        assertThat(html)
                .contains("By <a class=\"ref\" href=\"#eq-b\">(2)</a>:")
                .contains("<div class=\"equation\" id=\"eq-a\"><span class=\"katex-display\">")
                .contains("<a class=\"equation-number\" href=\"#eq-b\">(2)</a></div>")
                .contains("<div class=\"equation\" id=\"formula-")
                .contains("aria-label=\"Link to this formula\"></a></div>")
                .doesNotContain("(3)");
    }

    @Test
    void headingsOpenTheLessonPage() {
        Lesson lesson = TestCourse.lesson(
                folder, "Before.\n\n## One $x$ {#one}\n\nSee [](#two).\n\n### Two {#two}\n\n### Three\n");

        assertThat(lesson.find(PageKind.OVERVIEW).orElseThrow().blocks())
                .containsExactly(new Block.Html("<p>Before.</p>\n"));
        assertThat(lesson.find(PageKind.LESSON).orElseThrow().headings())
                .extracting(Heading::level, Heading::id, Heading::text)
                .containsExactly(tuple(2, "one", "One x"), tuple(3, "two", "Two"));
        assertThat(lesson.find(PageKind.LESSON).orElseThrow().blocks())
                .contains(new Block.Html("<p>See <a class=\"ref\" href=\"#two\">Two</a>.</p>\n"))
                .contains(
                        new Block.Html(
                                "<h3 id=\"two\">Two<a class=\"anchor\" href=\"#two\" aria-label=\"Link to this section\"></a></h3>\n"))
                .contains(new Block.Html("<h3>Three</h3>\n"));
    }

    @Test
    void referencesFromPageToPageNameThePage() {
        Lesson lesson = TestCourse.lesson(
                folder, "See [](#one) and [](/lesson/example).\n\n$$x$$ {#eq-x}\n\n## One {#one}\n\nSee [](#eq-x).\n");

        assertThat(lesson.find(PageKind.OVERVIEW).orElseThrow().blocks().getFirst())
                .isEqualTo(new Block.Html("<p>See <a class=\"ref\" href=\"/lesson/example/lesson#one\">One</a> and "
                        + "<a href=\"/lesson/example\" router-ignore=\"\">An example</a>.</p>\n"));
        assertThat(lesson.find(PageKind.LESSON).orElseThrow().blocks().getLast())
                .isEqualTo(new Block.Html(
                        "<p>See <a class=\"ref\" href=\"/lesson/example#eq-x\">(1) of the overview page</a>.</p>\n"));
    }

    @Test
    void alerts() {
        assertThat(html("> [!KEYPOINT]\n> Text.\n>\n> More.\n\n> [!NOTE]\n>\n> Text."))
                .isEqualTo("""
                        <div class="alert alert-keypoint" role="note">
                        <p class="alert-title">Key point</p>
                        <p>Text.</p>
                        <p>More.</p>
                        </div>
                        <div class="alert alert-note" role="note">
                        <p class="alert-title">Note</p>
                        <p>Text.</p>
                        </div>
                        """);
    }

    @Test
    void tables() {
        assertThat(html("| outcome | $x$ | value |\n|:--|---|--:|\n| A | a | `= 1/4; 2dp` |\n| B |\n"))
                .startsWith(
                        "<div class=\"table\" role=\"region\" tabindex=\"0\" aria-label=\"Table: outcome, value\"><table>\n<thead>\n"
                                + "<tr><th scope=\"col\" class=\"align-left\">outcome</th><th scope=\"col\">")
                .endsWith("""
                        <tbody>
                        <tr><td class="align-left">A</td><td>a</td><td class="align-right"><span class="number">0.25</span></td></tr>
                        <tr><td class="align-left">B</td><td></td><td class="align-right"></td></tr>
                        </tbody>
                        </table></div>
                        """);
    }

    @Test
    void anEmptyCornerOfATableHeadsNothing() {
        assertThat(html("| | value |\n|---|---|\n| A | a |\n"))
                .contains("<tr><td></td><th scope=\"col\">value</th></tr>");
    }

    @Test
    void folds() {
        assertThat(html("::::details{#more title=\"More & more\"}\nText.\n\n:::hint\nTry.\n:::\n::::\n"))
                .isEqualTo("""
                        <details class="fold fold-details" id="more"><summary>More &amp; more</summary>
                        <p>Text.</p>
                        <details class="fold fold-hint"><summary>Hint</summary>
                        <p>Try.</p>
                        </details>
                        </details>
                        """);
    }

    @Test
    void steps() {
        assertThat(html("See [](#way).\n\n:::steps{#way}\n1. First\n   > Why.\n2. Second\n   > Why, too.\n:::\n"))
                .isEqualTo("""
                        <p>See <a class="ref" href="#way">Derivation 1</a>.</p>
                        <ol class="steps" id="way">
                        <li><div class="step"><p>First</p>
                        </div><div class="reason"><p>Why.</p>
                        </div></li>
                        <li><div class="step"><p>Second</p>
                        </div><div class="reason"><p>Why, too.</p>
                        </div></li>
                        </ol>
                        """);
    }

    @Test
    void footnotes() {
        assertThat(html("One[^a] two[^b] three[^a].\n\n[^b]: Note b.\n[^a]: Note a.\n[^c]: Unused.\n"))
                .contains(
                        "One<sup class=\"footnote-reference\"><a href=\"#footnote-1\" id=\"footnote-1-reference\">1</a></sup>")
                .contains(
                        "three<sup class=\"footnote-reference\"><a href=\"#footnote-1\" id=\"footnote-1-reference-2\">1</a></sup>")
                .contains(
                        "<section class=\"footnotes\" aria-label=\"Footnotes\"><ol>\n<li id=\"footnote-1\"><p>Note a.</p>\n")
                .doesNotContain("Unused");
    }

    @Test
    void frontMatterIsMarkdown() {
        Lesson lesson = TestCourse.lesson(folder, "Text.\n");

        assertThat(lesson.summaryHtml()).isEqualTo("What it <em>shows</em>.");
        assertThat(lesson.outcomesHtml().getFirst()).startsWith("see <span class=\"katex\">");
        assertThat(lesson.minutes()).isEqualTo(new Minutes(3, 4));
        assertThat(lesson.difficulty()).isEqualTo(Difficulty.STANDARD);
    }

    @Test
    void figuresHaveTheirSizeAndAnAddressOfTheirContent() {
        TestCourse.file(
                folder,
                "lessons/example/figures/bars.svg",
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 64 40\"><path d=\"M0 0h5\"/></svg>");

        Lesson lesson = TestCourse.lesson(
                folder,
                "See [](#bars).\n\n:::figure{#bars}\n![Two “bars”.](figures/bars.svg)\n\nThe *caption*.\n:::\n\n## One {#one}\n");

        assertThat(lesson.pictures()).hasSize(1);
        String address = lesson.pictures().getFirst().address();
        assertThat(address).matches("figures/[0-9a-f]{16}/bars\\.svg");
        assertThat(lesson.find(PageKind.OVERVIEW).orElseThrow().blocks())
                .containsExactly(
                        new Block.Html("<p>See <a class=\"ref\" href=\"#bars\">Figure 1</a>.</p>\n"),
                        new Block.Html("<figure class=\"figure\" id=\"bars\"><img src=\"/" + address
                                + "\" alt=\"Two “bars”.\" width=\"64\" height=\"40\" loading=\"lazy\" decoding=\"async\">\n"
                                + "<figcaption><a class=\"figure-number\" href=\"#bars\">Figure 1</a> The <em>caption</em>."
                                + "</figcaption></figure>\n"));
    }

    @Test
    void learnersGetNothingThatIsForInstructors() {
        Page page = TestCourse.lesson(
                        folder, "Before.\n\n:::instructor\nSecret: $x$.\n:::\n\nAfter.\n\n## One {#one}\n")
                .find(PageKind.OVERVIEW)
                .orElseThrow();

        assertThat(page.blocks(Audience.LEARNERS))
                .containsExactly(new Block.Html("<p>Before.</p>\n"), new Block.Html("<p>After.</p>\n"));
        assertThat(page.blocks(Audience.INSTRUCTORS))
                .hasSize(3)
                .element(1)
                .asString()
                .contains("Secret");
    }

    @Test
    void referencesLeadToOtherLessons() {
        TestCourse.write(folder, "See [](#eq-there) and [it](#eq-there).\n\n## One {#one}\n");
        TestCourse.file(
                folder,
                "lessons/other/lesson.md",
                "---\nid: other\ntitle: Another\nsummary: S.\nminutes: {read: 1, practice: 1}\n---\n$$x$$ {#eq-there}\n");

        Lesson lesson =
                TestCourse.load(folder).course().find(new LessonId("example")).orElseThrow();

        assertThat(lesson.find(PageKind.OVERVIEW).orElseThrow().blocks())
                .containsExactly(
                        new Block.Html(
                                "<p>See <a class=\"ref\" href=\"/lesson/other#eq-there\" router-ignore=\"\">(1) in “Another”</a>"
                                        + " and <a class=\"ref\" href=\"/lesson/other#eq-there\" router-ignore=\"\">it</a>.</p>\n"));
    }

    @Test
    void widgetsOpenInTheirState() {
        Lesson lesson = TestCourse.lesson(
                folder, ":::widget{#play kind=kl-discrete p=p q=\"[0.7, 0.3]\"}\nMove *q*.\n:::\n\n## One {#one}\n");

        assertThat(lesson.widgets()).hasSize(1);
        Block.WidgetBlock widget = lesson.widgets().getFirst();
        assertThat(widget.id()).isEqualTo(new WidgetId("play"));
        assertThat(widget.kind()).isEqualTo("kl-discrete");
        assertThat(widget.bodyHtml()).isEqualTo("<p>Move <em>q</em>.</p>\n");
        assertThat(widget.initialState()).startsWith("1~");
    }
}
