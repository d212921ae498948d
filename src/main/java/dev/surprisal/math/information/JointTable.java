package dev.surprisal.math.information;

import dev.surprisal.math.Decimal;
import dev.surprisal.math.Elementary;
import dev.surprisal.math.LogRatio;
import dev.surprisal.math.Require;
import dev.surprisal.math.Sum;
import java.util.Arrays;

/**
 * The joint distribution of two discrete variables: rows are the values of X, columns those of Y.
 *
 * <p>All entropies are in nats. H(X, Y) = H(X) + H(Y|X) and I(X; Y) = H(X) + H(Y) - H(X, Y), each computed from terms of
 * one sign, not as that difference.
 *
 * <p>Cover and Thomas, "Elements of Information Theory", 2006, ch. 2.
 */
public final class JointTable {

    private final double[][] joint;
    private final double[] ofX;
    private final double[] ofY;

    private JointTable(double[][] joint, double[] ofX, double[] ofY) {
        this.joint = joint;
        this.ofX = ofX;
        this.ofY = ofY;
    }

    /**
     * Probabilities that sum to 1 within 1e-9, in rows of one length.
     *
     * @throws IllegalArgumentException when they are not
     */
    public static JointTable of(double[][] joint) {
        if (joint.length == 0 || joint[0].length == 0) {
            throw new IllegalArgumentException("joint must have at least one row and one column");
        }
        int rows = joint.length;
        int columns = joint[0].length;
        double[] flat = new double[rows * columns];
        for (int x = 0; x < rows; x++) {
            if (joint[x].length != columns) {
                throw new IllegalArgumentException("joint must have rows of one length, got " + columns + " and "
                        + joint[x].length + " in row " + x);
            }
            System.arraycopy(joint[x], 0, flat, x * columns, columns);
        }
        double[] checked = Require.weights("joint", flat);
        double[][] copy = new double[rows][];
        double[] ofX = new double[rows];
        double[] ofY = new double[columns];
        for (int x = 0; x < rows; x++) {
            copy[x] = Arrays.copyOfRange(checked, x * columns, (x + 1) * columns);
            ofX[x] = Sum.of(copy[x]);
        }
        for (int y = 0; y < columns; y++) {
            Sum sum = new Sum();
            for (int x = 0; x < rows; x++) {
                sum.add(copy[x][y]);
            }
            ofY[y] = sum.value();
        }
        return new JointTable(copy, ofX, ofY);
    }

    /** The probabilities of X alone (the rows' sums), as a new array. Error below 2e-15. */
    public double[] marginalOfX() {
        return ofX.clone();
    }

    /** The probabilities of Y alone (the columns' sums), as a new array. Error below 2e-15. */
    public double[] marginalOfY() {
        return ofY.clone();
    }

    /** The probabilities as a new array of rows. */
    public double[][] probabilities() {
        double[][] copy = new double[joint.length][];
        for (int x = 0; x < copy.length; x++) {
            copy[x] = joint[x].clone();
        }
        return copy;
    }

    /** H(X, Y) = -sum of p(x, y) ln p(x, y). Error below 2e-15. */
    public double entropyNats() {
        Sum sum = new Sum();
        for (double[] row : joint) {
            for (double p : row) {
                sum.add(Entropy.entropyTerm(p));
            }
        }
        return sum.value();
    }

    /** H(X). Error below 2e-15. */
    public double entropyOfXNats() {
        return entropyOf(ofX);
    }

    /** H(Y). Error below 2e-15. */
    public double entropyOfYNats() {
        return entropyOf(ofY);
    }

    /**
     * H(Y|X) = -sum of p(x, y) ln(p(x, y)/p(x)): what is left to learn from Y when X is known. Between 0 and H(Y).
     * Error below 2e-15.
     */
    public double entropyOfYGivenXNats() {
        Sum sum = new Sum();
        for (int x = 0; x < joint.length; x++) {
            for (double p : joint[x]) {
                sum.add(conditional(p, ofX[x]));
            }
        }
        return sum.value();
    }

    /** H(X|Y) = -sum of p(x, y) ln(p(x, y)/p(y)). Between 0 and H(X). Error below 2e-15. */
    public double entropyOfXGivenYNats() {
        Sum sum = new Sum();
        for (double[] row : joint) {
            for (int y = 0; y < row.length; y++) {
                sum.add(conditional(row[y], ofY[y]));
            }
        }
        return sum.value();
    }

    /**
     * I(X; Y) = sum of p(x, y) ln(p(x, y)/(p(x) p(y))), the KL of the joint from the product of its marginals: {@code
     * >= 0}, 0 only for independent variables (up to the rounding of the marginals), at most the smaller of H(X) and
     * H(Y). Error below 2e-15, by which it may miss 0.
     */
    public double mutualInformationNats() {
        Sum sum = new Sum();
        for (int x = 0; x < joint.length; x++) {
            for (int y = 0; y < joint[x].length; y++) {
                double product = ofX[x] * ofY[y];
                // a product that underflows belongs to a p that is smaller still
                sum.add(product > 0 ? LogRatio.gain(joint[x][y], product) : 0);
            }
        }
        return sum.value();
    }

    /**
     * The mutual information of two jointly normal variables, -ln(1 - rho^2)/2 in nats. Relative error below 1e-15.
     *
     * @param correlation rho, in [-1, 1]; infinite at the ends
     */
    public static double mutualInformationOfNormalsNats(double correlation) {
        if (!(Math.abs(correlation) <= 1)) {
            throw new IllegalArgumentException(
                    "correlation must lie between -1 and 1, got " + Decimal.shortest(correlation));
        }
        // (1 - rho)(1 + rho): the square rounds next to 1
        double square = correlation * correlation;
        return square < 0.5
                ? -0.5 * Elementary.log1p(-square)
                : -0.5 * Elementary.log((1 - correlation) * (1 + correlation));
    }

    private static double conditional(double p, double given) {
        return p == 0 || p >= given ? 0 : p * LogRatio.of(given, p);
    }

    private static double entropyOf(double[] p) {
        Sum sum = new Sum();
        for (double probability : p) {
            sum.add(Entropy.entropyTerm(Math.min(probability, 1)));
        }
        return sum.value();
    }
}
