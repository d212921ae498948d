package dev.surprisal.check.formula;

import java.util.HashMap;
import java.util.Map;

/**
 * Names that stand for drawn distributions over three outcomes and for drawn numbers between zero and one; the same ones for the same case
 * and the same order of names. A sample is one in which each outcome occurs as often as its probability says, so that its mean is the
 * expectation and what is true only about is true exactly.
 */
public final class Drawn implements Setting {

    private static final int HUNDREDTHS = 100;

    private final Map<String, double[]> distributions = new HashMap<>();
    private final Map<String, Double> numbers = new HashMap<>();
    private final String sampled;
    private long state;

    /**
     * @param number of the case
     * @param sampled the distribution of which samples are taken, possibly empty
     */
    public Drawn(int number, String sampled) {
        this.state = 7919L * number + 1;
        this.sampled = sampled;
    }

    @Override
    public double[] distribution(String name) {
        return distributions.computeIfAbsent(name, _ -> {
            int first = 1 + next(60);
            int second = 1 + next(HUNDREDTHS - first - 1);
            return new double[] {first / 100.0, second / 100.0, (HUNDREDTHS - first - second) / 100.0};
        });
    }

    /** Another distribution for a name, all others the same. */
    public void redraw(String name) {
        distributions.remove(name);
        distribution(name);
    }

    @Override
    public double number(String name) {
        if (!sampled.isEmpty() && (name.equals("N") || name.equals("n"))) {
            return HUNDREDTHS;
        }
        return numbers.computeIfAbsent(name, _ -> (5 + next(90)) / 100.0);
    }

    @Override
    public double inserted(String source) {
        throw new NoValue("computed");
    }

    @Override
    public int samples() {
        return HUNDREDTHS;
    }

    @Override
    public String sampled() {
        if (sampled.isEmpty()) {
            throw new NoValue("nobody says what is sampled");
        }
        return sampled;
    }

    private int next(int bound) {
        // The multiplier and increment of Knuth’s MMIX
        state = state * 6364136223846793005L + 1442695040888963407L;
        return (int) ((state >>> 33) % bound);
    }
}
