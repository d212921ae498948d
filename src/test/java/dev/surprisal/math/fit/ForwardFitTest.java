package dev.surprisal.math.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.surprisal.math.distribution.Normal;
import dev.surprisal.math.information.Divergence;
import dev.surprisal.math.information.Entropy;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ForwardFitTest {

    static List<KlFits.Target> targets() {
        return KlFits.targets();
    }

    @ParameterizedTest
    @MethodSource("targets")
    void matchesTheMoments(KlFits.Target target) {
        ForwardFit fit = ForwardFit.of(target.p());

        assertThat(fit.q().mean()).isCloseTo(target.forward().mean(), within(1e-15));
        assertThat(fit.q().sd()).isCloseTo(target.forward().sd(), within(1e-14));
        assertThat(fit.kl().value()).isCloseTo(target.forward().kl(), within(1e-13));
        assertThat(Entropy.entropyNats(target.p())).isCloseTo(target.entropy(), within(1e-13));
    }

    @ParameterizedTest
    @MethodSource("targets")
    void noOtherNormalIsCloser(KlFits.Target target) {
        ForwardFit fit = ForwardFit.of(target.p());
        double e = 1e-3 * fit.q().sd();
        for (double[] step : new double[][] {{e, 0}, {-e, 0}, {0, e}, {0, -e}}) {
            Normal other = new Normal(fit.q().mean() + step[0], fit.q().sd() + step[1]);
            assertThat(Divergence.klNats(target.p(), other))
                    .isGreaterThan(fit.kl().value());
        }
    }

    @Test
    void aNormalIsItsOwnFit() {
        ForwardFit fit = ForwardFit.of(new Normal(1.5, 0.8));

        assertThat(fit.q().mean()).isEqualTo(1.5);
        assertThat(fit.q().sd()).isCloseTo(0.8, within(1e-16));
        assertThat(fit.kl().value()).isLessThan(1e-30);
    }
}
