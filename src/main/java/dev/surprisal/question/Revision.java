package dev.surprisal.question;

import dev.surprisal.content.Acceptance;
import dev.surprisal.content.Option;
import dev.surprisal.content.Question;
import dev.surprisal.content.Question.NumberQuestion;
import dev.surprisal.content.Question.SingleChoice;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.stream.Collectors;

/**
 * The semantic revision of a question: changes when a verdict could change (the key, the acceptance, which option is right) and
 * with nothing else, so that a new wording keeps what learners have done. It is derived from the key, so it never leaves the
 * server.
 */
public final class Revision {
    private static final int LENGTH = 16;

    private Revision() {}

    public static String of(Question question) {
        return digest(definition(question));
    }

    /** The canonical text of all that decides a verdict. */
    static String definition(Question question) {
        return switch (question) {
            case SingleChoice single ->
                "single "
                        + single.options().stream()
                                .map((Option option) -> option.right() ? "1" : "0")
                                .collect(Collectors.joining());
            case NumberQuestion number ->
                "number " + Tolerance.reference(number.key()).toPlainString() + " " + definition(number.accept());
        };
    }

    private static String definition(Acceptance acceptance) {
        return switch (acceptance) {
            case Acceptance.Abs(var tolerance) ->
                "abs " + tolerance.stripTrailingZeros().toPlainString();
            case Acceptance.Rel(var tolerance) ->
                "rel " + tolerance.stripTrailingZeros().toPlainString();
            case Acceptance.Mixed(var tolerance) ->
                "mixed " + tolerance.stripTrailingZeros().toPlainString();
            case Acceptance.Digits(var count) -> "digits " + count;
        };
    }

    private static String digest(String definition) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(definition.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash).substring(0, LENGTH);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
