package dev.surprisal.expression;

import static dev.surprisal.expression.Parameter.distribution;
import static dev.surprisal.expression.Parameter.distributions;
import static dev.surprisal.expression.Parameter.item;
import static dev.surprisal.expression.Parameter.likelihood;
import static dev.surprisal.expression.Parameter.number;
import static dev.surprisal.expression.Parameter.numberOrNumbers;
import static dev.surprisal.expression.Parameter.numbers;
import static dev.surprisal.expression.Parameter.numbersOrTable;
import static dev.surprisal.expression.Parameter.sequence;
import static dev.surprisal.expression.Parameter.table;
import static dev.surprisal.expression.Parameter.whole;

import dev.surprisal.math.Elementary;
import dev.surprisal.math.LogSpace;
import dev.surprisal.math.Sum;
import dev.surprisal.math.distribution.Bernoulli;
import dev.surprisal.math.distribution.Beta;
import dev.surprisal.math.distribution.Binomial;
import dev.surprisal.math.distribution.Categorical;
import dev.surprisal.math.distribution.Cauchy;
import dev.surprisal.math.distribution.Dirichlet;
import dev.surprisal.math.distribution.Distribution;
import dev.surprisal.math.distribution.Empirical;
import dev.surprisal.math.distribution.Exponential;
import dev.surprisal.math.distribution.Gamma;
import dev.surprisal.math.distribution.Geometric;
import dev.surprisal.math.distribution.Laplace;
import dev.surprisal.math.distribution.Logistic;
import dev.surprisal.math.distribution.Multinomial;
import dev.surprisal.math.distribution.Normal;
import dev.surprisal.math.distribution.Poisson;
import dev.surprisal.math.distribution.Uniform;
import dev.surprisal.math.information.Divergence;
import dev.surprisal.math.information.Entropy;
import dev.surprisal.math.information.JointTable;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import java.util.function.ToDoubleBiFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The words of the language: one line a function. */
final class Vocabulary {

    private static final double LN_2 = 0x1.62e42fefa39efp-1;

    private static final Map<String, Double> CONSTANTS = constants();

    private static final Set<String> WORDS = Set.of("and", "or", "not");

    /** Words of other languages, with what to write here. */
    private static final Map<String, String> ELSEWHERE = Map.of(
            "log", "write ln for the natural logarithm or log2",
            "log10", "write ln(x)/ln(10)",
            "log1p", "write ln(1 + x)",
            "expm1", "write exp(x) - 1",
            "var", "write variance",
            "std", "write sd",
            "inf", "write infinity",
            "nan", "every value is a number here");

    /** What a learner may type: arithmetic and elementary functions, nothing that would do the exercise. */
    static final Vocabulary ELEMENTARY = new Vocabulary(List.of(
            scalar("ln", "x >= 0", Elementary::log),
            scalar("log2", "x >= 0", Elementary::log2),
            scalar("exp", "a number", Elementary::exp),
            scalar("sqrt", "x >= 0", Math::sqrt),
            scalar("abs", "a number", Math::abs)));

