package dev.surprisal.math.fit;

import dev.surprisal.math.Elementary;
import dev.surprisal.math.Outcome;
import dev.surprisal.math.Require;
import dev.surprisal.math.distribution.Normal;
import java.util.ArrayList;
import java.util.List;

/**
 * The path of a fit downhill on a {@link Landscape}, and an honest word on where it ended.
 *
 * @param path the start and the place after each step
 * @param outcome {@code CONVERGED} when no slope in (mean, ln sd) is above 1e-7; {@code DIVERGED} when the divergence rose
 *     {@value #RISES} times in a row; {@code STALLED} when a step led out of the domain (sd from {@value #LEAST_SD} to
 *     {@value #LARGEST_SD}, mean up to {@value #FARTHEST}) or no shorter step made it smaller. A fit that goes in circles is
 *     {@code OUT_OF_ITERATIONS}
 */
public record Descent(List<Step> path, Outcome outcome) {

    /** Slopes below this count as none. */
    public static final double TOLERANCE = 1e-7;

    static final int RISES = 20;
    static final double LEAST_SD = 1e-3;
    static final double LARGEST_SD = 1e6;
    static final double FARTHEST = 1e6;

    private static final int MOST_STEPS = 100_000;
    private static final int MOST_HALVINGS = 40;

    /** How much of the decrease that the slope promises a step must bring. */
    private static final double ARMIJO = 0.25;

    /** Of a value: a rise by less is rounding. */
    private static final double ROUNDING = 1e-13;

    /**
     * A place on the way.
     *
     * @param value of the divergence there, in nats
     */
    public record Step(double mean, double sd, double value) {

        /** The normal that the place stands for. */
        public Normal q() {
            return new Normal(mean, sd);
        }
    }

    public Descent {
        path = List.copyOf(path);
    }

    /**
     * Takes steps until there is nothing to gain, at most {@code mostSteps}.
     *
     * @param start with an sd from {@value #LEAST_SD} to {@value #LARGEST_SD} and a mean within {@value #FARTHEST} of 0
     * @param mostSteps at most 100 000
     */
    public static Descent of(Landscape landscape, Normal start, Method method, int mostSteps) {
        Require.count("mostSteps", mostSteps, 0);
        if (!isInside(start.mean(), start.sd())) {
            throw new IllegalArgumentException(
                    "start must have an sd from 0.001 to 1000000 and a mean within 1000000 of 0," + " got " + start);
        }
        return new Walk(landscape, method).from(start, Math.min(mostSteps, MOST_STEPS));
    }

    /** The number of steps taken. */
    public int steps() {
        return path.size() - 1;
    }

    /** The last place. */
    public Step end() {
        return path.getLast();
    }

    private static boolean isInside(double mean, double sd) {
        return sd >= LEAST_SD && sd <= LARGEST_SD && Math.abs(mean) <= FARTHEST;
    }

    private static final class Walk {
        private final Landscape landscape;
        private final Method method;
        private final List<Step> path = new ArrayList<>();

        private double mean;
        private double logSd;
        private Derivatives at = new Derivatives(0, 0, 0, 0, 0, 0);

        /** The next step. */
        private double dMean;

        private double dLogSd;

        /** What Adam carries along. */
        private double carriedMean;

        private double carriedLogSd;
        private double squareMean;
        private double squareLogSd;
        private double meanLeft = 1;
        private double squareLeft = 1;

        Walk(Landscape landscape, Method method) {
            this.landscape = landscape;
            this.method = method;
        }

        Descent from(Normal start, int mostSteps) {
            mean = start.mean();
            logSd = Elementary.log(start.sd());
            at = landscape.at(mean, start.sd());
            path.add(new Step(mean, start.sd(), at.value()));
            return new Descent(path, walk(mostSteps));
        }

        private Outcome walk(int mostSteps) {
            int rises = 0;
            for (int i = 0; ; i++) {
                if (at.steepness() <= TOLERANCE) {
                    return Outcome.CONVERGED;
                }
                if (i == mostSteps) {
                    return Outcome.OUT_OF_ITERATIONS;
                }
                double before = at.value();
                boolean backtracks = choose();
                if (!(backtracks ? shorten() : move(1))) {
                    return Outcome.STALLED;
                }
                rises = at.value() > before + ROUNDING * (1 + before) ? rises + 1 : 0;
                if (rises == RISES) {
                    return Outcome.DIVERGED;
                }
            }
        }

        /** Sets the next step; whether it may be shortened. */
        private boolean choose() {
            return switch (method) {
                case Method.Gradient(double rate, boolean backtracks) -> {
                    dMean = clipped(-rate * at.byMean());
                    dLogSd = clipped(-rate * at.byLogSd());
                    yield backtracks;
                }
                case Method.Momentum(double rate, double decay) -> {
                    // the step itself is carried, not g: one cliff would push on for a hundred steps
                    dMean = clipped(decay * dMean - rate * at.byMean());
                    dLogSd = clipped(decay * dLogSd - rate * at.byLogSd());
                    yield false;
                }
                case Method.Adam adam -> {
                    chooseByAdam(adam);
                    yield false;
                }
                case Method.Newton(boolean damped) -> {
                    if (damped) {
                        chooseDownhill();
                    } else {
                        chooseByNewton();
                    }
                    yield damped;
                }
            };
        }

