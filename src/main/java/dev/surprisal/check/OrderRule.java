package dev.surprisal.check;

import dev.surprisal.content.Problem;
import dev.surprisal.content.Question;
import dev.surprisal.content.Rule;
import dev.surprisal.content.Task;
import dev.surprisal.question.Choices;
import java.util.function.Consumer;

/** The order in which things to be ordered are shown is drawn blindly, so that it tells nothing; it must not be the right one by chance. */
final class OrderRule implements QuestionRule {

    @Override
    public Rule rule() {
        return Rule.QUESTION;
    }

    @Override
    public void check(Question question, Consumer<Problem> problems) {
        if (question.task() instanceof Task.Ordering ordering
                && Choices.shown(question.id(), ordering).equals(ordering.items())) {
            problems.accept(Problem.of(
                    Rule.QUESTION,
                    question.position(),
                    "these things happen to be shown in the right order: give one of them another wording"));
        }
    }
}
