package dev.surprisal.widget.information;

import dev.surprisal.math.distribution.Bernoulli;
import dev.surprisal.math.distribution.Beta;
import dev.surprisal.math.distribution.Binomial;
import dev.surprisal.math.distribution.Distribution;
import dev.surprisal.math.distribution.Exponential;
import dev.surprisal.math.distribution.Gamma;
import dev.surprisal.math.distribution.Geometric;
import dev.surprisal.math.distribution.Laplace;
import dev.surprisal.math.distribution.Normal;
import dev.surprisal.math.distribution.Poisson;
import dev.surprisal.math.distribution.Uniform;
import dev.surprisal.math.distribution.Univariate;
import dev.surprisal.widget.Calculator.Input;
import dev.surprisal.widget.Range;
import java.util.ArrayList;
import java.util.List;

/**
 * The families that {@link KlFamilies} knows: their parameters, a pair to start from and the closed form of KL(p‖q) in nats,
 * in which a capital letter stands for a parameter of p and a small one for the same parameter of q, in their order.
 */
final class ParametricFamily {
    static final ParametricFamily NORMAL = new ParametricFamily(
            "normal",
            "Normal",
            List.of(of("mean", "*μ*", real(), -5, 5), of("sd", "*σ*", scale(), 0.1, 5)),
            List.of(0.0, 1.0, 2.0, 1.5),
            "ln(b / B) + (B² + (A − a)²) / (2 · b²) − ½",
            (a, b) -> new Normal(a, b));

    static final ParametricFamily LAPLACE = new ParametricFamily(
            "laplace",
            "Laplace",
            List.of(of("location", "*μ*", real(), -5, 5), of("scale", "*b*", scale(), 0.1, 5)),
            List.of(0.0, 1.0, 2.0, 1.5),
            "ln(b / B) + (B · e^(−|A − a| / B) + |A − a|) / b − 1",
            (a, b) -> new Laplace(a, b));

    static final ParametricFamily UNIFORM = new ParametricFamily(
            "uniform",
            "Uniform",
            List.of(of("from", "from", real(), -5, 5), of("to", "to", real(), -5, 5)),
            List.of(0.0, 1.0, -1.0, 2.0),
            "ln((b − a) / (B − A))",
            (a, b) -> new Uniform(a, b));

    static final ParametricFamily EXPONENTIAL = new ParametricFamily(
            "exponential",
            "Exponential",
            List.of(of("rate", "rate", scale(), 0.1, 5)),
            List.of(1.0, 3.0),
            "ln(A / a) + a / A − 1",
            (a, _) -> new Exponential(a));

    static final ParametricFamily GAMMA = new ParametricFamily(
            "gamma",
            "Gamma",
            List.of(of("shape", "shape", scale(), 0.1, 10), of("rate", "rate", scale(), 0.1, 5)),
            List.of(3.0, 2.0, 2.0, 1.0),
            "(A − a) ψ(A) − ln Γ(A) + ln Γ(a) + a ln(B / b) + A (b − B) / B",
            (a, b) -> new Gamma(a, b));

    static final ParametricFamily BETA = new ParametricFamily(
            "beta",
            "Beta",
            List.of(of("alpha", "*α*", scale(), 0.1, 10), of("beta", "*β*", scale(), 0.1, 10)),
            List.of(3.0, 2.0, 1.0, 1.0),
            "ln B(a, b) − ln B(A, B) + (A − a) ψ(A) + (B − b) ψ(B) + (a − A + b − B) ψ(A + B)",
            (a, b) -> new Beta(a, b));

    static final ParametricFamily BERNOULLI = new ParametricFamily(
            "bernoulli",
            "Bernoulli",
            List.of(of("probability", "P(1)", Range.PROBABILITY, 0, 1)),
            List.of(0.3, 0.6),
            "A ln(A / a) + (1 − A) ln((1 − A) / (1 − a))",
            (a, _) -> new Bernoulli(a));

    static final ParametricFamily BINOMIAL = new ParametricFamily(
            "binomial",
            "Binomial of ten",
            List.of(of("probability", "P(1)", Range.PROBABILITY, 0, 1)),
            List.of(0.3, 0.6),
            "10 · (A ln(A / a) + (1 − A) ln((1 − A) / (1 − a)))",
            (a, _) -> new Binomial(10, a));

    static final ParametricFamily POISSON = new ParametricFamily(
            "poisson",
            "Poisson",
            List.of(of("rate", "*λ*", scale(), 0.1, 10)),
            List.of(4.0, 6.0),
            "A ln(A / a) + a − A",
            (a, _) -> new Poisson(a));

