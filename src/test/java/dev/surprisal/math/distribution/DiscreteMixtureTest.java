package dev.surprisal.math.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class DiscreteMixtureTest {

    static final DiscreteMixture[] MIXTURES = {
        DiscreteMixture.of(new double[] {0.5, 0.5}, new Bernoulli(0.25), new Bernoulli(0.75)),
        DiscreteMixture.of(new double[] {0.3, 0.7}, new Poisson(2), new Binomial(40, 0.5)),
        DiscreteMixture.of(new double[] {0.2, 0.2, 0.6}, new Geometric(0.3), new Poisson(9), new Binomial(3, 0.1)),
        DiscreteMixture.of(
                new double[] {0.5, 0.25, 0.25},
                Empirical.of(-1.5, 0.25, 0.5),
                Categorical.of(0.2, 0.8),
                new Bernoulli(0)),
    };

    /** The definition: the least atom up to which there is as much as u. */
    @ParameterizedTest
    @FieldSource("MIXTURES")
    void quantileIsTheLeastAtomThatReachesU(DiscreteMixture mixture) {
        for (int i = 1; i < 1000; i++) {
            double u = i / 1000.0;
            double atom = mixture.firstAtom();
            while (mixture.cdf(atom) < u) {
                atom = mixture.nextAtom(atom);
            }

            assertThat(mixture.quantile(u)).as("at %s", u).isEqualTo(atom);
        }
    }

    @ParameterizedTest
    @FieldSource("MIXTURES")
    void momentsAndModeAreThoseOfTheAtoms(DiscreteMixture mixture) {
        double mass = 0;
        double mean = 0;
        double square = 0;
        double largest = 0;
        for (double x = mixture.firstAtom(); x < 200; x = mixture.nextAtom(x)) {
            double p = mixture.probability(x);
            mass += p;
            mean += p * x;
            square += p * x * x;
            largest = Math.max(largest, p);
            assertThat(mixture.cdf(x)).isCloseTo(mass, within(1e-14));
            assertThat(mixture.survival(x)).isCloseTo(1 - mass, within(1e-14));
            assertThat(mixture.cdfBelow(x)).isCloseTo(mass - p, within(1e-14));
            if (p > 1e-300) { // below, doubles have fewer digits
                assertThat(mixture.logDensity(x)).isCloseTo(Math.log(p), within(1e-12));
            }
        }

        assertThat(mass).isCloseTo(1, within(1e-14));
        assertThat(mixture.mean()).isCloseTo(mean, within(1e-13));
        assertThat(mixture.variance()).isCloseTo(square - mean * mean, within(1e-11));
        Mode mode = mixture.mode();
        double highest = largest;
        if (mode instanceof Mode.Point(double x)) {
            assertThat(mixture.probability(x)).isEqualTo(largest);
        } else {
            assertThat(((Mode.Points) mode).points())
                    .allSatisfy(x -> assertThat(mixture.probability(x)).isEqualTo(highest));
        }
    }

    @Test
    void quantileOfComponentsFarApartIsThatOfTheNearest() {
        var mixture = DiscreteMixture.of(new double[] {0.5, 0.5}, new Poisson(1), new Poisson(1e9));

        assertThat(mixture.quantile(0.25)).isEqualTo(new Poisson(1).quantile(0.5));
        assertThat(mixture.quantile(0.75)).isEqualTo(new Poisson(1e9).quantile(0.5));
        assertThat(mixture.quantile(0)).isZero();
        assertThat(mixture.quantile(1)).isInfinite();
    }

    @Test
    void whatWouldTakeTooManyAtomsIsRefused() {
        var far = DiscreteMixture.of(new double[] {0.5, 0.5}, new Poisson(1), new Poisson(1e9));
        var many = DiscreteMixture.of(new double[] {0.5, 0.5}, Empirical.of(0.5), new Binomial(1_000_000, 0.5));
        var endless = DiscreteMixture.of(new double[] {0.5, 0.5}, Empirical.of(0.5), new Poisson(3));

        assertThatIllegalArgumentException()
                .isThrownBy(far::mode)
                .withMessage("components must have at most 200000 outcomes between their modes, got more");
        assertThatIllegalArgumentException()
                .isThrownBy(many::support)
                .withMessage("components must have whole numbers or at most 200000 points as support, got more");
        assertThatIllegalArgumentException()
                .isThrownBy(endless::support)
                .withMessageContaining("whole numbers or finitely many points");
    }

    @Test
    void supportHoldsThePointsOfTheComponentsThatCount() {
        assertThat(DiscreteMixture.of(
                                new double[] {0.5, 0.5, 0}, new Binomial(5, 0.5), new Poisson(1), Empirical.of(0.5))
                        .support())
                .isEqualTo(new Support.Integers(0, Double.POSITIVE_INFINITY));
        assertThat(((Support.Points) MIXTURES[3].support()).points()).containsExactly(-1.5, 0.0, 0.25, 0.5, 1.0);
    }

    @Test
    void equalMixturesAreEqualAndSayWhatTheyAre() {
        var mixture = DiscreteMixture.of(new double[] {0.5, 0.5}, new Bernoulli(0.25), new Poisson(3));

        assertThat(mixture)
                .isEqualTo(DiscreteMixture.of(mixture.weights(), mixture.components()))
                .hasSameHashCodeAs(DiscreteMixture.of(mixture.weights(), mixture.components()))
                .isNotEqualTo(DiscreteMixture.of(new double[] {0.5, 0.5}, new Poisson(3), new Bernoulli(0.25)))
                .isNotEqualTo(DiscreteMixture.of(new double[] {0.25, 0.75}, new Bernoulli(0.25), new Poisson(3)))
                .hasToString("DiscreteMixture[weights=[0.5, 0.5], components=[Bernoulli[p=0.25], Poisson[rate=3.0]]]");
        assertThat(mixture.size()).isEqualTo(2);
    }

    @Test
    void shapesAndWeightsAreChecked() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DiscreteMixture.of(new double[] {1}, new Poisson(1), new Poisson(2)))
                .withMessage("weights and components must have the same length, got 1 and 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DiscreteMixture.of(new double[] {0.5, 0.4}, new Poisson(1), new Poisson(2)))
                .withMessageContaining("weights must sum to 1");
    }
}
