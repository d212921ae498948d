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
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Expected digits that are no closed form: mpmath 1.3.0 at 60 digits. */
class LogSpaceTest {
    private static final double INFINITY = Double.POSITIVE_INFINITY;
    private static final double LN2 = 0.6931471805599453;

    /** mpmath at 700 digits. Relative error 1e-15; where logarithms are added up, of the largest number that takes part. */
    @ParameterizedTest
    @CsvSource(textBlock = """
            logOneMinusExp, -700.0, , -9.8596765437597708567e-305
            logOneMinusExp, -36.0, , -2.3195228302435696573e-16
            logOneMinusExp, -1.5, , -0.25248245892545399604
            logOneMinusExp, -0.7, , -0.6863410028083851535
            logOneMinusExp, -0.69, , -0.69630429714405670574
            logOneMinusExp, -0.001, , -6.9082552373154707118
            logOneMinusExp, -1e-12, , -27.631021115929048228
            logOneMinusExp, -1.88549, , -0.16458539424185319607
            logOneMinusExp, -1.29107, , -0.32155107413917480879
            logOneMinusExp, -1.02403, , -0.4449515368120375821
            sigmoid, -700.0, , 9.8596765437597708567e-305
            logSigmoid, -700.0, , -700.0
            softplus, -700.0, , 9.8596765437597708567e-305
            sigmoid, -40.0, , 4.2483542552915889773e-18
            logSigmoid, -40.0, , -40.000000000000000004
            softplus, -40.0, , 4.2483542552915889863e-18
            sigmoid, -1e-09, , 0.49999999975
            logSigmoid, -1e-09, , -0.69314718105994530954
            softplus, -1e-09, , 0.69314718005994530954
            sigmoid, 0.0, , 0.5
            logSigmoid, 0.0, , -0.69314718055994530942
            softplus, 0.0, , 0.69314718055994530942
            sigmoid, 1e-09, , 0.50000000025
            logSigmoid, 1e-09, , -0.69314718005994530954
            softplus, 1e-09, , 0.69314718105994530954
            sigmoid, 30.0, , 0.99999999999990642377
            logSigmoid, 30.0, , -9.3576229688397367794e-14
            softplus, 30.0, , 30.000000000000093576
            sigmoid, 37.0, , 0.99999999999999991467
            logSigmoid, 37.0, , -8.5330476257440654302e-17
            softplus, 37.0, , 37.000000000000000085
            sigmoid, 700.0, , 1.0
            logSigmoid, 700.0, , -9.8596765437597708567e-305
            softplus, 700.0, , 700.0
            sigmoid, 7.96411, , 0.99965239982481966658
            logSigmoid, 7.96411, , -0.00034766060212457607921
            softplus, 7.96411, , 7.9644576606021243766
            sigmoid, 4.31817, , 0.98685095645965004343
            logSigmoid, 4.31817, , -0.013236257577798406333
            softplus, 4.31817, , 4.3314062575777986923
            sigmoid, 7.60185, , 0.99950072294793706614
            logSigmoid, 7.60185, , -0.00049940173235202410594
            softplus, 7.60185, , 7.6023494017323517982
            sigmoid, -8.47791, , 0.00020796973547694097704
            logSigmoid, -8.47791, , -8.478117991364180787
            softplus, -8.47791, , 0.00020799136418117405992
            logit, 1e-300, , -690.77552789821370518
            logit, 1e-09, , -20.723265835946411093
            logit, 0.3, , -0.84729786038720366658
            logit, 0.5000000009313226, , 3.7252902984619140668e-9
            logit, 0.5, , 0.0
            logit, 0.7, , 0.84729786038720340224
            logit, 0.9999999990686774, , 20.794415415867036707
            logit, 0.465623, , -0.13772528855149355672
            logit, 0.943357, , 2.8126763759091843333
            logit, 0.648975, , 0.61453674916020614223
            xLogX, 1e-300, , -6.9077552789821372249e-298
            xLogX, 0.2, , -0.32188758248682008169
            xLogX, 0.999, , -0.00099949983324995085393
            xLogX, 1.0000000009313226, , 9.3132257504915938448e-10
            xLogX, 7.0, , 13.621371043387193136
            xLogX, 1e+200, , 4.6051701859880912283e+202
            xLogY, 0.3, 0.2, -0.48283137373023007786
            xLogY, 2.0, 1.0000000000009095, 1.8189894035450292952e-12
            xLogY, 1e-05, 1e+300, 0.0069077552789821376177
            xLogY, 5, 1e-300, -3453.8776394910685259
            xLog1pY, 0.3, 0.2, 0.054696467038186388615
            xLog1pY, 2.0, 9.094947017729282e-13, 1.8189894035450292952e-12
            xLog1pY, 7.0, -0.99, -32.236191301916633359
            logDifferenceExp, 0.0, -1e-09, -20.723265837446411094
            logDifferenceExp, 3.0, 2.0, 2.541324854612918109
            logDifferenceExp, 700.0, -700.0, 700.0
            logDifferenceExp, 1e-05, -40.0, 9.9999999999957525063e-6
            logDifferenceExp, -2.0, -2.5, -2.9327521295671885719
            logDifferenceExp, 1000.0, 999.0, 999.54132485461291811
            logSumExp, 0.0, 0.0, 0.69314718055994530942
            logSumExp, 3.0, 2.0, 3.313261687518222834
            logSumExp, 1000.0, 999.0, 1000.3132616875182228
            logSumExp, -1000.0, -1003.0, -999.95141264842625794
            logSumExp, -0.7, -0.69, -0.0018403194921376278245
            """)
    void valuesToTheLastDigits(String function, double x, @Nullable Double y, double expected) {
        double other = y == null ? 0 : y;
        double size = function.startsWith("logSum") || function.startsWith("logDifference")
                ? Math.max(Math.max(Math.abs(x), Math.abs(other)), Math.abs(expected))
                : Math.abs(expected);
        double actual = switch (function) {
            case "logOneMinusExp" -> logOneMinusExp(x);
            case "sigmoid" -> sigmoid(x);
            case "logSigmoid" -> logSigmoid(x);
            case "softplus" -> softplus(x);
            case "logit" -> logit(x);
            case "xLogX" -> xLogX(x);
            case "xLogY" -> xLogY(x, other);
            case "xLog1pY" -> xLog1pY(x, other);
            case "logDifferenceExp" -> logDifferenceExp(x, other);
            case "logSumExp" -> logSumExp(x, other);
            default -> throw new IllegalArgumentException(function);
        };

        assertThat(actual).isCloseTo(expected, Offset.offset(1e-15 * size));
        if (function.equals("logSumExp")) {
            assertThat(logSumExp(new double[] {x, other})).isCloseTo(expected, Offset.offset(1e-15 * size));
            assertThat(logMeanExp(x, other)).isCloseTo(expected - LN2, Offset.offset(1e-15 * (size + 1)));
        }
    }

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