    /** What content may use. */
    static final Vocabulary FULL = ELEMENTARY.with(
            family("bernoulli", a -> new Bernoulli(a.number(0)), number("p")),
            family("categorical", a -> Categorical.of(a.numbers(0)), numbers("probabilities")),
            family("binomial", a -> new Binomial(a.whole(0), a.number(1)), whole("n"), number("p")),
            family(
                    "multinomial",
                    a -> new Multinomial(a.whole(0), Categorical.of(a.numbers(1))),
                    whole("n"),
                    numbers("probabilities")),
            family("poisson", a -> new Poisson(a.number(0)), number("rate")),
            family("geometric", a -> new Geometric(a.number(0)), number("p")),
            family("uniform", a -> new Uniform(a.number(0), a.number(1)), number("from"), number("to")),
            family("normal", a -> new Normal(a.number(0), a.number(1)), number("mean"), number("sd")),
            family(
                    "mvnormal",
                    a -> Families.multivariateNormal(a.numbers(0), a.value(1)),
                    numbers("mean"),
                    numbersOrTable("covariance")),
            family("laplace", a -> new Laplace(a.number(0), a.number(1)), number("location"), number("scale")),
            family("logistic", a -> new Logistic(a.number(0), a.number(1)), number("location"), number("scale")),
            family("cauchy", a -> new Cauchy(a.number(0), a.number(1)), number("location"), number("scale")),
            family("exponential", a -> new Exponential(a.number(0)), number("rate")),
            family("gamma", a -> new Gamma(a.number(0), a.number(1)), number("shape"), number("rate")),
            family("beta", a -> new Beta(a.number(0), a.number(1)), number("alpha"), number("beta")),
            family("dirichlet", a -> Dirichlet.of(a.numbers(0)), numbers("alpha")),
            family(
                    "mixture",
                    a -> Families.mixture(a.numbers(0), a.distributions(1)),
                    numbers("weights"),
                    distributions("components")),
            family("empirical", a -> Empirical.of(a.numbers(0)), numbers("data")),
            ofOne("mean", Measures::mean),
            ofOne("variance", Measures::variance),
            ofOne("sd", Measures::sd),
            ofOne("mode", Measures::mode),
            ofOne("entropy", d -> Value.of(Entropy.entropyNats(d))),
            ofOne("perplexity", d -> Value.of(Entropy.perplexity(d))),
            atPoint("pdf", Measures::density, "x"),
            atPoint("logpdf", Measures::logDensity, "x"),
            atPoint("score", Measures::score, "x"),
            atPoint("cdf", Measures::cdf, "x"),
            atPoint("quantile", Measures::quantile, "u"),
            numeric("surprisal", a -> Entropy.surprisalNats(a.number(0)), number("p")),
            ofTwo("kl", Divergence::klNats),
            ofTwo("crossEntropy", Entropy::crossEntropyNats),
            ofTwo("js", Divergence::jsNats),
            ofTwo("jeffreys", Divergence::jeffreysNats),
            ofTwo("tv", Divergence::tv),
            numeric(
                    "alpha",
                    a -> Measures.between(
                            a.distribution(0), a.distribution(1), (p, q) -> Divergence.alpha(p, q, a.number(2))),
                    distribution("p"),
                    distribution("q"),
                    number("alpha")),
            numeric("mutualInformation", a -> JointTable.of(a.table(0)).mutualInformationNats(), table("joint")),
            family("mle", a -> Estimates.mle(a.value(0), a.numbers(1)), Parameter.family("family"), numbers("data")),
            family(
                    "map",
                    a -> Estimates.map(a.value(0), a.numbers(1), a.distribution(2)),
                    likelihood("family"),
                    numbers("data"),
                    distribution("prior")),
            family(
                    "posterior",
                    a -> Estimates.posterior(a.distribution(0), a.value(1), a.numbers(2)),
                    distribution("prior"),
                    likelihood("family"),
                    numbers("data")),
            numeric(
                    "logEvidence",
                    a -> Estimates.logEvidence(a.distribution(0), a.value(1), a.numbers(2)),
                    distribution("prior"),
                    likelihood("family"),
                    numbers("data")),
            function("forwardFit", a -> Fits.forward(a.distribution(0)), distribution("p")),
            function(
                    "reverseFit",
                    a -> Fits.reverse(a.distribution(0), a.distribution(1)),
                    distribution("p"),
                    distribution("start")),
            numeric("nll", a -> Estimates.nll(a.distribution(0), a.numbers(1)), distribution("d"), numbers("data")),
            summary("min", values -> Arrays.stream(values).min().orElseThrow()),
            summary("max", values -> Arrays.stream(values).max().orElseThrow()),
            summary("sum", Sum::of),
            summary("logsumexp", LogSpace::logSumExp),
            function("softmax", a -> Value.of(LogSpace.softmax(a.numbers(0))), numbers("x")),
            numeric("length", a -> Sequences.length(a.value(0)), sequence("x")),
            numeric("count", a -> Sequences.count(a.value(0), a.value(1)), sequence("x"), item("item")),
            function("element", a -> Sequences.element(a.value(0), a.number(1)), sequence("x"), number("place")),
            scalar("floor", "a number", Math::floor),
            scalar("ceil", "a number", Math::ceil),
            scalar("sigmoid", "a number", LogSpace::sigmoid),
            scalar("bits", "a number", nats -> nats / LN_2),
            scalar("nats", "a number", bits -> bits * LN_2));

