package dev.surprisal.math.sequence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.surprisal.math.Sum;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ChainRuleTest {

    /** The three bits of the course, SIM-10. */
    private static final ChainRule COURSE = ChainRule.of(0.20, 0.05, 0.10, 0.15, 0.05, 0.10, 0.05, 0.30);

    @Test
    void conditionalsOfTheCourse() {
        assertThat(COURSE.nextIsOne("")).isCloseTo(0.5, within(1e-15));
        assertThat(COURSE.nextIsOne("0")).isCloseTo(0.5, within(1e-15));
        assertThat(COURSE.nextIsOne("1")).isCloseTo(0.7, within(1e-15));
        assertThat(COURSE.nextIsOne("00")).isCloseTo(0.2, within(1e-15));
        assertThat(COURSE.nextIsOne("01")).isCloseTo(0.6, within(1e-15));
        assertThat(COURSE.nextIsOne("10")).isCloseTo(2.0 / 3, within(1e-15));
        assertThat(COURSE.nextIsOne("11")).isCloseTo(6.0 / 7, within(1e-15));
        assertThat(COURSE.probability("1")).isCloseTo(0.5, within(1e-15));
        assertThat(COURSE.probability("")).isCloseTo(1, within(1e-15));
        assertThat(COURSE.bits()).isEqualTo(3);
    }

    @Test
    void logProbabilityIsTheSumOverTheBits() {
        // ln 0.5 + ln 0.3 + ln 2/3 = ln 0.1
        assertThat(COURSE.logProbability("101")).isCloseTo(-2.302585092994046, within(1e-14));
        assertThat(COURSE.nllTermsNats("101")[1]).isCloseTo(-Math.log(0.3), within(1e-14));
    }

    @Test
    void entropyIsTheSumOfTheConditionalOnes() {
        double[] parts = COURSE.conditionalEntropiesNats();

        assertThat(parts[0]).isCloseTo(0.69314718056, within(1e-11));
        assertThat(parts[1]).isCloseTo(0.652005741307, within(1e-11));
        assertThat(parts[2]).isCloseTo(0.532371359282, within(1e-11));
        assertThat(COURSE.entropyNats()).isCloseTo(1.87752428115, within(1e-11));
    }

    @Test
    void everyOrderGivesTheSameJoint() {
        var random = new SplittableRandom(8);
        int[][] orders = {{0, 1, 2}, {2, 1, 0}, {1, 2, 0}, {2, 0, 1}};
        for (int i = 0; i < 500; i++) {
            double[] joint = random.doubles(8).toArray();
            double sum = Arrays.stream(joint).sum();
            Arrays.setAll(joint, k -> joint[k] / sum);
            ChainRule chain = ChainRule.of(joint);
            for (int[] order : orders) {
                ChainRule other = chain.reordered(order);

                assertThat(Sum.of(other.conditionalEntropiesNats())).isCloseTo(chain.entropyNats(), within(1e-14));
                String text = "011";
                String moved = "" + text.charAt(order[0]) + text.charAt(order[1]) + text.charAt(order[2]);
                assertThat(other.logProbability(moved)).isCloseTo(Math.log(joint[3]), within(1e-13));
            }
        }
        assertThat(COURSE.reordered(2, 1, 0).nextIsOne("")).isCloseTo(0.6, within(1e-15));
    }

    @Test
    void impossibleTextsCostInfinity() {
        ChainRule chain = ChainRule.of(0.5, 0.5, 0, 0);

        assertThat(chain.logProbability("10")).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(chain.nllTermsNats("10")).containsExactly(Double.POSITIVE_INFINITY, 0);
        assertThat(chain.nllTermsNats("01")).containsExactly(0, Math.log(2));
        assertThat(chain.conditionalEntropiesNats()).containsExactly(0, Math.log(2));
        assertThat(ChainRule.of(1, 0).logProbability("0")).isEqualTo(0.0);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> chain.nextIsOne("1"))
                .withMessage("prefix must have a probability > 0, got 1");
    }

    @Test
    void productsOfConditionalsAreSumsOfLogarithms() {
        // ARM-003
        assertThat(ChainRule.logProbabilityOf(0.1, 0.02, 0.6, 0.3, 0.05)).isCloseTo(-10.9251388000681, within(1e-12));
        double[] many = new double[2000];
        Arrays.fill(many, 0.1);
        assertThat(ChainRule.logProbabilityOf(many)).isCloseTo(-4605.170185988092, within(1e-11));
        assertThat(ChainRule.logProbabilityOf(0.5, 0)).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(ChainRule.logProbabilityOf()).isZero();
        assertThatIllegalArgumentException().isThrownBy(() -> ChainRule.logProbabilityOf(0.5, 1.1));
    }

    @Test
    void argumentsAreChecked() {
        assertThatIllegalArgumentException().isThrownBy(() -> ChainRule.of(0.5, 0.25, 0.25));
        assertThatIllegalArgumentException().isThrownBy(() -> ChainRule.of(1));
        assertThatIllegalArgumentException().isThrownBy(() -> ChainRule.of());
        assertThatIllegalArgumentException().isThrownBy(() -> ChainRule.of(new double[8192]));
        assertThatIllegalArgumentException().isThrownBy(() -> ChainRule.of(0.5, 0.6));
        assertThatIllegalArgumentException().isThrownBy(() -> COURSE.nextIsOne("101"));
        assertThatIllegalArgumentException().isThrownBy(() -> COURSE.logProbability("10"));
        assertThatIllegalArgumentException().isThrownBy(() -> COURSE.probability("1a"));
        assertThatIllegalArgumentException().isThrownBy(() -> COURSE.probability("1011"));
        assertThatIllegalArgumentException().isThrownBy(() -> COURSE.reordered(0, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> COURSE.reordered(0, 1, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> COURSE.reordered(0, 1, 3));
    }
}
