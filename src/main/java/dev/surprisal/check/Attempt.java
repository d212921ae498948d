package dev.surprisal.check;

import dev.surprisal.content.Problem;
import dev.surprisal.content.Rule;
import dev.surprisal.content.SourcePosition;
import java.util.function.Consumer;

/** Applies a rule so that, where it fails, there is a problem at one place and not the end of the whole course. */
final class Attempt {

    private Attempt() {}

    static void at(SourcePosition place, Rule rule, Consumer<Problem> problems, Runnable check) {
        try {
            check.run();
        } catch (RuntimeException | StackOverflowError failed) {
            problems.accept(Problem.of(
                    rule, place, "this could not be checked, a fault of the rule and not of the text: " + failed));
        }
    }
}
