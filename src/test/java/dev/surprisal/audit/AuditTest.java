package dev.surprisal.audit;

import static org.assertj.core.api.Assertions.assertThat;

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
        assertThat(regrading.events(false))
                .extracting(deed -> deed.event().verdict().name())
                .containsExactly("WRONG", "RIGHT", "RIGHT", "WRONG");
        assertThat(regrading.events(true))
                .extracting(deed -> deed.event().verdict().name())
                .containsExactly("RIGHT", "RIGHT", "RIGHT", "WRONG");
    }

    @Test
    void whatWasRegradedCountsForTheQuestionAsItIsNow() throws IOException {
        Course before = course(QUESTIONS);
        answer(before, "double", 1, "5", Map.of());
        Course after = course(QUESTIONS.replace("2 * a", "2 * a + 1"));
        String revision = Revision.of(item(after, "double"));
        Regraded regraded =
                Regrading.of(log, definitions, after).events(false).getFirst().event();
        Progress.Yardstick present = new Progress.Yardstick() {
            @Override
            public boolean isPresent(Item item) {
                return item.revision().equals(revision);
            }

            @Override
            public boolean stands(Answered answer) {
                return isPresent(answer.item());
            }
        };

        Progress without = Progress.of(1, List.of(log.getFirst().answered()), present);
        Progress with = Progress.of(1, List.of(log.getFirst().answered(), regraded), present);

        assertThat(without.question("double", 1).attempts()).isZero();
        assertThat(with.question("double", 1).right()).isTrue();
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
