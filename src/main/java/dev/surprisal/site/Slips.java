package dev.surprisal.site;

import dev.surprisal.content.Lesson;
import dev.surprisal.hosting.Secrets;
import dev.surprisal.learner.LearnerId;
import dev.surprisal.learner.Progress;
import dev.surprisal.site.LearnerRecord.Standing;
import dev.surprisal.store.ServerKeys;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/**
 * Completion slips: what was finished, without a name, with a code that this server alone can make and anybody can have checked here.
 * Nothing is kept of a slip; all that it says is in its code.
 */
@Component
class Slips {
    private static final int SIGNATURE = 16;
    private static final int RECORD = 6;
    private static final Pattern CODE = Pattern.compile(
            "([a-z0-9-]{1,100})\\.([0-9]{8})\\.([0-9]{1,4})\\.([0-9]{1,4})\\.([0-9]{1,4})\\.([0-9A-V]{6})\\.([0-9A-V]{16})");

    private final String key;

    Slips(ServerKeys keys) {
        key = keys.key("slips", Secrets.random());
    }

    /**
     * What a slip says.
     *
     * @param right questions answered rightly, or judged by the learner to be all there
     * @param aided questions closed in another way
     * @param record tells the slips of one learner for this lesson from those of others, and nothing else
     */
    record Slip(String lesson, LocalDate day, int right, int aided, int total, String record) {}

    /** The slip of a lesson all of whose questions are done; empty before that, and for a lesson without questions. */
    Optional<Slip> of(LearnerId learner, Lesson lesson, Progress progress, LocalDate today) {
        int total = lesson.questions().size();
        boolean done = lesson.questions().stream().allMatch(question -> Marks.isDone(question, progress));
        if (total == 0 || !done) {
            return Optional.empty();
        }
        int right = (int) lesson.questions().stream()
                .filter(question -> Standing.of(question, progress) == Standing.RIGHT)
                .count();
        String record = signature("record " + learner.value() + " " + lesson.id(), RECORD);
        return Optional.of(new Slip(lesson.id().value(), today, right, total - right, total, record));
    }

    String code(Slip slip) {
        String said = String.join(
                ".",
                slip.lesson(),
                slip.day().format(DateTimeFormatter.BASIC_ISO_DATE),
                Integer.toString(slip.right()),
                Integer.toString(slip.aided()),
                Integer.toString(slip.total()),
                slip.record());
        return said + "." + signature("slip " + said, SIGNATURE);
    }

    /** What a code says, if this server has made it; spaces and line ends in it do not matter. */
    Optional<Slip> find(String typed) {
        Matcher matcher = CODE.matcher(typed.replaceAll("\\s", ""));
        if (!matcher.matches()) {
            return Optional.empty();
        }
        try {
            var slip = new Slip(
                    matcher.group(1),
                    LocalDate.parse(matcher.group(2), DateTimeFormatter.BASIC_ISO_DATE),
                    Integer.parseInt(matcher.group(3)),
                    Integer.parseInt(matcher.group(4)),
                    Integer.parseInt(matcher.group(5)),
                    matcher.group(6));
            String said = matcher.group().substring(0, matcher.group().lastIndexOf('.'));
            return Secrets.equal(matcher.group(7), signature("slip " + said, SIGNATURE))
                    ? Optional.of(slip)
                    : Optional.empty();
        } catch (DateTimeParseException noDay) {
            return Optional.empty();
        }
    }

    /** Five bits a sign. */
    private String signature(String text, int length) {
        byte[] bytes = Base64.getUrlDecoder().decode(Secrets.signature(key, text));
        String signs =
                "0".repeat(length) + new BigInteger(1, bytes).toString(32).toUpperCase(Locale.ROOT);
        return signs.substring(signs.length() - length);
    }
}
