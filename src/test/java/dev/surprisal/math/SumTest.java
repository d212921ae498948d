package dev.surprisal.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SumTest {
    @Test
    void keepsWhatAPlainSumDrops() {
        assertThat(Sum.of(1e100, 1, -1e100)).isEqualTo(1);
        assertThat(Sum.of(1, 1e-17, 1e-17, -1)).isEqualTo(2e-17);
    }

    @Test
    void isTheExactSumRoundedOnceForTenThousandMixedTerms() {
        var random = new Random(7);
        var terms = random.doubles(10_000, -1, 1)
                .map(x -> x * Math.exp(20 * random.nextDouble()))
                .toArray();
        var exact = BigDecimal.ZERO;
        for (double term : terms) {
            exact = exact.add(new BigDecimal(term));
        }

        assertThat(Sum.of(terms)).isEqualTo(exact.doubleValue());
    }

    @Test
    void carriesTheErrorsOfProducts() {
        double[] a = {1 + 0x1p-30, 1};
        double[] b = {1 + 0x1p-30, -1 - 0x1p-29};

        assertThat(Sum.ofProducts(a, b)).isEqualTo(0x1p-60);
    }

    @Test
    void productsOfHugeFactorsStayFinite() {
        assertThat(new Sum().addProduct(1e300, 1e-300).add(-1).value()).isCloseTo(0, within(1e-15));
    }

    @Test
    void theSumOfNothingIsZero() {
        assertThat(Sum.of()).isEqualTo(0.0);
        assertThat(new Sum().value()).isEqualTo(0.0);
    }

    @Test
    void infinitiesBehaveAsInAPlainSum() {
        assertThat(Sum.of(1, Double.POSITIVE_INFINITY, 2)).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(Sum.of(Double.NEGATIVE_INFINITY, 1)).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(Sum.of(Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY)).isNaN();
        assertThat(Sum.of(Double.MAX_VALUE, Double.MAX_VALUE)).isEqualTo(Double.POSITIVE_INFINITY);
    }

    @Test
    void unequalLengthsAreRefused() {
        assertThatThrownBy(() -> Sum.ofProducts(new double[2], new double[3]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("2 and 3");
    }
}
