package dev.surprisal.check;

import dev.surprisal.content.Problem;
import dev.surprisal.content.Question;
import dev.surprisal.content.Rule;
import dev.surprisal.content.Task;
import dev.surprisal.content.Wording;
import dev.surprisal.expression.Scope;
import dev.surprisal.question.Grading;
import dev.surprisal.question.Posed;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * A solution with numbers in it shows one that the question takes for its answer, in each variant. So the key and the worked
 * solution are two entries of the same number: a slip in one of them is found by the other.
 */
final class SolutionRule implements QuestionRule {

    private static final Pattern DECIMAL = Pattern.compile("\\d\\.\\d");

    @Override
    public Rule rule() {
        return Rule.SOLUTION;
    }

    @Override
    public void check(Question question, Consumer<Problem> problems) {
        Wording solution = question.solution();
        List<Task.NumberEntry> asked = question.numbers();
        if (solution == null || asked.isEmpty()) {
            return;
        }
        List<String> onFirst = Told.numbers(Posed.of(question, 0).html(solution));
        // Whole numbers alone may be counts and powers: such a solution tells the way and not the result
        String shown = Told.text(Posed.of(question, 0).html(solution));
        if (!DECIMAL.matcher(shown).find() && solution.numbers().isEmpty()) {
            return;
        }
        for (Task.NumberEntry number : asked) {
            int wrong = firstWrong(question, number, solution, onFirst);
            if (wrong >= 0) {
                problems.accept(Problem.of(
                        Rule.SOLUTION,
                        question.position(),
                        Variants.on(question, wrong) + "no number in the solution is accepted as the answer, which is "
                                + Posed.of(question, wrong).printedKey(number)));
                return;
            }
        }
    }

    /** The first variant on which no number of the solution is accepted; −1 where there is none. */
    private static int firstWrong(Question question, Task.NumberEntry number, Wording solution, List<String> onFirst) {
        // Where the solution computes, a whole number beside it is no result: "every ratio is 1"
        boolean computes = question.task() instanceof Task.NumberEntry
                && !solution.numbers().isEmpty();
        List<String> results =
                onFirst.stream().filter(text -> !computes || text.contains(".")).toList();
        boolean printed = isAccepted(question, 0, number, printed(question, solution, 0));
        if (!printed) {
            return isAccepted(question, 0, number, results) ? -1 : 0; // it may be one that was put in as it is, {{a}}
        }
        for (int variant : Variants.some(question)) {
            if (!isAccepted(question, variant, number, printed(question, solution, variant))) {
                return variant;
            }
        }
        return -1;
    }

    private static List<String> printed(Question question, Wording solution, int variant) {
        Scope scope = question.variation().at(variant);
        var printed = new ArrayList<String>();
        solution.numbers().forEach(number -> printed.add(number.print(scope)));
        return printed;
    }

    private static boolean isAccepted(Question question, int variant, Task.NumberEntry number, List<String> texts) {
        Posed posed = Posed.of(question, variant);
        return texts.stream().anyMatch(text -> Grading.accepts(posed, number, text));
    }
}
