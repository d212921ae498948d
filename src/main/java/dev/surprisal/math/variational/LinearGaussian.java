package dev.surprisal.math.variational;

import dev.surprisal.math.Elementary;
import dev.surprisal.math.LogRatio;
import dev.surprisal.math.Require;
import dev.surprisal.math.Sum;
import dev.surprisal.math.distribution.Normal;

/**
 * A latent number z ~ N(0, 1) and an observation x given z ~ N(w z + b, s^2 I), a number or a vector: the model in which
 * everything about the ELBO is known in closed form. With b = 0 and several entries it is factor analysis with one factor
 * and equal noise (Bishop 2006, section 12.2).
 *
 * <p>The approximate posterior is q = N(m, v), given by its mean and its variance (not the standard deviation). For every q:
 * ln p(x) = ELBO + gap, ELBO = reconstruction - KL(q||prior), gap = KL(q||posterior). An observation has as many entries as
 * w. All in nats; relative errors below 1e-13 unless terms of a sum cancel (the reconstruction against the KL). Results
 * beyond 1.8e308 are infinite.
 */
public final class LinearGaussian {

    private static final double LN_TWO_PI = 1.8378770664093453;

    private final double[] w;
    private final double[] b;
    private final double s;

    /** A power of two next to sqrt(|w|^2 + s^2): squares in this unit neither overflow nor round more than they must. */
    private final double unit;

    /** |w|^2 + s^2 and s, in that unit. */
    private final double total;

    private final double noise;

    /** |w|. */
    private final double loading;

    private LinearGaussian(double[] w, double[] b, double s) {
        if (w.length == 0) {
            throw new IllegalArgumentException("w must have at least one entry, got none");
        }
        if (b.length != w.length) {
            throw new IllegalArgumentException(
                    "w and b must have the same length, got " + w.length + " and " + b.length);
        }
        this.w = w;
        this.b = b;
        this.s = Require.positive("s", s);
        double length = 0;
        for (int i = 0; i < w.length; i++) {
            Require.finite("w[" + i + "]", w[i]);
            Require.finite("b[" + i + "]", b[i]);
            length = i == 0 ? Math.abs(w[i]) : Elementary.hypot(length, w[i]);
        }
        this.loading = length;
        this.unit = PowerOfTwo.below(Require.finite("sqrt(|w|^2 + s^2)", Elementary.hypot(length, s)));
        this.noise = s / unit;
        Sum sum = new Sum().addProduct(noise, noise);
        for (double entry : w) {
            sum.addProduct(entry / unit, entry / unit);
        }
        this.total = sum.value();
        Require.positive("s^2/(|w|^2 + s^2)", posteriorVariance());
    }

    /**
     * The model of a number.
     *
     * @param w any finite number; 0 says that x carries no information about z
     * @param b any finite number
     * @param s the standard deviation of x given z, finite and {@code > 0}
     */
    public static LinearGaussian of(double w, double b, double s) {
        return new LinearGaussian(new double[] {w}, new double[] {b}, s);
    }

    /** The model of a vector: at least one finite entry of w, as many of b, and the common standard deviation s {@code > 0}. */
    public static LinearGaussian of(double[] w, double[] b, double s) {
        return new LinearGaussian(w.clone(), b.clone(), s);
    }

    /** The model of a vector with b = 0. */
    public static LinearGaussian ofFactor(double[] w, double s) {
        return new LinearGaussian(w.clone(), new double[w.length], s);
    }

    /** The number of entries of an observation. */
    public int dimension() {
        return w.length;
    }

    /**
     * ln p(x) = ln N(x; b, w w^T + s^2 I): what the ELBO bounds from below. With the parts a of x - b along w and r
     * across it is -{d ln(2 pi) + 2 (d - 1) ln s + ln(|w|^2 + s^2) + |r|^2/s^2 + a^2/(|w|^2 + s^2)}/2. Error below
     * 2e-15 max(1, |result|).
     */
    public double logEvidence(double... x) {
        double[] apart = apart(x);
        Sum along = new Sum();
        for (int i = 0; i < w.length; i++) {
            along.addProduct(direction(i), apart[i]);
        }
        // |x|^2 - a^2 for |r|^2 would cancel where x lies along w
        Sum across = new Sum();
        for (int i = 0; i < w.length; i++) {
            double rest = (apart[i] - along.value() * direction(i)) / s;
            across.addProduct(rest, rest);
        }
        double scaled = along.value() / unit;
        int d = w.length;
        return -0.5 * (d * LN_TWO_PI + across.value() + scaled * scaled / total + Elementary.log(total))
                - ((d - 1) * Elementary.log(s) + Elementary.log(unit));
    }

    /** m* = w^T (x - b)/(|w|^2 + s^2), the mean of z given x. Error below 2e-15 max(1, |result|). */
    public double posteriorMean(double... x) {
        double[] apart = apart(x);
        Sum sum = new Sum();
        for (int i = 0; i < w.length; i++) {
            sum.addProduct(w[i] / unit, apart[i] / unit);
        }
        return sum.value() / total;
    }

