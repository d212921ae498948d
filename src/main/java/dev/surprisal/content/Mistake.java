package dev.surprisal.content;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The misconceptions that content can name, a closed table; their formulas are in the room {@code question}. */
public enum Mistake {
    /** The two arguments of the divergence or cross-entropy were swapped. */
    REVERSED("reversed"),
    /** The result is in bits where nats were asked, or the other way round. */
    BITS("bits"),
    /** The logarithm of a sum was taken for the sum of the logarithms, or the other way round. */
    LOG_OF_SUM("log-of-sum"),
    /** The variance stands where the standard deviation is meant, or the other way round. */
    VARIANCE_FOR_SD("variance-for-sd"),
    /** The squares were divided by n − 1 instead of n. */
    N_MINUS_ONE("n-minus-one"),
    /** A density was read as a probability. */
    DENSITY_AS_PROBABILITY("density-as-probability"),
    /** The entropy was left out between KL and cross-entropy. */
    MISSING_ENTROPY("missing-entropy"),
    /** The two classes were exchanged. */
    SWAPPED_CLASS("swapped-class"),
    /** The evidence was weighed and the base rates were not. */
    BASE_RATE("base-rate");

    private final String word;

    Mistake(String word) {
        this.word = word;
    }

    /** What content writes. */
    public String word() {
        return word;
    }

    public static Optional<Mistake> find(String word) {
        for (Mistake mistake : values()) {
            if (mistake.word.equals(word)) {
                return Optional.of(mistake);
            }
        }
        return Optional.empty();
    }

    /** All that content can write. */
    public static List<String> words() {
        return Arrays.stream(values()).map(Mistake::word).toList();
    }

    @Override
    public String toString() {
        return word;
    }
}
