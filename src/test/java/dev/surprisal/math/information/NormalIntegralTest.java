package dev.surprisal.math.information;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.surprisal.math.Integral;
import dev.surprisal.math.mixture.NormalMixture;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

/** What the error bounds are made of, and that coordinates do not matter. Values themselves: {@link MixtureKlTest}. */
class NormalIntegralTest {

    private static final NormalMixture ONE =
            NormalMixture.of(new double[] {0.3, 0.7}, new double[] {-1.2, 0.9}, new double[] {0.4, 1.1});
    private static final NormalMixture OTHER =
            NormalMixture.of(new double[] {0.6, 0.4}, new double[] {-2.5, 2.3}, new double[] {0.8, 1.2});

    /** Of smooth integrands nothing is left but rounding: 2^-52 of the numbers that a value is made of. */
    @Test
    void boundsAreThoseOfTheRounding() {
        assertRounding(NormalIntegral.klNats(ONE, OTHER), x -> {
            double p = ONE.logDensity(x);
            double q = OTHER.logDensity(x);
            return Math.exp(p) * (Math.abs(p - q) * (Math.abs(p) + 2) + Math.abs(p) + Math.abs(q));
        });
        assertRounding(NormalIntegral.entropyNats(ONE), x -> {
            double p = ONE.logDensity(x);
            return Math.exp(p) * (Math.abs(p) * (Math.abs(p) + 2) + 2 * Math.abs(p));
        });
        assertRounding(NormalIntegral.overBoth(ONE, OTHER, Terms::jsOfLogs), x -> {
            double p = ONE.logDensity(x);
            double q = OTHER.logDensity(x);
            return Terms.jsOfLogs(p, q) * (Math.abs(p) + 2)
                    + Math.abs(Math.exp(p) - Math.exp(q)) * (Math.abs(p) + Math.abs(q));
        });
        assertRounding(NormalIntegral.fisher(ONE, OTHER), x -> {
            double one = ONE.score(x, 0);
            double apart = one - OTHER.score(x, 0);
            return Math.exp(ONE.logDensity(x)) * (Math.abs(one) + 1) * Math.abs(apart);
        });
    }

    private static void assertRounding(Integral integral, DoubleUnaryOperator magnitude) {
        double sum = 0;
        double step = 1.0 / 256;
        for (double x = -13; x < 15; x += step) {
            sum += magnitude.applyAsDouble(x);
        }

        assertThat(integral.errorBound() / (0x1p-52 * sum * step)).isBetween(0.95, 4.0);
    }

    /** The Fisher divergence of two normals in closed form, and the entropy of one, in other units and elsewhere. */
    @Test
    void closedForms() {
        for (double at : new double[] {0, 3, -40, 0x1p20}) {
            for (double unit : new double[] {1, 0x1p-10, 64}) {
                NormalMixture p = NormalMixture.ofNormal(at + 0.5 * unit, 0.7 * unit);
                NormalMixture q = NormalMixture.ofNormal(at - 0.25 * unit, 1.3 * unit);
                double scales = 0.7 * (1 / 0.49 - 1 / 1.69) / unit;
                double apart = 0.75 / 1.69 / unit;
                double fisher = scales * scales + apart * apart;

                assertThat(NormalIntegral.fisher(p, q).value()).isCloseTo(fisher, within(1e-8 * fisher));
                assertThat(NormalIntegral.entropyNats(p).value())
                        .isCloseTo(0.5 * Math.log(2 * Math.PI * Math.E) + Math.log(0.7 * unit), within(1e-12));
                double kl = Math.log(1.3 / 0.7) + (0.49 + 0.5625) / (2 * 1.69) - 0.5;
                assertThat(NormalIntegral.klNats(p, q).value()).isCloseTo(kl, within(1e-9));
                assertThat(NormalIntegral.klNats(p, p).value()).isBetween(0.0, 1e-16);
            }
        }
    }

    /** Modes so far apart that the line is cut between them: entropies of the parts, and ln of their weights. */
    @Test
    void stretches() {
        NormalMixture p = NormalMixture.of(
                new double[] {0.2, 0.5, 0.3}, new double[] {100, -1e4, 102}, new double[] {0.5, 2, 1.5});
        NormalMixture near =
                NormalMixture.of(new double[] {0.4, 0.6}, new double[] {100, 102}, new double[] {0.5, 1.5});
        double single = 0.5 * Math.log(2 * Math.PI * Math.E) + Math.log(2);
        double expected = 0.5 * (NormalIntegral.entropyNats(near).value() + single) + Math.log(2);

        assertThat(NormalIntegral.entropyNats(p).value()).isCloseTo(expected, within(1e-13));
        // JS of two that have nothing in common is ln 2
        Integral js = NormalIntegral.overBoth(
                NormalMixture.ofNormal(1e5, 1), NormalMixture.ofNormal(-1e5, 3), Terms::jsOfLogs);
        assertThat(js.value()).isCloseTo(Math.log(2), within(1e-14));
        // half of q lies where p has nothing
        NormalMixture both = NormalMixture.of(new double[] {0.5, 0.5}, new double[] {-1e4, 1e4}, new double[] {1, 1});
        assertThat(NormalIntegral.klNats(NormalMixture.ofNormal(1e4, 1), both).value())
                .isCloseTo(Math.log(2), within(1e-14));
    }

    /** Pairs that differ little go straight to the integrand whose terms do not cancel: one pass, not two. */
    @Test
    void alikePairsTakeOnePass() {
        NormalMixture moved =
                NormalMixture.of(new double[] {0.3, 0.7}, new double[] {-1.2, 0.95}, new double[] {0.4, 1.1});
        Integral alike = NormalIntegral.klNats(ONE, moved);
        Integral different = NormalIntegral.klNats(ONE, OTHER);

        // panels by the zeros of both
        assertThat(alike.evaluations()).isLessThanOrEqualTo(2 * different.evaluations());
        assertThat(alike.evaluations()).isLessThan(300);
        assertThat(different.evaluations()).isLessThan(300);
        // of second order in the shift, by the Fisher information of the location of the second component
        assertThat(alike.value()).isBetween(5e-4, 1e-3);
        assertThat(alike.errorBound()).isLessThan(1e-15);
    }
}
