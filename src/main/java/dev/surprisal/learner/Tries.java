package dev.surprisal.learner;

import dev.surprisal.learner.Event.Answered;
import dev.surprisal.learner.Event.Assessed;
import dev.surprisal.learner.Event.Item;
import dev.surprisal.learner.Event.SolutionShown;
import dev.surprisal.learner.Event.Verdict;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the tries of a learner say about what is mastered. On each set of numbers of a question the first try counts and, where there
 * were more, the last: so luck in the end does not hide a false start, and a false start can be made good. The first right answer
 * ends the tries; so does the solution, which counts as a try that was not right, unless a review showed it: nobody is asked there
 * first. A text counts as right where its writer judges that all is there.
 */
public final class Tries {
    private final Map<String, Map<Integer, List<Boolean>>> tries = new HashMap<>();

    private Tries() {}

    /** Of a question or part, or of several together. */
    public record Count(int right, int notRight) {
        public static final Count NONE = new Count(0, 0);

        public Count plus(Count other) {
            return new Count(right + other.right, notRight + other.notRight);
        }

        public int all() {
            return right + notRight;
        }
    }

    /** Folds a learner's events. */
    public static Tries of(List<Timed> events, Progress.Yardstick yardstick) {
        var tries = new Tries();
        Set<String> ended = new HashSet<>();
        for (Timed timed : Judged.of(events, yardstick)) {
            if (timed.event() instanceof Answered answered && answered.verdict() != Verdict.KEPT) {
                boolean right = answered.verdict() == Verdict.RIGHT;
                tries.add(answered.item(), yardstick, right, right, ended);
            } else if (timed.event() instanceof SolutionShown(var item, var _, var inReview)) {
                if (inReview) {
                    ended.add(place(item, yardstick));
                } else {
                    tries.add(item, yardstick, false, true, ended);
                }
            } else if (timed.event() instanceof Assessed(var _, var item, var level)) {
                tries.add(item, yardstick, level == Assessed.MOST, false, ended);
            }
        }
        return tries;
    }

    private void add(Item item, Progress.Yardstick yardstick, boolean right, boolean last, Set<String> ended) {
        int variant = yardstick.variant(item);
        String place = place(item, yardstick);
        if (!ended.contains(place)) {
            tries.computeIfAbsent(item.question(), _ -> new HashMap<>())
                    .computeIfAbsent(variant, _ -> new ArrayList<>())
                    .add(right);
            if (last) {
                ended.add(place);
            }
        }
    }

    private static String place(Item item, Progress.Yardstick yardstick) {
        return item.question() + ":" + yardstick.variant(item);
    }

    /** The tries that count on a question or part, on all of its numbers. */
    public Count of(String item) {
        int right = 0;
        int all = 0;
        for (List<Boolean> each : tries.getOrDefault(item, Map.of()).values()) {
            all += each.size() > 1 ? 2 : 1;
            right += (each.getFirst() ? 1 : 0) + (each.size() > 1 && each.getLast() ? 1 : 0);
        }
        return new Count(right, all - right);
    }
}