    /** v* = s^2/(|w|^2 + s^2), the variance of z given x: the same for every x. Error below 2e-15 max(1, |result|). */
    public double posteriorVariance() {
        return noise * noise / total;
    }

    /** p(z | x) = N(m*, v*). Error below 2e-15 max(1, |result|). */
    public Normal posterior(double... x) {
        return new Normal(posteriorMean(x), Math.sqrt(posteriorVariance()));
    }

    /**
     * E_q[ln p(x | z)] = -d/2 ln(2 pi s^2) - (|x - b - w m|^2 + |w|^2 v)/(2 s^2): the first term of the ELBO. Error
     * below 2e-15 max(1, |result|).
     */
    public double reconstruction(double mean, double variance, double... x) {
        requireQ(mean, variance);
        double[] apart = apart(x);
        Sum sum = new Sum();
        for (int i = 0; i < w.length; i++) {
            double miss = (apart[i] - w[i] * mean) / s;
            double slope = w[i] / s;
            sum.addProduct(miss, miss);
            sum.add(slope * slope * variance);
        }
        return -0.5 * (w.length * LN_TWO_PI + sum.value()) - w.length * Elementary.log(s);
    }

    /**
     * KL(q||prior) = (m^2 + v - 1 - ln v)/2: the second term of the ELBO. {@code >= 0}, and 0 only for N(0, 1). Error
     * below 2e-15 max(1, |result|).
     */
    public static double klToPrior(double mean, double variance) {
        requireQ(mean, variance);
        return 0.5 * (mean * mean + LogRatio.gain(1, variance));
    }

    /**
     * The evidence lower bound E_q[ln p(x, z) - ln q(z)] = reconstruction - KL(q||prior): at most ln p(x), by the gap.
     * Kingma and Welling 2014, eq. 3. Error below 2e-15 max(1, |result|).
     */
    public double elbo(double mean, double variance, double... x) {
        return reconstruction(mean, variance, x) - klToPrior(mean, variance);
    }

    /**
     * ln p(x) - ELBO = KL(q||posterior) = {v/v* - 1 - ln(v/v*) + (m - m*)^2/v*}/2, {@code >= 0} and 0 only where q is
     * the posterior. The difference of the two numbers on the left would have lost it at a gap of 1e-16. Error below
     * 2e-15 max(1, |result|).
     */
    public double gap(double mean, double variance, double... x) {
        requireQ(mean, variance);
        double exact = posteriorVariance();
        double apart = (mean - posteriorMean(x)) / noise;
        return 0.5 * (apart * apart * total + LogRatio.gain(exact, variance) / exact);
    }

    /** All parts of the bound at once. Error below 2e-15 max(1, |result|). */
    public Elbo bound(double mean, double variance, double... x) {
        return new Elbo(
                reconstruction(mean, variance, x), klToPrior(mean, variance), logEvidence(x), gap(mean, variance, x));
    }

    /**
     * The derivatives of the ELBO in the mean and in ln of the variance of q: w^T (x - b - w m)/s^2 - m and (1 - v (1 +
     * |w|^2/s^2))/2. Both are 0 at the posterior alone. Error below 2e-15 max(1, |result|).
     */
    public double[] elboGradient(double mean, double variance, double... x) {
        requireQ(mean, variance);
        // -(m - m*)/v* and (1 - v/v*)/2
        double inMean = (posteriorMean(x) - mean) / noise / noise * total;
        return new double[] {inMean, 0.5 * (1 - variance / noise / noise * total)};
    }

    /**
     * ln of the importance weight p(x, z)/q(z): its mean over z ~ q is the ELBO, and the mean of the weights themselves
     * is p(x). Where q is the posterior it is ln p(x) for every z. Error below 2e-15 max(1, |result|).
     */
    public double logWeight(double z, double mean, double variance, double... x) {
        requireQ(mean, variance);
        Require.finite("z", z);
        double[] apart = apart(x);
        Sum sum = new Sum();
        for (int i = 0; i < w.length; i++) {
            double miss = (apart[i] - w[i] * z) / s;
            sum.addProduct(miss, miss);
        }
        double ofQ = (z - mean) / Math.sqrt(variance);
        double result = -0.5 * (w.length * LN_TWO_PI + sum.value() + z * z - ofQ * ofQ - Elementary.log(variance))
                - w.length * Elementary.log(s);
        return Require.finite("ln of the weight", result);
    }

    private double direction(int i) {
        return loading == 0 ? 0 : w[i] / loading;
    }

    private double[] apart(double[] x) {
        if (x.length != w.length) {
            throw new IllegalArgumentException("x must have " + w.length + " entries, got " + x.length);
        }
        double[] result = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            result[i] = Require.finite("x[" + i + "] - b[" + i + "]", x[i] - b[i]);
        }
        return result;
    }

    private static void requireQ(double mean, double variance) {
        Require.finite("mean", mean);
        Require.positive("variance", variance);
    }
}
