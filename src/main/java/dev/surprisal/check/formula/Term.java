package dev.surprisal.check.formula;

import dev.surprisal.math.Elementary;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Consumer;

/** A side of a formula. */
public sealed interface Term {

    /**
     * What it comes to.
     *
     * @param outcome of the probabilities in it, {@link Setting#NO_OUTCOME} where they have none
     * @throws Setting.NoValue when it has no value
     */
    double value(Setting setting, int outcome);

    /** What it is made of. */
    default List<Term> parts() {
        return List.of();
    }

    /** Visits it and all that it is made of. */
    default void walk(Consumer<Term> visitor) {
        visitor.accept(this);
        parts().forEach(part -> part.walk(visitor));
    }

    /** What is not understood. */
    record Opaque(String latex) implements Term {
        @Override
        public double value(Setting setting, int outcome) {
            throw new Setting.NoValue("not understood");
        }
    }

    /** @param unit half of what its last digit stands for, 0 for a whole number */
    record Numeral(double number, double unit) implements Term {
        @Override
        public double value(Setting setting, int outcome) {
            return number;
        }
    }

    /** {@code {{= kl(p, q); 3dp}}} or {@code {{a}}}. */
    record Inserted(String source) implements Term {
        @Override
        public double value(Setting setting, int outcome) {
            return setting.inserted(source);
        }
    }

    /** A letter that stands for a number. */
    record Letter(String name) implements Term {
        @Override
        public double value(Setting setting, int outcome) {
            return setting.number(name);
        }
    }

    /** A distribution at an outcome, {@code p(x)}; or by itself, {@code p}, where it means the same or is given its values. */
    record Probability(String distribution, boolean atOutcome) implements Term {
        @Override
        public double value(Setting setting, int outcome) {
            if (outcome == Setting.NO_OUTCOME) {
                throw new Setting.NoValue("no outcome");
            }
            double[] probabilities = setting.distribution(distribution);
            if (outcome >= probabilities.length) {
                throw new Setting.NoValue("no such outcome");
            }
            return probabilities[outcome];
        }
    }

    /** {@code (0.7, 0.3)}. */
    record Vector(List<Term> elements) implements Term {
        public Vector {
            elements = List.copyOf(elements);
        }

        @Override
        public List<Term> parts() {
            return elements;
        }

        @Override
        public double value(Setting setting, int outcome) {
            throw new Setting.NoValue("several numbers");
        }
    }

    record Plus(Term left, Term right) implements Term {
        @Override
        public List<Term> parts() {
            return List.of(left, right);
        }

        @Override
        public double value(Setting setting, int outcome) {
            return left.value(setting, outcome) + right.value(setting, outcome);
        }
    }

    record Minus(Term operand) implements Term {
        @Override
        public List<Term> parts() {
            return List.of(operand);
        }

        @Override
        public double value(Setting setting, int outcome) {
            return -operand.value(setting, outcome);
        }
    }

    record Times(Term left, Term right) implements Term {
        @Override
        public List<Term> parts() {
            return List.of(left, right);
        }

        @Override
        public double value(Setting setting, int outcome) {
            double first = left.value(setting, outcome);
            double second = right.value(setting, outcome);
            return first == 0 ? 0 : first * second; // 0 log 0 is 0
        }
    }

    record Over(Term above, Term below) implements Term {
        @Override
        public List<Term> parts() {
            return List.of(above, below);
        }

        @Override
        public double value(Setting setting, int outcome) {
            return above.value(setting, outcome) / below.value(setting, outcome);
        }
    }

    record Power(Term base, Term exponent) implements Term {
        @Override
        public List<Term> parts() {
            return List.of(base, exponent);
        }

        @Override
        public double value(Setting setting, int outcome) {
            return Elementary.pow(base.value(setting, outcome), exponent.value(setting, outcome));
        }
    }

    /** The natural logarithm, or the one to base two. */
    record Logarithm(boolean binary, Term of) implements Term {
        private static final double LN_2 = Elementary.log(2);

