package dev.surprisal.math.variational;

import dev.surprisal.math.Decimal;
import dev.surprisal.math.Elementary;
import dev.surprisal.math.LogRatio;
import dev.surprisal.math.Require;
import dev.surprisal.math.Sum;
import dev.surprisal.math.distribution.Mixture;

/**
 * A mixture read as a latent-variable model: z is the component, with the weights as its prior, and x comes from component
 * z. The approximate posterior q is a probability for each component; the exact one are the responsibilities. In nats.
 *
 * <p>For every q: ln p(x) = ELBO + gap, ELBO = reconstruction - KL(q||weights), gap = KL(q||responsibilities). An E-step of
 * EM makes the gap 0. Neal and Hinton 1998; Bishop 2006, section 9.4.
 *
 * @param mixture of densities; x must have a finite density {@code > 0} under it
 */
public record LatentMixture(Mixture mixture) {

    /** ln p(x), the log density of the mixture. Error below 1e-14 max(1, |result|). */
    public double logEvidence(double x) {
        double result = mixture.logDensity(x);
        if (!(Math.abs(result) < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "x must have a finite density > 0 under the mixture, got " + Decimal.shortest(x));
        }
        return result;
    }

    /** The exact posterior: the responsibility of each component for x. Error below 1e-14 max(1, |result|). */
    public double[] posterior(double x) {
        return mixture.responsibilities(x);
    }

    /**
     * E_q[ln p(x | z)] = sum of q_k ln p_k(x); negative infinity where q_k > 0 = p_k(x). Error below 1e-14 max(1,
     * |result|).
     */
    public double reconstruction(double[] q, double x) {
        return reconstructionOfChecked(checked(q), x);
    }

    /** KL(q||weights): infinite where q_k > 0 and the component has weight 0. Error below 1e-14 max(1, |result|). */
    public double klToPrior(double[] q) {
        return klOfChecked(checked(q));
    }

    /**
     * sum of q_k (ln w_k + ln p_k(x) - ln q_k), at most ln p(x). Negative infinity where q_k > 0 for a component that
     * cannot have produced x. Error below 1e-14 max(1, |result|).
     *
     * @param q one probability for each component, summing to 1
     */
    public double elbo(double[] q, double x) {
        double[] checked = checked(q);
        return reconstructionOfChecked(checked, x) - klOfChecked(checked);
    }

    /**
     * KL(q||responsibilities) = ln p(x) - ELBO, {@code >= 0}; 0 only where q are the responsibilities. Infinite where
     * q_k > 0 for a component that cannot have produced x, finite where the responsibility is merely too small for a
     * double. Error below 1e-14 max(1, |result|).
     */
    public double gap(double[] q, double x) {
        double[] checked = checked(q);
        double logEvidence = logEvidence(x);
        Sum sum = new Sum();
        for (int k = 0; k < checked.length; k++) {
            // ln of the responsibility
            double logShare = Elementary.log(mixture.weight(k)) + logLikelihood(k, x) - logEvidence;
            double gain = gain(checked[k], logShare);
            if (gain == Double.POSITIVE_INFINITY) {
                return gain;
            }
            sum.add(gain);
        }
        return Math.max(sum.value(), 0);
    }

    /** All parts of the bound at once. Error below 1e-14 max(1, |result|). */
    public Elbo bound(double[] q, double x) {
        return new Elbo(reconstruction(q, x), klToPrior(q), logEvidence(x), gap(q, x));
    }

    /** q ln(q/r) - q + r with r = e^logShare, which may be too small for a double. */
    private static double gain(double q, double logShare) {
        double share = Elementary.exp(logShare);
        if (share > 1e-300 || q == 0 || logShare == Double.NEGATIVE_INFINITY) {
            return LogRatio.gain(q, share);
        }
        return q * (Elementary.log(q) - logShare) - q + share;
    }

    private double reconstructionOfChecked(double[] q, double x) {
        Sum sum = new Sum();
        for (int k = 0; k < q.length; k++) {
            if (q[k] > 0) {
                sum.add(q[k] * logLikelihood(k, x));
            }
        }
        return sum.value();
    }

    private double klOfChecked(double[] q) {
        Sum sum = new Sum();
        for (int k = 0; k < q.length; k++) {
            sum.add(LogRatio.gain(q[k], mixture.weight(k)));
        }
        return sum.value();
    }

    private double logLikelihood(int k, double x) {
        double result = mixture.component(k).logDensity(Require.number("x", x));
        if (result == Double.POSITIVE_INFINITY) {
            throw new IllegalArgumentException(
                    "x must have a finite density under each component, got " + Decimal.shortest(x));
        }
        return result;
    }

    private double[] checked(double[] q) {
        if (q.length != mixture.size()) {
            throw new IllegalArgumentException("q must have " + mixture.size() + " entries, got " + q.length);
        }
        return Require.weights("q", q);
    }
}
