package dev.surprisal.typeset;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TypesetterTest {

    private static final Typesetter TYPESETTER = Typesetter.inMemory();

    @Test
    void writesHtmlForTheEyeAndMathMlForTheEar() {
        String html = html("\\frac{1}{2}");

        assertThat(html)
                .startsWith("<span class=\"katex\"><span class=\"katex-mathml\"><math")
                .contains("<mfrac><mn>1</mn><mn>2</mn></mfrac>")
                .contains("<span class=\"katex-html\" aria-hidden=\"true\">");
    }

    @Test
    void displaysOnALineOfItsOwn() {
        assertThat(TYPESETTER.typeset(new Formula("x", true)))
                .isInstanceOfSatisfying(
                        Typeset.Html.class,
                        typeset -> assertThat(typeset.html()).startsWith("<span class=\"katex-display\">"));
    }

    @Test
    void coloursTheDistributionsOfDataAndModel() {
        assertThat(html("\\pdata(x)")).contains("role-p").doesNotContain("role-q");
        assertThat(html("\\pmodel(x)")).contains("role-q").doesNotContain("role-p");
    }

    @Test
    void escapesWhatTheFormulaSays() {
        assertThat(html("a < b \\text{<script>}")).doesNotContain("<script>").contains("&lt;script&gt;");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "x + \\frc{1}{2}        | 4  | \\frc",
                "\\frac{1}              | 8  | ",
                "x^2^3                  | 3  | Double superscript",
                "a + {b                 | 6  | ",
                "\\begin{matrx} a \\end{matrx} | 6 | matrx",
                "a \\\\ b                | 2  | a line break has no effect here",
            })
    void saysWhereAMistakeIs(String latex, int offset, @Nullable String named) {
        var mistake = mistake(latex);

        assertThat(mistake.offset()).isEqualTo(offset);
        assertThat(mistake.message()).contains(named == null ? "" : named);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\\href{javascript:alert(1)}{x}",
                "\\url{https://example.org}",
                "\\includegraphics{x.png}",
                "\\htmlId{main}{x}",
                "\\htmlStyle{color: red}{x}",
                "\\htmlData{a=b}{x}",
                "\\htmlClass{alert}{x}",
                "\\htmlClass{hasOwnProperty}{x}",
                "x\\href{#}{y}",
            })
    void refusesWhatReachesIntoThePage(String latex) {
        var mistake = mistake(latex);

        assertThat(mistake.message()).endsWith("is not available in lessons");
        assertThat(mistake.offset()).isEqualTo(latex.indexOf('\\'));
    }

    @ParameterizedTest
    @ValueSource(strings = {"é + 1", "a \\\\ b", "\\text{%}"})
    void refusesWhatIsNoLatex(String latex) {
        assertThat(TYPESETTER.typeset(new Formula(latex, true))).isInstanceOf(Typeset.Mistake.class);
    }

    @Test
    void definitionsEndWithTheirFormula() {
        assertThat(html("\\gdef\\mine{x}\\mine")).contains("<mi>x</mi>");
        assertThat(mistake("\\mine").offset()).isZero();
    }

    @Test
    @Timeout(20)
    void endsOnRunawayInput() {
        assertThat(mistake("\\def\\x{\\x\\x}\\x").message()).contains("Too many expansions");
        assertThat(mistake("{".repeat(900) + "x" + "}".repeat(900)).message()).contains("nested too deeply");
        assertThat(mistake("x".repeat(2001)).message()).contains("at most 2000 characters, this one has 2001");
        assertThat(mistake("\\def\\x{" + "y".repeat(900) + "}" + "\\x".repeat(400))
                        .message())
                .isEqualTo("this formula takes too long to typeset");
        assertThat(html("\\rule{9999em}{9999em}")).contains("width:20em");
    }

    @Test
    void manyThreadsMayTypesetAtOnce() {
        var formulas = IntStream.range(0, 40)
                .mapToObj(i -> new Formula("x_{" + i + "}", false))
                .toList();

        TYPESETTER.prepare(formulas);

        assertThat(formulas)
                .allSatisfy(formula -> assertThat(html(formula.latex()))
                        .contains("<mn>"
                                + formula.latex().substring(3, formula.latex().length() - 1) + "</mn>"));
    }

    @Test
    void takesFromTheFolderWhatWasTypesetBefore(@TempDir Path folder) throws IOException {
        var formula = new Formula("\\sqrt{2}", false);
        var first = Typesetter.cachedIn(folder.resolve("formulas")).typeset(formula);
        Path stored;
        try (var files = Files.list(folder.resolve("formulas"))) {
            stored = files.toList().getFirst();
        }

        assertThat(Typesetter.cachedIn(folder.resolve("formulas")).typeset(formula))
                .isEqualTo(first);
        Files.writeString(stored, "kept");
        assertThat(Typesetter.cachedIn(folder.resolve("formulas")).typeset(formula))
                .isEqualTo(new Typeset.Html("kept"));
    }

    @Test
    void worksWithoutAUsableFolder(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("a-file"), "");

        assertThat(Typesetter.cachedIn(file).typeset(new Formula("x", false))).isInstanceOf(Typeset.Html.class);
    }

    private static String html(String latex) {
        return switch (TYPESETTER.typeset(new Formula(latex, false))) {
            case Typeset.Html(var html) -> html;
            case Typeset.Mistake mistake -> throw new AssertionError(mistake.toString());
        };
    }

    private static Typeset.Mistake mistake(String latex) {
        return switch (TYPESETTER.typeset(new Formula(latex, true))) {
            case Typeset.Html(var html) -> throw new AssertionError(html);
            case Typeset.Mistake mistake -> mistake;
        };
    }
}
