package dev.surprisal.math.sequence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.surprisal.math.distribution.Normal;
import org.junit.jupiter.api.Test;

class AutoregressionTest {

    private static final double[] DATA = {0.5, 0.9, 0.2, -0.3};

    @Test
    void logLikelihoodOfTheCourse() {
        // ARM-001, ARM-002
        assertThat(new Autoregression(0.6, 0.5).logLikelihood(DATA)).isCloseTo(-2.70716541057891, within(1e-13));
        assertThat(new Autoregression(0.8, 0.3).logLikelihood(1, 0.7, 0.7, 0.1, 0.4))
                .isCloseTo(-6.03927308883813, within(1e-13));
    }

    @Test
    void theFirstValueHasItsOwnTerm() {
        double[] terms = new Autoregression(0.6, 0.5).nllTermsNats(DATA);

        assertThat(terms[0]).isCloseTo(-new Normal(0, 0.5).logDensity(0.5), within(1e-15));
        assertThat(terms[1]).isCloseTo(-new Normal(0.3, 0.5).logDensity(0.9), within(1e-15));
        assertThat(terms).hasSize(4);
        assertThat(new Autoregression(0.6, 0.5).next(0.9)).isEqualTo(0.54);
    }

    @Test
    void maximumLikelihoodIsLeastSquares() {
        double phi = Autoregression.fitPhi(DATA);

        // (0.45 + 0.18 - 0.06)/(0.25 + 0.81 + 0.04)
        assertThat(phi).isCloseTo(0.57 / 1.1, within(1e-15));
        for (double sd : new double[] {0.2, 1, 5}) {
            double best = new Autoregression(phi, sd).logLikelihood(DATA);
            assertThat(best)
                    .isGreaterThan(new Autoregression(phi + 0.01, sd).logLikelihood(DATA))
                    .isGreaterThan(new Autoregression(phi - 0.01, sd).logLikelihood(DATA));
        }
    }

    @Test
    void argumentsAreChecked() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Autoregression(0.5, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new Autoregression(Double.NaN, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Autoregression(0.5, 1).logLikelihood());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Autoregression(0.5, 1).logLikelihood(1, Double.NaN))
                .withMessageContaining("data[1]");
        assertThatIllegalArgumentException().isThrownBy(() -> Autoregression.fitPhi(1));
        assertThatIllegalArgumentException().isThrownBy(() -> Autoregression.fitPhi(0, 0, 3));
    }
}
