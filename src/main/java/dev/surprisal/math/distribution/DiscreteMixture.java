package dev.surprisal.math.distribution;

import dev.surprisal.math.Elementary;
import java.util.ArrayList;
import java.util.List;

/**
 * A mixture of discrete distributions: with probability w_k a draw comes from component k.
 *
 * <p>McLachlan and Peel, "Finite Mixture Models", 2000, ch. 1.
 */
public final class DiscreteMixture implements Discrete {

    /** More would keep a learner waiting, and others too. */
    private static final int MOST_ATOMS = 200_000;

    private final Components<Discrete> parts;

    private DiscreteMixture(Components<Discrete> parts) {
        this.parts = parts;
    }

    /** One weight for each component; the weights are {@code >= 0} and sum to 1 within 1e-9. */
    public static DiscreteMixture of(double[] weights, List<? extends Discrete> components) {
        return of(weights, components.toArray(new Discrete[0]));
    }

    /** One weight for each component; the weights are {@code >= 0} and sum to 1 within 1e-9. */
    public static DiscreteMixture of(double[] weights, Discrete... components) {
        return new DiscreteMixture(new Components<>(weights, components.clone()));
    }

    /** {@inheritDoc} The component that has all the weight, where it is one or several that are equal. */
    @Override
    public Distribution simplest() {
        Discrete only = parts.only();
        return only == null ? this : only.simplest();
    }

    /** The number of components. */
    public int size() {
        return parts.size();
    }

    /** The weights as a new array. */
    public double[] weights() {
        return parts.weights();
    }

    /** The components in the order of their weights. */
    public List<Discrete> components() {
        return parts.asList();
    }

    /** The sum of w_k p_k(x). */
    @Override
    public double probability(double x) {
        double sum = 0;
        for (int k = 0; k < parts.size(); k++) {
            sum += parts.weight(k) * parts.get(k).probability(x);
        }
        return Math.min(sum, 1);
    }

    @Override
    public double logDensity(double x) {
        double largest = Double.NEGATIVE_INFINITY;
        for (int k = 0; k < parts.size(); k++) {
            largest = Math.max(
                    largest, Elementary.log(parts.weight(k)) + parts.get(k).logDensity(x));
        }
        if (largest == Double.NEGATIVE_INFINITY) {
            return largest;
        }
        double sum = 0;
        for (int k = 0; k < parts.size(); k++) {
            sum += Elementary.exp(Elementary.log(parts.weight(k)) + parts.get(k).logDensity(x) - largest);
        }
        return Math.min(largest + Elementary.log(sum), 0);
    }

    @Override
    public double cdf(double x) {
        return parts.cdf(x);
    }

    @Override
    public double cdfBelow(double x) {
        double sum = 0;
        for (int k = 0; k < parts.size(); k++) {
            sum += parts.weight(k) * parts.get(k).cdfBelow(x);
        }
        return Math.min(sum, 1);
    }

    @Override
    public double survival(double x) {
        return parts.survival(x);
    }

    /** {@inheritDoc} Searched between the smallest and the largest of the components' quantiles. */
    @Override
    public double quantile(double u) {
        double low = parts.lowestQuantile(u);
        double high = parts.highestQuantile(u);
        if (u == 0 || u == 1) {
            return u == 0 ? low : high;
        }
        if (cdf(low) >= u) {
            return low;
        }
        // cdf(below) < u, and no atom beyond above is needed; components far apart would make a long walk of it
        double below = low;
        double above = high;
        while (true) {
            double next = nextAtom(below);
            if (next >= above || cdf(next) >= u) {
                return Math.min(next, high);
            }
            double middle = next + (above - next) / 2;
            if (cdf(middle) >= u) {
                below = next;
                above = middle;
            } else {
                below = middle;
            }
        }
    }

    /** The weighted mean of the components' means. */
    @Override
    public double mean() {
        return parts.mean();
    }

    /** The components' variances and the spread of their means. */
    @Override
    public double variance() {
        return parts.variance();
    }

    @Override
    public double skewness() {
        return parts.skewness(this);
    }

    @Override
    public double excessKurtosis() {
        return parts.excessKurtosis(this);
    }

    /**
     * {@inheritDoc} Found by walking the atoms between the components' modes, outside of which all densities fall.
     *
     * @throws IllegalArgumentException when there are more than 200,000 of them
     */
    @Override
    public Mode mode() {
        double from = Double.POSITIVE_INFINITY;
        double to = Double.NEGATIVE_INFINITY;
        for (int k = 0; k < parts.size(); k++) {
            // A categorical or empirical distribution has no single hill: all its atoms count
            boolean hills = parts.get(k) instanceof Bernoulli
                    || parts.get(k) instanceof Binomial
                    || parts.get(k) instanceof Poisson
                    || parts.get(k) instanceof Geometric;
            if (parts.weight(k) > 0) {
                Mode mode = parts.get(k).mode();
                from = Math.min(
                        from, hills ? lowest(mode) : parts.get(k).support().lowest());
                to = Math.max(to, hills ? highest(mode) : parts.get(k).support().highest());
            }
        }
        List<Double> best = new ArrayList<>();
        double largest = 0;
        int atoms = 0;
        for (double x = from; x <= to; x = nextAtom(x)) {
            if (++atoms > MOST_ATOMS) {
                throw new IllegalArgumentException(
                        "components must have at most " + MOST_ATOMS + " outcomes between their modes, got more");
            }
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
     * @throws IllegalArgumentException when there are more than 200,000 atoms and some are not whole numbers
     */
    @Override
    public Support support() {
        Support.Interval reach = parts.reach();
        boolean whole = true;
        for (int k = 0; k < parts.size(); k++) {
            whole = whole && (parts.weight(k) == 0 || parts.get(k).support() instanceof Support.Integers);
        }
        if (whole) {
            return new Support.Integers(reach.lowest(), reach.highest());
        }
        if (reach.highest() == Double.POSITIVE_INFINITY) {
            throw new IllegalArgumentException(
                    "components must have whole numbers or finitely many points as support, got " + this);
        }
        List<Double> points = new ArrayList<>();
        int atoms = 0;
        for (double x = firstAtom(); x < Double.POSITIVE_INFINITY; x = nextAtom(x)) {
            if (probability(x) > 0) {
                points.add(x);
            }
            if (++atoms > MOST_ATOMS) {
                throw new IllegalArgumentException(
                        "components must have whole numbers or at most " + MOST_ATOMS + " points as support, got more");
            }
        }
        return new Support.Points(points);
    }

    @Override
    public double sample(Generator generator) {
        return parts.sample(generator);
    }

    @Override
    public double firstAtom() {
        double first = Double.POSITIVE_INFINITY;
        for (Discrete component : parts.asList()) {
            first = Math.min(first, component.firstAtom());
        }
        return first;
    }

    @Override
    public double nextAtom(double x) {
        double next = Double.POSITIVE_INFINITY;
        for (Discrete component : parts.asList()) {
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
        return other instanceof DiscreteMixture that && parts.equals(that.parts);
    }

    @Override
    public int hashCode() {
        return parts.hashCode();
    }

    @Override
    public String toString() {
        return "DiscreteMixture[" + parts + "]";
    }
}
