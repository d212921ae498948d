package dev.surprisal.check;

import dev.surprisal.content.Option;
import dev.surprisal.content.Problem;
import dev.surprisal.content.Question;
import dev.surprisal.content.Rule;
import dev.surprisal.content.Task;
import dev.surprisal.question.Posed;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Two options that read the same on a variant could not be told apart. */
final class EqualOptionsRule implements QuestionRule {

    @Override
    public Rule rule() {
        return Rule.OPTIONS;
    }

    @Override
    public void check(Question question, Consumer<Problem> problems) {
        List<Option> options = switch (question.task()) {
            case Task.SingleChoice(var several) -> several;
            case Task.MultipleChoice(var several) -> several;
            case Task.NumberEntry _,
                    Task.Blanks _,
                    Task.Ordering _,
                    Task.Matching _,
                    Task.Explanation _,
                    Task.WidgetState _,
                    Task.Parts _ -> List.of();
        };
        for (int variant : Variants.some(question)) {
            Set<String> seen = new HashSet<>();
            for (Option option : options) {
                if (!seen.add(Posed.of(question, variant).html(option.text()).strip())) {
                    problems.accept(Problem.of(
                            Rule.OPTIONS,
                            question.position(),
                            Variants.on(question, variant) + "two of the options say the same"));
                    return;
                }
            }
        }
    }
}
