package dev.surprisal.math;

import static dev.surprisal.math.LogSpace.logDifferenceExp;
import static dev.surprisal.math.LogSpace.logMeanExp;
import static dev.surprisal.math.LogSpace.logOneMinusExp;
import static dev.surprisal.math.LogSpace.logSigmoid;
import static dev.surprisal.math.LogSpace.logSoftmax;
import static dev.surprisal.math.LogSpace.logSumExp;
import static dev.surprisal.math.LogSpace.logit;
import static dev.surprisal.math.LogSpace.sigmoid;
import static dev.surprisal.math.LogSpace.softmax;
import static dev.surprisal.math.LogSpace.softplus;
import static dev.surprisal.math.LogSpace.xLog1pY;
import static dev.surprisal.math.LogSpace.xLogX;
import static dev.surprisal.math.LogSpace.xLogY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.Arrays;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Expected digits that are no closed form: mpmath 1.3.0 at 60 digits. */
class LogSpaceTest {
    private static final double INFINITY = Double.POSITIVE_INFINITY;
    private static final double LN2 = 0.6931471805599453;

    @Test
    void logSumExpNeitherOverflowsNorUnderflows() {
        assertThat(logSumExp(1000, 1000)).isEqualTo(1000 + LN2);
        assertThat(logSumExp(new double[] {-1000, -1000})).isEqualTo(-1000 + LN2);
        assertThat(logSumExp(0, -40, -INFINITY)).isEqualTo(4.248354255291589e-18);
    }

    @Test
    void logSumExpOfNothingIsTheLogarithmOfZero() {
        assertThat(logSumExp()).isEqualTo(-INFINITY);
        assertThat(logSumExp(-INFINITY, -INFINITY)).isEqualTo(-INFINITY);
        assertThat(logSumExp(new double[] {-INFINITY})).isEqualTo(-INFINITY);
        assertThat(logSumExp(1, INFINITY)).isEqualTo(INFINITY);
        assertThat(logSumExp(1, INFINITY, -INFINITY)).isEqualTo(INFINITY);
        assertThat(logSumExp(1, Double.NaN, 3)).isNaN();
    }

    @Test
    void logMeanExpOfEqualTermsIsTheTerm() {
        assertThat(logMeanExp(-3000, -3000, -3000, -3000)).isEqualTo(-3000);
        assertThatThrownBy(() -> logMeanExp()).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void differencesAndComplementsOfProbabilities() {
        assertThat(logDifferenceExp(-1000, -1000 - LN2)).isCloseTo(-1000 - LN2, Offset.offset(3e-13));
        assertThat(logDifferenceExp(2, 2)).isEqualTo(-INFINITY);
        assertThat(logDifferenceExp(2, -INFINITY)).isEqualTo(2);
        assertThat(logDifferenceExp(1, 2)).isNaN();
        assertThat(logOneMinusExp(-1e-20)).isEqualTo(-46.051701859880914);
        assertThat(logOneMinusExp(-50)).isEqualTo(-1.9287498479639178e-22);
        assertThat(logOneMinusExp(0)).isEqualTo(-INFINITY);
        assertThat(logOneMinusExp(-INFINITY)).isEqualTo(0);
        assertThat(logOneMinusExp(0.1)).isNaN();
    }

    @Test
    void softmaxIsADistributionThatShiftsDoNotChange() {
        var random = new Random(11);
        for (int i = 0; i < 1000; i++) {
            var logits = random.doubles(5, -8, 8)
                    .map(x -> Math.rint(x * 1024) / 1024)
                    .toArray();
            var shifted = Arrays.stream(logits).map(x -> x + 4096).toArray();

            var p = softmax(logits);

            assertThat(Sum.of(p)).isCloseTo(1, Offset.offset(3e-16));
            assertThat(softmax(shifted)).containsExactly(p);
        }
    }

    @Test
    void softmaxOfKnownOdds() {
        assertThat(softmax(0, LN2, -INFINITY, 0))
                .containsExactly(new double[] {0.25, 0.5, 0, 0.25}, Offset.offset(1e-16));
        assertThat(logSoftmax(0, -800, -INFINITY)).containsExactly(0, -800, -INFINITY);
    }

    @Test
    void softmaxRefusesWhatHasNoAnswer() {
        assertThatThrownBy(() -> softmax()).hasMessageContaining("at least one");
        assertThatThrownBy(() -> softmax(1, INFINITY)).hasMessageContaining("Infinity at index 1");
        assertThatThrownBy(() -> softmax(-INFINITY, -INFINITY)).hasMessageContaining("finite");
        assertThatThrownBy(() -> logSoftmax(1, 2, Double.NaN)).hasMessageContaining("index 2");
    }

    @Test
    void sigmoidAndItsLogarithmKeepTheirTails() {
        assertThat(sigmoid(0)).isEqualTo(0.5);
        assertThat(sigmoid(-700)).isCloseTo(9.859676543759770e-305, withinPercentage(1e-13));
        assertThat(sigmoid(INFINITY)).isEqualTo(1);
        assertThat(sigmoid(-INFINITY)).isEqualTo(0);
        assertThat(logSigmoid(40)).isEqualTo(-4.248354255291589e-18);
        assertThat(logSigmoid(-1000)).isEqualTo(-1000);
        assertThat(logSigmoid(-INFINITY)).isEqualTo(-INFINITY);
        assertThat(softplus(-40)).isEqualTo(4.248354255291589e-18);
        assertThat(softplus(1000)).isEqualTo(1000);
        assertThat(sigmoid(Double.NaN)).isNaN();
    }

    @Test
    void logitUndoesSigmoid() {
        for (double x = -30; x <= 2; x += 0.37) {
            assertThat(logit(sigmoid(x))).isCloseTo(x, Offset.offset(2e-15 * Math.max(1, Math.abs(x))));
        }
        assertThat(logit(0.5)).isEqualTo(0);
        assertThat(logit(0.5 + 0x1p-50)).isEqualTo(0x1p-48);
        assertThat(logit(0)).isEqualTo(-INFINITY);
        assertThat(logit(1)).isEqualTo(INFINITY);
        assertThat(logit(1.5)).isNaN();
    }

    @Test
    void zeroTimesLogZeroIsZero() {
        assertThat(xLogX(0)).isEqualTo(0);
        assertThat(xLogX(0.5)).isEqualTo(-LN2 / 2);
        assertThat(xLogX(-1)).isNaN();
        assertThat(xLogY(0, 0)).isEqualTo(0);
        assertThat(xLogY(0.3, 0)).isEqualTo(-INFINITY);
        assertThat(xLogY(0, Double.NaN)).isNaN();
        assertThat(xLogY(3, 1)).isEqualTo(0);
        assertThat(xLog1pY(0, -1)).isEqualTo(0);
        assertThat(xLog1pY(2, 1e-20)).isEqualTo(2e-20);
    }
}
