package dev.surprisal.question;

import dev.surprisal.content.Mistake;
import dev.surprisal.content.Task.NumberEntry;
import dev.surprisal.expression.Expression;
import dev.surprisal.expression.ExpressionException;
import dev.surprisal.math.Elementary;
import java.util.Optional;
import java.util.OptionalDouble;

/** The named misconceptions as functions of the question: which number a learner with that misconception arrives at. */
public final class Misconceptions {
    private static final double LN_2 = Elementary.log(2);

    private Misconceptions() {}

    /** The number that {@code mistake} leads to on this question; empty where it leads to none. */
    public static OptionalDouble value(Mistake mistake, Posed posed, NumberEntry question) {
        return switch (mistake) {
            case REVERSED -> reversed(posed, question);
            case BITS -> {
                double key = posed.key(question);
                yield OptionalDouble.of(inBits(question) ? key * LN_2 : key / LN_2);
            }
        };
    }

    /** What to say to somebody who made it, HTML. */
    static String feedbackHtml(Mistake mistake, NumberEntry question) {
        return switch (mistake) {
            case REVERSED ->
                "<p>This is the value of the other direction: the two distributions have changed places. The one on the left"
                        + " does the averaging.</p>";
            case BITS ->
                inBits(question)
                        ? "<p>This is the value in nats. The question asks for bits: divide by ln&nbsp;2.</p>"
                        : "<p>This is the value in bits. The question asks for nats: multiply by ln&nbsp;2.</p>";
        };
    }

    private static boolean inBits(NumberEntry question) {
        return question.unit().startsWith("bit");
    }

    private static OptionalDouble reversed(Posed posed, NumberEntry question) {
        Optional<Expression> swapped = question.answer()
                .findRewritten("kl(p, q)", "kl(q, p)")
                .or(() -> question.answer().findRewritten("crossEntropy(p, q)", "crossEntropy(q, p)"));
        if (swapped.isEmpty()) {
            return OptionalDouble.empty();
        }
        try {
            double value = swapped.get().number(posed.scope());
            return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
        } catch (ExpressionException e) {
            // The other direction need not exist, so nobody can arrive at it
            return OptionalDouble.empty();
        }
    }
}
