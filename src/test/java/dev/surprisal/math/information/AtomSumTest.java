package dev.surprisal.math.information;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.surprisal.math.distribution.Bernoulli;
import dev.surprisal.math.distribution.Binomial;
import dev.surprisal.math.distribution.Categorical;
import dev.surprisal.math.distribution.DiscreteMixture;
import dev.surprisal.math.distribution.Empirical;
import dev.surprisal.math.distribution.Geometric;
import dev.surprisal.math.distribution.Poisson;
import org.junit.jupiter.api.Test;

/** Sums that are known in closed form. */
class AtomSumTest {

    private static final double INFINITY = Double.POSITIVE_INFINITY;
    private static final double LN_2 = Math.log(2);

    @Test
    void momentsOfInfinitelyManyAtoms() {
        for (double rate : new double[] {0.01, 3, 40, 5000}) {
            Poisson p = new Poisson(rate);
            assertThat(AtomSum.expectation(p, x -> 1)).isCloseTo(1, within(2e-13));
            assertThat(AtomSum.expectation(p, x -> x)).isCloseTo(rate, within(2e-13 * rate));
            assertThat(AtomSum.expectation(p, x -> x * (x - 1))).isCloseTo(rate * rate, within(2e-13 * rate * rate));
        }
        for (double success : new double[] {0.9, 0.1, 1e-3}) {
            Geometric p = new Geometric(success);
            double mean = (1 - success) / success;
            double square = (1 - success) * (2 - success) / success / success;
            assertThat(AtomSum.expectation(p, x -> 1)).isCloseTo(1, within(1e-13));
            assertThat(AtomSum.expectation(p, x -> x)).isCloseTo(mean, within(1e-12 * mean));
            assertThat(AtomSum.expectation(p, x -> x * x)).isCloseTo(square, within(1e-12 * square));
        }
        assertThat(AtomSum.expectation(new Binomial(150_000, 0.3), x -> x)).isCloseTo(45_000, within(1e-6));
    }

    @Test
    void onlyAtomsCount() {
        assertThat(AtomSum.expectation(Empirical.of(-1.5, 2, 2, 8), x -> x * x))
                .isCloseTo((2.25 + 8 + 64) / 4, within(1e-14));
        assertThat(AtomSum.expectation(Categorical.of(0.5, 0, 0.5), x -> x == 1 ? INFINITY : x))
                .isEqualTo(1);
        assertThat(AtomSum.expectation(Categorical.of(0.5, 0.5), x -> x == 1 ? INFINITY : x))
                .isEqualTo(INFINITY);
        assertThat(AtomSum.expectation(Categorical.of(0.5, 0.5), x -> x == 1 ? -INFINITY : x))
                .isEqualTo(-INFINITY);
    }

    @Test
    void entropies() {
        assertThat(AtomSum.entropyNats(new Bernoulli(1))).isZero();
        assertThat(AtomSum.entropyNats(new Binomial(2, 0.5))).isCloseTo(1.5 * LN_2, within(1e-15));
        // {-p ln p - (1-p) ln(1-p)}/p
        assertThat(AtomSum.entropyNats(new Geometric(0.5))).isCloseTo(2 * LN_2, within(1e-14));
        assertThat(AtomSum.crossEntropyNats(new Bernoulli(0.3), new Binomial(2, 0.5)))
                .isCloseTo(0.7 * 2 * LN_2 + 0.3 * LN_2, within(1e-15));
        assertThat(AtomSum.crossEntropyNats(new Binomial(2, 0.5), new Bernoulli(0.3)))
                .isEqualTo(INFINITY);
        assertThat(AtomSum.crossEntropyNats(Empirical.of(-1, 0), new Poisson(2)))
                .isEqualTo(INFINITY);
        assertThat(AtomSum.crossEntropyNats(new Bernoulli(1), new Bernoulli(1))).isZero();
    }

