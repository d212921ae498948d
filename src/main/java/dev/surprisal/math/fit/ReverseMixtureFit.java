package dev.surprisal.math.fit;

import dev.surprisal.math.Elementary;
import dev.surprisal.math.LogSpace;
import dev.surprisal.math.Outcome;
import dev.surprisal.math.Require;
import dev.surprisal.math.distribution.Continuous;
import dev.surprisal.math.distribution.Mixture;
import dev.surprisal.math.information.Divergence;
import dev.surprisal.math.mixture.ComplexZeros;
import dev.surprisal.math.mixture.NormalMixture;
import dev.surprisal.math.mixture.NormalPanels;
import java.util.ArrayList;
import java.util.List;

/**
 * A mixture of normals fitted by reverse KL(q||p), downhill from a start: there are other optima, and the start decides.
 *
 * <p>The coordinates are logits of the weights, means (in units of the sd at hand) and ln sds. With g = ln(q/p) the slopes are w_k E_k[g z],
 * w_k E_k[g (z^2 - 1)] and w_k (E_k[g] - KL), exact and taken under the integral. Steps are those of BFGS with backtracking
 * (Nocedal and Wright 2006, algorithm 6.1).
 *
 * @param klNats KL(q||p) at the end
 * @param outcome {@code CONVERGED} when no slope is above 1e-6 (means in units of their sds); {@code STALLED} when no step
 *     makes KL smaller
 * @param path the start and the mixture after each step
 */
public record ReverseMixtureFit(Mixture q, double klNats, Outcome outcome, List<Step> path) {

    private static final double TOLERANCE = 1e-6;
    private static final int MOST_ITERATIONS = 10_000;
    private static final int MOST_HALVINGS = 40;

    /** Of the decrease that the slopes promise. */
    private static final double ARMIJO = 1e-4;

    private static final double ROUNDING = 1e-13;

    /** How far one step may go, in logits, sds and ln sds. */
    private static final double LONGEST = 1;

    /** A mixture on the way. */
    public record Step(Mixture q, double klNats) {}

    public ReverseMixtureFit {
        path = List.copyOf(path);
    }

    /**
     * Downhill from a start.
     *
     * @param target p, a normal or a mixture of normals
     * @param start as many components as are wanted, all normal and all different
     * @param mostIterations at most 10 000
     */
    public static ReverseMixtureFit of(Continuous target, Mixture start, int mostIterations) {
        Require.count("mostIterations", mostIterations, 0);
        return new Walk(Target.of(target), Target.of(start)).run(target, Math.min(mostIterations, MOST_ITERATIONS));
    }

    /** A mixture with its KL and the slopes in logits, means over sds, and ln sds. */
    private static final class Place {
        final NormalMixture q;
        final double kl;
        final double[] slopes;

        Place(NormalMixture p, NormalMixture q) {
            this.q = q;
            int n = q.size();
            ComplexZeros zeros = ComplexZeros.of(p, q);
            double[] gains = new double[n];
            slopes = new double[3 * n];
            double sum = 0;
            for (int k = 0; k < n; k++) {
                ScoreMoments moments = new ScoreMoments(q.mean(k), q.sd(k), 1) {
                    @Override
                    protected void evaluate(double x, double logQ) {
                        a = Elementary.exp(logQ) * (q.logDensity(x) - p.logDensity(x));
                    }
                };
                moments.add(NormalPanels.over(NormalMixture.ofNormal(q.mean(k), q.sd(k)), zeros));
                Derivatives of = moments.derivatives(0);
                gains[k] = moments.total();
                slopes[n + k] = q.weight(k) * of.byMean() * q.sd(k);
                slopes[2 * n + k] = q.weight(k) * of.byLogSd();
                sum += q.weight(k) * gains[k];
            }
            kl = sum;
            for (int k = 0; k < n; k++) {
                slopes[k] = q.weight(k) * (gains[k] - kl);
            }
        }

