package dev.surprisal.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surprisal.content.Loaded;
import dev.surprisal.content.Problem;
import dev.surprisal.content.Question;
import dev.surprisal.content.Rule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CertificatesTest {

    private static final String FAULTY = """
            :::question{#how-many type=number}
            vary: a in {1, 2}

            How many is {{a}}?

            answer: a
            accept: abs 0.1
            wrong: a + 0.05 -> That is too many.
            :::
            """;

    @TempDir
    Path folder;

    @Test
    void aProblemIsFoundAgainWhereTheQuestionStandsNow() {
        Loaded first = ExampleFolder.of(FAULTY).check(Certificates.in(folder));
        Loaded moved = ExampleFolder.of("Words.\n\n" + FAULTY).check(Certificates.in(folder));

        Problem before = first.problems().getFirst();
        assertThat(before.rule()).isEqualTo("distractor-in-tolerance");
        assertThat(moved.problems()).singleElement().satisfies(after -> {
            assertThat(after.message()).isEqualTo(before.message());
            assertThat(after.position().line()).isEqualTo(before.position().line() + 2);
        });
    }

    @Test
    void aQuestionThatIsTheSameIsNotTriedAgain() {
        Question question = question(FAULTY.replace("0.05", "1"));
        var tried = new AtomicInteger();

        assertThat(certify(Certificates.in(folder), question, "", tried)).isEmpty();
        assertThat(certify(Certificates.in(folder), question, "", tried)).isEmpty();
        assertThat(tried).hasValue(1);

        assertThat(certify(Certificates.in(folder), question, "another widget", tried))
                .isEmpty();
        assertThat(tried).hasValue(2);
    }

    @Test
    void anEditOrAnotherNameMakesItAnotherQuestion() {
        Question question = question(FAULTY.replace("0.05", "1"));

        assertThat(question(FAULTY.replace("0.05", "2")).digest()).isNotEqualTo(question.digest());
        assertThat(question(FAULTY.replace("0.05", "1")).digest()).isEqualTo(question.digest());
        assertThat(question("Before.\n\n" + FAULTY.replace("0.05", "1")).digest())
                .isEqualTo(question.digest());
        assertThat(question("""
                        ---
                        id: example
                        title: An example
                        summary: What it shows.
                        minutes: {read: 1, practice: 1}
                        let: {n: 3}
                        ---
                        """ + FAULTY.replace("0.05", "1")).digest()).isNotEqualTo(question.digest());
    }

    @Test
    void whatCannotBeReadIsFoundAnew() throws IOException {
        ExampleFolder.of(FAULTY).check(Certificates.in(folder));
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.writeString(file, "rubbish");
            }
        }

        assertThat(ExampleFolder.of(FAULTY).check(Certificates.in(folder)).problems())
                .hasSize(1);
    }

    @Test
    void aFolderThatCannotBeUsedIsNoError() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");

        assertThat(ExampleFolder.of(FAULTY).check(Certificates.in(file)).problems())
                .hasSize(1);
    }

    @Test
    void whatARuleThatFellOverHasNotSeenIsLookedAtAgain() {
        Question question = question(FAULTY.replace("0.05", "1"));
        Certificates certificates = Certificates.in(folder);
        var problems = new ArrayList<Problem>();
        Attempt.at(question.position(), Rule.SOLUTION, problems::add, () -> {
            throw new StackOverflowError();
        });
        var tried = new AtomicInteger();

        assertThat(certificates.of(question, "", () -> problems)).isEqualTo(problems);

        assertThat(certify(certificates, question, "", tried)).isEmpty();
        assertThat(tried).hasValue(1);
        assertThat(certify(Certificates.in(folder), question, "", tried)).isEmpty();
        assertThat(tried).hasValue(1);
    }

    private static List<Problem> certify(
            Certificates certificates, Question question, String context, AtomicInteger tried) {
        return certificates.of(question, context, () -> {
            tried.incrementAndGet();
            return List.of();
        });
    }

    private static Question question(String text) {
        return ExampleFolder.of(text)
                .check()
                .course()
                .lessons()
                .getFirst()
                .questions()
                .getFirst();
    }
}
