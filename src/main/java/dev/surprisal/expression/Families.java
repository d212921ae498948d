package dev.surprisal.expression;

import dev.surprisal.math.distribution.Bernoulli;
import dev.surprisal.math.distribution.Categorical;
import dev.surprisal.math.distribution.Distribution;
import dev.surprisal.math.distribution.Mixture;
import dev.surprisal.math.distribution.Normal;
import dev.surprisal.math.distribution.Univariate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How the language writes a distribution and which fields it has. */
final class Families {

    private Families() {}

    /** As one would type it: {@code normal(0, 2)}. */
    static String printed(Distribution distribution) {
        return switch (distribution) {
            case Bernoulli(double p) -> call("bernoulli", Value.of(p));
            case Categorical categorical -> call("categorical", Value.of(categorical.probabilities()));
            case Normal(double mean, double sd) -> call("normal", Value.of(mean), Value.of(sd));
            case Mixture mixture -> call("mixture", Value.of(mixture.weights()), components(mixture));
            default -> distribution.toString();
        };
    }

    private static String call(String name, Value... arguments) {
        return name + "("
                + String.join(
                        ", ", List.of(arguments).stream().map(Value::printed).toList()) + ")";
    }

    /** Its parameters under their own names, and its moments: {@code p.mean}, {@code p.sd}. */
    static Map<String, Value> fields(Distribution distribution) {
        Map<String, Value> fields = new LinkedHashMap<>();
        switch (distribution) {
            case Bernoulli(double p) -> fields.put("p", Value.of(p));
            case Categorical categorical -> fields.put("probabilities", Value.of(categorical.probabilities()));
            case Mixture mixture -> {
                fields.put("weights", Value.of(mixture.weights()));
                fields.put("components", components(mixture));
            }
            default -> {}
        }
        if (distribution instanceof Univariate univariate) {
            fields.put("mean", Value.of(univariate.mean()));
            fields.put("variance", Value.of(univariate.variance()));
            fields.put("sd", Value.of(univariate.standardDeviation()));
        }
        return fields;
    }

    private static Value components(Mixture mixture) {
        return new Value.ListOf(
                mixture.components().stream().<Value>map(Value.Of::new).toList());
    }
}
