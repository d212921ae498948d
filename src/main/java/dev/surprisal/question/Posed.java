package dev.surprisal.question;

import dev.surprisal.content.Question;
import dev.surprisal.content.Task;
import dev.surprisal.content.Wording;
import dev.surprisal.expression.ExpressionException;
import dev.surprisal.expression.Scope;
import java.math.BigDecimal;
import java.util.Map;

/**
 * A question, or a part of one, as a learner meets it.
 *
 * @param item what is answered by itself
 * @param variant the numbers it is asked with
 * @param own what the learner answered to the earlier parts, by their names; parts without a number are not in it
 */
public record Posed(Question item, int variant, Map<String, Double> own) {

    private static final int SHORT = 6;

    public Posed {
        own = Map.copyOf(own);
    }

    /** As everybody meets it who has answered nothing yet. */
    public static Posed of(Question item, int variant) {
        return new Posed(item, variant, Map.of());
    }

    /** The names of the expressions, earlier parts with their keys. */
    Scope scope() {
        return item.scope(variant);
    }

    /** A wording with this variant's numbers in it. */
    public String html(Wording wording) {
        return wording.html(item.variation().at(variant));
    }

    /** The key, from the keys of the earlier parts. */
    public double key(Task.NumberEntry number) {
        return number.answer().finiteNumber(scope());
    }

    /** The key as it is told to learners: in full where it is short, otherwise to six digits. */
    public String printedKey(Task.NumberEntry number) {
        double key = key(number);
        BigDecimal exact = Tolerance.reference(key);
        return exact.precision() <= SHORT && Math.abs(exact.scale()) <= SHORT
                ? exact.toPlainString().replace('-', '−')
                : Grading.printed(key);
    }

    /** What the answer is with the learner's own earlier results; the key where these lead nowhere. */
    double carried(Task.NumberEntry number) {
        try {
            return number.answer().finiteNumber(item.scope(variant, own));
        } catch (ExpressionException e) {
            return key(number);
        }
    }
}
