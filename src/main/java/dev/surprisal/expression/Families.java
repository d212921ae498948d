package dev.surprisal.expression;

import dev.surprisal.math.distribution.Bernoulli;
import dev.surprisal.math.distribution.Beta;
import dev.surprisal.math.distribution.Binomial;
import dev.surprisal.math.distribution.Categorical;
import dev.surprisal.math.distribution.Cauchy;
import dev.surprisal.math.distribution.Continuous;
import dev.surprisal.math.distribution.Dirichlet;
import dev.surprisal.math.distribution.Discrete;
import dev.surprisal.math.distribution.DiscreteMixture;
import dev.surprisal.math.distribution.Distribution;
import dev.surprisal.math.distribution.Empirical;
import dev.surprisal.math.distribution.Exponential;
import dev.surprisal.math.distribution.Gamma;
import dev.surprisal.math.distribution.Geometric;
import dev.surprisal.math.distribution.Laplace;
import dev.surprisal.math.distribution.Logistic;
import dev.surprisal.math.distribution.Mixture;
import dev.surprisal.math.distribution.Multinomial;
import dev.surprisal.math.distribution.MultivariateNormal;
import dev.surprisal.math.distribution.Normal;
import dev.surprisal.math.distribution.Poisson;
import dev.surprisal.math.distribution.Uniform;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** How the language makes a distribution, writes it, and which fields it has. */
final class Families {

    /** A distribution as the call that makes it: the function's name and its arguments in order. */
    private record Form(String name, List<Argument> arguments) {}

    private record Argument(String name, Value value) {}

    /** Fields that every distribution has beside its parameters. */
    private static final List<String> MOMENTS = List.of("mean", "variance", "sd", "mode");

    private Families() {}

    /**
     * A mixture of distributions with a density, or one of discrete distributions.
     *
     * @throws IllegalArgumentException when the components are of both kinds, or vectors
     */
    static Distribution mixture(double[] weights, List<Distribution> components) {
        var continuous = new ArrayList<Continuous>();
        var discrete = new ArrayList<Discrete>();
        for (Distribution component : components) {
            switch (component) {
                case Continuous one -> continuous.add(one);
                case Discrete one -> discrete.add(one);
                case Distribution other ->
                    throw new IllegalArgumentException(
                            "components must be distributions of numbers, got " + printed(other));
            }
        }
        if (!continuous.isEmpty() && !discrete.isEmpty()) {
            throw new IllegalArgumentException("components must all be discrete or all have a density, got "
                    + printed(discrete.getFirst()) + " and " + printed(continuous.getFirst()));
        }
        return discrete.isEmpty() ? Mixture.of(weights, continuous) : DiscreteMixture.of(weights, discrete);
    }

    /** A multivariate normal from the entries' standard deviations or from the rows of a covariance matrix. */
    static Distribution multivariateNormal(double[] mean, Value spread) {
        return Arguments.isTable(spread)
                ? MultivariateNormal.of(mean, Arguments.tableIn(spread))
                : MultivariateNormal.diagonal(mean, Arguments.numbersIn(spread));
    }

    /** As one would type it: {@code normal(0, 2)}. */
    static String printed(Distribution distribution) {
        Form form = form(distribution);
        return form.arguments().stream()
                .map(argument -> argument.value().printed())
                .collect(Collectors.joining(", ", form.name() + "(", ")"));
    }

    /** The same with every digit, empty where an argument cannot be written so. */
    static Optional<String> exact(Distribution distribution) {
        Form form = form(distribution);
        List<Value> arguments = form.arguments().stream().map(Argument::value).toList();
        return new Value.ListOf(arguments)
                .exact()
                .map(list -> form.name() + "(" + list.substring(1, list.length() - 1) + ")");
    }