        @Override
        public List<Term> parts() {
            return List.of(of);
        }

        @Override
        public double value(Setting setting, int outcome) {
            double natural = Elementary.log(of.value(setting, outcome));
            return binary ? natural / LN_2 : natural;
        }
    }

    record Exponential(Term exponent) implements Term {
        @Override
        public List<Term> parts() {
            return List.of(exponent);
        }

        @Override
        public double value(Setting setting, int outcome) {
            return Elementary.exp(exponent.value(setting, outcome));
        }
    }

    record Root(Term of) implements Term {
        @Override
        public List<Term> parts() {
            return List.of(of);
        }

        @Override
        public double value(Setting setting, int outcome) {
            return Math.sqrt(of.value(setting, outcome));
        }
    }

    /** The sum over all outcomes. */
    record Sum(Term each) implements Term {
        @Override
        public List<Term> parts() {
            return List.of(each);
        }

        @Override
        public double value(Setting setting, int outcome) {
            double sum = 0;
            int outcomes = outcomes(each, setting).orElseThrow(() -> new Setting.NoValue("nothing that has outcomes"));
            for (int x = 0; x < outcomes; x++) {
                sum += each.value(setting, x);
            }
            return sum;
        }
    }

    /** The sum over all samples. */
    record SampleSum(Term each) implements Term {
        @Override
        public List<Term> parts() {
            return List.of(each);
        }

        @Override
        public double value(Setting setting, int outcome) {
            return setting.samples() * new Mean(setting.sampled(), each).value(setting, outcome);
        }
    }

    /** The expectation under a distribution. */
    record Mean(String under, Term each) implements Term {
        @Override
        public List<Term> parts() {
            return List.of(each);
        }

        @Override
        public double value(Setting setting, int outcome) {
            double[] weights = setting.distribution(under);
            if (outcomes(each, setting).orElse(weights.length) != weights.length) {
                throw new Setting.NoValue("over different outcomes");
            }
            double mean = 0;
            for (int x = 0; x < weights.length; x++) {
                mean += weights[x] == 0 ? 0 : weights[x] * each.value(setting, x);
            }
            return mean;
        }
    }

    record Kl(String p, String q) implements Term {
        @Override
        public double value(Setting setting, int outcome) {
            double[] left = setting.distribution(p);
            double[] right = setting.distribution(q);
            return crossEntropy(left, right) - crossEntropy(left, left);
        }
    }

    /** {@code H(p, q)}; the entropy is {@code H(p, p)}. */
    record CrossEntropy(String p, String q) implements Term {
        @Override
        public double value(Setting setting, int outcome) {
            return crossEntropy(setting.distribution(p), setting.distribution(q));
        }
    }

    /** Where something is least or greatest; its value is the thing itself, turned round for the greatest. */
    record Optimum(boolean least, Term of) implements Term {
        @Override
        public List<Term> parts() {
            return List.of(of);
        }

        @Override
        public double value(Setting setting, int outcome) {
            double value = of.value(setting, outcome);
            return least ? value : -value;
        }
    }

    private static double crossEntropy(double[] p, double[] q) {
        if (p.length != q.length) {
            throw new Setting.NoValue("over different outcomes");
        }
        double sum = 0;
        for (int x = 0; x < p.length; x++) {
            sum -= p[x] == 0 ? 0 : p[x] * Elementary.log(q[x]);
        }
        return sum;
    }

    /**
     * How many outcomes the probabilities in a term have; empty where there are none.
     *
     * @throws Setting.NoValue when they have not all as many
     */
    private static OptionalInt outcomes(Term each, Setting setting) {
        var counts = new HashSet<Integer>();
        each.walk(part -> {
            if (part instanceof Probability probability) {
                counts.add(setting.distribution(probability.distribution).length);
            }
        });
        if (counts.size() > 1) {
            throw new Setting.NoValue("over different outcomes");
        }
        return counts.stream().mapToInt(Integer::intValue).findFirst();
    }
}
