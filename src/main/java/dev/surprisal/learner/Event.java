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
     * What was done on which numbers of which question: with the question's definition under its revision, all that is needed to do
     * it again.
     *
     * @param lesson the id of the lesson
     * @param question the id of the question or part
     * @param revision its semantic revision at the time
     * @param variant the place of its numbers among the variants of that revision
     */
    record Item(String lesson, String question, String revision, int variant) {
        private String suffix() {
            return question + ":" + revision + ":" + variant;
        }
    }

    /**
     * A question was answered and graded.
     *
     * @param id made by the browser, once for each submission
     * @param input as typed or chosen; what is no character in a database becomes U+FFFD
     * @param coreVersion of the math core that graded it
     */
    record Answered(String id, Item item, String input, Verdict verdict, String coreVersion) implements Event {
        public Answered {
            checkId(id);
            input = Form.storable(input);
        }

        @Override
        public String lesson() {
            return item.lesson();
        }
    }

    /**
     * The learner compared a text with the model answer.
     *
     * @param id made by the browser, once for each judgement
     * @param level from 1 (not there yet) to 3 (all of it)
     */
    record Assessed(String id, Item item, int level) implements Event {
        public static final int MOST = 3;

        public Assessed {
            checkId(id);
            if (level < 1 || level > MOST) {
                throw new IllegalArgumentException("level must be 1 to " + MOST + ", got " + level);
            }
        }

        @Override
        public String lesson() {
            return item.lesson();
        }
    }

    /** Hint {@code number} (from 1) of a question was shown. */
    record HintShown(Item item, int number) implements Event {
        @Override
        public String id() {
            return "hint:" + number + ":" + item.suffix();
        }

        @Override
        public String lesson() {
            return item.lesson();
        }
    }

    /** The solution of a question was shown, which closes it as aided unless it had been answered rightly before. */
    record SolutionShown(Item item) implements Event {
        @Override
        public String id() {
            return "solution:" + item.suffix();
        }

        @Override
        public String lesson() {
            return item.lesson();
        }
    }

    /**
     * New numbers were asked for; the item has them.
     *
     * @param id made by the browser, once for each request
     */
    record VariantDrawn(String id, Item item) implements Event {
        public VariantDrawn {
            checkId(id);
        }

        @Override
        public String lesson() {
            return item.lesson();
        }
    }

    enum Verdict {
        RIGHT,
        WRONG,
        /** A text was kept, which nobody but the learner judges. */
        KEPT
    }

    private static void checkId(String id) {
        if (!Form.ID.matcher(id).matches()) {
            throw new IllegalArgumentException("an attempt id has 8 to 64 letters, digits and hyphens");
        }
    }

    /** What is read of a browser's ids and texts. */
    final class Form {
        private static final Pattern ID = Pattern.compile("[A-Za-z0-9-]{8,64}");

        private static final Pattern NO_CHARACTER = Pattern.compile("[\\x00\\p{Cs}]");

        private Form() {}

        /** PostgreSQL keeps no U+0000, and nothing that is half a character. */
        private static String storable(String text) {
            return NO_CHARACTER.matcher(text).replaceAll("\uFFFD");
        }
    }
}
