package dev.surprisal.content;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The misconceptions that content can name, a closed table; their formulas are in the room {@code question}. */
public enum Mistake {
    /** The two arguments of the divergence or cross-entropy were swapped. */
    REVERSED("reversed"),
    /** The result is in bits where nats were asked, or the other way round. */
    BITS("bits");

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
