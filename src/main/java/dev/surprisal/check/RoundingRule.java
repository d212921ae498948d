package dev.surprisal.check;

import dev.surprisal.content.Acceptance;
import dev.surprisal.content.Problem;
import dev.surprisal.content.Question;
import dev.surprisal.content.Rule;
import dev.surprisal.content.Task;
import dev.surprisal.expression.Expression;
import dev.surprisal.expression.ExpressionException;
import dev.surprisal.expression.Format;
import dev.surprisal.expression.ProseNumber;
import dev.surprisal.expression.Scope;
import dev.surprisal.expression.Value;
import dev.surprisal.math.Decimal;
import dev.surprisal.math.Elementary;
import dev.surprisal.question.Grading;
import dev.surprisal.question.Posed;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Consumer;

/**
 * A learner who computes with what is on the screen passes: with the numbers as they are shown, those of {@code {{= …}}} too, with
 * the results of earlier parts rounded to four digits, and with a result rounded likewise.
 */
final class RoundingRule {

    /** Of results as people write them down: four significant digits. */
    private static final int DIGITS = 4;

    /** From here on four digits would not even be a whole number. */
    private static final double WHOLE = 1e4;

    private static final double LN_2 = Elementary.log(2);

    private RoundingRule() {}

    /**
     * @param question in which {@code item} is asked, or the item itself: what is shown above the parts is on the screen too
     */
    static void check(Question question, Question item, Consumer<Problem> problems) {
        List<ProseNumber> printed = new ArrayList<>(question.stem().numbers());
        if (!item.equals(question)) {
            item.earlier().forEach(part -> printed.addAll(part.stem().numbers()));
            printed.addAll(item.stem().numbers());
        }
        item.numbers().forEach(number -> check(item, number, printed, problems));
    }

    private static void check(
            Question question, Task.NumberEntry number, List<ProseNumber> printed, Consumer<Problem> problems) {
        for (int variant = 0; variant < question.variation().size(); variant++) {
            try {
                Map<String, Double> own = rounded(question, variant);
                Scope scope = question.scope(variant, own);
                Expression answer = withPrinted(number.answer(), printed, question.scope(variant));
                double result = answer.finiteNumber(asShown(question, scope));
                var posed = new Posed(question, variant, own);
                if (!Grading.accepts(posed, number, written(result, number.accept()))) {
                    problems.accept(Problem.of(
                            Rule.ROUNDING,
                            question.position(),
                            Variants.on(question, variant) + "with the numbers on the screen one gets "
                                    + written(result, number.accept()) + ", which is not accepted for the key "
                                    + Decimal.significant(posed.key(number), 6)));
                    return;
                }
            } catch (ExpressionException failed) {
                problems.accept(Problem.of(
                        Rule.ROUNDING,
                        question.position(),
                        Variants.on(question, variant) + "with the numbers on the screen there is no result: "
                                + failed.getMessage()));
                return;
            }
        }
    }

    /** The answer with every part of it that the question prints as it is printed, the longest first. */
    private static Expression withPrinted(Expression answer, List<ProseNumber> printed, Scope scope) {
        List<ProseNumber> longest = printed.stream()
                .sorted(Comparator.comparingInt((ProseNumber number) ->
                                number.expression().toString().length())
                        .reversed())
                .toList();
        Expression shown = answer;
        for (ProseNumber number : longest) {
            OptionalDouble value = onScreen(number, scope);
            if (value.isPresent()) {
                shown = shown.findReplaced(number.expression(), value.getAsDouble())
                        .orElse(shown);
            }
        }
        return shown;
    }

    /** What a reader makes of a printed number, in the unit of its expression. */
    private static OptionalDouble onScreen(ProseNumber number, Scope scope) {
        OptionalDouble read = Grading.number(number.print(scope));
        boolean inBits = number instanceof ProseNumber.Computed(var _, var _, Format format)
                && format.scale() == Format.Scale.BITS;
        return inBits && read.isPresent() ? OptionalDouble.of(read.getAsDouble() * LN_2) : read;
    }

    /** The result as one writes it down: whole numbers in full. */
    private static String written(double result, Acceptance accept) {
        if (accept instanceof Acceptance.Digits(int count)) {
            return Decimal.significant(result, count);
        }
        return Math.abs(result) < WHOLE ? Decimal.significant(result, DIGITS) : Decimal.fixed(result, 0);
    }

    private static Map<String, Double> rounded(Question question, int variant) {
        Map<String, Double> own = new HashMap<>();
        for (Question part : question.earlier()) {
            if (part.task() instanceof Task.NumberEntry number) {
                double key = number.answer().finiteNumber(part.scope(variant));
                own.put(part.id().part(), Decimal.parse(Decimal.significant(key, DIGITS)));
            }
        }
        return own;
    }

    /** The names of the variant with the values that are printed for them. */
    private static Scope asShown(Question question, Scope scope) {
        Scope shown = scope;
        for (String name : question.variation().names()) {
            shown = shown.with(name, printed(scope.find(name).orElseThrow()));
        }
        return shown;
    }

    private static Value printed(Value value) {
        return switch (value) {
            case Value.Number number -> Value.of(Decimal.parse(number.printed().replace("∞", "Infinity")));
            case Value.ListOf(List<Value> elements) ->
                new Value.ListOf(elements.stream().map(RoundingRule::printed).toList());
            case Value.Text _, Value.Truth _, Value.Of _, Value.Record _ -> value;
        };
    }
}
