package dev.surprisal.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.surprisal.check.Checker;
import dev.surprisal.typeset.Formula;
import dev.surprisal.typeset.Typesetter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Text that nobody writes, except to see what happens: it ends in a result or a clear error, at once. */
class PathologicalTest {

    /** The promise is a second; a cold and busy machine gets more. What is not linear takes minutes on these texts. */
    private static final Duration AT_ONCE = Duration.ofSeconds(6);

    private static final Typesetter TYPESETTER = Typesetter.inMemory();

    private static final String FRONT_MATTER =
            "---\nid: example\ntitle: T\nsummary: S.\nminutes: {read: 1, practice: 1}\n---\n";

    @TempDir
    Path folder;

    @BeforeAll
    static void warmUp() {
        TYPESETTER.typeset(new Formula("x", false));
    }

    static Stream<Arguments> texts() {
        return Stream.of(
                text("brackets", "[".repeat(50_000)),
                text("pairs of brackets", "[](".repeat(50_000)),
                text("images", "![".repeat(50_000)),
                text("links in links", "[a](".repeat(30_000)),
                text("footnotes", "[^a]".repeat(20_000) + "\n\n[^a]: [^a] [^a]"),
                text("definitions of footnotes", lines(4_900, "[^%d]: x\n\n")),
                text("unclosed footnotes", "[^".repeat(50_000)),
                text("dollars", "$".repeat(50_000)),
                text("opening dollars", "$a ".repeat(50_000)),
                text("displayed dollars", "x $$a ".repeat(50_000)),
                text("displayed formulas", "$$\n".repeat(9_900)),
                text("formulas", "$x$ ".repeat(20_000)),
                text("a formula", "$" + "{".repeat(50_000) + "}".repeat(50_000) + "$"),
                text("a nested formula", "$" + "{".repeat(900) + "x" + "}".repeat(900) + "$"),
                text("fractions", "$" + "\\frac{1}{".repeat(190) + "x" + "}".repeat(190) + "$"),
                text("numbers in a formula", "$" + "{{= 1}}".repeat(20_000) + "$"),
                text("braces in a formula", "$" + "{{".repeat(50_000) + "$"),
                text("emphasis", "*a **a ".repeat(50_000)),
                text("nested emphasis", "*".repeat(20_000) + "a" + "*".repeat(20_000)),
                text("underscores", "_a ".repeat(50_000)),
                text("tildes", "~~a ".repeat(50_000)),
                text("backticks", IntStream.range(1, 1000).mapToObj("`"::repeat).reduce("", (a, b) -> a + "x" + b)),
                text("quotes", "> ".repeat(50_000) + "a"),
                text("lines of quotes", (">".repeat(500) + "\n").repeat(1_000)),
                text(
                        "lists",
                        IntStream.range(0, 500)
                                .mapToObj(i -> " ".repeat(2 * i) + "- a\n")
                                .reduce("", String::concat)),
                text("lists in a line", "- ".repeat(50_000)),
                text("items", "- a\n".repeat(9_900)),
                text("containers", ":::details\n".repeat(9_900)),
                text(
                        "nested containers",
                        IntStream.range(0, 300)
                                .mapToObj(i -> ":".repeat(400 - i) + "details\n")
                                .reduce("", String::concat)),
                text("closing colons", ":::\n".repeat(9_900)),
                text("colons", ":".repeat(500_000)),
                text("attributes", ":::details{" + "a=b ".repeat(50_000) + "}\n:::"),
                text("braces", "{#".repeat(50_000)),
                text("headings", "## a {#a}\n".repeat(9_900)),
                text("references", "[](#a) ".repeat(30_000) + "\n\n## A {#a}"),
                text("misspelt references", "## A {#a}\n\n" + "[](#aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab) ".repeat(5_000)),
                text("comments", "<!--".repeat(50_000)),
                text("tags", "<a href=".repeat(50_000)),
                text("entities", "&".repeat(100_000)),
                text("autolinks", "http://a.b/".repeat(30_000)),
                text("addresses", "a@b.".repeat(20_000)),
                text("a wide table", "|a".repeat(20_000) + "|\n" + "|-".repeat(20_000) + "|\n" + "|\n".repeat(20_000)),
                text(
                        "a table of the largest width",
                        "|a".repeat(49) + "|\n" + "|-".repeat(49) + "|\n" + "|\n".repeat(9_900)),
                text("delimiters of a table", "| a |\n" + "|" + "-".repeat(500_000) + "x"),
                text("bars in code", "| a |\n|---|\n" + "| `|` |\n".repeat(9_900)),
                text("fields", ":::question{#a type=single}\n" + "hint: a\n".repeat(9_900) + ":::\n"),
                text("options", ":::question{#a type=single}\nA?\n\n" + "- [ ] a\n".repeat(9_900) + ":::\n"),
                text(
                        "wrong values",
                        ":::question{#a type=number}\nA?\n\nanswer: 1\naccept: abs 0.1\n"
                                + "wrong: 2 -> b\n".repeat(9_900) + ":::\n"),
                text(
                        "parts",
                        "::::question{#a type=parts}\nvary: m in 1..20\n\nA {{m}}?\n\n"
                                + lines(26, ":::part{#p%d type=number}\nA?\n\nanswer: m\naccept: abs 0.1\n:::\n")
                                + "::::\n"),
                text("an expression", "`= " + "(".repeat(100_000) + "`"),
                text("a long expression", "`= 1" + "+1".repeat(200_000) + "`"),
                text("a power", "`= 2" + "^2".repeat(2_000) + "`"),
                text("code spans", "`= 1/3` ".repeat(10_000)),
                text("a line", "a".repeat(1_000_000)),
                text("line breaks", "a\\\n".repeat(9_900)),
                text("lines", "a\n".repeat(500_000)),
                text("blank lines", "\n".repeat(1_000_000)),
                text("nulls", "\0".repeat(100_000)));
    }

