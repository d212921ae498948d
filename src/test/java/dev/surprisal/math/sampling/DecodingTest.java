package dev.surprisal.math.sampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.surprisal.math.Sum;
import dev.surprisal.math.information.Entropy;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class DecodingTest {

    private static final double LN_2 = 0.6931471805599453;
    private static final Offset<Double> CLOSE = within(1e-14);

    /** The distribution of the reference table. */
    private static final double[] P = {0.5, 0.2, 0.15, 0.1, 0.05};

    /** the, a, cat, dog, xylophone: SIM-06. */
    private static final double[] TOKENS = {2, 1.5, 0.5, 0, -2};

    @Test
    void temperatureOfTheReferenceTable() {
        // SAM-030 … SAM-034
        assertThat(Decoding.tempered(P, 0.5)[0]).isCloseTo(0.769230769230769, CLOSE);
        assertThat(Decoding.tempered(P, 2)[0]).isCloseTo(0.339717825835599, CLOSE);
        assertThat(Decoding.tempered(P, 0.1)[0]).isCloseTo(0.999889147289686, CLOSE);
        assertThat(Entropy.entropyNats(Decoding.tempered(P, 2)) / LN_2).isCloseTo(2.21601862092562, CLOSE);
        // L03-Q04: 0.64/0.68, and L03-X4
        assertThat(Decoding.tempered(new double[] {0.8, 0.2}, 0.5)[0]).isCloseTo(16.0 / 17, CLOSE);
        assertThat(Decoding.tempered(new double[] {0.6, 0.3, 0.1}, 2)[0]).isCloseTo(0.47273387499, within(1e-11));
    }

    @Test
    void topKAndTopPOfTheReferenceTable() {
        // SAM-038 … SAM-040
        assertThat(Decoding.topK(P, 2)[0]).isCloseTo(0.714285714285714, CLOSE);
        assertThat(Decoding.topK(P, 3)[2]).isCloseTo(0.176470588235294, CLOSE);
        assertThat(Decoding.topP(P, 0.8)[0]).isCloseTo(0.588235294117647, CLOSE);
        // L03-Q05: three tokens, since 0.5 + 0.3 = 0.8 is not enough
        assertThat(kept(Decoding.topP(new double[] {0.5, 0.3, 0.15, 0.05}, 0.9)))
                .isEqualTo(3);
    }

    @Test
    void theTableOfTheCourseHolds() {
        double[][] rows = {
            {0.25, 0.8786191119, 0.1189081664, 0.002177879036, 0.0002947438762, 9.887555526e-08, 0.5520428355},
            {0.5, 0.6962248407, 0.2561268053, 0.03466299374, 0.01275180277, 0.0002335574147, 1.118195533},
            {1, 0.5042071697, 0.3058171073, 0.1125038265, 0.06823702012, 0.009234876445, 1.702157806},
            {1.5, 0.413651947, 0.2963945717, 0.1521740471, 0.1090374694, 0.02874196488, 1.955906587},
            {2, 0.3630578395, 0.2827497297, 0.1714963801, 0.1335615151, 0.04913453554, 2.083732668},
            {5, 0.2655827598, 0.2403092186, 0.1967485475, 0.1780254478, 0.1193340263, 2.273054994}
        };
        for (double[] row : rows) {
            double[] p = Decoding.temperedLogits(TOKENS, row[0]);

            for (int k = 0; k < 5; k++) {
                assertThat(p[k]).isCloseTo(row[k + 1], within(6e-10 * row[k + 1]));
            }
            assertThat(Entropy.entropyNats(p) / LN_2).isCloseTo(row[6], within(6e-10));
        }
    }

    @Test
    void cutsOfTheCourseHold() {
        double[] two = new Decoding(1, 2, 1).probabilities(TOKENS);
        double[] nucleus = new Decoding(1, 5, 0.9).probabilities(TOKENS);

        assertThat(two[0]).isCloseTo(0.622459331202, within(1e-12));
        assertThat(two[1]).isCloseTo(0.377540668798, within(1e-12));
        assertThat(nucleus[0]).isCloseTo(0.546549387266, within(1e-12));
        assertThat(nucleus[1]).isCloseTo(0.331498960424, within(1e-12));
        assertThat(nucleus[2]).isCloseTo(0.12195165231, within(1e-11));
        assertThat(kept(nucleus)).isEqualTo(3);
        assertThat(new Decoding(1, 5, 0.5).probabilities(TOKENS)).containsExactly(1, 0, 0, 0, 0);
    }

    @Test
    void stagesFollowOneAnother() {
        double[][] stages = new Decoding(2, 3, 0.6).stages(TOKENS);

        assertThat(stages[0]).containsExactly(Decoding.temperedLogits(TOKENS, 2));
        // 0.363 and 0.283 of 0.817 make 0.79: top-p counts what top-k has left, where 0.646 of all would do as well
        assertThat(kept(stages[1])).isEqualTo(3);
        assertThat(kept(stages[2])).isEqualTo(2);
        assertThat(stages[2][0]).isCloseTo(0.3630578395 / (0.3630578395 + 0.2827497297), within(1e-9));
        // before renormalisation the first token has 0.41, after it 0.52
        assertThat(kept(new Decoding(1.5, 3, 0.47).probabilities(TOKENS))).isEqualTo(1);
    }

    @Test
    void amongEqualsTheLowerIndexComesFirst() {
        double[] equal = {0.25, 0.25, 0.25, 0.25};

        assertThat(Decoding.greedy(equal)).isZero();
        assertThat(Decoding.topK(equal, 2)).containsExactly(0.5, 0.5, 0, 0);
        assertThat(Decoding.topP(equal, 0.3)).containsExactly(0.5, 0.5, 0, 0);
        assertThat(Decoding.greedy(1, 3, 3, 2)).isEqualTo(1);
    }

    @Test
    void massesThatAreReachedInDecimalsAreReached() {
        // 0.4 + 0.3 + 0.2 is 0.8999999999999999 in binary
        assertThat(kept(Decoding.topP(new double[] {0.4, 0.3, 0.2, 0.1}, 0.9))).isEqualTo(3);
        assertThat(kept(Decoding.topP(new double[] {0.7, 0.1, 0.2}, 0.8))).isEqualTo(2);
        assertThat(kept(Decoding.topP(P, 1))).isEqualTo(5);
        assertThat(kept(Decoding.topP(P, 1e-300))).isEqualTo(1);
    }

    @Test
    void keepingEverythingChangesNothing() {
        // e^-40 is far below what reaching a mass of 1 "within rounding" would keep
        double[] far = {0, -40};

        assertThat(Decoding.PLAIN.probabilities(far)[1]).isCloseTo(4.248354255291589e-18, within(1e-32));
        assertThat(Decoding.topK(P, 7)).containsExactly(P);
        assertThat(Decoding.tempered(P, 1)).containsExactly(P);
        assertThat(Decoding.topP(new double[] {0.5, 0.5, 0}, 1)).containsExactly(0.5, 0.5, 0);
    }

    @Test
    void temperatureInterpolatesBetweenGreedyAndUniform() {
        assertThat(Decoding.tempered(P, 1e-300)).containsExactly(1, 0, 0, 0, 0);
        assertThat(Decoding.tempered(P, 1e300)).containsExactly(0.2, 0.2, 0.2, 0.2, 0.2);
        assertThat(Decoding.tempered(new double[] {0.5, 0.5, 0}, 1e300)).containsExactly(0.5, 0.5, 0);
        assertThat(Decoding.temperedLogits(new double[] {1e308, -1e308}, 1e-5)).containsExactly(1, 0);
        var random = new SplittableRandom(4);
        for (int i = 0; i < 1000; i++) {
            double[] logits = random.doubles(6, -5, 5).toArray();
            double before = -1;
            for (double temperature : new double[] {0.05, 0.3, 0.9, 1, 2, 10}) {
                double[] p = Decoding.temperedLogits(logits, temperature);
                assertThat(Sum.of(p)).isCloseTo(1, within(1e-15));
                assertThat(Decoding.greedy(p)).isEqualTo(Decoding.greedy(logits));
                assertThat(Entropy.entropyNats(p)).isGreaterThan(before);
                before = Entropy.entropyNats(p);
            }
        }
    }

    @Test
    void logitsAndProbabilitiesAgree() {
        double[] p = Decoding.temperedLogits(TOKENS, 1);
        double[] direct = Decoding.temperedLogits(TOKENS, 0.7);

        double[] again = Decoding.tempered(p, 0.7);

        for (int k = 0; k < p.length; k++) {
            assertThat(again[k]).isCloseTo(direct[k], CLOSE);
        }
    }

    @Test
    void argumentsAreChecked() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Decoding.tempered(P, 0))
                .withMessage("temperature must be a finite number > 0, got 0");
        assertThatIllegalArgumentException().isThrownBy(() -> Decoding.tempered(new double[] {0.5, 0.6}, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> Decoding.topK(P, 0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Decoding.topP(P, 0))
                .withMessageContaining("c must lie in (0, 1]");
        assertThatIllegalArgumentException().isThrownBy(() -> Decoding.topP(P, 1.1));
        assertThatIllegalArgumentException().isThrownBy(() -> Decoding.topP(P, Double.NaN));
        assertThatIllegalArgumentException().isThrownBy(() -> new Decoding(-1, 1, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Decoding(1, 0, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Decoding(1, 1, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> Decoding.greedy());
        assertThatIllegalArgumentException().isThrownBy(() -> Decoding.greedy(1, Double.NaN));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Decoding.temperedLogits(new double[] {Double.POSITIVE_INFINITY, 0}, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> Decoding.PLAIN.probabilities());
    }

    private static int kept(double[] p) {
        return (int) Arrays.stream(p).filter(x -> x > 0).count();
    }
}
