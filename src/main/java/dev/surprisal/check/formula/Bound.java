package dev.surprisal.check.formula;

import dev.surprisal.expression.ExpressionException;
import dev.surprisal.expression.Format;
import dev.surprisal.expression.ProseNumber;
import dev.surprisal.expression.Scope;
import dev.surprisal.expression.Value;
import dev.surprisal.math.Elementary;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Names that stand for what the text has said: {@code p = (0.7, 0.3)}, {@code a = {{a}}}. */
public final class Bound implements Setting {

    private static final double LN_2 = Elementary.log(2);

    private final Map<String, Term> said;
    private final Scope scope;
    private final Map<String, double[]> distributions = new HashMap<>();
    private final Set<String> open = new HashSet<>();

    /** @param scope of what stands in double braces */
    public Bound(Map<String, Term> said, Scope scope) {
        this.said = Map.copyOf(said);
        this.scope = scope;
    }

    /** Computed once: names may be made of names that are made of names, each several times. */
    @Override
    public double[] distribution(String name) {
        double[] before = distributions.get(name);
        if (before != null) {
            return before;
        }
        if (!open.add(name)) {
            throw new NoValue(name); // it is said to be made of itself: p = (H(p), 1)
        }
        try {
            double[] probabilities = read(name);
            distributions.put(name, probabilities);
            return probabilities;
        } finally {
            open.remove(name);
        }
    }

    private double[] read(String name) {
        return switch (said(name)) {
            case Term.Vector(var elements) ->
                elements.stream()
                        .mapToDouble(element -> element.value(this, NO_OUTCOME))
                        .toArray();
            case Term.Inserted(var source)
            when scope.find(source).orElse(null) instanceof Value.ListOf(var elements) -> numbers(elements);
            default -> throw new NoValue(name);
        };
    }

    private static double[] numbers(List<Value> elements) {
        return elements.stream()
                .mapToDouble(element -> {
                    if (element instanceof Value.Number(double number)) {
                        return number;
                    }
                    throw new NoValue("no number");
                })
                .toArray();
    }

    private Term said(String name) {
        Term term = said.get(name);
        if (term == null) {
            throw new NoValue(name);
        }
        return term;
    }

    @Override
    public double number(String name) {
        return said(name).value(this, NO_OUTCOME);
    }

    @Override
    public double inserted(String source) {
        try {
            if (!source.startsWith("=")) {
                if (scope.find(source).orElse(null) instanceof Value.Number(double number)) {
                    return number;
                }
                throw new NoValue(source);
            }
            ProseNumber number = ProseNumber.find(source).orElseThrow(() -> new NoValue(source));
            double value = number.expression().number(scope);
            boolean bits = number instanceof ProseNumber.Computed(var _, var _, Format format)
                    && format.scale() == Format.Scale.BITS;
            return bits ? value / LN_2 : value;
        } catch (ExpressionException unreadable) {
            throw new NoValue(source); // reported where it is read to be shown
        }
    }

    @Override
    public int samples() {
        throw new NoValue("no samples");
    }

    @Override
    public String sampled() {
        throw new NoValue("no samples");
    }
}
