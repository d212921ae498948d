package dev.surprisal.math.fit;

import dev.surprisal.math.Outcome;
import dev.surprisal.math.Require;
import dev.surprisal.math.Sum;
import dev.surprisal.math.distribution.Continuous;
import dev.surprisal.math.distribution.Mixture;
import dev.surprisal.math.mixture.NormalMixture;
import java.util.ArrayList;
import java.util.List;

/**
 * A mixture of normals fitted by expectation maximisation: each step lowers the cross-entropy of the target relative to the
 * mixture, and with it the forward KL, or leaves it where it is (Dempster, Laird and Rubin 1977).
 *
 * <p>On data this is maximum likelihood: the cross-entropy is the mean negative log-likelihood. On a density the sums over the
 * data are integrals, taken to 1e-13.
 *
 * @param q the mixture after the last step
 * @param crossEntropyNats of the target relative to q
 * @param outcome {@code CONVERGED} when no parameter moved by more than 1e-10 (of the target's sd; absolute for weights) in
 *     the last step; {@code STALLED} when a component lost all weight or shrank to a point, where the likelihood of data
 *     has no bound
 * @param path the start and the mixture after each step
 */
public record MixtureFit(Mixture q, double crossEntropyNats, Outcome outcome, List<Step> path) {

    private static final double STILL = 1e-10;
    private static final double LEAST_WEIGHT = 1e-12;

    /** Of a component's sd, as a part of the target's. */
    private static final double LEAST_SD = 1e-6;

    private static final int MOST_ITERATIONS = 100_000;

    /** A mixture on the way. */
    public record Step(Mixture q, double crossEntropyNats) {}

    public MixtureFit {
        path = List.copyOf(path);
    }

    /** Whether another step would change anything. */
    public boolean isOpen() {
        return outcome == Outcome.OUT_OF_ITERATIONS;
    }

    /** The number of steps taken. */
    public int iterations() {
        return path.size() - 1;
    }

    /**
     * Maximum likelihood for data.
     *
     * @param data at least two finite numbers that are not all equal
     * @param start as many components as are wanted, all normal and all different
     * @param mostIterations at most 100 000
     */
    public static MixtureFit ofData(double[] data, Mixture start, int mostIterations) {
        double[] points = data.clone();
        double[] masses = new double[points.length];
        for (int i = 0; i < points.length; i++) {
            Require.finite("data[" + i + "]", points[i]);
            masses[i] = 1.0 / points.length;
        }
        Sum sum = new Sum();
        for (double x : points) {
            sum.add(x / points.length);
        }
        double mean = sum.value();
        Sum squares = new Sum();
        for (double x : points) {
            squares.add((x - mean) * (x - mean) / points.length);
        }
        double variance = squares.value();
        if (!(variance > 0)) {
            throw new IllegalArgumentException("data must have at least two different numbers, got " + data.length
                    + " with the variance " + variance);
        }
        PointMasses fixed = new PointMasses(points, masses);
        return run(_ -> fixed, Math.sqrt(variance), start, mostIterations);
    }

    /**
     * The mixture near {@code start} with the least forward KL(p||q), for fewer components than p has, as many or more.
     *
     * @param target p, a normal or a mixture of normals
     * @param start as many components as are wanted, all normal and all different
     * @param mostIterations at most 100 000
     */
    public static MixtureFit ofTarget(Continuous target, Mixture start, int mostIterations) {
        NormalMixture p = Target.of(target);
        return run(q -> PointMasses.of(p, q), Math.sqrt(p.variance()), start, mostIterations);
    }

    /** Points and masses whose sums are the target's expectations of functions that are smooth where ln q is. */
    private interface Mass {
        PointMasses near(NormalMixture q);
    }

