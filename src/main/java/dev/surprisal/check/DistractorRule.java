package dev.surprisal.check;

import dev.surprisal.content.Problem;
import dev.surprisal.content.Question;
import dev.surprisal.content.Question.NumberQuestion;
import dev.surprisal.content.Rule;
import dev.surprisal.content.WrongValue;
import dev.surprisal.math.Decimal;
import dev.surprisal.question.Grading;
import dev.surprisal.question.Verdict;
import java.util.function.Consumer;

/** A wrong value must not be taken for the key: graded like a learner's answer, it is not right. */
final class DistractorRule implements QuestionRule {

    @Override
    public void check(Question question, Consumer<Problem> problems) {
        if (!(question instanceof NumberQuestion number)) {
            return;
        }
        for (WrongValue wrong : number.wrongValues()) {
            if (Grading.grade(question, Decimal.shortest(wrong.value())) instanceof Verdict.Right) {
                problems.accept(Problem.of(
                        Rule.DISTRACTOR_IN_TOLERANCE,
                        wrong.position(),
                        "this wrong value is " + Decimal.significant(wrong.value(), 6)
                                + ", which is accepted for the key " + Decimal.significant(number.key(), 6)));
            }
        }
    }
}
