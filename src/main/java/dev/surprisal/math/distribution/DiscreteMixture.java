package dev.surprisal.math.distribution;

import dev.surprisal.math.Elementary;
import dev.surprisal.math.Require;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A mixture of discrete distributions: with probability w_k a draw comes from component k. */
public final class DiscreteMixture implements Discrete {

    private final double[] weights;
    private final Discrete[] components;

    private DiscreteMixture(double[] weights, Discrete[] components) {
        this.weights = weights;
        this.components = components;
    }

    /** One weight for each component; the weights are {@code >= 0} and sum to 1 within 1e-9. */
    public static DiscreteMixture of(double[] weights, List<? extends Discrete> components) {
        return of(weights, components.toArray(new Discrete[0]));
    }

    /** One weight for each component; the weights are {@code >= 0} and sum to 1 within 1e-9. */
    public static DiscreteMixture of(double[] weights, Discrete... components) {
        if (weights.length != components.length) {
            throw new IllegalArgumentException("weights and components must have the same length, got " + weights.length
                    + " and " + components.length);
        }
        return new DiscreteMixture(Require.weights("weights", weights), components.clone());
    }

    /** The number of components. */
    public int size() {
        return components.length;
    }

    /** The weights as a new array. */
    public double[] weights() {
        return weights.clone();
    }

    public List<Discrete> components() {
        return List.of(components);
    }

    /** The sum of w_k p_k(x). */
    @Override
    public double probability(double x) {
        double sum = 0;
        for (int k = 0; k < components.length; k++) {
            sum += weights[k] * components[k].probability(x);
        }
        return Math.min(sum, 1);
    }

    @Override
    public double logDensity(double x) {
        double largest = Double.NEGATIVE_INFINITY;
        for (int k = 0; k < components.length; k++) {
            largest = Math.max(largest, Elementary.log(weights[k]) + components[k].logDensity(x));
        }
        if (largest == Double.NEGATIVE_INFINITY) {
            return largest;
        }
        double sum = 0;
        for (int k = 0; k < components.length; k++) {
            sum += Elementary.exp(Elementary.log(weights[k]) + components[k].logDensity(x) - largest);
        }
        return Math.min(largest + Elementary.log(sum), 0);
    }

    @Override
    public double cdf(double x) {
        double sum = 0;
        for (int k = 0; k < components.length; k++) {
            sum += weights[k] * components[k].cdf(x);
        }
        return Math.min(sum, 1);
    }

    @Override
    public double cdfBelow(double x) {
        double sum = 0;
        for (int k = 0; k < components.length; k++) {
            sum += weights[k] * components[k].cdfBelow(x);
        }
        return Math.min(sum, 1);
    }

    @Override
    public double survival(double x) {
        double sum = 0;
        for (int k = 0; k < components.length; k++) {
            sum += weights[k] * components[k].survival(x);
        }
        return Math.min(sum, 1);
    }

    /** {@inheritDoc} Searched upwards from the smallest of the components' quantiles. */
    @Override
    public double quantile(double u) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int k = 0; k < components.length; k++) {
            if (weights[k] > 0) {
                low = Math.min(low, components[k].quantile(u));
                high = Math.max(high, components[k].quantile(u));
            }
        }
        if (u == 0 || u == 1) {
            return u == 0 ? low : high;
        }
        double x = low;
        while (x < high && cdf(x) < u) {
            x = nextAtom(x);
        }
        return Math.min(x, high);
    }

    /** The weighted mean of the components' means. */
    @Override
    public double mean() {
        return Moments.meanOfMixture(weights, components);
    }

    /** The components' variances and the spread of their means. */
    @Override
    public double variance() {
        return Moments.varianceOfMixture(weights, components);
    }

    @Override
    public double skewness() {
        return Moments.skewnessOfMixture(this, weights, components);
    }

    @Override
    public double excessKurtosis() {
        return Moments.excessKurtosisOfMixture(this, weights, components);
    }

    /** {@inheritDoc} Found by walking the atoms between the components' modes, outside of which all densities fall. */
    @Override
    public Mode mode() {
        double from = Double.POSITIVE_INFINITY;
        double to = Double.NEGATIVE_INFINITY;
        for (int k = 0; k < components.length; k++) {
            // A categorical or empirical distribution has no single hill: all its atoms count
            boolean hills = components[k] instanceof Bernoulli
                    || components[k] instanceof Binomial
                    || components[k] instanceof Poisson
                    || components[k] instanceof Geometric;
            if (weights[k] > 0) {
                Mode mode = components[k].mode();
                from = Math.min(
                        from, hills ? lowest(mode) : components[k].support().lowest());
                to = Math.max(
                        to, hills ? highest(mode) : components[k].support().highest());
            }
        }
        List<Double> best = new ArrayList<>();
        double largest = 0;
        for (double x = from; x <= to; x = nextAtom(x)) {
            double probability = probability(x);
            if (probability > largest) {
                largest = probability;
                best.clear();
            }
            if (probability == largest) {
                best.add(x);
            }
        }
        return Mode.at(best);
    }

    /**
     * {@inheritDoc} Whole numbers when all components have them, else the components' points.
     *
     * @throws IllegalArgumentException when there are infinitely many atoms and some are not whole numbers
     */
    @Override
    public Support support() {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        boolean whole = true;
        for (int k = 0; k < components.length; k++) {
            if (weights[k] > 0) {
                Support support = components[k].support();
                low = Math.min(low, support.lowest());
                high = Math.max(high, support.highest());
                whole = whole && support instanceof Support.Integers;
            }
        }
        if (whole) {
            return new Support.Integers(low, high);
        }
        if (high == Double.POSITIVE_INFINITY) {
            throw new IllegalArgumentException(
                    "components must have whole numbers or finitely many points as support, got " + this);
        }
        List<Double> points = new ArrayList<>();
        for (double x = firstAtom(); x < Double.POSITIVE_INFINITY; x = nextAtom(x)) {
            if (probability(x) > 0) {
                points.add(x);
            }
        }
        return new Support.Points(points);
    }

    @Override
    public double sample(Generator generator) {
        return components[Mixture.drawIndex(weights, generator)].sample(generator);
    }

    @Override
    public double firstAtom() {
        double first = Double.POSITIVE_INFINITY;
        for (Discrete component : components) {
            first = Math.min(first, component.firstAtom());
        }
        return first;
    }

    @Override
    public double nextAtom(double x) {
        double next = Double.POSITIVE_INFINITY;
        for (Discrete component : components) {
            next = Math.min(next, component.nextAtom(x));
        }
        return next;
    }

    private static double lowest(Mode mode) {
        return switch (mode) {
            case Mode.Point(double x) -> x;
            case Mode.Points(var points) -> points.getFirst();
            case Mode.Everywhere(double from, double _) -> from;
        };
    }

    private static double highest(Mode mode) {
        return switch (mode) {
            case Mode.Point(double x) -> x;
            case Mode.Points(var points) -> points.getLast();
            case Mode.Everywhere(double _, double to) -> to;
        };
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof DiscreteMixture that
                && Arrays.equals(weights, that.weights)
                && Arrays.equals(components, that.components);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(weights) + Arrays.hashCode(components);
    }

    @Override
    public String toString() {
        return "DiscreteMixture[weights=" + Arrays.toString(weights) + ", components=" + Arrays.toString(components)
                + "]";
    }
}
