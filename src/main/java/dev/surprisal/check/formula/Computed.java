package dev.surprisal.check.formula;

import dev.surprisal.check.formula.Setting.NoValue;
import dev.surprisal.expression.ExpressionException;
import dev.surprisal.expression.Format;
import dev.surprisal.expression.ProseNumber;
import dev.surprisal.expression.Scope;
import dev.surprisal.expression.Value;
import dev.surprisal.math.Elementary;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The numbers in double braces, where names have the values of one variant: each is computed once, however many formulas and rules ask
 * for it, and none any more when all of them are more work than was granted. Used by one thread.
 */
public final class Computed {

    private static final double LN_2 = Elementary.log(2);

    private final Scope scope;
    private final Map<String, OptionalDouble> known = new HashMap<>();
    private int workLeft;

    /** @param most work, as expressions count it */
    public Computed(Scope scope, int most) {
        this.scope = scope;
        this.workLeft = most;
    }

    /** The value of a name. */
    Optional<Value> find(String name) {
        return scope.find(name);
    }

    /**
     * The number that {@code {{…}}} puts there.
     *
     * @throws NoValue when it is none, or is not computed any more
     */
    double number(String source) {
        OptionalDouble number = known.get(source);
        if (number == null) {
            number = compute(source);
            known.put(source, number);
        }
        return number.orElseThrow(() -> new NoValue(source));
    }

    private OptionalDouble compute(String source) {
        if (!source.startsWith("=")) {
            return scope.find(source).orElse(null) instanceof Value.Number(double number)
                    ? OptionalDouble.of(number)
                    : OptionalDouble.empty();
        }
        try {
            Optional<ProseNumber> number = ProseNumber.find(source);
            return number.isPresent() ? compute(number.get()) : OptionalDouble.empty();
        } catch (ExpressionException unreadable) {
            return OptionalDouble.empty(); // reported where it is read to be shown
        }
    }

    private OptionalDouble compute(ProseNumber number) {
        int work = number.expression().work();
        if (work > workLeft) {
            return OptionalDouble.empty();
        }
        workLeft -= work;
        double value = number.expression().number(scope);
        boolean bits = number instanceof ProseNumber.Computed(var _, var _, Format format)
                && format.scale() == Format.Scale.BITS;
        return OptionalDouble.of(bits ? value / LN_2 : value);
    }
}
