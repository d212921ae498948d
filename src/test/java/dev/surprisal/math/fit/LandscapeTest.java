package dev.surprisal.math.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.surprisal.math.distribution.Mixture;
import dev.surprisal.math.distribution.Normal;
import dev.surprisal.math.information.Divergence;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LandscapeTest {

    static List<Landscape> landscapes() {
        Mixture two = KlFits.target("T5").p();
        Mixture three = KlFits.target("T13").p();
        return List.of(
                Landscape.forward(two),
                Landscape.forward(three),
                Landscape.reverse(two),
                Landscape.reverse(three),
                Landscape.jensenShannon(two),
                Landscape.jensenShannon(three),
                Landscape.alpha(two, 0.5),
                Landscape.alpha(three, 0.1),
                Landscape.alpha(three, 0.95),
                Landscape.reverse(new Normal(1.5, 0.8)));
    }

    @ParameterizedTest
    @MethodSource("landscapes")
    void derivativesAreSlopesOfTheValue(Landscape landscape) {
        SplittableRandom random = new SplittableRandom(5);
        for (int i = 0; i < 50; i++) {
            double mean = random.nextDouble(-5, 5);
            double logSd = random.nextDouble(-1.5, 1.5);
            Derivatives at = of(landscape, mean, logSd);
            double h = 1e-4;

            Derivatives left = of(landscape, mean - h, logSd);
            Derivatives right = of(landscape, mean + h, logSd);
            Derivatives below = of(landscape, mean, logSd - h);
            Derivatives above = of(landscape, mean, logSd + h);

            double scale = 1 + at.value() + Math.abs(at.byMeanTwice()) + Math.abs(at.byLogSdTwice());
            close(at.byMean(), (right.value() - left.value()) / (2 * h), 1e-6 * scale);
            close(at.byLogSd(), (above.value() - below.value()) / (2 * h), 1e-6 * scale);
            close(at.byMeanTwice(), (right.byMean() - left.byMean()) / (2 * h), 1e-5 * scale);
            close(at.byMeanAndLogSd(), (right.byLogSd() - left.byLogSd()) / (2 * h), 1e-5 * scale);
            close(at.byMeanAndLogSd(), (above.byMean() - below.byMean()) / (2 * h), 1e-5 * scale);
            close(at.byLogSdTwice(), (above.byLogSd() - below.byLogSd()) / (2 * h), 1e-5 * scale);
        }
    }

    private static Derivatives of(Landscape landscape, double mean, double logSd) {
        return landscape.at(mean, Math.exp(logSd));
    }

    private static void close(double actual, double expected, double within) {
        assertThat(actual).isCloseTo(expected, within(within));
    }

    @Test
    void valuesAreKls() {
        SplittableRandom random = new SplittableRandom(6);
        for (KlFits.Target target : KlFits.targets()) {
            Landscape forward = Landscape.forward(target.p());
            Landscape reverse = Landscape.reverse(target.p());
            for (int i = 0; i < 20; i++) {
                double mean = random.nextDouble(-4, 4);
                double sd = random.nextDouble(0.1, 4);
                Normal q = new Normal(mean, sd);
                double pq = Divergence.klNats(target.p(), q);
                double qp = Divergence.klNats(q, target.p());

                close(forward.at(mean, sd).value(), pq, 2e-13 * Math.max(1, pq));
                close(reverse.at(mean, sd).value(), qp, 2e-13 * Math.max(1, qp));
            }
        }
    }

    @Test
    void betweenTheDirectionsValuesAreThoseOfTheDivergence() {
        Mixture p = KlFits.target("T13").p();
        Normal q = new Normal(1, 2);

        close(Landscape.jensenShannon(p).at(1, 2).value(), Divergence.jsNats(p, q), 0);
        close(Landscape.alpha(p, 0.3).at(1, 2).value(), Divergence.alpha(p, q, 0.3), 0);
    }

    /** The ends of the path are the two KLs, with their slopes, and the path is smooth there. */
    @Test
    void alphaLeadsFromReverseToForward() {
        Mixture p = KlFits.target("T5").p();
        Derivatives reverse = Landscape.reverse(p).at(0.5, 1.5);
        Derivatives forward = Landscape.forward(p).at(0.5, 1.5);

        alike(Landscape.alpha(p, 0).at(0.5, 1.5), reverse, 0);
        alike(Landscape.alpha(p, 1).at(0.5, 1.5), forward, 0);
        alike(Landscape.alpha(p, 1e-9).at(0.5, 1.5), reverse, 1e-7);
        alike(Landscape.alpha(p, 1 - 1e-9).at(0.5, 1.5), forward, 1e-7);
    }

    private static void alike(Derivatives actual, Derivatives expected, double within) {
        close(actual.value(), expected.value(), within);
        close(actual.byMean(), expected.byMean(), within);
        close(actual.byLogSd(), expected.byLogSd(), within);
        close(actual.byMeanTwice(), expected.byMeanTwice(), within);
        close(actual.byMeanAndLogSd(), expected.byMeanAndLogSd(), within);
        close(actual.byLogSdTwice(), expected.byLogSdTwice(), within);
    }

    @Test
    void curvaturesAreEigenvalues() {
        Derivatives saddle = new Derivatives(0, 0, 0, 1, 2, 1);

        assertThat(saddle.smallCurvature()).isCloseTo(-1, within(1e-15));
        assertThat(saddle.largeCurvature()).isCloseTo(3, within(1e-15));
        assertThat(saddle.determinant()).isEqualTo(-3);
    }

    @Test
    void otherTargetsAreRefused() {
        Mixture nested =
                Mixture.of(new double[] {0.5, 0.5}, Mixture.of(new double[] {1}, Normal.STANDARD), new Normal(1, 2));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Landscape.reverse(nested))
                .withMessageContaining("p must be a normal or a mixture of normals");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Landscape.reverse(Normal.STANDARD).at(0, 0))
                .withMessageContaining("sd");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Landscape.forward(Normal.STANDARD).at(Double.NaN, 1))
                .withMessageContaining("mean");
    }
}
