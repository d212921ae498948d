package dev.surprisal.math.information;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.surprisal.math.distribution.Continuous;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Inequalities between divergences on drawn pairs; apart from the others for the time that it takes. */
class DivergenceBoundsTest {

    private static final double LN_2 = Math.log(2);

    @Test
    void boundsHold() {
        SplittableRandom random = new SplittableRandom(38);
        for (int i = 0; i < 500; i++) {
            List<Continuous> pair = FamiliesDivergenceTest.randomPair(random, i % 7);
            double tv = Divergence.tv(pair.get(0), pair.get(1));
            double js = Divergence.jsNats(pair.get(0), pair.get(1));

            assertThat(tv).as("%s", pair).isBetween(0.0, 1.0);
            assertThat(tv).isLessThanOrEqualTo(Divergence.pinskerBound(pair.get(0), pair.get(1)) + 1e-12);
            assertThat(js).isBetween(0.0, LN_2).isLessThanOrEqualTo(tv * LN_2 + 1e-12);
            assertThat(js).isCloseTo(Divergence.jsNats(pair.get(1), pair.get(0)), within(1e-12));
            assertThat(tv).isCloseTo(Divergence.tv(pair.get(1), pair.get(0)), within(1e-12));
        }
    }
}
