package dev.surprisal.learner;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The secret in a learner's cookie: 192 random bits as base64url. The database keeps only its SHA-256 digest, so that a
 * stolen backup opens nobody's progress.
 */
public record LearnerToken(String value) {
    private static final int BYTES = 24;
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{32}");
    private static final SecureRandom RANDOM = new SecureRandom();

    public LearnerToken {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("a learner token has 32 base64url characters");
        }
    }

    public static LearnerToken random() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return new LearnerToken(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** The token in a cookie's value, if it has the form of one. */
    public static Optional<LearnerToken> find(String cookieValue) {
        return FORM.matcher(cookieValue).matches() ? Optional.of(new LearnerToken(cookieValue)) : Optional.empty();
    }

    String digest() {
        return digest(value);
    }

    /** Of a secret that only its owner is to have. */
    static String digest(String secret) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.US_ASCII));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Hidden, so that no log shows it. */
    @Override
    public String toString() {
        return "LearnerToken[hidden]";
    }
}
