package dev.surprisal.check;

import dev.surprisal.content.Acceptance;
import dev.surprisal.content.Problem;
import dev.surprisal.content.Question;
import dev.surprisal.content.Rule;
import dev.surprisal.content.Task;
import dev.surprisal.math.Decimal;
import dev.surprisal.question.Posed;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * A tolerance is small beside the answer: one of more than a twentieth of it takes other numbers for it. Who asks for the nearest whole number
 * says so.
 */
final class ToleranceRule implements QuestionRule {

    private static final double LARGEST_SHARE = 0.05;

    private static final Pattern NEAREST = Pattern.compile("\\b(?:nearest|rounded)\\b");

    @Override
    public Rule rule() {
        return Rule.TOLERANCE;
    }

    @Override
    public void check(Question question, Consumer<Problem> problems) {
        if (NEAREST.matcher(Told.text(Posed.of(question, 0).html(question.stem())))
                .find()) {
            return;
        }
        for (Task.NumberEntry number : question.numbers()) {
            double[] keys = IntStream.range(0, question.variation().size())
                    .mapToDouble(variant -> Math.abs(Posed.of(question, variant).key(number)))
                    .sorted()
                    .toArray();
            double usual = keys[keys.length / 2];
            double tolerance = widest(number.accept(), usual);
            // A whole number that is asked for to the nearest one has nothing near it to be taken for
            boolean counted = usual == Math.rint(usual) && tolerance < 1;
            if (usual > 0 && !counted && tolerance > LARGEST_SHARE * usual) {
                problems.accept(Problem.of(
                        Rule.TOLERANCE,
                        question.position(),
                        "an answer may be off by " + Decimal.significant(tolerance, 3)
                                + ", more than a twentieth of the usual answer, "
                                + Decimal.significant(usual, 4)));
                return;
            }
        }
    }

    private static double widest(Acceptance accept, double key) {
        return switch (accept) {
            case Acceptance.Abs(var tolerance) -> tolerance.doubleValue();
            case Acceptance.Rel(var tolerance) -> tolerance.doubleValue() * key;
            case Acceptance.Mixed(var tolerance) -> tolerance.doubleValue() * Math.max(1, key);
            case Acceptance.Digits(int count) -> count == 1 ? 0.05 * key : 0;
        };
    }
}