    /** q's atoms between and beside those of p: what they have is added, and the terms of KL come out. */
    @Test
    void gapsBetweenAtoms() {
        assertThat(AtomSum.klNats(Empirical.of(0, 10), new Binomial(10, 0.5))).isCloseTo(9 * LN_2, within(1e-14));
        assertThat(AtomSum.klNats(Empirical.of(4, 6), new Binomial(10, 0.5)))
                .isCloseTo(Math.log(0.5 * 1024 / 210), within(1e-14));
        assertThat(AtomSum.klNats(Empirical.of(3), new Poisson(2)))
                .isCloseTo(2 - 3 * LN_2 + Math.log(6), within(1e-14));
        assertThat(AtomSum.klNats(new Binomial(10, 0.5), Empirical.of(0, 10))).isEqualTo(INFINITY);
        assertThat(AtomSum.klNats(Empirical.of(0, 1), Empirical.of(0, 2))).isEqualTo(INFINITY);
        assertThat(AtomSum.klNats(Empirical.of(0, 1, 2), Empirical.of(0, 2))).isEqualTo(INFINITY);
        assertThat(AtomSum.klNats(Empirical.of(0.5), Empirical.of(0.5))).isZero();
        assertThat(AtomSum.klNats(Empirical.of(-1, 1), new Poisson(3))).isEqualTo(INFINITY);
    }

    /** A probability of 1e-5736 is no double, its logarithm is. */
    @Test
    void probabilitiesBelowTheSmallestDouble() {
        double logFactorial = 0;
        for (int i = 2; i <= 2000; i++) {
            logFactorial += Math.log(i);
        }

        assertThat(AtomSum.klNats(Empirical.of(2000), new Poisson(1))).isCloseTo(1 + logFactorial, within(1e-8));
        assertThat(AtomSum.klNats(Empirical.of(0, 2000), new Poisson(1)))
                .isCloseTo(0.5 * (1 + logFactorial) + 0.5 - LN_2, within(1e-8));
    }

    @Test
    void overTheAtomsOfBoth() {
        assertThat(AtomSum.overBoth(new Bernoulli(0.3), new Binomial(1, 0.7), Terms::tv))
                .isCloseTo(0.4, within(1e-15));
        assertThat(AtomSum.overBoth(Empirical.of(0, 2, 4), Empirical.of(1, 3), Terms::js))
                .isCloseTo(LN_2, within(1e-15));
        assertThat(AtomSum.overBoth(new Poisson(1e-3), new Poisson(900), Terms::tv))
                .isCloseTo(1, within(1e-13));
        assertThat(AtomSum.overBoth(Empirical.of(0, 1), Empirical.of(0, 2), Terms.alpha(2)))
                .isEqualTo(INFINITY);
        // (sum of p^2/q - 1)/2 of two geometric distributions: p1^2/p2/(1 - (1-p1)^2/(1-p2))
        double chi = (0.09 / 0.2 / (1 - 0.49 / 0.8) - 1) / 2;
        assertThat(AtomSum.overBoth(new Geometric(0.3), new Geometric(0.2), Terms.alpha(2)))
                .isCloseTo(chi, within(1e-13));
        // terms that fall more slowly than both: 0.7^(2n)/0.5^n = 0.98^n
        double slow = (0.09 / 0.5 / (1 - 0.49 / 0.5) - 1) / 2;
        assertThat(AtomSum.overBothByLogs(new Geometric(0.3), new Geometric(0.5), Terms.alphaOfLogs(2)))
                .isCloseTo(slow, within(1e-10));
        assertThat(Divergence.alpha(new Geometric(0.3), new Geometric(0.5), 2)).isCloseTo(slow, within(1e-10));
        assertThat(Divergence.alpha(new Geometric(0.5), new Geometric(0.3), -1)).isCloseTo(slow, within(1e-10));
        // 0.7^(2n)/0.4^n grows
        assertThat(Divergence.alpha(new Geometric(0.3), new Geometric(0.6), 2)).isEqualTo(INFINITY);
    }

    @Test
    void asManyAsAServerShouldAddUp() {
        assertThat(AtomSum.entropyNats(new Binomial(199_999, 1e-9))).isPositive();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AtomSum.entropyNats(new Geometric(1e-6)))
                .withMessageContaining("at most 200000 outcomes");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AtomSum.klNats(
                        Empirical.of(0, 300_000),
                        DiscreteMixture.of(new double[] {0.5, 0.5}, new Binomial(300_000, 0.5), new Poisson(3))))
                .withMessageContaining("at most 200000 outcomes");
    }
}
