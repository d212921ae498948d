package dev.surprisal.site;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surprisal.content.LessonId;
import dev.surprisal.content.Question;
import dev.surprisal.content.QuestionId;
import dev.surprisal.content.Task;
import dev.surprisal.learner.Event;
import dev.surprisal.learner.Event.Answered;
import dev.surprisal.learner.Event.Item;
import dev.surprisal.learner.Event.Reviewed;
import dev.surprisal.learner.Event.SolutionShown;
import dev.surprisal.learner.Event.Verdict;
import dev.surprisal.learner.Event.Visited;
import dev.surprisal.learner.EventLog;
import dev.surprisal.learner.LearnerId;
import dev.surprisal.learner.LearnerRepository;
import dev.surprisal.learner.LearnerToken;
import dev.surprisal.learner.Progress;
import dev.surprisal.learner.Reviews;
import dev.surprisal.learner.Tries;
import dev.surprisal.recall.Rating;
import dev.surprisal.site.ReviewSession.Step;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** What comes up in a review, when, and what is said of it, on a small course, a real database and a clock that is moved by hand. */
@SpringBootTest(classes = {LessonViewTest.Rooms.class, ReviewSessionTest.ByHand.class})
class ReviewSessionTest {
    private static final Instant START = Instant.parse("2026-03-01T09:00:00Z");

    private static final String LESSON = """
            ---
            id: asked-again
            title: Asked again
            summary: All of it.
            outcomes: [recall]
            minutes: {read: 1, practice: 1}
            difficulty: light
            status: published
            ---

            ## Questions {#questions}

            :::question{#twice type=number unit=nats}
            vary: a in {3, 5, 7, 9}
            Double {{a}}.

            answer: 2 * a
            accept: abs 0.01
            solution: Add {{a}} to itself.
            :::

            :::question{#pick type=single}
            Which?

            - [x] The right one
              > Because.
            - [ ] The wrong one
              > Not this.
            :::

            :::question{#reach type=widget kind=kl-discrete q="[0.9, 0.1]"}
            Bring them together.

            accept: kl(categorical(state.p), categorical(state.q)) < 0.05 and min(state.p) > 0.4
            solution: Make them equal.
            :::
            """;

    private static final String CARDS = """
            - id: card-plain
              front: What is asked?
              back: What is *answered*.
            - id: card-drawn
              front: Compute it.
              back: By doubling.
              of: twice
            """;

    /** Moved by the tests. */
    static final class MovedClock extends Clock {
        private Instant now = START;

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    @Configuration
    @Import(ReviewSession.class)
    static class ByHand {
        @Bean
        @Primary
        MovedClock movedClock() {
            return new MovedClock();
        }
    }

    @TempDir
    static Path folder;

    @DynamicPropertySource
    static void folders(DynamicPropertyRegistry registry) {
        registry.add("surprisal.data", () -> folder.resolve("data").toString());
        registry.add("surprisal.content", () -> content().toString());
    }

