package dev.surprisal.math.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ReverseFitTest {

    static List<KlFits.Target> targets() {
        return KlFits.targets();
    }

    @ParameterizedTest
    @MethodSource("targets")
    void findsEveryStationaryPoint(KlFits.Target target) {
        ReverseFit fit = ReverseFit.of(target.p());

        assertThat(fit.isCertified()).isTrue();
        assertThat(fit.points()).hasSameSizeAs(target.reverse());
        double least = fit.best().klNats();
        for (KlFits.Point expected : target.reverse()) {
            StationaryPoint found = fit.points().stream()
                    .min(Comparator.comparingDouble(point -> Math.abs(point.q().mean() - expected.mean())
                            + Math.abs(point.q().sd() - expected.sd())))
                    .orElseThrow();
            assertThat(found.q().mean()).isCloseTo(expected.mean(), within(1e-12));
            assertThat(found.q().sd()).isCloseTo(expected.sd(), within(1e-12));
            assertThat(found.klNats()).isCloseTo(expected.kl(), within(1e-13 * Math.max(1, expected.kl())));
            assertThat(found.isMinimum()).isEqualTo(expected.minimum());
            assertThat(found.smallCurvature()).isCloseTo(expected.smallCurvature(), within(1e-6));
            assertThat(found.largeCurvature()).isCloseTo(expected.largeCurvature(), within(1e-6));
            assertThat(found.kind() == StationaryPoint.Kind.GLOBAL_MINIMUM)
                    .isEqualTo(expected.minimum() && expected.kl() <= least + 1e-9);
        }
    }
}
