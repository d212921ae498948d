package dev.surprisal.learner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.surprisal.learner.Event.Answered;
import dev.surprisal.learner.Event.Assessed;
import dev.surprisal.learner.Event.HintShown;
import dev.surprisal.learner.Event.Item;
import dev.surprisal.learner.Event.SolutionShown;
import dev.surprisal.learner.Event.VariantDrawn;
import dev.surprisal.learner.Event.Verdict;
import dev.surprisal.learner.Event.Visited;
import dev.surprisal.recall.Rating;
import dev.surprisal.store.Kind;
import dev.surprisal.store.NotSavedException;
import dev.surprisal.store.Store;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** On a real SQLite file and on a real PostgreSQL. */
@ParameterizedClass
@EnumSource(Kind.class)
class EventLogTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-14T15:09:26Z"), ZoneOffset.UTC);

    private static final Item WHICH = new Item("kl", "which", "r1", 12);

    @TempDir
    Path folder;

    private final Kind kind;
    private Store store;
    private LearnerRepository learners;
    private EventLog log;

    EventLogTest(Kind kind) {
        this.kind = kind;
    }

    @BeforeEach
    void open() {
        store = Store.open(kind.empty(folder));
        learners = new LearnerRepository(store, CLOCK);
        log = new EventLog(store, CLOCK);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void keepsEveryKindOfEventInTheOrderInWhichItHappened() {
        LearnerId learner = learners.create(LearnerToken.random(), 5);
        List<Event> events = List.of(
                new Visited("kl", "lesson"),
                new Answered("attempt-1", WHICH, "0,25", Verdict.WRONG, "1.0"),
                new Answered(
                        "attempt-1b",
                        WHICH,
                        "0,5",
                        Verdict.WRONG,
                        "1.0",
                        Event.Grounds.of("d1", Map.of("nats", 0.1, "bits", 1e-300))),
                new Answered("attempt-1c", WHICH, "0,5", Verdict.RIGHT, "1.0", Event.Grounds.NONE, 75),
                new Event.Regraded(WHICH, "attempt-1", Verdict.RIGHT, "d1", 0),
                new Event.Regraded(WHICH, "attempt-1", Verdict.WRONG, "d2", 1),
                new HintShown(WHICH, 1),
                new Event.StartedAgain("attempt-again", "kl", "which"),
                new Event.TakenBack("kl", "attempt-again"),
                new Event.StartedAgain("attempt-more", "", ""),
                new HintShown(WHICH, 1, 2),
                new SolutionShown(WHICH, 2),
                new SolutionShown(WHICH, 3, true),
                new Event.Reported("attempt-report", WHICH, "The sign is wrong."),
                new SolutionShown(WHICH),
                new VariantDrawn("attempt-2", new Item("kl", "which", "r1", 13)),
                new Answered("attempt-3", WHICH, "a text", Verdict.KEPT, "1.0"),
                new Assessed("attempt-4", WHICH, 2),
                new Event.Reviewed(new Item("kl", "card-one", "", 0), 0, Rating.GOOD),
                new Event.Reviewed(WHICH, 11, Rating.AGAIN),
                new Answered("attempt-5", WHICH, "1/3", Verdict.RIGHT, "1.0"));

        events.forEach(event -> log.append(learner, event));

        assertThat(log.events(learner)).isEqualTo(events);
    }

    @Test
    void definitionsAreKeptOnceAndForGood() {
        var definitions = new Definitions(store, CLOCK);
        definitions.keep("d1", "which", "number\n…");
        new Definitions(store, CLOCK).keep("d1", "which", "something else");
        definitions.keep("d2", "which", "another");

        assertThat(definitions.all()).isEqualTo(Map.of("d1", "number\n…", "d2", "another"));
    }

    @Test
    void allAnswersComeWithWhoseTheyAre() {
        LearnerId one = learners.create(LearnerToken.random(), 5);
        LearnerId other = learners.create(LearnerToken.random(), 6);
        Answered answered = new Answered(
                "attempt-1", WHICH, "2", Verdict.WRONG, "1.0", Event.Grounds.of("d1", Map.of("nats", 0.1)));
        log.append(one, new Visited("kl", "lesson"));
        log.append(one, answered);
        log.append(other, answered);

        assertThat(log.answers())
                .containsExactlyInAnyOrder(new EventLog.Given(one, answered), new EventLog.Given(other, answered));
        assertThat(log.answers().getFirst().answered().grounds().numbers()).isEqualTo(Map.of("nats", 0.1));
    }

    @Test
    void ofManyDeedsThoseOfALearnerWhoIsGoneAreLeftOut() {
        LearnerId gone = learners.create(LearnerToken.random(), 5);
        LearnerId here = learners.create(LearnerToken.random(), 6);
        new Erasure(store).erase(gone);
        Event visited = new Visited("kl", "lesson");

        log.appendAll(List.of(new EventLog.Deed(gone, visited), new EventLog.Deed(here, visited)));

        assertThat(log.events(here)).containsExactly(visited);
        assertThat(log.events(gone)).isEmpty();
    }

    @Test
    void anEventOfALearnerWhoIsGoneIsRefusedAndTheDatabaseIsWell() {
        LearnerId gone = learners.create(LearnerToken.random(), 5);
        new Erasure(store).erase(gone);

        assertThatThrownBy(() -> log.append(gone, new Visited("kl", "lesson"))).isInstanceOf(NotSavedException.class);

        assertThat(store.hasJustFailed()).isFalse();
    }

    @Test
    void whatGradedAnAnswerLastIsKnownWithoutTheAnswers() {
        LearnerId one = learners.create(LearnerToken.random(), 5);
        LearnerId other = learners.create(LearnerToken.random(), 6);
        Answered answered =
                new Answered("attempt-1", WHICH, "2", Verdict.WRONG, "1.0", Event.Grounds.of("d1", Map.of()));
        log.append(one, answered);
        log.append(one, new Event.Regraded(WHICH, "attempt-1", Verdict.RIGHT, "d2", 0));
        log.append(one, new Event.Regraded(new Item("kl", "which", "r2", 3), "attempt-1", Verdict.RIGHT, "d3", 1));
        assertThat(log.graded()).containsExactly(new EventLog.Graded("which", "r2", "d3"));

        log.append(other, answered);
        assertThat(log.graded())
                .containsExactlyInAnyOrder(
                        new EventLog.Graded("which", "r1", "d1"), new EventLog.Graded("which", "r2", "d3"));
    }

    @Test
    void theLastEventChangesWithTheLogAlone() {
        LearnerId learner = learners.create(LearnerToken.random(), 5);
        assertThat(log.last(learner)).isZero();
        log.append(learner, new Visited("kl", "lesson"));
        long last = log.last(learner);
        log.append(learners.create(LearnerToken.random(), 6), new Visited("kl", "lesson"));

        assertThat(last).isPositive();
        assertThat(log.last(learner)).isEqualTo(last);
        log.append(learner, new Visited("kl", "practice"));
        assertThat(log.last(learner)).isGreaterThan(last);
    }

    @Test
    void aRepeatedSubmissionIsOneEventAndKeepsTheFirstVerdict() {
        LearnerId learner = learners.create(LearnerToken.random(), 5);
        Answered first = new Answered("attempt-1", WHICH, "2", Verdict.WRONG, "1.0");
        log.append(learner, first);

        Event kept = log.append(learner, new Answered("attempt-1", WHICH, "3", Verdict.RIGHT, "1.0"));

        assertThat(kept).isEqualTo(first);
        assertThat(log.events(learner)).containsExactly(first);
    }

    @Test
    void learnersDoNotSeeEachOthersEventsEvenUnderTheSameAttemptId() {
        LearnerId ada = learners.create(LearnerToken.random(), 5);
        LearnerId bo = learners.create(LearnerToken.random(), 5);
        Answered answered = new Answered("attempt-1", WHICH, "2", Verdict.WRONG, "1.0");

        log.append(ada, answered);
        log.append(bo, answered);

        assertThat(log.events(ada)).hasSize(1);
        assertThat(log.events(bo)).hasSize(1);
    }

    /** Two tabs, or two servers, that send at the same moment. */
    @Test
    void whatManyWriteAtOnceIsAllThereOnceAndInTheOrderOfItsCommits() throws Exception {
        LearnerId learner = learners.create(LearnerToken.random(), 5);
        int threads = 8;
        int each = 25;
        try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            List<Callable<Void>> writers = new ArrayList<>();
            for (int thread = 0; thread < threads; thread++) {
                int start = thread % 2 * each; // so that each attempt comes from four of them
                writers.add(() -> {
                    for (int attempt = start; attempt < start + each; attempt++) {
                        log.append(learner, new Answered("attempt-" + attempt, WHICH, "2", Verdict.WRONG, "1.0"));
                    }
                    return null;
                });
            }
            for (Future<Void> done : pool.invokeAll(writers)) {
                done.get();
            }
        }

        assertThat(log.events(learner))
                .extracting(Event::id)
                .doesNotHaveDuplicates()
                .hasSize(2 * each);
    }

    @Test
    void hostileTextIsKeptAsText() {
        LearnerId learner = learners.create(LearnerToken.random(), 5);
        Answered answered = new Answered(
                "attempt-1", WHICH, "'); drop table event; -- <script>\u0000\ud83c ∞ 🎲", Verdict.WRONG, "1.0");

        log.append(learner, answered);

        assertThat(log.events(learner)).containsExactly(answered);
        assertThat(answered.input()).isEqualTo("'); drop table event; -- <script>\ufffd\ufffd ∞ 🎲");
    }

    @Test
    void aLearnerIsFoundByTheTokenAndTheDatabaseDoesNotHoldIt() {
        LearnerToken token = LearnerToken.random();
        LearnerId learner = learners.create(token, 5);

        assertThat(learners.find(token)).contains(learner);
        assertThat(learners.seed(learner)).isEqualTo(5);
        assertThat(learners.find(LearnerToken.random())).isEmpty();
        assertThat(store.read()
                        .sql("select token_digest from learner")
                        .query(String.class)
                        .single())
                .doesNotContain(token.value());
        assertThat(token.toString()).doesNotContain(token.value());
    }

    @Test
    void aTokenAndAnAttemptIdHaveTheirForm() {
        assertThat(LearnerToken.find("short")).isEmpty();
        assertThat(LearnerToken.find("' or 1=1 --aaaaaaaaaaaaaaaaaaaaaa")).isEmpty();
        assertThatThrownBy(() -> new Answered("<b>", WHICH, "2", Verdict.WRONG, "1.0"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("attempt id");
    }
}