    private static Arguments text(String name, String text) {
        return Arguments.of(name, text);
    }

    private static String lines(int count, String line) {
        return IntStream.range(0, count).mapToObj(i -> line.formatted(i)).reduce("", String::concat);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("texts")
    void endsAtOnce(String name, String text) throws IOException {
        write(FRONT_MATTER + text);

        Loaded loaded = assertTimeoutPreemptively(AT_ONCE, () -> Checker.check(folder, TYPESETTER));

        assertThat(loaded.course().lessons().size() + loaded.problems().size()).isPositive();
    }

    static Stream<Arguments> frontMatters() {
        String laughs = "a: &a [x, x, x, x, x, x, x, x, x]\n"
                + IntStream.range(0, 20)
                        .mapToObj(i -> "b" + i + ": &b" + i + " [*a, *a, *a, *a, *a, *a, *a]\n")
                        .reduce("", String::concat);
        return Stream.of(
                text("a bomb of aliases", laughs),
                text("an alias of itself", "a: &a [*a]\n"),
                text("nested lists", "a: " + "[".repeat(10_000) + "\n"),
                text("nested mappings", "a: " + "{a: ".repeat(10_000) + "\n"),
                text("keys", lines(5_000, "key%d: x\n")),
                text(
                        "indented keys",
                        IntStream.range(0, 300)
                                .mapToObj(i -> " ".repeat(i) + "a:\n")
                                .reduce("", String::concat)),
                text("a long value", "title: " + "x".repeat(500_000) + "\n"),
                text("names", "let:\n" + lines(3_000, "  a%d: 1\n")),
                text(
                        "names that grow",
                        "let:\n  a0: [1, 1]\n".replace("[1, 1]", "\"[1, 1]\"")
                                + IntStream.range(1, 60)
                                        .mapToObj(i -> "  a" + i + ": \"[a" + (i - 1) + ", a" + (i - 1) + "]\"\n")
                                        .reduce("", String::concat)),
                text("many fits", "let:\n" + lines(1_500, "  a%1$d: reverseFit(normal(%1$d, 1), normal(0, 1))\n")),
                text("hyphens", "- ".repeat(10_000) + "\n"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("frontMatters")
    void frontMatterEndsInAnErrorAtOnce(String name, String yaml) throws IOException {
        write("---\n" + yaml + "---\nText.\n");

        Loaded loaded = assertTimeoutPreemptively(AT_ONCE, () -> Checker.check(folder, TYPESETTER));

        assertThat(loaded.hasErrors()).isTrue();
    }

    @Test
    @Timeout(10)
    void manyProblemsAreAllReported() throws IOException {
        write(FRONT_MATTER + "[](#nowhere)\n\n".repeat(4_900));

        assertThat(CourseLoader.load(folder, TYPESETTER).problems()).hasSize(4_900);
    }

    private void write(String lesson) throws IOException {
        Files.writeString(
                folder.resolve("course.yaml"),
                "title: T\ndescription: D\nmodules:\n  - title: M\n    lessons: [example]\n");
        Files.createDirectories(folder.resolve("lessons/example"));
        Files.writeString(folder.resolve("lessons/example/lesson.md"), lesson);
    }
}
