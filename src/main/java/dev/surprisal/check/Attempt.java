package dev.surprisal.check;

import dev.surprisal.content.Problem;
import dev.surprisal.content.Rule;
import dev.surprisal.content.SourcePosition;
import java.util.List;
import java.util.function.Consumer;

/** Applies a rule so that, where it fails, there is a problem at one place and not the end of the whole course. */
final class Attempt {

    /** Says of a problem that it is none of the text: what was found beside it is not all that there is. */
    private static final String NOT_CHECKED = "this could not be checked, a fault of the rule and not of the text: ";

    private Attempt() {}

    static void at(SourcePosition place, Rule rule, Consumer<Problem> problems, Runnable check) {
        try {
            check.run();
        } catch (RuntimeException | StackOverflowError failed) {
            problems.accept(Problem.of(rule, place, NOT_CHECKED + failed));
        }
    }

    /** Whether every rule ran to its end; what rules that fell over would have found may be another the next time. */
    static boolean succeeded(List<Problem> problems) {
        return problems.stream().noneMatch(problem -> problem.message().startsWith(NOT_CHECKED));
    }
}
