package dev.surprisal.math.fit;

/**
 * A function of the mean and the sd of a normal at one place: its value and its first two derivatives in (mean, ln sd), the
 * coordinates in which fits move (a step in ln sd keeps the sd positive).
 *
 * @param value in nats
 * @param byMean nats per unit of the mean
 * @param byLogSd nats per unit of ln sd, which is sd times the derivative by the sd
 */
public record Derivatives(
        double value, double byMean, double byLogSd, double byMeanTwice, double byMeanAndLogSd, double byLogSdTwice) {

    /**
     * The larger of the two first derivatives, without sign: 0 at a stationary point. Error below 1e-15 of the terms.
     */
    public double steepness() {
        return Math.max(Math.abs(byMean), Math.abs(byLogSd));
    }

    /** The determinant of the second derivatives: negative at a saddle. Error below 1e-15 of the terms. */
    public double determinant() {
        return byMeanTwice * byLogSdTwice - byMeanAndLogSd * byMeanAndLogSd;
    }

    /** The smaller eigenvalue of the second derivatives. Error below 1e-15 of the terms. */
    public double smallCurvature() {
        double large = largeCurvature();
        double small = 0.5 * (byMeanTwice + byLogSdTwice) - halfSpread();
        // where the small one is a difference of large numbers their product knows it better
        return large > 0 && small > 0 ? determinant() / large : small;
    }

    /** The larger eigenvalue of the second derivatives. Error below 1e-15 of the terms. */
    public double largeCurvature() {
        return 0.5 * (byMeanTwice + byLogSdTwice) + halfSpread();
    }

    private double halfSpread() {
        double apart = 0.5 * (byMeanTwice - byLogSdTwice);
        return Math.sqrt(apart * apart + byMeanAndLogSd * byMeanAndLogSd);
    }
}