    private final Map<String, Operation> operations;

    private Vocabulary(List<Operation> operations) {
        var table = new LinkedHashMap<String, Operation>();
        for (Operation operation : operations) {
            if (table.put(operation.name(), operation) != null) {
                throw new IllegalStateException("two functions are called " + operation.name());
            }
        }
        this.operations = Collections.unmodifiableMap(table);
    }

    private Vocabulary with(Operation... more) {
        return new Vocabulary(
                Stream.concat(operations.values().stream(), Stream.of(more)).toList());
    }

    /** The function called {@code name}, or null. */
    @Nullable
    Operation find(String name) {
        return operations.get(name);
    }

    /** The names of all functions. */
    Set<String> names() {
        return operations.keySet();
    }

    /** The constant called {@code name}, or null. */
    static @Nullable Double constant(String name) {
        return CONSTANTS.get(name);
    }

    static Set<String> constantNames() {
        return CONSTANTS.keySet();
    }

    /** Whether content may not give this name to a value. */
    static boolean isReserved(String name) {
        return WORDS.contains(name) || CONSTANTS.containsKey(name);
    }

    static boolean isWord(String name) {
        return WORDS.contains(name);
    }

    /** How many simple steps a function takes, roughly: integrals some, a search over integrals thousands. */
    static int work(Operation operation) {
        return switch (operation.name()) {
            case "reverseFit" -> 5000;
            case "kl", "crossEntropy", "entropy", "js", "jeffreys", "tv", "alpha", "forwardFit", "map", "posterior" ->
                10;
            default -> 1;
        };
    }

    /** What to write for a word that other languages have: "; write ln …", or nothing. */
    static String elsewhere(String name) {
        String advice = ELSEWHERE.get(name);
        return advice == null ? "" : ": " + advice;
    }

    private static Map<String, Double> constants() {
        var constants = new LinkedHashMap<String, Double>();
        constants.put("pi", Math.PI);
        constants.put("e", Math.E);
        constants.put("infinity", Double.POSITIVE_INFINITY);
        return Collections.unmodifiableMap(constants);
    }

    private static Operation scalar(String name, String domain, DoubleUnaryOperator body) {
        return new Operation.Scalar(name, domain, body);
    }

    private static Operation summary(String name, ToDoubleFunction<double[]> body) {
        return new Operation.Summary(name, body);
    }

    private static Operation function(String name, Function<Arguments, Value> body, Parameter... parameters) {
        return new Operation.Plain(name, List.of(parameters), body);
    }

    private static Operation numeric(String name, ToDoubleFunction<Arguments> body, Parameter... parameters) {
        return function(name, arguments -> Value.of(body.applyAsDouble(arguments)), parameters);
    }

    private static Operation family(String name, Function<Arguments, Distribution> body, Parameter... parameters) {
        return function(name, arguments -> new Value.Of(body.apply(arguments)), parameters);
    }

    private static Operation ofOne(String name, Function<Distribution, Value> body) {
        return function(name, a -> body.apply(a.distribution(0)), distribution("d"));
    }

    private static Operation atPoint(String name, BiFunction<Distribution, Value, Value> body, String point) {
        return function(
                name, a -> body.apply(a.distribution(0), a.value(1)), distribution("d"), numberOrNumbers(point));
    }

    private static Operation ofTwo(String name, ToDoubleBiFunction<Distribution, Distribution> body) {
        return numeric(
                name,
                a -> Measures.between(a.distribution(0), a.distribution(1), body),
                distribution("p"),
                distribution("q"));
    }
}
