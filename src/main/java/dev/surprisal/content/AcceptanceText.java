package dev.surprisal.content;

import java.math.BigDecimal;

/** What an author writes behind {@code accept:}. */
public final class AcceptanceText {

    static final String FORMS = "abs 0.002, rel 1%, mixed 5e-4 or digits 3";

    private static final int LONGEST = 40;

    private AcceptanceText() {}

    /** @throws IllegalArgumentException with a sentence for the author */
    public static Acceptance parse(String text) {
        String[] words = text.strip().split("\\s+", -1);
        if (words.length != 2 || text.length() > LONGEST) {
            throw wrong(text);
        }
        return switch (words[0]) {
            case "abs" -> new Acceptance.Abs(tolerance(words[1], text));
            case "rel" -> new Acceptance.Rel(percentage(words[1], text));
            case "mixed" -> new Acceptance.Mixed(tolerance(words[1], text));
            case "digits" -> new Acceptance.Digits(digits(words[1], text));
            default -> throw wrong(text);
        };
    }

    /** What {@link #parse} reads, in its one canonical form. */
    public static String canonical(Acceptance acceptance) {
        return switch (acceptance) {
            case Acceptance.Abs(var tolerance) -> "abs " + plain(tolerance);
            case Acceptance.Rel(var tolerance) -> "rel " + plain(tolerance);
            case Acceptance.Mixed(var tolerance) -> "mixed " + plain(tolerance);
            case Acceptance.Digits(var count) -> "digits " + count;
        };
    }

    private static String plain(BigDecimal tolerance) {
        return tolerance.stripTrailingZeros().toPlainString();
    }

    private static BigDecimal percentage(String word, String text) {
        return word.endsWith("%")
                ? tolerance(word.substring(0, word.length() - 1), text).movePointLeft(2)
                : tolerance(word, text);
    }

    private static BigDecimal tolerance(String word, String text) {
        BigDecimal tolerance;
        try {
            tolerance = new BigDecimal(word);
        } catch (NumberFormatException _) {
            throw wrong(text);
        }
        if (tolerance.signum() <= 0 || tolerance.compareTo(BigDecimal.valueOf(1e6)) > 0 || tolerance.scale() > 15) {
            throw new IllegalArgumentException("a tolerance must be > 0 and have at most 15 decimals, got " + word);
        }
        return tolerance;
    }

    private static int digits(String word, String text) {
        if (word.length() > 2 || !word.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw wrong(text);
        }
        return Integer.parseInt(word);
    }

    private static IllegalArgumentException wrong(String text) {
        return new IllegalArgumentException("accept must be " + FORMS + ", got '" + SourceFile.shortened(text) + "'");
    }
}
