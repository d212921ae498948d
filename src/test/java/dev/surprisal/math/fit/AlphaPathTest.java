package dev.surprisal.math.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.surprisal.math.Outcome;
import dev.surprisal.math.distribution.Mixture;
import dev.surprisal.math.distribution.Normal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AlphaPathTest {

    @Test
    void leadsFromTheForwardFitToTheWideReverseOne() {
        List<AlphaPath.Place> places =
                AlphaPath.fromForward(KlFits.target("T1").p(), 20).places();

        assertThat(places).hasSize(21).allMatch(place -> place.outcome() == Outcome.CONVERGED);
        assertThat(places.getFirst().q().sd()).isCloseTo(2.06155281281, within(1e-9));
        assertThat(places.getLast().q().sd()).isCloseTo(1.73636246481, within(1e-6));
        for (int i = 1; i < places.size(); i++) {
            assertThat(places.get(i).q().sd()).isLessThan(places.get(i - 1).q().sd());
        }
    }

    @Test
    void aModeIsLeftOnTheWayUp() {
        Mixture p = KlFits.target("T1").p();
        Normal mode = ReverseFit.of(p).best().q();

        List<AlphaPath.Place> places = AlphaPath.fromReverse(p, mode, 40).places();

        assertThat(places.getFirst().q().mean()).isCloseTo(-1.9998008691, within(1e-6));
        assertThat(places.getLast().q().mean()).isCloseTo(0, within(1e-6));
        assertThat(places.getLast().q().sd()).isCloseTo(2.06155281281, within(1e-6));
        assertThat(places).allMatch(place -> place.outcome() == Outcome.CONVERGED);
    }

    @Test
    void oneIntervalIsTheLeast() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AlphaPath.fromForward(Normal.STANDARD, 0))
                .withMessageContaining("intervals");
    }

    /** The JS minima of DEMO-01 (float64 there, good to 1e-5 in the parameters). */
    @ParameterizedTest
    @CsvSource({
        "T1,  -2, 0.5, -1.999660, 0.500710, 0.21572756",
        "T1,   0, 2,    0.000000, 2.042410, 0.20096345",
        "T2,   0, 2,    0.000000, 2.196360, 0.04608915",
        "T3,  -2, 0.5, -1.999800, 0.500420, 0.11725390",
        "T3,  -1, 2,   -0.849330, 1.856650, 0.20104653",
        "T5,  -2, 0.3, -1.997740, 0.303420, 0.21516259",
        "T5,   1, 2,    0.562660, 2.064810, 0.16551534",
        "T10, -3, 0.5, -2.980590, 0.531030, 0.31668642",
        "T10,  0, 2,    0.000000, 2.365820, 0.13770061",
        "T12, -2, 0.7, -1.958130, 0.763170, 0.21282324",
    })
    void jensenShannonMinima(String target, double mean, double sd, double endMean, double endSd, double js) {
        Landscape landscape = Landscape.jensenShannon(KlFits.target(target).p());

        Descent descent = Descent.of(landscape, new Normal(mean, sd), new Method.Newton(true), 100);

        assertThat(descent.outcome()).isEqualTo(Outcome.CONVERGED);
        assertThat(descent.end().mean()).isCloseTo(endMean, within(2e-5));
        assertThat(descent.end().sd()).isCloseTo(endSd, within(2e-5));
        assertThat(descent.end().value()).isCloseTo(js, within(6e-9));
    }

    @Test
    void basinsNameThePointThatADescentEndsAt() {
        Mixture p = KlFits.target("T1").p();
        ReverseFit fit = ReverseFit.of(p);
        Landscape landscape = Landscape.reverse(p);
        Method method = new Method.Gradient(0.05, false);

        Descent left = Descent.of(landscape, new Normal(-0.5, 0.3), method, 5_000);
        Descent centre = Descent.of(landscape, new Normal(-0.5, 1), method, 5_000);
        Descent unfinished = Descent.of(landscape, new Normal(-0.5, 1), method, 3);

        assertThat(fit.findEnd(left)).contains(fit.minima().get(0));
        assertThat(fit.findEnd(centre)).contains(fit.minima().get(1));
        assertThat(fit.findEnd(unfinished)).isEmpty();
    }
}
