package dev.surprisal.math.information;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class JointTableTest {

    private static final double LN_2 = 0.6931471805599453;

    @Test
    void theDefaultTable() {
        JointTable table = JointTable.of(new double[][] {{0.3, 0.2}, {0.1, 0.4}});

        assertThat(table.mutualInformationNats()).isCloseTo(0.0863046217355, within(1e-13));
        assertThat(table.entropyOfYGivenXNats()).isCloseTo(0.586707045274, within(1e-12));
        assertThat(table.marginalOfX()).containsExactly(0.5, 0.5);
        assertThat(table.marginalOfY()[0]).isCloseTo(0.4, within(1e-16));
    }

    @Test
    void independenceAndIdentityAreTheEnds() {
        assertThat(JointTable.of(new double[][] {{0.06, 0.14}, {0.24, 0.56}}).mutualInformationNats())
                .isCloseTo(0, within(1e-16));
        JointTable same = JointTable.of(new double[][] {{0.5, 0}, {0, 0.5}});
        assertThat(same.mutualInformationNats()).isCloseTo(LN_2, within(1e-15));
        assertThat(same.entropyOfYGivenXNats()).isZero();
        assertThat(same.entropyOfXGivenYNats()).isZero();
    }

    @Test
    void chainRuleAndBounds() {
        SplittableRandom random = new SplittableRandom(41);
        for (int i = 0; i < 3_000; i++) {
            double[][] joint = random(random, 2 + i % 4, 2 + i % 3);
            JointTable table = JointTable.of(joint);
            double information = table.mutualInformationNats();

            assertThat(table.entropyNats())
                    .isCloseTo(table.entropyOfXNats() + table.entropyOfYGivenXNats(), within(1e-14));
            assertThat(table.entropyNats())
                    .isCloseTo(table.entropyOfYNats() + table.entropyOfXGivenYNats(), within(1e-14));
            assertThat(information)
                    .isNotNegative()
                    .isCloseTo(table.entropyOfYNats() - table.entropyOfYGivenXNats(), within(1e-14))
                    .isLessThanOrEqualTo(Math.min(table.entropyOfXNats(), table.entropyOfYNats()) + 1e-15);
        }
    }

    @Test
    void processingNeverAddsInformation() {
        SplittableRandom random = new SplittableRandom(42);
        for (int i = 0; i < 3_000; i++) {
            double[][] joint = random(random, 3, 4);
            double[][] merged = new double[3][3];
            for (int x = 0; x < 3; x++) {
                merged[x] = new double[] {joint[x][0] + joint[x][1], joint[x][2], joint[x][3]};
            }

            assertThat(JointTable.of(merged).mutualInformationNats())
                    .isLessThanOrEqualTo(JointTable.of(joint).mutualInformationNats() + 1e-15);
        }
    }

    @Test
    void correlatedNormals() {
        assertThat(JointTable.mutualInformationOfNormalsNats(0)).isZero();
        assertThat(JointTable.mutualInformationOfNormalsNats(-0.5)).isCloseTo(0.14384103622589, within(1e-14));
        assertThat(JointTable.mutualInformationOfNormalsNats(1)).isEqualTo(Double.POSITIVE_INFINITY);
        // -ln(2e-15 - 1e-30)/2
        assertThat(JointTable.mutualInformationOfNormalsNats(1 - 0x1p-50)).isCloseTo(16.98210592371866, within(1e-13));
        assertThatIllegalArgumentException().isThrownBy(() -> JointTable.mutualInformationOfNormalsNats(1.1));
    }

    @Test
    void tablesAreChecked() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> JointTable.of(new double[][] {{0.5, 0.4}, {0.2, 0.1}}))
                .withMessageStartingWith("joint must sum to 1, got the sum 1.2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> JointTable.of(new double[][] {{0.5, 0.5}, {0}}))
                .withMessageContaining("rows of one length");
        assertThatIllegalArgumentException().isThrownBy(() -> JointTable.of(new double[][] {}));
        assertThatIllegalArgumentException().isThrownBy(() -> JointTable.of(new double[][] {{Double.NaN, 1}}));
    }

    private static double[][] random(SplittableRandom random, int rows, int columns) {
        double[][] joint = new double[rows][columns];
        double sum = 0;
        for (double[] row : joint) {
            for (int y = 0; y < columns; y++) {
                row[y] = random.nextDouble() * random.nextDouble();
                sum += row[y];
            }
        }
        for (double[] row : joint) {
            for (int y = 0; y < columns; y++) {
                row[y] /= sum;
            }
        }
        return joint;
    }
}
