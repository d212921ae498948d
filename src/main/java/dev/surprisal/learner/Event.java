package dev.surprisal.learner;

import dev.surprisal.recall.Rating;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

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
     * @param confidence how probable, in percent, the learner held it with the answer that it would be right; 0 where nothing was said
     */
    record Answered(
            String id, Item item, String input, Verdict verdict, String coreVersion, Grounds grounds, int confidence)
            implements Event {
        /** Certainty would cost without end when it is mistaken, so nobody can state it. */
        public static final int MOST_CONFIDENT = 99;

        public Answered {
            checkId(id);
            input = Form.storable(input);
            if (confidence < 0 || confidence > MOST_CONFIDENT) {
                throw new IllegalArgumentException(
                        "confidence must be 0 to " + MOST_CONFIDENT + " percent, got " + confidence);
            }
        }

        /** One with which nothing was said of how probable it is. */
        public Answered(String id, Item item, String input, Verdict verdict, String coreVersion, Grounds grounds) {
            this(id, item, input, verdict, coreVersion, grounds, 0);
        }

        /** One of which nobody has kept by what it was graded. */
        public Answered(String id, Item item, String input, Verdict verdict, String coreVersion) {
            this(id, item, input, verdict, coreVersion, Grounds.NONE);
        }

        /** The same under another verdict and on another revision. */
        Answered regraded(Item now, Verdict other) {
            return new Answered(id, now, input, other, coreVersion, grounds, confidence);
        }

        @Override
        public String lesson() {
            return item.lesson();
        }
    }

    /**
     * What a verdict rests on, beside the input.
     *
     * @param definition the id under which {@link Definitions} keeps the question's canonical text; empty in the oldest answers
     * @param given what the learner had answered to earlier parts, {@code nats=0.5 bits=0.7}; a part without a number is not in it
     */
    record Grounds(String definition, String given) {
        public static final Grounds NONE = new Grounds("", "");

        private static final String NEXT = " ";
        private static final String EQUALS = "=";

        public static Grounds of(String definition, Map<String, Double> given) {
            return new Grounds(
                    definition,
                    new TreeMap<>(given)
                            .entrySet().stream()
                                    .map(each -> each.getKey() + EQUALS + each.getValue())
                                    .collect(Collectors.joining(NEXT)));
        }

        /** The numbers by the names of their parts. */
        public Map<String, Double> numbers() {
            Map<String, Double> numbers = new HashMap<>();
            for (String each : given.isEmpty() ? new String[0] : given.split(NEXT, -1)) {
                int equals = each.indexOf(EQUALS);
                numbers.put(each.substring(0, equals), Double.valueOf(each.substring(equals + 1)));
            }
            return numbers;
        }
    }

    /**
     * An answer got the verdict of another definition of its question, because an instructor asked for it. It counts while that is the
     * question's present one.
     *
     * @param item the question as it was then
     * @param attempt the id of the answer
     * @param definition the id of the definition that gave the verdict
     * @param turn how often this answer had been regraded before
     */
    record Regraded(Item item, String attempt, Verdict verdict, String definition, int turn) implements Event {
        @Override
        public String id() {
            return "regrade:" + attempt + ":" + definition + Round.suffix(turn);
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

    /**
     * Hint {@code number} (from 1) of a question was shown.
     *
     * @param round how often the learner had started something again: the hint may then be shown once more
     */
    record HintShown(Item item, int number, int round) implements Event {
        public HintShown(Item item, int number) {
            this(item, number, 0);
        }

        @Override
        public String id() {
            return "hint:" + number + ":" + item.suffix() + Round.suffix(round);
        }

        @Override
        public String lesson() {
            return item.lesson();
        }
    }

    /**
     * The solution of a question was shown, which closes it as aided unless it had been answered rightly before.
     *
     * @param inReview whether the review showed it, where there is no other way to compare: then it is no try that was given up. Logs of
     *     before 22 November 2026 do not tell, and have false
     */
    record SolutionShown(Item item, int round, boolean inReview) implements Event {
        public SolutionShown(Item item, int round) {
            this(item, round, false);
        }

        public SolutionShown(Item item) {
            this(item, 0);
        }

        @Override
        public String id() {
            return "solution:" + item.suffix() + Round.suffix(round);
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

    /**
     * A question, a lesson or everything was started again: what was done there counts no longer, and stays in the log.
     *
     * @param id made by the browser, once for each request
     * @param lesson empty for everything
     * @param question by itself or in parts; empty for the whole lesson
     */
    record StartedAgain(String id, String lesson, String question) implements Event {
        public StartedAgain {
            checkId(id);
            if (lesson.isEmpty() && !question.isEmpty()) {
                throw new IllegalArgumentException("a question stands in a lesson, got " + question + " without one");
            }
        }

        boolean covers(String ofLesson, String ofQuestion) {
            return (lesson.isEmpty() || lesson.equals(ofLesson)) && (question.isEmpty() || question.equals(ofQuestion));
        }
    }

    /**
     * That was taken back: it counts again.
     *
     * @param again the id of the {@link StartedAgain}
     */
    record TakenBack(String lesson, String again) implements Event {
        @Override
        public String id() {
            return "undo:" + again;
        }
    }

    /**
     * The learner says that something is wrong with a question.
     *
     * @param id made by the browser, once for each report
     */
    record Reported(String id, Item item, String text) implements Event {
        public static final int LONGEST = 1000;

        public Reported {
            checkId(id);
            text = Form.storable(text);
            if (text.isBlank() || text.length() > LONGEST) {
                throw new IllegalArgumentException("a report has 1 to " + LONGEST + " characters");
            }
        }

        @Override
        public String lesson() {
            return item.lesson();
        }
    }

    /**
     * Something was asked again in a review, and the learner said how well it was recalled.
     *
     * @param item a card, whose revision is empty, or a question, and the variant that was shown
     * @param turn how often it had been rated before: one showing is rated once, in however many tabs
     */
    record Reviewed(Item item, int turn, Rating rating) implements Event {
        private static final String KIND = "review:";

        public Reviewed {
            if (turn < 0) {
                throw new IllegalArgumentException("turn must be >= 0, got " + turn);
            }
        }

        @Override
        public String id() {
            return KIND + item.question() + ":" + turn;
        }

        /** The turn in such an id. */
        static int turn(String id) {
            return Integer.parseInt(id.substring(id.lastIndexOf(':') + 1));
        }

        @Override
        public String lesson() {
            return item.lesson();
        }
    }

    /** What happens once in each round has the round in its id. */
    final class Round {
        private static final char SIGN = '@';

        private Round() {}

        private static String suffix(int round) {
            return round == 0 ? "" : SIGN + Integer.toString(round);
        }

        static int of(String id) {
            int at = id.lastIndexOf(SIGN);
            return at < 0 ? 0 : Integer.parseInt(id.substring(at + 1));
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
