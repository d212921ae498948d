package dev.surprisal.math.mixture;

/**
 * Where mixtures of normals are 0 in the complex plane: their logarithms have branch points there, and a quadrature rule for
 * what is made of those logarithms is as good as its distance to them.
 *
 * <p>Two components cancel where l_i(z) - l_j(z) = (2n + 1) pi i, with l the logarithms of their shares: a quadratic equation,
 * for n = 0 to 2 and for pairs that no third component outshines there. With three components of one size the zeros lie
 * elsewhere; the panels' own error then tells.
 *
 * <p>Trefethen, "Approximation Theory and Approximation Practice", 2013, ch. 8, for the rate that a singularity allows.
 */
public final class ComplexZeros {

    private static final int ORDERS = 3;

    /** In nats: a third component that is larger by this much leaves no zero. */
    private static final double HIDDEN = 1;

    private final double[] at;
    private final double[] above;
    private int count;

    private ComplexZeros(int most) {
        this.at = new double[most];
        this.above = new double[most];
    }

    /** The zeros of all the mixtures. */
    public static ComplexZeros of(NormalMixture... mixtures) {
        int most = 0;
        for (NormalMixture mixture : mixtures) {
            most += ORDERS * mixture.size() * (mixture.size() - 1);
        }
        ComplexZeros zeros = new ComplexZeros(most);
        for (NormalMixture mixture : mixtures) {
            zeros.add(mixture);
        }
        return zeros;
    }

    int count() {
        return count;
    }

    /** The real part of zero i. */
    double at(int i) {
        return at[i];
    }

    /** The imaginary part of zero i, {@code > 0}; its conjugate is a zero too. */
    double above(int i) {
        return above[i];
    }

    private void add(NormalMixture sum) {
        for (int i = 0; i < sum.size(); i++) {
            for (int j = i + 1; j < sum.size(); j++) {
                double precision = 1 / sum.sd(j) / sum.sd(j);
                double apart = sum.mean(j) - sum.mean(i);
                // in u = z - m_i: a u^2 + b u + c
                double a = 0.5 * (precision - 1 / sum.sd(i) / sum.sd(i));
                double b = -apart * precision;
                double c = sum.logHeight(i) - sum.logHeight(j) + 0.5 * apart * apart * precision;
                for (int k = 0; k < ORDERS; k++) {
                    solve(sum, i, j, a, b, c, (2 * k + 1) * Math.PI);
                }
            }
        }
    }

    /** The roots of a u^2 + b u + c = i angle. */
    private void solve(NormalMixture sum, int i, int j, double a, double b, double c, double angle) {
        // the root of the discriminant b^2 - 4a(c - i angle), on the side of b
        double re = b * b - 4 * a * c;
        double im = 4 * a * angle;
        double modulus = length(re, im);
        double rootRe = Math.sqrt(Math.max(0.5 * (modulus + re), 0));
        double rootIm = Math.sqrt(Math.max(0.5 * (modulus - re), 0));
        rootIm = im < 0 ? -rootIm : rootIm;
        double sign = b < 0 ? -1 : 1;
        double qRe = -0.5 * (b + sign * rootRe);
        double qIm = -0.5 * sign * rootIm;
        if (a != 0) {
            add(sum, i, j, qRe / a, qIm / a);
        }
        double square = qRe * qRe + qIm * qIm;
        if (square > 0) {
            add(sum, i, j, (c * qRe - angle * qIm) / square, (-angle * qRe - c * qIm) / square);
        }
    }

    private void add(NormalMixture sum, int i, int j, double re, double im) {
        double x = sum.mean(i) + re;
        double y = Math.abs(im);
        if (!(Math.abs(x) + y < Double.POSITIVE_INFINITY)) {
            return;
        }
        double leader = sum.logModulus(i, x, y);
        for (int k = 0; k < sum.size(); k++) {
            if (k != i && k != j && sum.logModulus(k, x, y) > leader + HIDDEN) {
                return;
            }
        }
        at[count] = x;
        above[count++] = y;
    }

    private static double length(double x, double y) {
        return Math.sqrt(x * x + y * y);
    }
}
