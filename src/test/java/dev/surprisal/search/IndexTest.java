package dev.surprisal.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surprisal.content.Course;
import dev.surprisal.content.CourseLoader;
import dev.surprisal.content.Loaded;
import dev.surprisal.content.PageKind;
import dev.surprisal.typeset.Typesetter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A small course is read from files and searched. */
class IndexTest {

    private static Index index;

    @BeforeAll
    static void read(@TempDir Path folder) throws IOException {
        write(folder, "course.yaml", """
                title: T
                description: D
                modules:
                  - title: M
                    lessons: [coins]
                """);
        write(folder, "lessons/coins/lesson.md", """
                ---
                id: coins
                title: Coins and their surprises
                summary: How a biased coin is weighed.
                outcomes: [estimate a probability]
                minutes: {read: 3, practice: 4}
                ---
                An overture about nickels.

                ## Weighing the evidence {#weighing}

                The likelihoods of all flips are multiplied. Élan vital & “quotes” \\<angle> do not matter here.
                The spread is $\\sigma^2 = pq$.

                :::widget{#play kind=kl-discrete}
                Move the levers.
                :::

                ## A second section {#second}

                Estimators converge at last.

                :::question{#guess type=single}
                Which coin is heavier?

                - [x] the copper one
                  > Feedbackword, right.
                - [ ] the silver one
                  > Otherfeedback, wrong.

                hint: Hintword.
                solution: Solutionword.
                :::

                :::question{#number type=number}
                How many ducats?

                answer: 987654
                accept: abs 0.002
                :::
                """);
        write(folder, "lessons/coins/cheatsheet.md", "In short.\n\n## Formulas in brief {#brief}\n\nA cribsheet.\n");
        Loaded loaded = CourseLoader.load(folder, Typesetter.inMemory());
        assertThat(loaded.problems()).isEmpty();
        Course course = loaded.course();
        index = Index.of(course);
    }

    private static void write(Path folder, String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private static List<String> addresses(String query) {
        return index.find(query, 10).stream().map(Found::address).toList();
    }

    @Test
    void aWordLeadsToItsSection() {
        assertThat(addresses("multiplied")).containsExactly("lesson/coins/lesson#weighing");
        assertThat(addresses("nickels")).containsExactly("lesson/coins");
        assertThat(addresses("cribsheet")).containsExactly("lesson/coins/cheatsheet#brief");
        assertThat(addresses("converge")).containsExactly("lesson/coins/lesson#second");
    }

    @Test
    void questionsAndWidgetsAreFoundByWhatTheyShow() {
        assertThat(index.find("copper", 10)).singleElement().satisfies(found -> {
            assertThat(found.kind()).isEqualTo(Found.Kind.QUESTION);
            assertThat(found.address()).isEqualTo("lesson/coins/lesson#guess");
            assertThat(found.titleHtml()).isEqualTo("Question 1");
        });
        assertThat(index.find("levers", 10)).singleElement().satisfies(found -> {
            assertThat(found.kind()).isEqualTo(Found.Kind.WIDGET);
            assertThat(found.page()).isEqualTo(PageKind.LESSON);
            assertThat(found.section()).isEqualTo("play");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"Feedbackword", "Otherfeedback", "Hintword", "Solutionword", "987654", "0.002"})
    void nothingIsFoundThatIsNotYetDue(String word) {
        assertThat(index.find(word, 10)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "likelihood", // another form of the word
                "LIKELIHOODS",
                "likeliho", // still being typed
                "elan", // without its accent
                "sigma", // a formula by the name of its letter
                "flips multiplied", // two words
                "likelyhood" // misspelt
            })
    void aWordIsFoundInManyForms(String query) {
        assertThat(addresses(query)).contains("lesson/coins/lesson#weighing");
    }

    @Test
    void everyWordHasToBeThere() {
        assertThat(addresses("flips ducats")).isEmpty();
    }

    @Test
    void aTitleComesBeforeAText() {
        assertThat(addresses("evidence").getFirst()).isEqualTo("lesson/coins/lesson#weighing");
        assertThat(addresses("surprises").getFirst()).isEqualTo("lesson/coins");
    }

    @Test
    void whatWasSearchedForIsMarkedAndAllElseEscaped() {
        Found found = index.find("likelihood matter", 10).getFirst();

        assertThat(found.snippetHtml())
                .contains("<mark>likelihoods</mark>")
                .contains("&amp;")
                .contains("&lt;angle&gt;")
                .doesNotContain("<angle>");
        assertThat(index.find("weighing", 10).getFirst().titleHtml()).isEqualTo("<mark>Weighing</mark> the evidence");
    }

    @Test
    void aFormulaStandsInASnippetAsItIsSpokenOf() {
        assertThat(index.find("spread", 10).getFirst().snippetHtml())
                .contains("σ2=pq")
                .doesNotContain("\\sigma");
    }

    static Stream<String> strange() {
        return Stream.of(
                "", " ", "\"", "*", "AND OR NOT", "a:b", "+-&&||!(){}[]^\"~*?:\\/", "\0", "🙂", "x".repeat(100_000));
    }

    @ParameterizedTest
    @MethodSource("strange")
    void aQueryIsNothingButWords(String query) {
        assertThat(index.find(query, 10)).isEmpty();
    }
}
