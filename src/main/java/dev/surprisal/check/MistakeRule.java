package dev.surprisal.check;

import dev.surprisal.content.Mistake;
import dev.surprisal.content.Problem;
import dev.surprisal.content.Question;
import dev.surprisal.content.Rule;
import dev.surprisal.content.Task;
import dev.surprisal.math.Decimal;
import dev.surprisal.question.Grading;
import dev.surprisal.question.Misconceptions;
import dev.surprisal.question.Posed;
import dev.surprisal.question.Verdict;
import java.util.OptionalDouble;
import java.util.function.Consumer;

/**
 * A named mistake must lead to a wrong number on some variant: {@code reversed} means nothing where the answer has no direction. On
 * a variant where it leads to the key nobody is told of it, since the key is tried first.
 */
final class MistakeRule implements QuestionRule {

    @Override
    public Rule rule() {
        return Rule.QUESTION;
    }

    @Override
    public void check(Question question, Consumer<Problem> problems) {
        if (!(question.task() instanceof Task.NumberEntry number)) {
            return;
        }
        for (Mistake mistake : number.mistakes()) {
            boolean leadsSomewhere = false;
            boolean wrong = false;
            for (int variant = 0; !wrong && variant < question.variation().size(); variant++) {
                Posed posed = Posed.of(question, variant);
                OptionalDouble value = Misconceptions.value(mistake, posed, number);
                leadsSomewhere |= value.isPresent();
                wrong = value.isPresent()
                        && Grading.grade(posed, Decimal.shortest(value.getAsDouble())) instanceof Verdict.Wrong;
            }
            if (!wrong) {
                problems.accept(Problem.of(
                        Rule.QUESTION,
                        question.position(),
                        "the mistake " + mistake + " leads to "
                                + (leadsSomewhere ? "nothing but the key" : "no number") + " for the answer "
                                + number.answer()
                                + (leadsSomewhere
                                        ? ""
                                        : ": it is for answers in which there is " + Misconceptions.forms(mistake))));
            }
        }
    }
}
