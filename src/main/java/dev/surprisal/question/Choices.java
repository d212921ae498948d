package dev.surprisal.question;

import dev.surprisal.content.Option;
import dev.surprisal.content.QuestionId;
import dev.surprisal.content.Task;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Function;

/**
 * The order in which options and things to be ordered are shown: by a digest of the question's id and their wording. It tells
 * nothing, since neither the author's order nor what is right goes into it; it is the same for every learner and on every day; and
 * it does not change when the author moves things about.
 */
public final class Choices {

    private Choices() {}

    public static List<Option> shown(QuestionId question, List<Option> options) {
        return sorted(question, options, Option::key);
    }

    public static List<Task.Item> shown(QuestionId question, Task.Ordering ordering) {
        return sorted(question, ordering.items(), Task.Item::key);
    }

    /** The left sides of the pairs. */
    public static List<Task.Pair> shown(QuestionId question, Task.Matching matching) {
        return sorted(question, matching.pairs(), pair -> pair.left().key());
    }

    /** What they are matched with. */
    public static List<Task.Item> partners(QuestionId question, Task.Matching matching) {
        return sorted(question, matching.choices(), Task.Item::key);
    }

    private static <T> List<T> sorted(QuestionId question, List<T> things, Function<T, String> key) {
        return things.stream()
                .sorted(Comparator.comparing((T thing) -> digest(question + " " + key.apply(thing))))
                .toList();
    }

    /** SHA-256, in hexadecimal digits. */
    public static String digest(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
