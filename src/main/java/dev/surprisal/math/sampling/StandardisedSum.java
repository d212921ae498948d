package dev.surprisal.math.sampling;

import dev.surprisal.math.Decimal;
import dev.surprisal.math.Require;
import dev.surprisal.math.Sum;
import dev.surprisal.math.distribution.Generator;
import dev.surprisal.math.distribution.Univariate;

/**
 * (x_1 + … + x_n - n mean)/(sd sqrt(n)) for independent draws of one law: mean 0, variance 1, and by the central limit theorem
 * ever closer to N(0, 1). What is still missing shows in its skewness and its excess kurtosis, both 0 for a normal.
 *
 * <p>Feller, "An Introduction to Probability Theory and Its Applications", vol. 2, 1971, ch. XVI.
 *
 * @param law with a finite variance {@code > 0}; without one there is no such sum
 * @param n how many draws are added, {@code >= 1}
 */
public record StandardisedSum(Univariate law, int n) {

    public StandardisedSum {
        Require.count("n", n, 1);
        double variance = law.variance();
        if (!(variance > 0 && variance < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "law must have a finite variance > 0, got " + Decimal.shortest(variance));
        }
    }

    /** One value of the sum, from n draws. Error below 1e-14 (1 + |draws|/sd) as an image of the draws. */
    public double sample(Generator generator) {
        double mean = law.mean();
        Sum sum = new Sum();
        for (int i = 0; i < n; i++) {
            sum.add(law.sample(generator) - mean);
        }
        return sum.value() / (law.standardDeviation() * Math.sqrt(n));
    }

    /** That of the law divided by sqrt(n). Relative error below 4e-15. */
    public double skewness() {
        return law.skewness() / Math.sqrt(n);
    }

    /** That of the law divided by n. Relative error below 4e-15. */
    public double excessKurtosis() {
        return law.excessKurtosis() / n;
    }
}
