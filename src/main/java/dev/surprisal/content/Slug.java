package dev.surprisal.content;

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

    private static boolean isLetter(char c) {
        return c >= 'a' && c <= 'z';
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