    private static Path content() {
        try {
            Path content = folder.resolve("content");
            Path lesson = Files.createDirectories(content.resolve("lessons/asked-again"));
            Path many = Files.createDirectories(content.resolve("lessons/many"));
            Files.writeString(
                    content.resolve("course.yaml"),
                    "title: T\ndescription: D\nauthors: [N]\nlicence: CC BY 4.0\nmodules:\n  - title: M\n    lessons: [asked-again, many]\n");
            Files.writeString(lesson.resolve("lesson.md"), LESSON);
            Files.writeString(lesson.resolve("practice.md"), "Turn them.\n");
            Files.writeString(lesson.resolve("cards.yaml"), CARDS);
            Files.writeString(
                    many.resolve("lesson.md"),
                    LESSON.substring(0, LESSON.indexOf("## Questions")).replace("asked-again", "many") + "Text.\n");
            Files.writeString(many.resolve("practice.md"), "Turn them.\n");
            var cards = new StringBuilder();
            for (int i = 0; i < 25; i++) {
                cards.append("- id: card-").append(i).append("\n  front: F\n  back: B\n");
            }
            Files.writeString(many.resolve("cards.yaml"), cards);
            return content;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Autowired
    private EventLog log;

    @Autowired
    private LearnerRepository learners;

    @Autowired
    private CurrentCourse course;

    @Autowired
    private MovedClock clock;

    @Autowired
    private ReviewSession session;

    private LearnerId learner;

    @BeforeEach
    void somebodyNew() {
        clock.now = START;
        learner = learners.create(LearnerToken.random(), 5);
    }

    @Test
    void nothingIsDueForSomebodyWhoHasOpenedNothing() {
        assertThat(session.step("/", Optional.empty()).owed()).isZero();
        assertThat(text(step())).contains("Nothing is due.", "once you have opened a lesson");
    }

    @Test
    void theCardsOfALessonComeOnceItWasOpenedAndKeepTheirBacksUntilTheyAreTurned() {
        log.append(learner, new Visited("asked-again", "lesson"));

        Step front = step();
        Step back = session.reveal("/", learner, "card-plain", 0);

        assertThat(text(front)).contains("2 to go");
        assertThat(front.owed()).as("new cards are an offer").isZero();
        assertThat(text(front)).contains("What is asked?", "Show the answer").doesNotContain("answered");
        assertThat(back.html()).contains("What is <em>answered</em>.");
        assertThat(Jsoup.parseBodyFragment(back.html()).select(".review-grade").eachText())
                .containsExactly("1 Again 1 minute", "2 Hard 6 minutes", "3 Good 10 minutes", "4 Easy 8 days");
    }

    @Test
    void aRatingIsKeptOnceAndDecidesWhenTheCardComesAgain() {
        log.append(learner, new Visited("asked-again", "practice"));

        Step next = session.rate("/", learner, "card-plain", 0, 4);
        Step sentAgain = session.rate("/", learner, "card-plain", 0, 1);

        assertThat(id(next)).isEqualTo("card-drawn");
        assertThat(sentAgain).isEqualTo(next);
        assertThat(reviews())
                .containsExactly(new Reviewed(new Item("asked-again", "card-plain", "", 0), 0, Rating.EASY));

        session.rate("/", learner, "card-drawn", 0, 4);
        assertThat(text(step())).contains("Nothing is due. Next on 9 March 2026, 09:00 UTC, in 8 days.");

        clock.now = START.plus(Duration.ofDays(8));
        assertThat(text(step())).contains("2 to go");
        assertThat(step().owed()).as("they have been met by now").isEqualTo(2);
        assertThat(turn(step())).isEqualTo(1);
    }

    @Test
    void aRatingFromNowhereChangesNothing() {
        log.append(learner, new Visited("asked-again", "lesson"));

        session.rate("/", learner, "card-plain", 0, 0);
        session.rate("/", learner, "card-plain", 0, 5);
        session.rate("/", learner, "card-plain", 7, 3);
        session.rate("/", learner, "card-plain", -1, 3);
        session.rate("/", learner, "no-card", 0, 3);
        session.rate("/", learner, "pick", 0, 3);

        assertThat(reviews()).isEmpty();
    }

    @Test
    void aCardOfAQuestionDrawsOtherNumbersEachTimeAndItsAnswerIsThatOfTheNumbers() {
        log.append(learner, new Visited("asked-again", "lesson"));
        Set<Integer> drawn = new HashSet<>();
        for (int turn = 0; turn < 4; turn++) {
            Step back = session.reveal("/", learner, "card-drawn", turn);
            Element card = Jsoup.parseBodyFragment(back.html());
            int doubled = Integer.parseInt(
                    card.select(".review-back .number").getFirst().text());
            assertThat(card.select(".review-front").text()).contains("Double " + doubled / 2);
            drawn.add(doubled);
            session.rate("/", learner, "card-drawn", turn, 1);
            clock.now = clock.now.plus(Duration.ofDays(1));
        }

        int first = question("twice").variation().first(5, new QuestionId("twice"));
        assertThat(drawn)
                .as("all but those of the page")
                .hasSize(3)
                .isSubsetOf(6, 10, 14, 18)
                .doesNotContain(6 + 4 * first);
    }

    @Test
    void theNumbersOfACardThatWasTurnedAreClosedAndTheQuestionIsNeitherTriedNorMissed() {
        Question question = question("twice");
        int variant = question.variation().again(5, question.id(), 0);
        log.append(learner, new Visited("asked-again", "lesson"));

        session.reveal("/", learner, "card-drawn", 0);

        assertThat(log.events(learner))
                .last()
                .isEqualTo(new SolutionShown(new Item("asked-again", "twice", revision(question), variant), 0, true));
        Progress progress = Progress.of(5, log.events(learner), course.edition());
        assertThat(progress.question("twice", variant).closed()).isTrue();
        assertThat(progress.question(
                                "twice",
                                question.variation().next(question.variation().first(5, question.id())))
                        .closed())
                .as("new numbers are not those of the card")
                .isFalse();
        assertThat(LearnerRecord.Standing.of(question, progress)).isEqualTo(LearnerRecord.Standing.OPEN);
        assertThat(Tries.of(log.timed(learner), course.edition()).of("twice")).isEqualTo(Tries.Count.NONE);
        assertThat(Reviews.of(log.timed(learner), course.edition()).missed("twice"))
                .isEmpty();
    }

    @Test
    void aQuestionThatWasMissedComesADayLaterWithOtherNumbers() {
        Question question = question("twice");
        int first = question.variation().first(5, question.id());
        answer("twice", first, "1", Verdict.WRONG);
        answer("twice", first, Integer.toString(6 + 4 * first), Verdict.RIGHT);
        answer("pick", 0, "no option", Verdict.RIGHT);
        clock.now = START.plus(Duration.ofDays(1)).minusSeconds(1);
        assertThat(text(step())).contains("Nothing is due. Next on 2 March 2026, 09:00 UTC, in 1 minute.");

        clock.now = START.plus(Duration.ofDays(1));
        Step front = step();
        Step back = session.reveal("/", learner, "twice", 0);

        assertThat(id(front)).isEqualTo("twice");
        assertThat(text(front))
                .contains("A question that you missed", "In nats.")
                .doesNotContain("to itself");
        assertThat(text(back)).contains("to itself");
        int variant = question.variation().again(5, question.id(), 0);
        assertThat(log.events(learner))
                .last()
                .isEqualTo(new SolutionShown(new Item("asked-again", "twice", revision(question), variant), 0, true));
        assertThat(Progress.of(5, log.events(learner), course.edition()).variant("twice"))
                .hasValue(first);
    }

    @Test
    void aTaskWithAWidgetIsAskedWithTheWidgetAsItBeginsWhateverWasDoneWithItBefore() {
        String start = ((Task.WidgetState) question("reach").task()).initialState();
        answer("reach", 0, "no state", Verdict.WRONG);
        clock.now = START.plus(Duration.ofDays(1));

        Step front = step();

        Element widget = Jsoup.parseBodyFragment(front.html())
                .select(".review-front course-widget")
                .getFirst();
        assertThat(widget.attr("state")).isEqualTo(start);
        assertThat(widget.id()).isEqualTo("reach--widget");
        assertThat(text(front)).contains("Bring them together.").doesNotContain("Make them equal.");
        assertThat(text(session.reveal("/", learner, "reach", 0))).contains("Make them equal.");
    }

    @Test
    void notMoreThanTwentyNewThingsADay() {
        log.append(learner, new Visited("many", "lesson"));
        assertThat(text(step())).contains("20 to go");

        for (int i = 0; i < 20; i++) {
            session.rate("/", learner, id(step()), 0, 4);
        }
        assertThat(text(step())).contains("Nothing is due. Next on 2 March 2026, 09:00 UTC, in 1 day.");

        clock.now = START.plus(Duration.ofDays(1));
        assertThat(text(step())).contains("5 to go");
    }

    private void answer(String question, int variant, String input, Verdict verdict) {
        log.append(
                learner,
                new Answered(
                        "attempt-" + question + input.replace(" ", ""),
                        new Item("asked-again", question, revision(question(question)), variant),
                        input,
                        verdict,
                        "1"));
    }

    private Question question(String id) {
        return course.course()
                .find(new LessonId("asked-again"))
                .orElseThrow()
                .find(new QuestionId(id))
                .orElseThrow();
    }

    private String revision(Question question) {
        return course.edition().find(question.id().value()).orElseThrow().revision();
    }

    private Step step() {
        return session.step("/", Optional.of(learner));
    }

    private List<Event> reviews() {
        return log.events(learner).stream().filter(Reviewed.class::isInstance).toList();
    }

    private static String id(Step step) {
        return Jsoup.parseBodyFragment(step.html()).select(".review-card").attr("data-item");
    }

    private static int turn(Step step) {
        return Integer.parseInt(
                Jsoup.parseBodyFragment(step.html()).select(".review-card").attr("data-turn"));
    }

    private static String text(Step step) {
        return Jsoup.parseBodyFragment(step.html()).text();
    }
}
