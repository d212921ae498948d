package dev.surprisal.site;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surprisal.content.Card;
import dev.surprisal.content.CourseLoader;
import dev.surprisal.content.Lesson;
import dev.surprisal.content.Loaded;
import dev.surprisal.site.ReviewMarkup.Showing;
import dev.surprisal.site.ReviewQueue.OfCard;
import dev.surprisal.site.ReviewQueue.OfQuestion;
import dev.surprisal.typeset.Typesetter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Two courses that differ in keys, tolerances, feedback, solutions and the backs of cards ask the same, byte for byte, in a review. */
class ReviewMarkupTest {
    private static final Instant NOW = Instant.parse("2026-03-01T09:00:00Z");
    private static final String PLANTED = "zwiebelfisch";

    private static final String LESSON = """
            ---
            id: secrets
            title: Secrets
            summary: A lesson with secrets.
            outcomes: [keep a secret]
            minutes: {read: 1, practice: 1}
            difficulty: light
            status: published
            ---

            ## Questions {#questions}

            :::question{#single type=single}
            Which one?

            - [<1>] The first
              > zwiebelfisch <3>
            - [<2>] The second
            :::

            :::question{#multiple type=multiple}
            Which ones?

            - [<1>] One
            - [x] Two
              > zwiebelfisch <3>
            :::

            :::question{#number type=number unit=nats}
            vary: a in {2, 3, 5}
            How much is it for {{a}}?

            answer: a + <3>
            accept: abs 0.0<3>
            solution: zwiebelfisch <3>
            :::

            :::question{#order type=order}
            In which order?

            1. <4>
            2. <5>

            solution: zwiebelfisch <3>
            :::

            :::question{#match type=match}
            Which with which?

            - one -> <4>
            - two -> <5>

            solution: zwiebelfisch <3>
            :::

            :::question{#blank type=blank}
            It is [[= <3> ± 0.01]] there.

            solution: zwiebelfisch <3>
            :::

            :::question{#explain type=explain}
            Why?

            model: zwiebelfisch <3>
            :::

            ::::question{#parts type=parts}
            Both.

            :::part{#one type=number}
            The first?

            answer: <3>
            accept: abs 0.01
            solution: zwiebelfisch <3>
            :::
            ::::
            """;

    private static final String CARDS = """
            - id: card-plain
              front: What is it?
              back: A zwiebelfisch <3>
            - id: card-drawn
              front: Compute.
              back: A zwiebelfisch <3>
              of: number
            """;

    @TempDir
    Path folder;

    @Test
    void whatIsAskedTellsNothingOfTheAnswer() throws IOException {
        List<Showing> one = showings(lesson("one", "x", " ", "1", "here", "there"), 1);
        List<Showing> other = showings(lesson("other", " ", "x", "7", "there", "here"), 1);

        assertThat(one).hasSize(10);
        assertThat(asked(one)).isEqualTo(asked(other)).noneMatch(html -> html.contains(PLANTED));
        assertThat(revealed(one)).allMatch(html -> html.contains(PLANTED)).isNotEqualTo(revealed(other));
    }

    @ParameterizedTest
    @CsvSource({
        "PT0S, 1 minute",
        "PT90S, 2 minutes",
        "PT59M29S, 59 minutes",
        "PT59M31S, 1 hour",
        "PT23H, 23 hours",
        "P1D, 1 day",
        "P59D, 59 days",
        "P60D, 2 months",
        "P3650D, 10 years"
    })
    void anIntervalIsSaidAsOneWouldSayIt(Duration interval, String words) {
        assertThat(ReviewMarkup.interval(interval)).isEqualTo(words);
    }

    private static List<String> asked(List<Showing> showings) {
        return showings.stream()
                .map(showing -> ReviewMarkup.asked("/", showing, 3))
                .toList();
    }

    private static List<String> revealed(List<Showing> showings) {
        return showings.stream()
                .map(showing -> ReviewMarkup.revealed("/", showing, 3, Optional.empty(), NOW))
                .toList();
    }

    private static List<Showing> showings(Lesson lesson, int variant) {
        Stream<Card> cards = lesson.cards().stream();
        return Stream.concat(
                        cards.map(card -> new Showing(new OfCard(lesson, card), 0, variant)),
                        QuestionPlace.of(lesson).stream()
                                .map(place -> new Showing(new OfQuestion(lesson, place), 0, variant)))
                .toList();
    }

    private static String filled(String text, String... secrets) {
        String filled = text;
        for (int i = 0; i < secrets.length; i++) {
            filled = filled.replace("<" + (i + 1) + ">", secrets[i]);
        }
        return filled;
    }

    private Lesson lesson(String name, String... secrets) throws IOException {
        Path content = folder.resolve(name);
        Path lesson = Files.createDirectories(content.resolve("lessons/secrets"));
        Files.writeString(
                content.resolve("course.yaml"),
                "title: T\ndescription: D\nauthors: [N]\nmodules:\n  - title: M\n    lessons: [secrets]\n");
        Files.writeString(lesson.resolve("lesson.md"), filled(LESSON, secrets));
        Files.writeString(lesson.resolve("practice.md"), "Turn them.\n");
        Files.writeString(lesson.resolve("cards.yaml"), filled(CARDS, secrets));
        Loaded loaded = CourseLoader.load(content, Typesetter.inMemory());
        assertThat(loaded.problems()).isEmpty();
        return loaded.course().lessons().getFirst();
    }
}
