package dev.surprisal.math.variational;

/**
 * A lower bound on the log-evidence ln p(x) of an observation, by an approximate posterior q, with its parts; in nats.
 *
 * <p>Jordan, Ghahramani, Jaakkola and Saul, "An introduction to variational methods for graphical models", 1999.
 *
 * @param reconstruction E_q[ln p(x | z)]
 * @param kl KL(q||prior), {@code >= 0}
 * @param logEvidence ln p(x)
 * @param gap KL(q||posterior), {@code >= 0}: what the bound falls short of the log-evidence
 */
public record Elbo(double reconstruction, double kl, double logEvidence, double gap) {

    /** reconstruction - KL(q||prior) = ln p(x) - gap. Error below 2^-53 of the two parts. */
    public double value() {
        return reconstruction - kl;
    }
}
