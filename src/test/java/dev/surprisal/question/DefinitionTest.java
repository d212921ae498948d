package dev.surprisal.question;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.surprisal.check.OwnCourse;
import dev.surprisal.content.Question;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What is kept of a question is enough to grade again, to the bit of every key. */
class DefinitionTest {
    private static final int ANSWERS = 10_000;

    private final Random random = new Random(20261121);
    private final GeneratedAnswers answers = new GeneratedAnswers(random);

    @Test
    void tenThousandAnswersToTheCourseGetTheirVerdictsAgain() {
        List<Question> items = OwnCourse.checked().course().lessons().stream()
                .flatMap(lesson -> lesson.questions().stream())
                .flatMap(question -> question.items().stream())
                .toList();
        Map<Question, Definition.Grader> kept = items.stream()
                .collect(Collectors.toMap(
                        Function.identity(),
                        item -> new Definition(Definition.of(item).orElseThrow().text()).grading()));
        var verdicts = new HashMap<String, Integer>();

        for (int i = 0; i < ANSWERS; i++) {
            Question item = items.get(random.nextInt(items.size()));
            int variant = random.nextInt(item.variation().size());
            Map<String, Double> own = answers.own(item);
            String input = answers.input(item, variant, own);

            Verdict then = Grading.grade(new Posed(item, variant, own), input);
            Verdict again = Objects.requireNonNull(kept.get(item)).grade(variant, input, own);

            assertThat(again.getClass()).as("%s on %s", input, item.id()).isEqualTo(then.getClass());
            verdicts.merge(then.getClass().getSimpleName(), 1, Integer::sum);
        }

        assertThat(verdicts).containsOnlyKeys("Right", "Wrong", "Kept", "Unreadable");
        assertThat(verdicts.get("Right")).isGreaterThan(ANSWERS / 10);
        assertThat(verdicts.get("Wrong")).isGreaterThan(ANSWERS / 10);
    }

    @Test
    void anotherCoreVersionGivesOtherVerdicts() {
        // As if the core had been corrected since: the same log, another key
        Definition then = Definition.of(Questions.number("what", "0.25", "abs 0.01", List.of()))
                .orElseThrow();
        Definition now = new Definition(then.text().replace("0.25", "0.27"));

        assertThat(then.grade(0, "0.245", Map.of())).isInstanceOf(Verdict.Right.class);
        assertThat(now.grade(0, "0.245", Map.of())).isInstanceOf(Verdict.Wrong.class);
        assertThat(now.id()).isNotEqualTo(then.id());
    }

    @Test
    void whatIsNoDefinitionIsRefused() {
        for (String text : List.of("", "nonsense", "number\naccept", "number\naccept\tabs 1\t)(", "widget\tx")) {
            assertThatThrownBy(() -> new Definition(text).grade(0, "1", Map.of()))
                    .isInstanceOf(RuntimeException.class);
        }
    }
}
