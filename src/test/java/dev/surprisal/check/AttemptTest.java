package dev.surprisal.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surprisal.content.Problem;
import dev.surprisal.content.Question;
import dev.surprisal.content.Rule;
import dev.surprisal.content.SourcePosition;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AttemptTest {

    private static final SourcePosition PLACE = new SourcePosition("lessons/x/lesson.md", 41, 7);

    private final ArrayList<Problem> problems = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(classes = {ArrayIndexOutOfBoundsException.class, StackOverflowError.class})
    void aRuleThatFailsIsAProblemAtItsPlace(Class<? extends Throwable> failure) {
        Attempt.at(PLACE, Rule.EQUATION, problems::add, () -> fail(failure));

        assertThat(problems).singleElement().satisfies(problem -> {
            assertThat(problem.position()).isEqualTo(PLACE);
            assertThat(problem.rule()).isEqualTo("equation");
            assertThat(problem.message()).contains("could not be checked").contains(failure.getSimpleName());
        });
    }

    @Test
    void aRuleThatDoesNotFailSaysWhatItSays() {
        Attempt.at(PLACE, Rule.EQUATION, problems::add, () -> {});

        assertThat(problems).isEmpty();
    }

    @Test
    void aRuleAboutQuestionsThatFailsKeepsNoOtherFromBeingApplied() {
        Question question = ExampleFolder.of(
                        ":::question{#w type=number}\nHow much is 1 + 1?\n\nanswer: 2\naccept: abs 0.1\n:::\n")
                .check()
                .course()
                .lessons()
                .getFirst()
                .questions()
                .getFirst();

        Checker.apply(
                List.of(new Fails(Rule.SOLUTION), new Fails(Rule.FEEDBACK), new TypesetRule()),
                question,
                problems::add);

        assertThat(problems).extracting(Problem::rule).containsExactly("solution", "feedback");
        assertThat(problems).extracting(Problem::position).containsOnly(question.position());
    }

    private record Fails(Rule rule) implements QuestionRule {
        @Override
        public void check(Question question, Consumer<Problem> problems) {
            throw new IllegalStateException("not thought of");
        }
    }

    private static void fail(Class<? extends Throwable> failure) {
        if (failure == StackOverflowError.class) {
            throw new StackOverflowError();
        }
        throw new ArrayIndexOutOfBoundsException(2);
    }
}
