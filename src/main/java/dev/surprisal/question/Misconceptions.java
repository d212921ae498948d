package dev.surprisal.question;

import dev.surprisal.content.Mistake;
import dev.surprisal.content.Task.NumberEntry;
import dev.surprisal.expression.Expression;
import dev.surprisal.expression.ExpressionException;
import dev.surprisal.math.Elementary;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/**
 * The named misconceptions as functions of the question: which number a learner with that misconception arrives at. Most are the
 * question's own expression with some part of it written differently, so they hold on every variant.
 */
public final class Misconceptions {
    private static final double LN_2 = Elementary.log(2);

    private Misconceptions() {}

    /** A part of an answer and what stands there in the mind of whoever is mistaken. */
    private record Rewriting(String form, String by) {}

    /** The first of these forms that an answer has is rewritten, wherever it occurs. */
    private static List<Rewriting> rewritings(Mistake mistake) {
        return switch (mistake) {
            case REVERSED ->
                List.of(
                        new Rewriting("kl(p, q)", "kl(q, p)"),
                        new Rewriting("crossEntropy(p, q)", "crossEntropy(q, p)"));
            case BITS -> List.of();
            case LOG_OF_SUM ->
                List.of(
                        new Rewriting("ln(a + b)", "ln(a) + ln(b)"),
                        new Rewriting("log2(a + b)", "log2(a) + log2(b)"),
                        new Rewriting("logsumexp(x)", "sum(x)"),
                        new Rewriting("ln(sum(x))", "sum(ln(x))"),
                        new Rewriting("sum(ln(x))", "ln(sum(x))"),
                        new Rewriting("ln(a) + ln(b)", "ln(a + b)"));
            case VARIANCE_FOR_SD ->
                List.of(
                        new Rewriting("sd(d)", "variance(d)"),
                        new Rewriting("variance(d)", "sd(d)"),
                        new Rewriting("normal(m, s)", "normal(m, s^2)"),
                        new Rewriting("sqrt(x)", "x"));
            case N_MINUS_ONE ->
                List.of(
                        new Rewriting("variance(empirical(x))", "variance(empirical(x)) * length(x) / (length(x) - 1)"),
                        new Rewriting(
                                "sd(empirical(x))", "sqrt(variance(empirical(x)) * length(x) / (length(x) - 1))"));
            case DENSITY_AS_PROBABILITY ->
                List.of(
                        new Rewriting("cdf(d, b) - cdf(d, a)", "pdf(d, (a + b) / 2)"),
                        new Rewriting("cdf(d, x)", "pdf(d, x)"));
            case MISSING_ENTROPY ->
                List.of(
                        new Rewriting("crossEntropy(p, q)", "kl(p, q)"),
                        new Rewriting("kl(p, q)", "crossEntropy(p, q)"));
            case SWAPPED_CLASS ->
                List.of(
                        new Rewriting("x * ln(a) + y * ln(1 - a)", "y * ln(a) + x * ln(1 - a)"),
                        new Rewriting("sigmoid(x)", "sigmoid(-x)"),
                        new Rewriting("surprisal(p)", "surprisal(1 - p)"),
                        new Rewriting("bernoulli(p)", "bernoulli(1 - p)"));
            case BASE_RATE -> List.of(new Rewriting("p * s / (p * s + q * f)", "s / (s + f)"));
        };
    }

    /** The number that {@code mistake} leads to on this question; empty where it leads to none. */
    public static OptionalDouble value(Mistake mistake, Posed posed, NumberEntry question) {
        if (mistake == Mistake.BITS) {
            double key = posed.key(question);
            return OptionalDouble.of(inBits(question) ? key * LN_2 : key / LN_2);
        }
        Optional<Expression> rewritten = rewritings(mistake).stream()
                .flatMap(each -> question.answer().findRewritten(each.form(), each.by()).stream())
                .findFirst();
        if (rewritten.isEmpty()) {
            return OptionalDouble.empty();
        }
        try {
            double value = rewritten.get().number(posed.scope());
            return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
        } catch (ExpressionException e) {
            // The other direction need not exist, so nobody can arrive at it
            return OptionalDouble.empty();
        }
    }

    /** The forms of answers in which a mistake can be made, for authors; empty where it can be made in any. */
    public static String forms(Mistake mistake) {
        return rewritings(mistake).stream().map(Rewriting::form).collect(Collectors.joining(" or "));
    }

    /** What to say to somebody who made it, HTML. */
    static String feedbackHtml(Mistake mistake, NumberEntry question) {
        return "<p>"
                + switch (mistake) {
                    case REVERSED ->
                        "This is the value of the other direction: the two distributions have changed places. The one on"
                                + " the left does the averaging.";
                    case BITS ->
                        inBits(question)
                                ? "This is the value in nats. The question asks for bits: divide by ln&nbsp;2."
                                : "This is the value in bits. The question asks for nats: multiply by ln&nbsp;2.";
                    case LOG_OF_SUM ->
                        "Here a sum and a logarithm have changed places. The logarithm of a product is the sum of the"
                                + " logarithms; the logarithm of a sum is not.";
                    case VARIANCE_FOR_SD ->
                        "Here the variance and the standard deviation have changed places. The variance is the square"
                                + " of the standard deviation.";
                    case N_MINUS_ONE ->
                        "This divides by one less than the number of values. That makes the estimate of a variance"
                                + " unbiased; what is asked for here divides by their number.";
                    case DENSITY_AS_PROBABILITY ->
                        "This is a density, not a probability. A probability is the area under the density over an"
                                + " interval; a density can exceed one.";
                    case MISSING_ENTROPY ->
                        "The entropy is missing, or it is in excess: the cross-entropy is the entropy plus the KL"
                                + " divergence.";
                    case SWAPPED_CLASS ->
                        "Here the two classes have changed places: this is the value with the probability of the other"
                                + " one.";
                    case BASE_RATE ->
                        "This weighs the evidence and leaves out how common each case was to begin with. Multiply each"
                                + " likelihood with its prior probability first.";
                }
                + "</p>";
    }

    private static boolean inBits(NumberEntry question) {
        return question.unit().startsWith("bit");
    }
}
