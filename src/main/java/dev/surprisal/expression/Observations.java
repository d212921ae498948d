package dev.surprisal.expression;

import dev.surprisal.math.distribution.Laplace;
import dev.surprisal.math.distribution.Normal;

/**
 * A list of data, understood by the family they come from. Single outcomes for {@code bernoulli} (0 or 1) and
 * {@code categorical} (0, 1, …), counts of them for {@code binomial} ([heads, tails]) and {@code multinomial} (one for
 * each outcome).
 *
 * <p>Where one parameter must be known, as in a posterior of a normal mean, the family is written as the distribution
 * about 0 that has it: {@code normal(0, sd)}, {@code laplace(0, scale)}.
 */
@SuppressWarnings("ArrayRecordComponent") // handed over once, never compared
sealed interface Observations {

    /** Outcomes of a coin, one by one or {@code counted}. */
    record Flips(int heads, int tails, boolean counted) implements Observations {}

    /** How often each outcome occurred; given one by one or {@code counted}. */
    record Counts(double[] counts, boolean counted) implements Observations {}

    /** Counts of a Poisson distribution. */
    record Events(double[] data) implements Observations {}

    /** Waiting times of an exponential distribution. */
    record Waits(double[] data) implements Observations {}

    /** Data of a normal, {@code sd} 0 where it is unknown. */
    record Normals(double[] data, double sd) implements Observations {}

    /** Data of a Laplace distribution, {@code scale} 0 where it is unknown. */
    record Laplaces(double[] data, double scale) implements Observations {}

    /** Of anything counted. */
    int MOST = 1_000_000;

    /** Classes beyond this are taken for numbers that were meant for another family. */
    int MOST_OUTCOMES = 1000;

    /**
     * Data of a family, given by its name, or of a distribution whose place is unknown and whose spread is known.
     *
     * @param outcomes how many there are where the prior says so, else 0
     */
    static Observations of(Value family, double[] data, int outcomes) {
        return switch (family) {
            case Value.Text(String word) -> of(Family.named(word), data, outcomes);
            case Value.Of(Normal(double mean, double sd)) when mean == 0 -> new Normals(data, sd);
            case Value.Of(Laplace(double location, double scale)) when location == 0 -> new Laplaces(data, scale);
            case Value.Of(var other) ->
                throw new IllegalArgumentException("family must be one of " + String.join(", ", Family.words())
                        + ", or normal(0, sd) or laplace(0, scale), got " + Families.printed(other));
            case Value.Number _, Value.Truth _, Value.ListOf _, Value.Record _ ->
                throw new IllegalStateException("unchecked argument: " + family.described());
        };
    }

    private static Observations of(Family family, double[] data, int outcomes) {
        return switch (family) {
            case BERNOULLI -> flips(data);
            case BINOMIAL -> countedFlips(data);
            case CATEGORICAL -> new Counts(counted(data, outcomes), false);
            case MULTINOMIAL -> new Counts(counts(data), true);
            case POISSON -> new Events(counts(data));
            case EXPONENTIAL -> new Waits(data);
            case NORMAL -> new Normals(data, 0);
            case LAPLACE -> new Laplaces(data, 0);
        };
    }

    private static Flips flips(double[] data) {
        int heads = 0;
        for (int i = 0; i < data.length; i++) {
            if (data[i] != 0 && data[i] != 1) {
                throw refused(i, "0 or 1", data[i]);
            }
            heads += (int) data[i];
        }
        return new Flips(heads, data.length - heads, false);
    }

    private static Flips countedFlips(double[] data) {
        if (data.length != 2) {
            throw new IllegalArgumentException("data must be [heads, tails], got a list of " + data.length);
        }
        double[] counts = counts(data);
        return new Flips((int) counts[0], (int) counts[1], true);
    }

    private static double[] counts(double[] data) {
        for (int i = 0; i < data.length; i++) {
            if (!(data[i] >= 0 && data[i] <= MOST && data[i] == Math.floor(data[i]))) {
                throw refused(i, "a whole number from 0 to 1000000", data[i]);
            }
        }
        return data;
    }

    private static double[] counted(double[] data, int outcomes) {
        int size = Math.max(outcomes, 2);
        for (int i = 0; i < data.length; i++) {
            int least = outcomes > 0 ? outcomes : MOST_OUTCOMES;
            if (!(data[i] >= 0 && data[i] < least && data[i] == Math.floor(data[i]))) {
                throw refused(i, "an outcome: a whole number from 0 to " + (least - 1), data[i]);
            }
            size = Math.max(size, (int) data[i] + 1);
        }
        double[] counts = new double[size];
        for (double outcome : data) {
            counts[(int) outcome]++;
        }
        return counts;
    }

    private static IllegalArgumentException refused(int i, String accepted, double got) {
        return new IllegalArgumentException("data[" + i + "] must be " + accepted + ", got " + Format.upTo(got, 15));
    }
}
