package dev.surprisal.widget;

import dev.surprisal.math.distribution.Bernoulli;
import dev.surprisal.math.distribution.Categorical;
import dev.surprisal.math.distribution.Distribution;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What content has set on a widget: names with values, read by {@link Widget#initial}.
 *
 * <p>Every method that reads throws an {@link IllegalArgumentException} that names the parameter and what it accepts.
 */
public final class Parameters {

    private static final Parameters NONE = new Parameters(Map.of());

    private final Map<String, Value> given;

    private Parameters(Map<String, Value> given) {
        this.given = given;
    }

    private sealed interface Value {
        record Word(String word) implements Value {}

        record Numbers(List<Double> numbers) implements Value {}

        record Of(Distribution distribution) implements Value {}
    }

    /** Nothing set: the widget starts as it likes. */
    public static Parameters none() {
        return NONE;
    }

    public Parameters with(String name, String word) {
        return with(name, new Value.Word(word));
    }

    public Parameters with(String name, List<Double> numbers) {
        return with(name, new Value.Numbers(List.copyOf(numbers)));
    }

    public Parameters with(String name, Distribution distribution) {
        return with(name, new Value.Of(distribution));
    }

    private Parameters with(String name, Value value) {
        var more = new HashMap<>(given);
        more.put(name, value);
        return new Parameters(Map.copyOf(more));
    }

    /** These parameters, none of which the widget does not declare. */
    public Parameters onlyThoseOf(Widget<?> widget) {
        List<String> known =
                widget.parameters().stream().map(Parameter::name).sorted().toList();
        for (String name : given.keySet()) {
            if (!known.contains(name)) {
                throw new IllegalArgumentException(
                        widget.kind() + " has no parameter " + name + "; it has " + String.join(", ", known));
            }
        }
        return this;
    }

    /** The given word, one of those the parameter takes, or else the default. */
    public String word(Parameter parameter, String otherwise) {
        return switch (given.get(parameter.name())) {
            case null -> otherwise;
            case Value.Word(String word) when parameter.words().contains(word) -> word;
            case Value.Word(String word) -> throw refused(parameter, word);
            case Value.Numbers _, Value.Of _ -> throw refused(parameter, "no word");
        };
    }

    /** The given numbers, or the probabilities of the given distribution (a coin's success first), or else the default. */
    public List<Double> probabilities(Parameter parameter, List<Double> otherwise) {
        return switch (given.get(parameter.name())) {
            case null -> otherwise;
            case Value.Numbers(List<Double> numbers) -> numbers;
            case Value.Of(Bernoulli(double p)) -> List.of(p, Decimals.complement(p));
            case Value.Of(Categorical categorical) -> boxed(categorical.probabilities());
            case Value.Of(Distribution other) -> throw refused(parameter, other.toString());
            case Value.Word(String word) -> throw refused(parameter, word);
        };
    }

    /** The given number, or else the default. */
    public double number(Parameter parameter, double otherwise) {
        return switch (given.get(parameter.name())) {
            case null -> otherwise;
            case Value.Numbers(List<Double> numbers) when numbers.size() == 1 -> numbers.getFirst();
            case Value.Numbers _ -> throw refused(parameter, "a list");
            case Value.Of(Distribution other) -> throw refused(parameter, other.toString());
            case Value.Word(String word) -> throw refused(parameter, word);
        };
    }

    /** The given distribution; empty when there is none. */
    public Optional<Distribution> distribution(Parameter parameter) {
        return switch (given.get(parameter.name())) {
            case null -> Optional.empty();
            case Value.Of(Distribution distribution) -> Optional.of(distribution);
            case Value.Word(String word) -> throw refused(parameter, word);
            case Value.Numbers _ -> throw refused(parameter, "numbers");
        };
    }

    /** The complaint about a value that the parameter does not take. */
    public static IllegalArgumentException refused(Parameter parameter, String value) {
        return new IllegalArgumentException(parameter.name() + " must be " + parameter.accepts() + ", got " + value);
    }

    private static List<Double> boxed(double[] numbers) {
        return Arrays.stream(numbers).boxed().toList();
    }
}
