package dev.surprisal.math.mixture;

/** The rule with 20 points on [-1, 1], exact for polynomials of degree 39. Nodes and weights are rounded from 40 digits. */
final class GaussLegendre {

    static final int POINTS = 20;

    private static final double[] RIGHT_NODES = {
        0.07652652113349734, 0.22778585114164507, 0.37370608871541955, 0.5108670019508271, 0.636053680726515,
        0.7463319064601508, 0.8391169718222188, 0.912234428251326, 0.9639719272779138, 0.9931285991850949
    };
    private static final double[] RIGHT_WEIGHTS = {
        0.15275338713072584, 0.14917298647260374, 0.14209610931838204, 0.13168863844917664, 0.11819453196151841,
        0.10193011981724044, 0.08327674157670475, 0.06267204833410907, 0.04060142980038694, 0.017614007139152118
    };

    private static final double[] NODES = new double[POINTS];
    private static final double[] WEIGHTS = new double[POINTS];

    /** How many of the highest Legendre coefficients are looked at. */
    private static final int LAST = 3;

    /** The coefficient of degree {@code POINTS - 1 - d} is the scalar product of row d and the values. */
    private static final double[][] COEFFICIENTS = new double[LAST][POINTS];

    static {
        for (int i = 0; i < POINTS / 2; i++) {
            NODES[POINTS / 2 + i] = RIGHT_NODES[i];
            NODES[POINTS / 2 - 1 - i] = -RIGHT_NODES[i];
            WEIGHTS[POINTS / 2 + i] = RIGHT_WEIGHTS[i];
            WEIGHTS[POINTS / 2 - 1 - i] = RIGHT_WEIGHTS[i];
        }
        for (int d = 0; d < LAST; d++) {
            int degree = POINTS - 1 - d;
            for (int i = 0; i < POINTS; i++) {
                COEFFICIENTS[d][i] = (degree + 0.5) * WEIGHTS[i] * legendre(degree, NODES[i]);
            }
        }
    }

    private GaussLegendre() {}

    /** Point i, ascending. */
    static double node(int i) {
        return NODES[i];
    }

    static double weight(int i) {
        return WEIGHTS[i];
    }

    private static double legendre(int degree, double x) {
        double before = 1;
        double value = x;
        for (int k = 1; k < degree; k++) {
            double next = ((2 * k + 1) * x * value - k * before) / (k + 1);
            before = value;
            value = next;
        }
        return value;
    }

    /** The largest of the last coefficients of the Legendre series through the values at the points. */
    static double lastCoefficient(double[] values) {
        double largest = 0;
        for (double[] row : COEFFICIENTS) {
            double coefficient = 0;
            for (int i = 0; i < POINTS; i++) {
                coefficient += row[i] * values[i];
            }
            largest = Math.max(largest, Math.abs(coefficient));
        }
        return largest;
    }
}
