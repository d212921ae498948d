package dev.surprisal.widget.probability;

import dev.surprisal.math.Elementary;
import dev.surprisal.math.distribution.Bernoulli;
import dev.surprisal.math.distribution.Binomial;
import dev.surprisal.math.distribution.Exponential;
import dev.surprisal.math.distribution.Gamma;
import dev.surprisal.math.distribution.Generator;
import dev.surprisal.math.distribution.Normal;
import dev.surprisal.math.distribution.Uniform;
import dev.surprisal.math.distribution.Univariate;
import dev.surprisal.math.sampling.StandardisedSum;
import dev.surprisal.math.sampling.UniformSum;
import java.util.function.DoubleUnaryOperator;
import org.jspecify.annotations.Nullable;

/** What is added up, and the law of its standardised sum; of Cauchy draws, which have no variance, that of their mean. */
enum SumLaw {
    UNIFORM("uniform", "Numbers from 0 to 1") {
        @Override
        double survival(int n, double z) {
            var sum = new UniformSum(n);
            return sum.survival(sum.mean() + z * Math.sqrt(sum.variance()));
        }

        @Override
        double gap(int n) {
            return new UniformSum(n).supDistanceToNormal();
        }
    },
    RARE("rare", "A success in one of ten") {
        @Override
        double survival(int n, double z) {
            var count = new Binomial(n, 0.1);
            return count.survival(count.mean() + z * count.standardDeviation());
        }

        // At a jump: just before it or on it
        @Override
        double gap(int n) {
            var count = new Binomial(n, 0.1);
            double largest = 0;
            for (int k = 0; k <= n; k++) {
                double normal = Normal.STANDARD.survival((k - count.mean()) / count.standardDeviation());
                double after = Math.abs(count.survival(k) - normal);
                double before = Math.abs(count.survival(k - 1) - normal);
                largest = Math.max(largest, Math.max(after, before));
            }
            return largest;
        }

        // A whole number of the steps between the possible values
        @Override
        double binWidth(int n) {
            double step = 1 / new Binomial(n, 0.1).standardDeviation();
            return step * Math.max(1, Math.floor(BIN / step));
        }

        // Half a step below a possible value
        @Override
        double binOrigin(int n) {
            var count = new Binomial(n, 0.1);
            return (-0.5 - count.mean()) / count.standardDeviation();
        }
    },
    EXPONENTIAL("exponential", "Waiting times") {
        @Override
        double survival(int n, double z) {
            return new Gamma(n, 1).survival(n + z * Math.sqrt(n));
        }

        @Override
        double gap(int n) {
            return largest(z -> Math.abs(survival(n, z) - Normal.STANDARD.survival(z)));
        }
    },
    CAUCHY("cauchy", "Cauchy draws, without a variance") {
        @Override
        double survival(int n, double z) {
            return 0.5 - Elementary.atan(z) / PI;
        }

        @Override
        double gap(int n) {
            return largest(z -> Math.abs(survival(n, z) - Normal.STANDARD.survival(z)));
        }
    };

    static final double BIN = 0.25;

    private static final double PI = 3.141592653589793;

    private static final double COARSE = 1.0 / 32;

    final String word;
    final String label;

    SumLaw(String word, String label) {
        this.word = word;
        this.label = label;
    }

    /** The law of one draw; null for one without a variance. */
    private @Nullable Univariate law() {
        return switch (this) {
            case UNIFORM -> new Uniform(0, 1);
            case RARE -> new Bernoulli(0.1);
            case EXPONENTIAL -> new Exponential(1);
            case CAUCHY -> null;
        };
    }

    static SumLaw named(String word) {
        for (SumLaw law : values()) {
            if (law.word.equals(word)) {
                return law;
            }
        }
        throw new IllegalArgumentException("there is no law called " + word);
    }

    /** P(Z > z) for the standardised sum Z of n draws, exactly. */
    abstract double survival(int n, double z);

    /** The largest distance between the cumulative curves of the standardised sum and of N(0, 1). */
    abstract double gap(int n);

    double binWidth(int n) {
        return BIN;
    }

    double binOrigin(int n) {
        return 0;
    }

    boolean hasVariance() {
        return this != CAUCHY;
    }

    /** 0 where there is none. */
    double skewness(int n) {
        var law = law();
        return law == null ? 0 : new StandardisedSum(law, n).skewness();
    }

    /** 0 where there is none. */
    double excessKurtosis(int n) {
        var law = law();
        return law == null ? 0 : new StandardisedSum(law, n).excessKurtosis();
    }

    /** So many standardised sums of n draws. */
    double[] sums(int n, int count, Generator generator) {
        var law = law();
        var sum = law == null ? null : new StandardisedSum(law, n);
        var sums = new double[count];
        for (int i = 0; i < count; i++) {
            sums[i] = sum == null ? cauchyMean(n, generator) : sum.sample(generator);
        }
        return sums;
    }

    private static double cauchyMean(int n, Generator generator) {
        double sum = 0;
        for (int i = 0; i < n; i++) {
            sum += Elementary.tan(PI * (generator.nextOpenUnit() - 0.5));
        }
        return sum / n;
    }

    /** The largest value from -5 to 5 of a function with one hill around its best place on a coarse grid. */
    private static double largest(DoubleUnaryOperator function) {
        double best = -5;
        double highest = 0;
        for (int i = 0; i <= 320; i++) {
            double value = function.applyAsDouble(-5 + i * COARSE);
            if (value > highest) {
                best = -5 + i * COARSE;
                highest = value;
            }
        }
        double low = best - COARSE;
        double high = best + COARSE;
        for (int i = 0; i < 60; i++) {
            double third = (high - low) / 3;
            if (function.applyAsDouble(low + third) < function.applyAsDouble(high - third)) {
                low += third;
            } else {
                high -= third;
            }
        }
        return function.applyAsDouble(0.5 * (low + high));
    }
}
