package dev.surprisal.check;

import dev.surprisal.content.Problem;
import dev.surprisal.content.Question;
import dev.surprisal.content.Rule;
import java.util.function.Consumer;

/** What a question says can be shown with the numbers of its variants; formulas are typeset for this. */
final class TypesetRule implements QuestionRule {

    @Override
    public Rule rule() {
        return Rule.LATEX;
    }

    @Override
    public void check(Question question, Consumer<Problem> problems) {
        question.wordings()
                .forEach(wording -> wording.problem(question.variation(), Variants.some(question))
                        .ifPresent(problems));
    }
}
