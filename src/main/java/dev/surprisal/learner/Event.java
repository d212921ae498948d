package dev.surprisal.learner;

import java.util.regex.Pattern;

/**
 * Something a learner did. The {@link #id()} is the idempotency key: appending the same event again changes nothing.
 */
public sealed interface Event {
    String id();

    /** The id of the lesson in which it happened. */
    String lesson();

    /** A page of a lesson was opened; counted once a page. */
    record Visited(String lesson, String page) implements Event {
        @Override
        public String id() {
            return "visit:" + lesson + "/" + page;
        }
    }

    /**
     * A question was answered and graded.
     *
     * @param id made by the browser, once for each submission
     * @param revision the semantic revision of the question that graded it
     * @param input as typed or chosen
     * @param coreVersion of the math core that graded it
     */
    record Answered(
            String id,
            String lesson,
            String question,
            String revision,
            String input,
            Verdict verdict,
            String coreVersion)
            implements Event {
        private static final Pattern ID = Pattern.compile("[A-Za-z0-9-]{8,64}");

        public Answered {
            if (!ID.matcher(id).matches()) {
                throw new IllegalArgumentException("an attempt id has 8 to 64 letters, digits and hyphens");
            }
        }
    }

    /** Hint {@code number} (from 1) of a question was shown. */
    record HintShown(String lesson, String question, String revision, int number) implements Event {
        @Override
        public String id() {
            return "hint:" + number + ":" + question + ":" + revision;
        }
    }

    /** The solution of a question was shown, which closes it as aided unless it had been answered rightly before. */
    record SolutionShown(String lesson, String question, String revision) implements Event {
        @Override
        public String id() {
            return "solution:" + question + ":" + revision;
        }
    }

    enum Verdict {
        RIGHT,
        WRONG
    }
}
