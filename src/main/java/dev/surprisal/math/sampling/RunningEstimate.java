package dev.surprisal.math.sampling;

import dev.surprisal.math.Require;
import dev.surprisal.math.Sum;

/**
 * An estimate that grows with each draw. Mean by a compensated sum, variance by Welford's update, which does not cancel where
 * the mean is large beside the spread (Knuth, TAOCP vol. 2, 1998, section 4.2.2).
 */
public final class RunningEstimate {

    private final Sum sum = new Sum();

    private int n;

    /** The mean as the update has it, and the sum of squares around it. */
    private double center;

    private double squares;

    /** Adds a finite draw and returns this. */
    public RunningEstimate add(double x) {
        Require.finite("x", x);
        n++;
        sum.add(x);
        double before = x - center;
        center += before / n;
        squares += before * (x - center);
        return this;
    }

    /** How many draws there are. */
    public int n() {
        return n;
    }

    /**
     * The estimate so far.
     *
     * @throws IllegalStateException when there are no draws
     */
    public Estimate estimate() {
        if (n == 0) {
            throw new IllegalStateException("no draws yet");
        }
        return new Estimate(n, sum.value() / n, n == 1 ? Double.POSITIVE_INFINITY : Math.sqrt(squares / (n - 1)));
    }
}
