package dev.surprisal.math.estimation;

import dev.surprisal.math.Elementary;
import dev.surprisal.math.LogSpace;
import dev.surprisal.math.Require;

/**
 * The losses of classifiers: negative log-likelihoods of one labelled example, in nats. Classes count from 0.
 *
 * <p>Bishop, "Pattern Recognition and Machine Learning", 2006, sec. 4.3.
 */
public final class Loss {

    private Loss() {}

    /**
     * -y ln p - (1 - y) ln(1 - p); infinite when p rules out y. A y between 0 and 1 is a soft label. Relative error
     * below 2e-15.
     */
    public static double binaryNats(double p, double y) {
        Require.probability("p", p);
        Require.probability("y", y);
        return 0 - (LogSpace.xLogY(y, p) + LogSpace.xLog1pY(1 - y, -p));
    }

    /**
     * The same for p = sigmoid(z): ln(1 + e^-z) for y = 1, ln(1 + e^z) for y = 0. Never overflows. Relative error below
     * 2e-15.
     */
    public static double binaryOfLogitNats(double z, double y) {
        Require.number("z", z);
        Require.probability("y", y);
        return (y == 0 ? 0 : y * LogSpace.softplus(-z)) + (y == 1 ? 0 : (1 - y) * LogSpace.softplus(z));
    }

    /** -ln p_y; infinite when p_y = 0. Relative error below 2e-15. */
    public static double categoricalNats(double[] p, int y) {
        double[] checked = Require.probabilities("p", p);
        return 0 - Elementary.log(checked[index(y, p.length)]);
    }

    /**
     * ln(sum of e^z_k) - z_y, from the differences to z_y: adding a constant to all z changes nothing. Relative error
     * below 2e-15.
     */
    public static double categoricalOfLogitsNats(double[] z, int y) {
        return 0 - LogSpace.logSoftmax(z)[index(y, z.length)];
    }

    /** Its gradient softmax(z)_k - [k = y], as a new array; sums to 0. Relative error below 2e-15. */
    public static double[] gradientOfLogits(double[] z, int y) {
        double[] gradient = LogSpace.softmax(z);
        int right = index(y, z.length);
        double others = 0;
        for (int k = 0; k < z.length; k++) {
            others += k == right ? 0 : gradient[k];
        }
        // not softmax - 1, which is 0 where the others' sum is below 1e-16
        gradient[right] = -others;
        return gradient;
    }

    /**
     * Its Hessian diag(p) - p p^T with p = softmax(z), as a new array of rows. Relative error below 4e-15 of the
     * entries off the diagonal, absolute error below 4e-16 on it.
     */
    public static double[][] hessianOfLogits(double[] z) {
        double[] p = LogSpace.softmax(z);
        double[][] hessian = new double[p.length][p.length];
        for (int i = 0; i < p.length; i++) {
            for (int j = 0; j < p.length; j++) {
                hessian[i][j] = i == j ? p[i] * (1 - p[i]) : -p[i] * p[j];
            }
        }
        return hessian;
    }

    private static int index(int y, int classes) {
        if (y < 0 || y >= classes) {
            throw new IllegalArgumentException("y must lie between 0 and " + (classes - 1) + ", got " + y);
        }
        return y;
    }
}