    static final ParametricFamily GEOMETRIC = new ParametricFamily(
            "geometric",
            "Geometric",
            List.of(of(
                    "probability",
                    "P(1)",
                    new Range(0.01, 1, Range.Kind.ANY, "Enter a probability from 0.01 to 1."),
                    0.05,
                    1)),
            List.of(0.5, 0.25),
            "(A ln(A / a) + (1 − A) ln((1 − A) / (1 − a))) / A",
            (a, _) -> new Geometric(a));

    private static final List<ParametricFamily> ALL =
            List.of(NORMAL, LAPLACE, UNIFORM, EXPONENTIAL, GAMMA, BETA, BERNOULLI, BINOMIAL, POISSON, GEOMETRIC);

    /** Makes a distribution of its one or two parameters. */
    private interface Maker {
        Univariate of(double a, double b);
    }

    private final String word;
    private final String label;
    private final List<Input> parameters;
    private final List<Double> start;
    private final String formula;
    private final Maker maker;

    private ParametricFamily(
            String word, String label, List<Input> parameters, List<Double> start, String formula, Maker maker) {
        this.word = word;
        this.label = label;
        this.parameters = parameters;
        this.start = start;
        this.formula = formula;
        this.maker = maker;
    }

    private static Input of(String name, String label, Range range, double least, double most) {
        return new Input(name, label, range, least, most, most > 1 ? 0.1 : 0.01);
    }

    /** Wide enough, and within what quadrature resolves. */
    private static Range real() {
        return new Range(-1000, 1000, Range.Kind.ANY, "Enter a number between −1000 and 1000.");
    }

    private static Range scale() {
        return Range.positive(0.01, 1000);
    }

    static List<ParametricFamily> all() {
        return ALL;
    }

    static ParametricFamily named(String word) {
        for (ParametricFamily family : ALL) {
            if (family.word.equals(word)) {
                return family;
            }
        }
        throw new IllegalArgumentException("there is no family " + word);
    }

    String word() {
        return word;
    }

    String label() {
        return label;
    }

    /** Those of p, then those of q. */
    List<Double> start() {
        return start;
    }

    int size() {
        return parameters.size();
    }

    boolean isDiscrete() {
        return ALL.indexOf(this) >= ALL.indexOf(BERNOULLI);
    }

    /** The inputs for p or q: p_mean, p_sd. */
    List<Input> inputs(String of) {
        var inputs = new ArrayList<Input>();
        for (Input input : parameters) {
            inputs.add(new Input(
                    of + "_" + input.control(),
                    input.label(),
                    input.range(),
                    input.least(),
                    input.most(),
                    input.step()));
        }
        return inputs;
    }

    /** @param b ignored by a family of one parameter */
    Univariate of(double a, double b) {
        return maker.of(a, b);
    }

    /** The parameters of a distribution of this family; empty for one of another. */
    List<Double> parametersOf(Distribution distribution) {
        return switch (distribution) {
            case Normal(double mean, double sd) when this == NORMAL -> List.of(mean, sd);
            case Laplace(double location, double scale) when this == LAPLACE -> List.of(location, scale);
            case Uniform(double from, double to) when this == UNIFORM -> List.of(from, to);
            case Exponential(double rate) when this == EXPONENTIAL -> List.of(rate);
            case Gamma(double shape, double rate) when this == GAMMA -> List.of(shape, rate);
            case Beta(double alpha, double beta) when this == BETA -> List.of(alpha, beta);
            case Bernoulli(double p) when this == BERNOULLI -> List.of(p);
            case Binomial(int n, double p) when this == BINOMIAL && n == 10 -> List.of(p);
            case Poisson(double rate) when this == POISSON -> List.of(rate);
            case Geometric(double p) when this == GEOMETRIC -> List.of(p);
            default -> List.of();
        };
    }

    /** The closed form with numbers in place of its letters. */
    String formula(List<String> ofP, List<String> ofQ) {
        var out = new StringBuilder();
        for (int i = 0; i < formula.length(); i++) {
            char c = formula.charAt(i);
            boolean alone = (i == 0 || !isLetter(formula.charAt(i - 1)))
                    && (i + 1 == formula.length() || !isLetter(formula.charAt(i + 1)))
                    // ln B(…) is the beta function
                    && !(i + 1 < formula.length() && formula.charAt(i + 1) == '(');
            if (alone && (c == 'A' || c == 'B')) {
                out.append(ofP.get(c - 'A'));
            } else if (alone && (c == 'a' || c == 'b')) {
                out.append(ofQ.get(c - 'a'));
            } else {
                out.append(c);
            }
        }
        return out.toString();
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }
}
