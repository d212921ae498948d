package dev.surprisal.question;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.surprisal.content.CourseLoader;
import dev.surprisal.content.Option;
import dev.surprisal.content.Question;
import dev.surprisal.content.Task;
import dev.surprisal.typeset.Typesetter;
import dev.surprisal.widget.Catalogue;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
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

    @Test
    void tenThousandAnswersToTheCourseGetTheirVerdictsAgain() throws IOException {
        List<Question> items = CourseLoader.load(Path.of("content"), Typesetter.inMemory()).course().lessons().stream()
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
            Map<String, Double> own = own(item);
            String input = input(item, variant, own);

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

    private Map<String, Double> own(Question item) {
        Map<String, Double> own = new HashMap<>();
        for (Question part : item.earlier()) {
            if (random.nextBoolean()) {
                own.put(part.id().part(), Math.rint(random.nextDouble() * 4000) / 1000);
            }
        }
        return own;
    }

    /** An answer as somebody may give it: right, wrong or nonsense. */
    private String input(Question item, int variant, Map<String, Double> own) {
        if (random.nextInt(20) == 0) {
            return "nonsense";
        }
        return switch (item.task()) {
            case Task.SingleChoice(var options) ->
                options.get(random.nextInt(options.size())).key();
            case Task.MultipleChoice(var options) ->
                random.nextBoolean()
                        ? keys(options.stream().filter(Option::right).toList())
                        : options.getFirst().key();
            case Task.Ordering(var lines) -> {
                var order = new ArrayList<>(lines);
                if (random.nextBoolean()) {
                    Collections.shuffle(order, random);
                }
                yield order.stream().map(Task.Item::key).collect(Collectors.joining(Grading.SEPARATOR));
            }
            case Task.Matching matching ->
                matching.pairs().stream()
                        .map(pair -> pair.left().key()
                                + Grading.PARTNER
                                + (random.nextInt(10) < 8
                                                ? pair.right()
                                                : matching.choices().getFirst())
                                        .key())
                        .collect(Collectors.joining(Grading.SEPARATOR));
            case Task.NumberEntry number -> number(item, variant, own, number);
            case Task.Blanks(var blanks) ->
                blanks.stream()
                        .map(blank -> number(item, variant, own, blank))
                        .collect(Collectors.joining(Grading.NEXT_BLANK));
            case Task.WidgetState widget ->
                random.nextBoolean()
                        ? widget.initialState()
                        : Catalogue.reread(widget.kind(), "1~nats~0.5_0.5~0.9954_0.0046")
                                .orElse(widget.initialState());
            case Task.Explanation _ -> "Because.";
            case Task.Parts _ -> throw new IllegalStateException("no item");
        };
    }

    private String number(Question item, int variant, Map<String, Double> own, Task.NumberEntry number) {
        double key = new Posed(item, variant, random.nextBoolean() ? own : Map.of()).carried(number);
        double near = key + (random.nextInt(5) - 2) * 0.001;
        return Double.toString(Math.rint(near * 1e4) / 1e4);
    }

    private static String keys(List<Option> options) {
        return options.stream().map(Option::key).collect(Collectors.joining(Grading.SEPARATOR));
    }
}