        private void chooseByAdam(Method.Adam adam) {
            double decay = adam.decay();
            double squareDecay = adam.squareDecay();
            meanLeft *= decay;
            squareLeft *= squareDecay;
            carriedMean = decay * carriedMean + (1 - decay) * at.byMean();
            carriedLogSd = decay * carriedLogSd + (1 - decay) * at.byLogSd();
            squareMean = squareDecay * squareMean + (1 - squareDecay) * at.byMean() * at.byMean();
            squareLogSd = squareDecay * squareLogSd + (1 - squareDecay) * at.byLogSd() * at.byLogSd();
            dMean = adamStep(adam.rate(), carriedMean, squareMean);
            dLogSd = adamStep(adam.rate(), carriedLogSd, squareLogSd);
        }

        private double adamStep(double rate, double carried, double square) {
            double root = Math.sqrt(square / (1 - squareLeft));
            return clipped(-rate * (carried / (1 - meanLeft)) / (root + 1e-8));
        }

        private void chooseByNewton() {
            double determinant = at.determinant();
            dMean = -(at.byLogSdTwice() * at.byMean() - at.byMeanAndLogSd() * at.byLogSd()) / determinant;
            dLogSd = -(at.byMeanTwice() * at.byLogSd() - at.byMeanAndLogSd() * at.byMean()) / determinant;
        }

        /**
         * Newton's step in a landscape whose curvatures are replaced by their sizes; at most 1 sd in the mean and a factor
         * of e in the sd.
         */
        private void chooseDownhill() {
            // measured in sds, so that both coordinates weigh the same
            double sd = Elementary.exp(logSd);
            double a = at.byMeanTwice() * sd * sd;
            double b = at.byMeanAndLogSd() * sd;
            double c = at.byLogSdTwice();
            double g = at.byMean() * sd;
            double h = at.byLogSd();
            double half = 0.5 * (a - c);
            double root = Math.sqrt(half * half + b * b);
            double large = 0.5 * (a + c) + root;
            double small = 0.5 * (a + c) - root;
            // the eigenvector of the large curvature, from the row that does not cancel
            double x = half >= 0 ? half + root : b;
            double y = half >= 0 ? b : root - half;
            double length = Math.sqrt(x * x + y * y);
            x = length > 0 ? x / length : 1;
            y = length > 0 ? y / length : 0;
            double along = (x * g + y * h) / atLeast(large);
            double across = (x * h - y * g) / atLeast(small);
            double dz = -(x * along - y * across);
            double dl = -(y * along + x * across);
            double size = Math.max(Math.max(Math.abs(dz), Math.abs(dl)), 1);
            dMean = dz / size * sd;
            dLogSd = dl / size;
        }

        private static double atLeast(double curvature) {
            return Math.max(Math.abs(curvature), 1e-8);
        }

        private static double clipped(double step) {
            return Math.max(-Method.CLIP, Math.min(Method.CLIP, step));
        }

        /** Takes the next step or the first of its halves that is worth it; false when none is. */
        private boolean shorten() {
            double promised = at.byMean() * dMean + at.byLogSd() * dLogSd;
            double start = at.value();
            double share = 1;
            for (int i = 0; i <= MOST_HALVINGS; i++) {
                double sd = Elementary.exp(logSd + share * dLogSd);
                double toMean = mean + share * dMean;
                if (isInside(toMean, sd) && isWorth(landscape.at(toMean, sd), start, promised, share)) {
                    return move(share);
                }
                share *= 0.5;
            }
            return false;
        }

        private boolean isWorth(Derivatives there, double start, double promised, double share) {
            double gained = start - there.value();
            if (gained >= -ARMIJO * share * promised) {
                return true;
            }
            // so close to the bottom that the values differ by rounding: the slopes know whether the step went past it
            // too far
            // (Hager and Zhang 2005, eq. 4.1)
            double slope = there.byMean() * dMean + there.byLogSd() * dLogSd;
            return Math.abs(gained) <= ROUNDING * (1 + start) && slope <= (2 * ARMIJO - 1) * promised;
        }

        /** Takes a share of the next step; false when it leads out of the domain. */
        private boolean move(double share) {
            double toMean = mean + share * dMean;
            double toLogSd = logSd + share * dLogSd;
            double sd = Elementary.exp(toLogSd);
            if (!isInside(toMean, sd)) {
                return false;
            }
            mean = toMean;
            logSd = toLogSd;
            at = landscape.at(mean, sd);
            path.add(new Step(mean, sd, at.value()));
            return true;
        }
    }
}
