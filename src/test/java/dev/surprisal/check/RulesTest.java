package dev.surprisal.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surprisal.content.LessonId;
import dev.surprisal.content.Loaded;
import dev.surprisal.content.Problem;
import dev.surprisal.content.Rule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Each rule has texts that fail it, at the marked place and for no other reason, and texts that pass every rule. */
class RulesTest {

    record Example(Rule rule, boolean fails, int number, String text) {
        @Override
        public String toString() {
            return rule.id() + (fails ? " fails " : " passes ") + number;
        }
    }

    @ParameterizedTest
    @EnumSource(Rule.class)
    void everyRuleHasBothKindsOfExamples(Rule rule) {
        assertThat(examples(rule)).extracting(Example::fails).contains(true, false);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("failing")
    void isFoundAtItsPlace(Example example) {
        var folder = ExampleFolder.of(example.text());

        Loaded loaded = folder.check();

        assertThat(loaded.problems())
                .isNotEmpty()
                .allSatisfy(problem -> {
                    assertThat(problem.rule())
                            .as(problem.toString())
                            .isEqualTo(example.rule().id());
                    assertThat(problem.severity()).isEqualTo(example.rule().severity());
                })
                .extracting(Problem::position)
                .first()
                .isEqualTo(folder.expected());
        boolean shown = loaded.course().find(new LessonId("example")).isPresent();
        assertThat(shown).as("a lesson with an error is not shown").isEqualTo(!loaded.hasErrors() || otherFile(loaded));
    }

    private static boolean otherFile(Loaded loaded) {
        return loaded.problems().stream()
                .noneMatch(problem -> problem.position().file().startsWith(ExampleFolder.FOLDER));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("passing")
    void isNotFoundWhereNothingIsWrong(Example example) {
        assertThat(ExampleFolder.of(example.text()).check().problems()).isEmpty();
    }

    @Test
    void rulesAboutQuestionsDoNotWaitForOtherErrors() {
        var folder = ExampleFolder.of("""
                [A dead link](#nowhere)

                :::question{#w type=number}
                How much is 1 + 1?

                answer: 2
                accept: abs 0.1
                wrong: 2.05 -> Nearly.
                :::
                """);

        assertThat(folder.check().problems())
                .extracting(Problem::rule)
                .containsExactly(Rule.DEAD_LINK.id(), Rule.DISTRACTOR_IN_TOLERANCE.id());
    }

    static Stream<Arguments> failing() {
        return all(true);
    }

    static Stream<Arguments> passing() {
        return all(false);
    }

    private static Stream<Arguments> all(boolean fails) {
        return Arrays.stream(Rule.values())
                .flatMap(rule -> examples(rule).stream())
                .filter(example -> example.fails() == fails)
                .map(Arguments::of);
    }

    private static List<Example> examples(Rule rule) {
        var examples = new ArrayList<Example>();
        for (String section : ("\n" + text(rule)).split("\n=== ", -1)) {
            int lineEnd = section.indexOf('\n');
            if (lineEnd > 0) {
                boolean fails = section.substring(0, lineEnd).equals("fails");
                examples.add(new Example(rule, fails, examples.size() + 1, section.substring(lineEnd + 1)));
            }
        }
        return examples;
    }

    private static String text(Rule rule) {
        try (var in = RulesTest.class.getResourceAsStream("rules/" + rule.id() + ".txt")) {
            return in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
