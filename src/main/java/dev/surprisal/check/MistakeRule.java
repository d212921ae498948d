package dev.surprisal.check;

import dev.surprisal.content.Mistake;
import dev.surprisal.content.Problem;
import dev.surprisal.content.Question;
import dev.surprisal.content.Question.NumberQuestion;
import dev.surprisal.content.Rule;
import dev.surprisal.question.Misconceptions;
import java.util.function.Consumer;

/** A named mistake must lead to a number: {@code reversed} means nothing where the answer has no direction. */
final class MistakeRule implements QuestionRule {

    @Override
    public void check(Question question, Consumer<Problem> problems) {
        if (!(question instanceof NumberQuestion number)) {
            return;
        }
        for (Mistake mistake : number.mistakes()) {
            if (Misconceptions.value(mistake, number).isEmpty()) {
                problems.accept(Problem.of(
                        Rule.QUESTION,
                        question.position(),
                        "the mistake " + mistake + " leads to no number for the answer " + number.answer()));
            }
        }
    }
}
