package dev.surprisal.expression;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What a learner typed, read as generously as is safe: {@code 1/3}, {@code 1e-3}, {@code 3·10⁻⁴}, {@code 0,25},
 * {@code 25 %}, {@code ∞}, {@code ln(2)}, {@code sqrt(3)/2}, with the signs and spaces of any keyboard.
 *
 * <p>One comma is a decimal comma, so {@code 1,234} is 1.234; the echo shows how it was read. What could be meant in
 * two ways that far apart ({@code 1,234.5}) is not guessed at. Text that is no number is {@link Unreadable}: not
 * scored, never wrong.
 */
public sealed interface LearnerNumber {

    /**
     * A number.
     *
     * @param value the nearest double; ±∞ only where infinity was typed
     * @param exact the decimal as typed, on which bounds are exact: for plain decimals, percentages, powers of ten and
     *     fractions that end; null for everything else
     * @param echo for "we read your input as …"
     */
    record Read(double value, @Nullable BigDecimal exact, String echo) implements LearnerNumber {}

    /** No number; {@code why} completes "We could not read this as a number: …". */
    record Unreadable(String why) implements LearnerNumber {}

    /** Reads one number. Never throws, whatever the text. */
    static LearnerNumber read(String text) {
        return LearnerNumberReader.read(text);
    }
}
