package dev.surprisal.check;

import dev.surprisal.content.Problem;
import dev.surprisal.content.Question;
import dev.surprisal.content.Rule;
import dev.surprisal.content.Task;
import dev.surprisal.content.WrongValue;
import dev.surprisal.math.Decimal;
import dev.surprisal.question.Grading;
import dev.surprisal.question.Posed;
import java.util.List;
import java.util.function.Consumer;

/** A wrong value must not be taken for the key: graded like a learner's answer, it is right on no variant, or not in every blank. */
final class DistractorRule implements QuestionRule {

    @Override
    public Rule rule() {
        return Rule.DISTRACTOR_IN_TOLERANCE;
    }

    @Override
    public void check(Question question, Consumer<Problem> problems) {
        List<Task.NumberEntry> numbers = question.numbers();
        List<WrongValue> wrongValues =
                numbers.isEmpty() ? List.of() : numbers.getFirst().wrongValues();
        for (WrongValue wrong : wrongValues) {
            for (int variant = 0; variant < question.variation().size(); variant++) {
                Posed posed = Posed.of(question, variant);
                double value = wrong.value().finiteNumber(question.scope(variant));
                if (numbers.stream().allMatch(number -> Grading.accepts(posed, number, Decimal.shortest(value)))) {
                    problems.accept(Problem.of(
                            Rule.DISTRACTOR_IN_TOLERANCE,
                            wrong.position(),
                            Variants.on(question, variant) + "this wrong value is " + Decimal.significant(value, 6)
                                    + ", which is accepted for the key "
                                    + Decimal.significant(posed.key(numbers.getFirst()), 6)));
                    break;
                }
            }
        }
    }
}