        double steepness() {
            double largest = 0;
            for (double slope : slopes) {
                largest = Math.max(largest, Math.abs(slope));
            }
            return largest;
        }

        /** The mixture a step away. */
        NormalMixture moved(double[] step, double share) {
            int n = q.size();
            double[] logits = new double[n];
            double[] means = new double[n];
            double[] sds = new double[n];
            for (int k = 0; k < n; k++) {
                logits[k] = Elementary.log(q.weight(k)) + share * step[k];
                means[k] = q.mean(k) + share * step[n + k] * q.sd(k);
                sds[k] = q.sd(k) * Elementary.exp(share * step[2 * n + k]);
            }
            return NormalMixture.of(LogSpace.softmax(logits), means, sds);
        }
    }

    private static final class Walk {
        private final NormalMixture p;
        private final List<Step> path = new ArrayList<>();
        private Place at;

        /** BFGS's guess of the inverse of the second derivatives. */
        private final double[][] inverse;

        Walk(NormalMixture p, NormalMixture start) {
            this.p = p;
            this.at = new Place(p, start);
            this.inverse = new double[3 * start.size()][3 * start.size()];
            reset();
        }

        ReverseMixtureFit run(Continuous target, int mostIterations) {
            note();
            Outcome outcome = walk(mostIterations);
            Mixture q = at.q.toMixture();
            return new ReverseMixtureFit(q, Divergence.klNats(q, target), outcome, path);
        }

        private void note() {
            path.add(new Step(at.q.toMixture(), Math.max(at.kl, 0)));
        }

        private void reset() {
            for (int i = 0; i < inverse.length; i++) {
                for (int j = 0; j < inverse.length; j++) {
                    inverse[i][j] = i == j ? 1 : 0;
                }
            }
        }

        private Outcome walk(int mostIterations) {
            for (int i = 0; ; i++) {
                if (at.steepness() <= TOLERANCE) {
                    return Outcome.CONVERGED;
                }
                if (i == mostIterations) {
                    return Outcome.OUT_OF_ITERATIONS;
                }
                if (!step()) {
                    // the guess of the second derivatives may be what is wrong
                    reset();
                    if (!step()) {
                        return Outcome.STALLED;
                    }
                }
                note();
            }
        }

        private boolean step() {
            double[] step = new double[inverse.length];
            double longest = LONGEST;
            double promised = 0;
            for (int i = 0; i < step.length; i++) {
                for (int j = 0; j < step.length; j++) {
                    step[i] -= inverse[i][j] * at.slopes[j];
                }
                longest = Math.max(longest, Math.abs(step[i]));
                promised += step[i] * at.slopes[i];
            }
            double share = LONGEST / longest;
            if (!(promised < 0)) {
                return false;
            }
            for (int i = 0; i < MOST_HALVINGS; i++) {
                NormalMixture q = at.moved(step, share);
                // a component without weight is lost for good
                if (q.size() == at.q.size() && Target.accepts(q)) {
                    Place next = new Place(p, q);
                    if (next.kl <= at.kl + ARMIJO * share * promised + ROUNDING * (1 + Math.abs(at.kl))) {
                        learn(step, share, next);
                        at = next;
                        return true;
                    }
                }
                share *= 0.5;
            }
            return false;
        }

        /** BFGS's update, eq. 6.17, when the slopes have changed as those of a bowl do. */
        private void learn(double[] step, double share, Place next) {
            int n = step.length;
            double[] change = new double[n];
            double[] product = new double[n];
            double bend = 0;
            double size = 0;
            for (int i = 0; i < n; i++) {
                change[i] = next.slopes[i] - at.slopes[i];
                bend += share * step[i] * change[i];
            }
            if (!(bend > 1e-14)) {
                return;
            }
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    product[i] += inverse[i][j] * change[j];
                }
                size += product[i] * change[i];
            }
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    double si = share * step[i];
                    double sj = share * step[j];
                    inverse[i][j] += (1 + size / bend) * si * sj / bend - (product[i] * sj + si * product[j]) / bend;
                }
            }
        }
    }
}
