package dev.surprisal.math.estimation;

import dev.surprisal.math.Outcome;
import java.util.Arrays;

/** The most likely parameters of a regression, or why there are none. */
public sealed interface RegressionFit {

    /** The likelihood has no maximum: it grows for ever along some direction. */
    record NoMaximum(String reason) implements RegressionFit {}

    /** Parameters that the search ended at, and how it ended. */
    final class Found implements RegressionFit {
        private final double[] coefficients;
        private final double nllNats;
        private final int iterations;
        private final Outcome outcome;

        Found(double[] coefficients, double nllNats, int iterations, Outcome outcome) {
            this.coefficients = coefficients;
            this.nllNats = nllNats;
            this.iterations = iterations;
            this.outcome = outcome;
        }

        /** The intercept, then a slope for each predictor (and so on for each further class), as a new array. */
        public double[] coefficients() {
            return coefficients.clone();
        }

        /** The first coefficient. Errors as the fit states. */
        public double intercept() {
            return coefficients[0];
        }

        /** The coefficient of the first predictor. Errors as the fit states. */
        public double slope() {
            return coefficients[1];
        }

        /** The summed negative log-likelihood in nats, without a penalty. Errors as the fit states. */
        public double nllNats() {
            return nllNats;
        }

        /** How many steps the search took. */
        public int iterations() {
            return iterations;
        }

        /** How the search ended. */
        public Outcome outcome() {
            return outcome;
        }

        @Override
        public String toString() {
            return "Found[coefficients=" + Arrays.toString(coefficients) + ", nllNats=" + nllNats + ", iterations="
                    + iterations + ", outcome=" + outcome + "]";
        }
    }

    /**
     * The parameters.
     *
     * @throws IllegalArgumentException when the likelihood has no maximum or the search did not converge
     */
    default Found found() {
        return switch (this) {
            case Found found when found.outcome() == Outcome.CONVERGED -> found;
            case Found found ->
                throw new IllegalArgumentException("the search for the maximum ended " + found.outcome());
            case NoMaximum(String reason) -> throw new IllegalArgumentException(reason);
        };
    }
}