    /** The names of the fields: parameters under the names that the function's signature shows, and moments. */
    static List<String> fieldNames(Distribution distribution) {
        List<String> names = new ArrayList<>();
        form(distribution).arguments().forEach(argument -> names.add(argument.name()));
        MOMENTS.stream().filter(moment -> !names.contains(moment)).forEach(names::add);
        return names;
    }

    /**
     * One field.
     *
     * @throws IllegalArgumentException when the distribution has no such moment, or not a single one
     */
    static Optional<Value> findField(Distribution distribution, String field) {
        for (Argument argument : form(distribution).arguments()) {
            if (argument.name().equals(field)) {
                return Optional.of(argument.value());
            }
        }
        return switch (field) {
            case "mean" -> Optional.of(Measures.mean(distribution));
            case "variance" -> Optional.of(Measures.variance(distribution));
            case "sd" -> Optional.of(Measures.sd(distribution));
            case "mode" -> Optional.of(Measures.mode(distribution));
            default -> Optional.empty();
        };
    }

    private static Form form(Distribution distribution) {
        return switch (distribution) {
            case Bernoulli(double p) -> form("bernoulli", number("p", p));
            case Categorical c -> form("categorical", numbers("probabilities", c.probabilities()));
            case Binomial(int n, double p) -> form("binomial", number("n", n), number("p", p));
            case Poisson(double rate) -> form("poisson", number("rate", rate));
            case Geometric(double p) -> form("geometric", number("p", p));
            case Empirical empirical -> form("empirical", numbers("data", data(empirical)));
            case DiscreteMixture mixture ->
                form("mixture", numbers("weights", mixture.weights()), components(mixture.components()));
            case Uniform(double from, double to) -> form("uniform", number("from", from), number("to", to));
            case Normal(double mean, double sd) -> form("normal", number("mean", mean), number("sd", sd));
            case Laplace(double location, double scale) ->
                form("laplace", number("location", location), number("scale", scale));
            case Logistic(double location, double scale) ->
                form("logistic", number("location", location), number("scale", scale));
            case Cauchy(double location, double scale) ->
                form("cauchy", number("location", location), number("scale", scale));
            case Exponential(double rate) -> form("exponential", number("rate", rate));
            case Gamma(double shape, double rate) -> form("gamma", number("shape", shape), number("rate", rate));
            case Beta(double alpha, double beta) -> form("beta", number("alpha", alpha), number("beta", beta));
            case Mixture mixture ->
                form("mixture", numbers("weights", mixture.weights()), components(mixture.components()));
            case Multinomial(int n, Categorical outcome) ->
                form("multinomial", number("n", n), numbers("probabilities", outcome.probabilities()));
            case MultivariateNormal normal -> form("mvnormal", numbers("mean", normal.mean()), spread(normal));
            case Dirichlet dirichlet -> form("dirichlet", numbers("alpha", dirichlet.alpha()));
        };
    }

    private static Form form(String name, Argument... arguments) {
        return new Form(name, List.of(arguments));
    }

    private static Argument number(String name, double value) {
        return new Argument(name, Value.of(value));
    }

    private static Argument numbers(String name, double[] values) {
        return new Argument(name, Value.of(values));
    }

    private static Argument components(List<? extends Distribution> components) {
        return new Argument(
                "components",
                new Value.ListOf(components.stream().<Value>map(Value.Of::new).toList()));
    }

    private static Argument spread(MultivariateNormal normal) {
        return normal.isDiagonal()
                ? new Argument("sds", Measures.sd(normal))
                : new Argument("covariance", Value.of(normal.covariance()));
    }

    /** The data in ascending order, repeated as often as they occur. */
    private static double[] data(Empirical empirical) {
        double[] data = new double[empirical.size()];
        int filled = 0;
        for (double value : empirical.values()) {
            int times = (int) Math.floor(empirical.probability(value) * data.length + 0.5);
            for (int i = 0; i < times; i++) {
                data[filled++] = value;
            }
        }
        return data;
    }
}
