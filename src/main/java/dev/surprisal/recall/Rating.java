package dev.surprisal.recall;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How well something was recalled, as the learner says. */
public enum Rating {
    /** Not recalled. */
    AGAIN(1),
    /** Recalled with serious difficulty. */
    HARD(2),
    /** Recalled after some thought. */
    GOOD(3),
    /** Recalled at once. */
    EASY(4);

    private final int number;

    Rating(int number) {
        this.number = number;
    }

    /** From 1 to 4, as on the keys. */
    public int number() {
        return number;
    }

    /** What the log has. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The rating of a number that may come from anywhere. */
    public static Optional<Rating> find(int number) {
        return Arrays.stream(values()).filter(rating -> rating.number == number).findFirst();
    }

    /** The rating that {@link #word} names. */
    public static Rating of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
