package dev.surprisal.check;

import dev.surprisal.cache.KeptTexts;
import dev.surprisal.content.LessonText;
import dev.surprisal.content.Problem;
import dev.surprisal.content.Question;
import dev.surprisal.content.Severity;
import dev.surprisal.content.SourcePosition;
import dev.surprisal.question.Choices;
import dev.surprisal.question.CoreVersion;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the rules about questions have found, by what a question is made of and the version of the core: trying all variants of all
 * questions takes seconds, and nearly all questions are what they were yesterday. Safe for use by many threads.
 */
public final class Certificates {
    private static final int LENGTH = 32;
    private static final String FIELD = "\t";

    /** Several times what a course has: so that nothing grows while it is edited. */
    private static final int MOST = 10_000;

    private final Map<String, List<Finding>> known = latest(MOST);
    private final Map<String, List<Problem>> ofTexts = latest(MOST / 10);
    private final @Nullable KeptTexts kept;

    private Certificates(@Nullable KeptTexts kept) {
        this.kept = kept;
    }

    /** Remembers what was found as long as it lives. */
    public static Certificates inMemory() {
        return new Certificates(null);
    }

    /** Keeps it in {@code folder} too, which is made when needed. A folder that cannot be used costs time, nothing else. */
    public static Certificates in(Path folder) {
        return new Certificates(KeptTexts.in(folder));
    }

    private static <V> Map<String, V> latest(int most) {
        return Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
                return size() > most;
            }
        });
    }

    /** The problems of a text: those that were found before, or what {@code rules} find now. */
    List<Problem> of(LessonText text, Supplier<List<Problem>> rules) {
        List<Problem> found = ofTexts.get(text.digest());
        if (found == null) {
            found = List.copyOf(rules.get());
            if (Attempt.succeeded(found)) {
                ofTexts.put(text.digest(), found);
            }
        }
        return found;
    }

    /**
     * The problems of a question: those that were found before, or what {@code rules} find now.
     *
     * @param context of what the rules look at beside the question
     */
    List<Problem> of(Question question, String context, Supplier<List<Problem>> rules) {
        String digest = Choices.digest(question.digest() + "\n" + context + "\n" + CoreVersion.code())
                .substring(0, LENGTH);
        List<Finding> findings = known.get(digest);
        if (findings == null) {
            findings = stored(digest).orElse(null);
            if (findings == null) {
                List<Problem> problems = rules.get();
                if (!Attempt.succeeded(problems)) {
                    return problems; // the next time all may be well
                }
                findings = problems.stream()
                        .map(problem -> Finding.of(problem, question))
                        .toList();
                store(digest, findings);
            }
            known.put(digest, findings);
        }
        return findings.stream().map(finding -> finding.problem(question)).toList();
    }

    private Optional<List<Finding>> stored(String digest) {
        if (kept == null) {
            return Optional.empty();
        }
        try {
            return kept.find(digest)
                    .map(text -> text.lines().map(Finding::parse).toList());
        } catch (RuntimeException _) {
            return Optional.empty(); // not written by us: the rules are applied
        }
    }

    private void store(String digest, List<Finding> findings) {
        if (kept != null) {
            kept.keep(digest, findings.stream().map(Finding::line).collect(Collectors.joining("\n")));
        }
    }

    /** A problem, its line counted from that of the question, which may move in its file. */
    private record Finding(int lines, int column, String severity, String rule, String message) {

        static Finding of(Problem problem, Question question) {
            return new Finding(
                    problem.position().line() - question.position().line(),
                    problem.position().column(),
                    problem.severity().name(),
                    problem.rule(),
                    problem.message());
        }

        static Finding parse(String line) {
            String[] fields = line.split(FIELD, 5);
            Severity.valueOf(fields[2]);
            return new Finding(
                    Integer.parseInt(fields[0]), Integer.parseInt(fields[1]), fields[2], fields[3], fields[4]);
        }

        String line() {
            return String.join(
                    FIELD,
                    Integer.toString(lines),
                    Integer.toString(column),
                    severity,
                    rule,
                    message.replace('\n', ' '));
        }

        Problem problem(Question question) {
            var position = new SourcePosition(
                    question.position().file(), question.position().line() + lines, column);
            return new Problem(position, Severity.valueOf(severity), rule, message);
        }
    }
}
