package dev.surprisal.expression;

import java.util.Collection;
import java.util.Optional;

/** Finds the word that was probably meant: "did you mean normal?". */
public final class Spelling {

    /** Longer words are not compared: nobody mistypes them, and the comparison takes time. */
    private static final int MAX_LENGTH = 64;

    private Spelling() {}

    /**
     * The candidate nearest to {@code word}, where one is near: at most one slip (a letter wrong, missing, too many, or
     * two swapped) in words of up to four letters, two in longer ones, three from nine letters on. Case does not count
     * as a slip when it is all that differs. Of equally near candidates the first wins.
     */
    public static Optional<String> nearest(String word, Collection<String> candidates) {
        if (word.isEmpty() || word.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        for (String candidate : candidates) {
            if (candidate.equalsIgnoreCase(word)) {
                return Optional.of(candidate);
            }
        }
        int limit = word.length() <= 4 ? 1 : word.length() < 9 ? 2 : 3;
        String best = null;
        int least = limit + 1;
        for (String candidate : candidates) {
            if (candidate.length() > MAX_LENGTH || Math.abs(candidate.length() - word.length()) > limit) {
                continue;
            }
            int distance = distance(word, candidate);
            // A slip in every letter is another word, not a slip: x is not a misspelt y
            if (distance < least && distance < Math.max(word.length(), candidate.length())) {
                least = distance;
                best = candidate;
            }
        }
        return Optional.ofNullable(best);
    }

    /** " (did you mean normal?)", or nothing. */
    static String hint(String word, Collection<String> candidates) {
        return nearest(word, candidates)
                .map(found -> " (did you mean " + found + "?)")
                .orElse("");
    }

    /** Optimal string alignment distance: insertions, deletions, substitutions and swaps of neighbours. */
    static int distance(String a, String b) {
        int[][] cost = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            cost[i][0] = i;
        }
        for (int j = 0; j <= b.length(); j++) {
            cost[0][j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            for (int j = 1; j <= b.length(); j++) {
                int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                int least = Math.min(cost[i - 1][j - 1] + change, Math.min(cost[i - 1][j], cost[i][j - 1]) + 1);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    least = Math.min(least, cost[i - 2][j - 2] + 1);
                }
                cost[i][j] = least;
            }
        }
        return cost[a.length()][b.length()];
    }
}
