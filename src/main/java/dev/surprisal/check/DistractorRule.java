package dev.surprisal.check;

import dev.surprisal.content.Problem;
import dev.surprisal.content.Question;
import dev.surprisal.content.Rule;
import dev.surprisal.content.Task;
import dev.surprisal.content.WrongValue;
import dev.surprisal.math.Decimal;
import dev.surprisal.question.Grading;
import dev.surprisal.question.Posed;
import dev.surprisal.question.Verdict;
import java.util.function.Consumer;

/** A wrong value must not be taken for the key: graded like a learner's answer, it is right on no variant. */
final class DistractorRule implements QuestionRule {

    @Override
    public void check(Question question, Consumer<Problem> problems) {
        if (!(question.task() instanceof Task.NumberEntry number)) {
            return;
        }
        for (WrongValue wrong : number.wrongValues()) {
            for (int variant = 0; variant < question.variation().size(); variant++) {
                Posed posed = Posed.of(question, variant);
                double value = wrong.value().finiteNumber(question.scope(variant));
                if (Grading.grade(posed, Decimal.shortest(value)) instanceof Verdict.Right) {
                    problems.accept(Problem.of(
                            Rule.DISTRACTOR_IN_TOLERANCE,
                            wrong.position(),
                            Variants.on(question, variant) + "this wrong value is " + Decimal.significant(value, 6)
                                    + ", which is accepted for the key " + Decimal.significant(posed.key(number), 6)));
                    break;
                }
            }
        }
    }
}