    private static MixtureFit run(Mass target, double sd, Mixture start, int mostIterations) {
        Require.count("mostIterations", mostIterations, 0);
        int most = Math.min(mostIterations, MOST_ITERATIONS);
        List<Step> path = new ArrayList<>();
        NormalMixture q = Target.of(start);
        Outcome outcome = Outcome.OUT_OF_ITERATIONS;
        while (true) {
            Expectation expectation = new Expectation(target.near(q), q);
            path.add(new Step(q.toMixture(), expectation.crossEntropy));
            if (path.size() > most) {
                break;
            }
            if (!expectation.isInside(sd)) {
                outcome = Outcome.STALLED;
                break;
            }
            NormalMixture next = expectation.maximised();
            double moved = distance(q, next, sd);
            q = next;
            if (moved <= STILL) {
                path.add(new Step(q.toMixture(), new Expectation(target.near(q), q).crossEntropy));
                outcome = Outcome.CONVERGED;
                break;
            }
        }
        Step last = path.getLast();
        return new MixtureFit(last.q(), last.crossEntropyNats(), outcome, path);
    }

    private static double distance(NormalMixture one, NormalMixture other, double sd) {
        double largest = 0;
        for (int k = 0; k < one.size(); k++) {
            largest = Math.max(largest, Math.abs(one.weight(k) - other.weight(k)));
            largest = Math.max(largest, Math.abs(one.mean(k) - other.mean(k)) / sd);
            largest = Math.max(largest, Math.abs(one.sd(k) - other.sd(k)) / sd);
        }
        return largest;
    }

    /** The E-step: for each component its share of the target, and that share's first two moments as seen from its mean. */
    private static final class Expectation {
        private final NormalMixture q;
        private final double crossEntropy;
        private final double[] shares;
        private final double[] shifts;
        private final double[] variances;

        Expectation(PointMasses target, NormalMixture q) {
            this.q = q;
            int n = q.size();
            Sum surprisal = new Sum();
            Sum[] mass = sums(n);
            Sum[] first = sums(n);
            Sum[] second = sums(n);
            double[] responsibilities = new double[n];
            for (int i = 0; i < target.size(); i++) {
                double x = target.point(i);
                double m = target.mass(i);
                surprisal.add(-m * q.responsibilities(x, responsibilities));
                for (int k = 0; k < n; k++) {
                    double share = m * responsibilities[k];
                    double apart = x - q.mean(k);
                    mass[k].add(share);
                    first[k].add(share * apart);
                    second[k].add(share * apart * apart);
                }
            }
            crossEntropy = surprisal.value();
            shares = new double[n];
            shifts = new double[n];
            variances = new double[n];
            for (int k = 0; k < n; k++) {
                shares[k] = mass[k].value();
                shifts[k] = first[k].value() / shares[k];
                variances[k] = second[k].value() / shares[k] - shifts[k] * shifts[k];
            }
        }

        private static Sum[] sums(int n) {
            Sum[] sums = new Sum[n];
            for (int k = 0; k < n; k++) {
                sums[k] = new Sum();
            }
            return sums;
        }

        /** Whether the M-step leads to components that have some weight and width. */
        boolean isInside(double sd) {
            for (int k = 0; k < shares.length; k++) {
                boolean inside = shares[k] > LEAST_WEIGHT && variances[k] > LEAST_SD * LEAST_SD * sd * sd;
                if (!inside) {
                    return false;
                }
            }
            return true;
        }

        /** The M-step. */
        NormalMixture maximised() {
            int n = shares.length;
            double total = Sum.of(shares);
            double[] weights = new double[n];
            double[] means = new double[n];
            double[] sds = new double[n];
            for (int k = 0; k < n; k++) {
                weights[k] = shares[k] / total;
                means[k] = q.mean(k) + shifts[k];
                sds[k] = Math.sqrt(variances[k]);
            }
            return NormalMixture.of(weights, means, sds);
        }
    }

    /** The log-likelihood of n data, n times the negative cross-entropy. Relative error below 4e-15. */
    public double logLikelihood(int n) {
        return -n * crossEntropyNats;
    }
}
