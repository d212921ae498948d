package dev.surprisal.math.variational;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class AdversarialGameTest {

    private static final double[] P = {0.5, 0.5};
    private static final double[] Q = {0.7, 0.3};

    @Test
    void valuesOfTheCourse() {
        // curriculum, CALC-20
        assertThat(AdversarialGame.bestValueNats(P, P)).isCloseTo(-1.38629436112, within(1e-11));
        assertThat(AdversarialGame.bestValueNats(new double[] {1, 0}, new double[] {0, 1}))
                .isCloseTo(0, within(1e-15));
        assertThat(AdversarialGame.bestValueNats(P, Q)).isCloseTo(-1.34428250972, within(1e-11));
    }

    @Test
    void theBestDiscriminatorReachesTheBestValueAndNoOtherDoes() {
        double[] best = AdversarialGame.bestDiscriminator(P, Q);
        var random = new SplittableRandom(2);

        assertThat(best).containsExactly(0.5 / 1.2, 0.5 / 0.8);
        assertThat(AdversarialGame.valueNats(P, Q, best)).isCloseTo(AdversarialGame.bestValueNats(P, Q), within(1e-15));
        for (int i = 0; i < 1000; i++) {
            double[] other = random.doubles(2).toArray();
            assertThat(AdversarialGame.valueNats(P, Q, other)).isLessThan(AdversarialGame.bestValueNats(P, Q));
        }
    }

    @Test
    void certaintyPaysOnlyWhereItIsRight() {
        double[] certain = {1, 0, 0.5};
        double[] data = {1, 0, 0};

        assertThat(AdversarialGame.valueNats(data, new double[] {0, 1, 0}, certain))
                .isZero();
        assertThat(AdversarialGame.valueNats(data, new double[] {1, 0, 0}, certain))
                .isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(AdversarialGame.bestDiscriminator(data, new double[] {0, 1, 0}))
                .containsExactly(1, 0, 0.5);
    }

    @Test
    void argumentsAreChecked() {
        assertThatIllegalArgumentException().isThrownBy(() -> AdversarialGame.valueNats(P, Q, new double[] {0.5}));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AdversarialGame.valueNats(P, Q, new double[] {0.5, 1.5}))
                .withMessageContaining("discriminator[1]");
        assertThatIllegalArgumentException().isThrownBy(() -> AdversarialGame.bestDiscriminator(P, new double[3]));
    }
}
