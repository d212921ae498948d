package dev.surprisal.check.formula;

import dev.surprisal.expression.Value;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Names that stand for what the text has said: {@code p = (0.7, 0.3)}, {@code a = {{a}}}. */
public final class Bound implements Setting {

    private final Map<String, Term> said;
    private final Computed computed;
    private final Map<String, double[]> distributions = new HashMap<>();
    private final Set<String> open = new HashSet<>();

    /** @param computed what stands in double braces */
    public Bound(Map<String, Term> said, Computed computed) {
        this.said = Map.copyOf(said);
        this.computed = computed;
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
            when computed.find(source).orElse(null) instanceof Value.ListOf(var elements) -> numbers(elements);
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
        return computed.number(source);
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
