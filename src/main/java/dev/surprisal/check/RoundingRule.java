package dev.surprisal.check;

import dev.surprisal.content.Acceptance;
import dev.surprisal.content.Problem;
import dev.surprisal.content.Question;
import dev.surprisal.content.Rule;
import dev.surprisal.content.Task;
import dev.surprisal.expression.ExpressionException;
import dev.surprisal.expression.Scope;
import dev.surprisal.expression.Value;
import dev.surprisal.math.Decimal;
import dev.surprisal.question.Grading;
import dev.surprisal.question.Posed;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * A learner who computes with what is on the screen passes: with the numbers as they are shown, with the results of earlier
 * parts rounded to four digits, and with a result rounded likewise.
 */
final class RoundingRule implements QuestionRule {

    /** Of results as people write them down: four significant digits. */
    private static final int DIGITS = 4;

    /** From here on four digits would not even be a whole number. */
    private static final double WHOLE = 1e4;

    @Override
    public void check(Question question, Consumer<Problem> problems) {
        question.numbers().forEach(number -> check(question, number, problems));
    }

    private static void check(Question question, Task.NumberEntry number, Consumer<Problem> problems) {
        for (int variant = 0; variant < question.variation().size(); variant++) {
            try {
                Map<String, Double> own = rounded(question, variant);
                double result = number.answer().finiteNumber(asShown(question, question.scope(variant, own)));
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
