package dev.surprisal.widget.sampling;

import dev.surprisal.math.Elementary;
import dev.surprisal.math.distribution.Cauchy;
import dev.surprisal.math.distribution.Generator;
import dev.surprisal.math.distribution.Normal;
import dev.surprisal.math.information.Entropy;
import dev.surprisal.math.sampling.MonteCarlo;

/**
 * Something whose mean is estimated from draws.
 *
 * @param p the share of heads in the data, for the NLL; else any
 * @param q the model's probability of heads, for the NLL; else any
 */
record Experiment(Kind kind, double p, double q) {

    private static final Cauchy CAUCHY = new Cauchy(0, 1);
    private static final double RARE = 3;

    enum Kind {
        SQUARE("square", "X² of a standard normal"),
        DARTS("darts", "π by throwing darts"),
        TAIL("tail", "whether Z > 3"),
        CAUCHY("cauchy", "a Cauchy variable"),
        NLL("nll", "the NLL of a coin model");

        final String word;
        final String label;

        Kind(String word, String label) {
            this.word = word;
            this.label = label;
        }

        static Kind named(String word) {
            for (Kind kind : values()) {
                if (kind.word.equals(word)) {
                    return kind;
                }
            }
            throw new IllegalArgumentException("there is nothing to average called " + word);
        }
    }

    /** One term of the mean. */
    double draw(Generator generator) {
        return switch (kind) {
            case SQUARE -> {
                double x = Normal.STANDARD.sample(generator);
                yield x * x;
            }
            case DARTS -> {
                double x = generator.nextUnit();
                double y = generator.nextUnit();
                yield x * x + y * y < 1 ? 4 : 0;
            }
            case TAIL -> Normal.STANDARD.sample(generator) > RARE ? 1 : 0;
            case CAUCHY -> CAUCHY.sample(generator);
            case NLL -> -Elementary.log(generator.nextUnit() < p ? q : 1 - q);
        };
    }

    /** What the mean estimates; for Cauchy draws, which have no mean, the centre of their law. */
    double truth() {
        return switch (kind) {
            case SQUARE -> 1;
            case DARTS -> Math.PI;
            case TAIL -> Normal.STANDARD.survival(RARE);
            case CAUCHY -> 0;
            case NLL -> Entropy.crossEntropyNats(new double[] {p, 1 - p}, new double[] {q, 1 - q});
        };
    }

    boolean hasVariance() {
        return kind != Kind.CAUCHY;
    }

    /** The standard deviation of one term; infinite where there is none. */
    double sd() {
        return switch (kind) {
            case SQUARE -> Math.sqrt(2);
            case DARTS -> Math.sqrt(Math.PI * (4 - Math.PI));
            case TAIL -> Math.sqrt(truth() * Normal.STANDARD.cdf(RARE));
            case CAUCHY -> Double.POSITIVE_INFINITY;
            case NLL -> MonteCarlo.sdOfNllNats(new double[] {p, 1 - p}, new double[] {q, 1 - q});
        };
    }
}
