package dev.surprisal.math.score;

import dev.surprisal.math.Elementary;
import dev.surprisal.math.Require;
import dev.surprisal.math.Sum;
import dev.surprisal.math.distribution.Continuous;
import dev.surprisal.math.distribution.Mixture;
import dev.surprisal.math.distribution.Normal;

/**
 * The best guess of a clean value x from a noisy one, y = x + sd eps with eps ~ N(0, 1), for data from a mixture of normals.
 *
 * <p>Tweedie's formula says that it is a step along the score of the noisy data: E[x | y] = y + sd^2 d/dy ln p_sd(y). Robbins
 * 1956; Efron, "Tweedie's formula and selection bias", JASA 106, 2011.
 */
public final class Denoiser {

    /** Nodes of the trapezoid rule over 10 standard deviations to each side: the rule of the course. */
    private static final int NODES = 4000;

    private final Mixture data;
    private final Mixture noisy;
    private final double sd;

    private Denoiser(Mixture data, Mixture noisy, double sd) {
        this.data = data;
        this.noisy = noisy;
        this.sd = sd;
    }

    /**
     * For data from a mixture of normals.
     *
     * @param data its components must be normal
     * @param sd the standard deviation of the noise, finite and {@code > 0}
     */
    public static Denoiser of(Mixture data, double sd) {
        Require.positive("sd", sd);
        int size = data.size();
        double[] means = new double[size];
        double[] sds = new double[size];
        for (int k = 0; k < size; k++) {
            if (!(data.component(k) instanceof Normal(double mean, double width))) {
                throw new IllegalArgumentException("data must be a mixture of normals, got " + data.component(k));
            }
            means[k] = mean;
            sds[k] = Elementary.hypot(width, sd);
        }
        return new Denoiser(data, Mixture.ofNormals(data.weights(), means, sds), sd);
    }

    /** For data from a normal. */
    public static Denoiser of(Normal data, double sd) {
        return of(Mixture.of(new double[] {1}, data), sd);
    }

    /** The density of the noisy values: every component's variance grows by sd^2. */
    public Mixture noisy() {
        return noisy;
    }

    /**
     * d/dy ln p_sd(y), the score of the noisy data: what denoising score matching learns. Error below 1e-13 max(1,
     * |result|).
     */
    public double score(double y) {
        return noisy.score(y);
    }

    /**
     * E[x | y] = y + sd^2 {@link #score}(y), computed as the components' posterior means (m_k sd^2 + y s_k^2)/(s_k^2 + sd^2)
     * averaged with their responsibilities for y: the sum in the formula cancels where sd is large. Relative error below
     * 1e-13 where these means have one sign.
     *
     * @throws IllegalArgumentException where y has density 0 (or none that a double can hold the logarithm of)
     */
    public double posteriorMean(double y) {
        return posteriorMean(noisy.responsibilities(y), y);
    }

    /**
     * Var[x | y]: how far the guess is off, at best. The components' posterior variances s_k^2 sd^2/(s_k^2 + sd^2) and
     * the spread of their means, averaged with the responsibilities; equal to sd^2 + sd^4 d^2/dy^2 ln p_sd(y). Relative
     * error below 1e-12.
     */
    public double posteriorVariance(double y) {
        double[] responsibilities = noisy.responsibilities(y);
        double mean = posteriorMean(responsibilities, y);
        Sum sum = new Sum();
        for (int k = 0; k < responsibilities.length; k++) {
            double apart = posteriorMean(k, y) - mean;
            sum.add(responsibilities[k] * (posteriorVariance(k) + apart * apart));
        }
        return sum.value();
    }

    /**
     * The least denoising loss E[(s(y) + eps/sd)^2] of any model s: E[Var(eps | y)]/sd^2. By the trapezoid rule over 10
     * standard deviations of each component; relative error below 1e-9 where no component is more than 50 times as wide as
     * another.
     */
    public double lossFloor() {
        Sum total = new Sum();
        for (int k = 0; k < data.size(); k++) {
            double weight = data.weight(k);
            if (weight > 0) {
                Continuous component = noisy.component(k);
                total.add(weight * meanVariance(component));
            }
        }
        return total.value() / sd / sd / sd / sd;
    }

    private double meanVariance(Continuous component) {
        double step = 20.0 / NODES;
        Sum sum = new Sum();
        for (int i = 0; i <= NODES; i++) {
            double z = -10 + i * step;
            double y = component.mean() + z * component.standardDeviation();
            sum.add(posteriorVariance(y) * Normal.STANDARD.density(z));
        }
        return sum.value() * step;
    }

    private double posteriorMean(double[] responsibilities, double y) {
        Sum sum = new Sum();
        for (int k = 0; k < responsibilities.length; k++) {
            sum.addProduct(responsibilities[k], posteriorMean(k, y));
        }
        return sum.value();
    }

    private double posteriorMean(int k, double y) {
        double width = data.component(k).standardDeviation();
        double total = noisy.component(k).standardDeviation();
        double ofMean = sd / total;
        double ofValue = width / total;
        return data.component(k).mean() * ofMean * ofMean + y * ofValue * ofValue;
    }

    private double posteriorVariance(int k) {
        double root = data.component(k).standardDeviation() / noisy.component(k).standardDeviation() * sd;
        return root * root;
    }
}
