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
    void answersGoWhereTheNumbersOnWhichTheirVerdictsRestAreStillAsked() {
        String key = "number\naccept\tabs 1\t2 * n\n";
        var three = new Definition(key + "name\tn\t3");
        var constant = new Definition("number\naccept\tabs 1\t6");
        var varying = new Definition(key + "vary\tn\nvariant\t2\nvariant\t3");
        var more = new Definition(key.replace("abs 1", "abs 2") + "vary\tn\nvariant\t1\nvariant\t2\nvariant\t3");

        assertThat(new Definition(key + "name\tn\t4").variantLike(three, 0)).isEmpty();
        assertThat(new Definition(key.replace("abs 1", "abs 2") + "name\tn\t3").variantLike(three, 0))
                .hasValue(0);
        assertThat(varying.variantLike(three, 0)).as("it varies since").hasValue(1);
        assertThat(varying.variantLike(new Definition(key + "name\tn\t4"), 0)).isEmpty();
        assertThat(varying.variantLike(constant, 0)).as("nobody knows which").isEmpty();
        assertThat(three.variantLike(varying, 1)).as("it varies no more").hasValue(0);
        assertThat(three.variantLike(varying, 0)).isEmpty();
        assertThat(constant.variantLike(varying, 1)).isEmpty();
        assertThat(more.variantLike(varying, 1)).hasValue(2);
        assertThat(varying.variantLike(more, 0)).isEmpty();
        assertThat(varying.variantLike(more, 4)).as("counted round").hasValue(0);
    }

    @Test
    void statesOfAnotherKindOfWidgetAreNoAnswers() {
        var one = new Definition("widget\tkl-coin\tp=0.5\tkl > 1");

        assertThat(Standing.place(one, new Definition("widget\tkl-coin\tp=0.5\tkl > 2"), 0))
                .hasValue(0);
        assertThat(Standing.place(one, new Definition("widget\tkl-fit\tp=0.5\tkl > 1"), 0))
                .isEmpty();
    }

    @Test
    void whatIsNoDefinitionIsRefused() {
        for (String text : List.of("", "nonsense", "number\naccept", "number\naccept\tabs 1\t)(", "widget\tx")) {
            assertThatThrownBy(() -> new Definition(text).grade(0, "1", Map.of()))
                    .isInstanceOf(RuntimeException.class);
        }
    }
}
