package dev.surprisal.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surprisal.audit.Regrading.Decision;
import dev.surprisal.content.Course;
import dev.surprisal.content.CourseLoader;
import dev.surprisal.content.Question;
import dev.surprisal.content.QuestionId;
import dev.surprisal.learner.Event;
import dev.surprisal.learner.Event.Answered;
import dev.surprisal.learner.Event.Grounds;
import dev.surprisal.learner.Event.Item;
import dev.surprisal.learner.Event.Regraded;
import dev.surprisal.learner.EventLog.Given;
import dev.surprisal.learner.LearnerId;
import dev.surprisal.learner.Progress;
import dev.surprisal.question.Definition;
import dev.surprisal.question.Grading;
import dev.surprisal.question.Posed;
import dev.surprisal.question.Revision;
import dev.surprisal.site.Editions;
import dev.surprisal.typeset.Typesetter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditTest {
    private static final LearnerId LEARNER = new LearnerId("somebody");

    private static final String QUESTIONS = """
            :::question{#double type=number}
            vary: a in {1, 2, 3}

            How much is twice {{a}}?

            answer: 2 * a
            accept: abs 0.1
            :::

            ::::question{#both type=parts}
            Two parts.

            :::part{#one type=number}
            The first?

            answer: 4
            accept: abs 0.1
            :::

            :::part{#two type=number}
            Twice the first?

            answer: given.one * 2
            accept: abs 0.1
            :::
            ::::

            :::question{#which type=single}
            Which?

            - [x] This
            - [ ] That
            :::
            """;

    @TempDir
    Path folder;

    private final Map<String, String> definitions = new HashMap<>();
    private final List<Given> log = new ArrayList<>();

    @Test
    void aLogIsReplayedWithTheEarlierResultsThatCounted() throws IOException {
        Course course = course(QUESTIONS);
        answer(course, "both--one", 0, "5", Map.of());
        answer(course, "both--two", 0, "10", Map.of("one", 5.0));
        answer(course, "both--two", 0, "8", Map.of("one", 5.0));
        answer(course, "both--two", 0, "12", Map.of("one", 5.0));
        // Another tab answers the first part anew before this one is in the log: what counted then is in the event
        answer(course, "both--one", 0, "6", Map.of());
        answer(course, "both--two", 0, "10", Map.of("one", 5.0));
        answer(course, "double", 1, "4", Map.of());

        Replay replay = Replay.of(log, definitions);

        assertThat(log)
                .extracting(given -> given.answered().verdict().name())
                .containsExactly("WRONG", "RIGHT", "RIGHT", "WRONG", "WRONG", "RIGHT", "RIGHT");
        assertThat(replay.words()).isEqualTo("7 verdicts are the same, 0 differ");
    }

    @Test
    void aDifferenceIsReportedWithTheCoreThatGraded() throws IOException {
        Course course = course(QUESTIONS);
        answer(course, "double", 1, "4", Map.of());
        Given right = log.getFirst();
        log.set(
                0,
                new Given(
                        LEARNER,
                        new Answered(
                                right.answered().id(),
                                right.answered().item(),
                                "4",
                                Event.Verdict.WRONG,
                                "an-older-core",
                                right.answered().grounds())));
        log.add(new Given(
                LEARNER,
                new Answered("attempt-old", right.answered().item(), "4", Event.Verdict.RIGHT, "an-older-core")));

        Replay replay = Replay.of(log, definitions);

        assertThat(replay.words())
                .isEqualTo("0 verdicts are the same, 1 differs; 1 answer has no definition to be graded by");
        assertThat(replay.differences())
                .singleElement()
                .asString()
                .contains("double", "wrong by the core an-older-core", "right by the present one");
    }

    @Test
    void aChangedKeyIsADryRunFirst() throws IOException {
        Course before = course(QUESTIONS);
        answer(before, "double", 1, "4", Map.of());
        answer(before, "double", 1, "5", Map.of());
        answer(before, "double", 2, "7", Map.of());
        answer(before, "double", 2, "1", Map.of());
        Course after = course(QUESTIONS.replace("{1, 2, 3}", "{0, 1, 2, 3}").replace("2 * a", "2 * a + 1"));

        Regrading regrading = Regrading.of(log, definitions, after);

        assertThat(regrading.words()).isEqualTo("3 verdicts change, 2 up, 1 down");
        assertThat(regrading.byQuestion()).containsOnlyKeys("double");
        assertThat(regrading.outcomes())
                .as("2 and 3 have moved one place in the list")
                .extracting(outcome -> outcome.item().variant())
                .containsExactly(2, 2, 3, 3);
        assertThat(regrading.events(Decision.AS_NOW))
                .extracting(deed -> ((Regraded) deed.event()).verdict().name())
                .containsExactly("WRONG", "RIGHT", "RIGHT", "WRONG");
        assertThat(regrading.events(Decision.NEVER_LOWER))
                .extracting(deed -> ((Regraded) deed.event()).verdict().name())
                .containsExactly("RIGHT", "RIGHT", "RIGHT", "WRONG");
        assertThat(regrading.events(Decision.LEAVE))
                .extracting(deed -> ((Regraded) deed.event()).verdict().name())
                .containsExactly("RIGHT", "WRONG", "WRONG", "WRONG");
    }

    @Test
    void aVerdictStandsUntilARegradeGivesAnother() throws IOException {
        answer(course(QUESTIONS), "double", 1, "5", Map.of());
        Course after = course(QUESTIONS.replace("2 * a", "2 * a + 1"));
        assertThat(attempts("double", after)).isOne();
        assertThat(isRight("double", after)).isFalse();

        apply(Regrading.of(log, definitions, after), Decision.AS_NOW);

        assertThat(attempts("double", after)).isOne();
        assertThat(isRight("double", after)).isTrue();
        assertThat(Regrading.of(log, definitions, after).outcomes())
                .as("there is nothing left to do")
                .isEmpty();
    }

    @Test
    void whatWasRightStaysRightWhereItsToleranceWasMendedAndWhereItIsLeftAtThat() throws IOException {
        answer(course(QUESTIONS), "double", 1, "4.1", Map.of());
        Course narrower = course(QUESTIONS.replace("abs 0.1", "abs 0.01"));
        Course moved = course(QUESTIONS.replace("{1, 2, 3}", "{0, 1, 2, 3}"));
        Course gone = course(QUESTIONS.replace("{1, 2, 3}", "{1, 3, 5}"));
        Course another = course(QUESTIONS
                .replace("#double type=number", "#double type=explain")
                .replace(
                        "vary: a in {1, 2, 3}\n\nHow much is twice {{a}}?\n\nanswer: 2 * a\naccept: abs 0.1",
                        "Why?\n\nmodel: So."));

        assertThat(isRight("double", narrower)).isTrue();
        assertThat(progress(moved).question("double", 2).right())
                .as("its numbers have moved one place in the list")
                .isTrue();
        assertThat(attempts("double", gone))
                .as("these numbers are no longer asked")
                .isZero();
        assertThat(attempts("double", another)).as("a text is asked for by now").isZero();

        apply(Regrading.of(log, definitions, narrower), Decision.LEAVE);
        assertThat(isRight("double", narrower)).isTrue();
        assertThat(Regrading.of(log, definitions, narrower).outcomes())
                .as("that is decided")
                .isEmpty();
    }

    @Test
    void aKeyThatChangesAgainIsRegradedAgainThoughTheRevisionDoesNotNameIt() throws IOException {
        Course first = course(QUESTIONS);
        Course second = course(QUESTIONS.replace("[x] This", "[ ] This").replace("[ ] That", "[x] That"));
        answer(first, "which", 0, key(first, "which", 0), Map.of());
        assertThat(Revision.of(item(first, "which"))).isEqualTo(Revision.of(item(second, "which")));

        apply(Regrading.of(log, definitions, second), Decision.AS_NOW);
        assertThat(isRight("which", second)).isFalse();
        assertThat(isRight("which", first)).as("restored without a regrade").isTrue();

        Regrading back = Regrading.of(log, definitions, first);
        assertThat(back.words()).isEqualTo("1 verdict changes, 1 up, 0 down");
        apply(back, Decision.AS_NOW);
        assertThat(isRight("which", first)).isTrue();

        Regrading there = Regrading.of(log, definitions, second);
        assertThat(there.words()).isEqualTo("1 verdict changes, 0 up, 1 down");
        apply(there, Decision.AS_NOW);
        assertThat(isRight("which", second)).isFalse();
        assertThat(log.getFirst().regraded())
                .extracting(Regraded::id)
                .as("each is an event of its own")
                .doesNotHaveDuplicates()
                .hasSize(3);
    }

    @Test
    void numbersOnWhichNoVerdictRestsAreCarriedOver() throws IOException {
        String questions = QUESTIONS
                .replace("a in {1, 2, 3}", "a in {1, 2, 3}; b in {1, 2}")
                .replace("twice {{a}}?", "twice {{a}} on day {{b}}?")
                .replace("Which?", "vary: c in {1, 2}\nWhich of {{c}}?");
        Course before = course(questions);
        answer(before, "double", 2, "4", Map.of());
        answer(before, "double", 3, "4", Map.of());
        answer(before, "which", 1, key(before, "which", 0), Map.of());
        Course after = course(questions.replace("b in {1, 2}", "b in {1, 7}").replace("c in {1, 2}", "c in {1, 8}"));
        assertThat(Definition.of(item(after, "double"))).isEqualTo(Definition.of(item(before, "double")));
        assertThat(attempts("double", after) + attempts("which", after))
                .as("they stand as they were given")
                .isEqualTo(3);

        Regrading regrading = Regrading.of(log, definitions, after);
        assertThat(regrading.words()).isEqualTo("0 verdicts change, 0 up, 0 down; 3 answers stay as given");
        assertThat(regrading.changes()).allMatch(Regrading.Change::isOfNumbersAlone);
        assertThat(regrading.outcomes())
                .extracting(outcome -> outcome.item().variant())
                .as("each where it was")
                .containsExactly(2, 3, 1);
        apply(regrading, Decision.AS_NOW);

        assertThat(attempts("double", after)).isEqualTo(2);
        assertThat(isRight("which", after)).isTrue();
        assertThat(Regrading.of(log, definitions, after).outcomes()).isEmpty();

        Course again = course(questions.replace("b in {1, 2}", "b in {1, 9}"));
        assertThat(attempts("double", again)).isEqualTo(2);
        assertThat(Regrading.of(log, definitions, again).byQuestion()).containsOnlyKeys("double", "which");
    }

    @Test
    void whatWasRaisedByOneChangeIsNotLoweredByTheNext() throws IOException {
        answer(course(QUESTIONS), "double", 1, "5", Map.of());
        Course raised = course(QUESTIONS.replace("2 * a", "2 * a + 1"));
        Course lowered = course(QUESTIONS.replace("2 * a", "2 * a + 7"));
        apply(Regrading.of(log, definitions, raised), Decision.NEVER_LOWER);
        assertThat(log.getFirst().answered().verdict()).isEqualTo(Event.Verdict.WRONG);

        Regrading regrading = Regrading.of(log, definitions, lowered);
        assertThat(regrading.words()).isEqualTo("1 verdict changes, 0 up, 1 down");
        apply(regrading, Decision.NEVER_LOWER);

        assertThat(isRight("double", lowered)).isTrue();
    }

    @Test
    void answersFromBeforeTheRevisionNamedWhatFollowsStillCount() throws IOException {
        Course course = course(QUESTIONS);
        Question two = item(course, "both--two");
        assertThat(Revision.former(two)).isNotEqualTo(Revision.of(two));
        assertThat(Revision.former(item(course, "both--one"))).isEqualTo(Revision.of(item(course, "both--one")));
        assertThat(Revision.former(item(course(QUESTIONS.replace("Twice the first", "Double it")), "both--two")))
                .isEqualTo(Revision.former(two));
    }

    /** Appends what a regrade does to the log. */
    private void apply(Regrading regrading, Decision decision) {
        for (var deed : regrading.events(decision)) {
            Regraded event = (Regraded) deed.event();
            log.replaceAll(given -> {
                if (!given.answered().id().equals(event.attempt())) {
                    return given;
                }
                List<Regraded> all = new ArrayList<>(given.regraded());
                all.add(event);
                return new Given(given.learner(), given.answered(), all);
            });
        }
    }

    private int attempts(String id, Course course) {
        return progress(course).attempts(id);
    }

    private boolean isRight(String id, Course course) {
        return progress(course).closed(id);
    }

    /** Where the learner stands by the questions of a course. */
    private Progress progress(Course course) {
        List<Event> events = new ArrayList<>();
        for (Given given : log) {
            events.add(given.answered());
            events.addAll(given.regraded());
        }
        return Progress.of(1, events, Editions.yardstick(course, definitions));
    }

    private static String key(Course course, String id, int option) {
        return ((dev.surprisal.content.Task.SingleChoice) item(course, id).task())
                .options()
                .get(option)
                .key();
    }

    @Test
    void anEditOfWordingChangesNothing() throws IOException {
        answer(course(QUESTIONS), "double", 1, "4", Map.of());
        answer(course(QUESTIONS), "both--two", 0, "8", Map.of());

        Regrading regrading = Regrading.of(
                log, definitions, course(QUESTIONS.replace("How much", "What").replace("Twice", "Double")));

        assertThat(regrading.outcomes()).isEmpty();
        assertThat(regrading.words()).isEqualTo("0 verdicts change, 0 up, 0 down");
    }

    @Test
    void anOptionThatWasRewordedCannotBeGradedAnew() throws IOException {
        Course before = course(QUESTIONS);
        Question which = item(before, "which");
        String right = ((dev.surprisal.content.Task.SingleChoice) which.task())
                .options()
                .getFirst()
                .key();
        answer(before, "which", 0, right, Map.of());

        Regrading regrading =
                Regrading.of(log, definitions, course(QUESTIONS.replace("[x] This", "[x] This one here")));

        assertThat(regrading.words()).isEqualTo("0 verdicts change, 0 up, 0 down; 1 answer cannot be graded anew");
    }

    @Test
    void whatCannotBeGradedAnewIsDecidedOnceAndStaysAsItWas() throws IOException {
        Course before = course(QUESTIONS);
        answer(before, "which", 0, key(before, "which", 0), Map.of());
        answer(before, "double", 2, "6", Map.of());
        Course after = course(QUESTIONS.replace("[x] This", "[x] This one here").replace("{1, 2, 3}", "{1, 2}"));
        Regrading regrading = Regrading.of(log, definitions, after);
        assertThat(regrading.ungradable()).hasSize(2);

        apply(regrading, Decision.AS_NOW);

        assertThat(Regrading.of(log, definitions, after).isEmpty()).isTrue();
        assertThat(isRight("which", after)).isTrue();
        assertThat(attempts("double", after)).as("its numbers are gone").isZero();
        assertThat(isRight("double", before)).as("and come back").isTrue();
        Course again = course(QUESTIONS.replace("[x] This", "[x] That one"));
        assertThat(Regrading.of(log, definitions, again).byQuestion()).containsKey("which");
    }

    private void answer(Course course, String id, int variant, String input, Map<String, Double> own) {
        Question item = item(course, id);
        Definition definition = Definition.of(item).orElseThrow();
        definitions.put(definition.id(), definition.text());
        Event.Verdict verdict = Verdicts.stored(Grading.grade(new Posed(item, variant, own), input))
                .orElseThrow();
        log.add(new Given(
                LEARNER,
                new Answered(
                        "attempt-" + log.size(),
                        new Item("example", id, Revision.of(item), variant),
                        input,
                        verdict,
                        "this-core",
                        Grounds.of(definition.id(), own))));
    }

    private static Question item(Course course, String id) {
        return course.lessons().getFirst().find(new QuestionId(id)).orElseThrow();
    }

    private Course course(String questions) throws IOException {
        Path root = Files.createTempDirectory(folder, "content");
        Path lesson = Files.createDirectories(root.resolve("lessons/example"));
        Files.writeString(
                root.resolve("course.yaml"),
                "title: T\ndescription: D\nmodules:\n  - title: M\n    lessons: [example]\n");
        Files.writeString(
                lesson.resolve("lesson.md"),
                "---\nid: example\ntitle: T\nsummary: S.\nminutes: {read: 1, practice: 1}\n---\n" + questions);
        var loaded = CourseLoader.load(root, Typesetter.inMemory());
        assertThat(loaded.problems()).isEmpty();
        return loaded.course();
    }
}
