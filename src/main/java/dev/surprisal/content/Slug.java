package dev.surprisal.content;

import dev.surprisal.expression.Spelling;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The form of every id that authors write: {@code kl-basics}. */
final class Slug {

    static final int MAX_LENGTH = 64;

    private Slug() {}

    /** Lower-case letters, digits and single hyphens between them, starting with a letter. */
    static boolean isSlug(String text) {
        if (text.isEmpty() || text.length() > MAX_LENGTH || !isLetter(text.charAt(0))) {
            return false;
        }
        for (int i = 1; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean hyphen = c == '-' && text.charAt(i - 1) != '-' && i < text.length() - 1;
            if (!hyphen && !isLetter(c) && !isDigit(c)) {
                return false;
            }
        }
        return true;
    }

    static String checked(String text) {
        if (!isSlug(text)) {
            throw new IllegalArgumentException(complaint(text));
        }
        return text;
    }

    static String complaint(String text) {
        return "an id is made of lower-case letters, digits and single hyphens, starts with a letter and has at most "
                + MAX_LENGTH + " characters, got '" + SourceFile.shortened(text) + "'";
    }

    /**
     * The id that was probably meant: the one that is spelt nearly so, else the one that has most words in common, as after a heading was
     * worded anew.
     */
    static Optional<String> nearest(String id, Collection<String> known) {
        return Spelling.nearest(id, known).or(() -> {
            Set<String> words = words(id);
            return known.stream()
                    .filter(other -> common(words, other) > 0)
                    .max(Comparator.<String>comparingDouble(other -> common(words, other))
                            .thenComparing(Comparator.reverseOrder()));
        });
    }

    /** Which part of all words of the two stands in both; none where that is less than a third. */
    private static double common(Set<String> words, String other) {
        Set<String> all = new HashSet<>(words);
        Set<String> others = words(other);
        all.addAll(others);
        double share = (double) (words.size() + others.size() - all.size()) / Math.max(1, all.size());
        return share * 3 < 1 ? 0 : share;
    }

    /** Without those of one or two letters, which nearly every heading has. */
    private static Set<String> words(String id) {
        return Arrays.stream(id.split("-", -1))
                .filter(word -> word.length() > 2)
                .collect(Collectors.toSet());
    }

    private static boolean isLetter(char c) {
        return c >= 'a' && c <= 'z';
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
