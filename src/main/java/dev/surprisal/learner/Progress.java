package dev.surprisal.learner;

import dev.surprisal.learner.Event.Answered;
import dev.surprisal.learner.Event.Assessed;
import dev.surprisal.learner.Event.HintShown;
import dev.surprisal.learner.Event.Item;
import dev.surprisal.learner.Event.Regraded;
import dev.surprisal.learner.Event.Reported;
import dev.surprisal.learner.Event.Reviewed;
import dev.surprisal.learner.Event.SolutionShown;
import dev.surprisal.learner.Event.StartedAgain;
import dev.surprisal.learner.Event.TakenBack;
import dev.surprisal.learner.Event.VariantDrawn;
import dev.surprisal.learner.Event.Verdict;
import dev.surprisal.learner.Event.Visited;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** Where a learner stands, derived from the log. */
public final class Progress {

    /** What an answer of the log still means: content may have been edited since. */
    public interface Yardstick {

        /** Whether what was done on an item is about the question as it is now. */
        boolean isPresent(Item item);

        /** The variant under which an item counts now: a question that has stopped to vary has only one. */
        default int variant(Item item) {
            return item.variant();
        }

        /** Whether a verdict that was given again is by the question as it is now. */
        boolean isPresent(Regraded regraded);

        /** Whether an answer still has the verdict that it got. */
        boolean stands(Answered answer);

        /**
         * Where an answer counts that an earlier definition of its question has graded: where the question as it is now has the same
         * numbers, as far as its verdict rests on any.
         * Its verdict stands until a regrade gives another. Empty where the present definition has graded it, where nobody kept which one
         * did, and where its numbers are no longer asked; then {@link #stands} decides.
         */
        default Optional<Item> earlier(Answered answer) {
            return Optional.empty();
        }
    }

    /** Between the id of a question and that of its part. */
    private static final String JOINT = "--";

    private final long seed;
    private final Set<String> visits = new HashSet<>();
    private final Map<String, Map<Integer, QuestionProgress>> items = new HashMap<>();
    private final Map<String, Integer> variants = new HashMap<>();
    private final Map<String, String> lessons = new HashMap<>();
    private final Set<String> tried = new HashSet<>();
    private int round;

    private Progress(long seed) {
        this.seed = seed;
    }

    /**
     * Of somebody who has done nothing yet.
     *
     * @param seed decides which variants this learner meets first
     */
    public static Progress none(long seed) {
        return new Progress(seed);
    }

    /** Folds a learner's events; what no longer means anything stays in the log and counts for nothing here. */
    public static Progress of(long seed, List<Event> events, Yardstick yardstick) {
        var progress = new Progress(seed);
        InForce inForce = InForce.of(events, yardstick);
        Set<String> takenBack = new HashSet<>();
        for (Event event : events) {
            if (event instanceof TakenBack(var _, var again)) {
                takenBack.add(again);
            }
        }
        for (Event event : events) {
            switch (event) {
                case Visited(var lesson, var page) -> progress.visits.add(lesson + "/" + page);
                case Answered answered ->
                    inForce.counted(answered).ifPresent(counts -> {
                        progress.update(counts.item(), yardstick, old -> old.with(counts));
                        progress.tried.add(whole(counts.item().question()));
                    });
                case StartedAgain again -> {
                    progress.round++;
                    if (!takenBack.contains(again.id())) {
                        progress.forget(again);
                    }
                }
                case Regraded _, TakenBack _, Reported _, Reviewed _ -> {}
                case Assessed assessed ->
                    inForce.now(assessed.item())
                            .ifPresent(item -> progress.update(item, yardstick, old -> old.with(assessed)));
                case HintShown hint ->
                    inForce.now(hint.item()).ifPresent(item -> progress.update(item, yardstick, old -> old.with(hint)));
                case SolutionShown(var shown, var _, var inReview) ->
                    inForce.now(shown).ifPresent(item -> {
                        // The numbers on the page stay: in a review the solution is shown for others
                        progress.change(item, yardstick.variant(item), QuestionProgress::withSolution);
                        if (!inReview) {
                            progress.tried.add(whole(item.question()));
                        }
                    });
                case VariantDrawn(var _, var drawn) ->
                    inForce.now(drawn).ifPresent(item -> progress.update(item, yardstick, old -> old));
            }
        }
        return progress;
    }

    /** The answers that mean something now, each under the verdict that counts. */
    public static List<Timed> counted(List<Timed> events, Yardstick yardstick) {
        InForce inForce = InForce.of(events.stream().map(Timed::event).toList(), yardstick);
        List<Timed> counted = new ArrayList<>();
        for (Timed timed : events) {
            if (timed.event() instanceof Answered answered) {
                inForce.counted(answered).ifPresent(counts -> counted.add(new Timed(timed.at(), counts)));
            }
        }
        return counted;
    }

    private void update(Item item, Yardstick yardstick, UnaryOperator<QuestionProgress> change) {
        int variant = yardstick.variant(item);
        change(item, variant, change);
        variants.put(whole(item.question()), variant);
    }

    private void change(Item item, int variant, UnaryOperator<QuestionProgress> change) {
        items.computeIfAbsent(item.question(), _ -> new HashMap<>())
                .compute(variant, (_, old) -> change.apply(old == null ? QuestionProgress.NONE : old));
        lessons.put(whole(item.question()), item.lesson());
    }

    private void forget(StartedAgain again) {
        Predicate<String> covered = item -> again.covers(lessons.getOrDefault(whole(item), ""), whole(item));
        items.keySet().removeIf(covered);
        variants.keySet().removeIf(covered);
        tried.removeIf(covered);
    }

    /** The question of a part; of anything else, itself. */
    static String whole(String item) {
        int joint = item.indexOf(JOINT);
        return joint < 0 ? item : item.substring(0, joint);
    }

    public long seed() {
        return seed;
    }

    /** How often something was started again: what is shown once may then be shown once more. */
    public int round() {
        return round;
    }

    public boolean visited(String lesson, String page) {
        return visits.contains(lesson + "/" + page);
    }

    /** The variant that a question, or the question of a part, was last seen with; empty while nothing was done there. */
    public OptionalInt variant(String question) {
        Integer variant = variants.get(whole(question));
        return variant == null ? OptionalInt.empty() : OptionalInt.of(variant);
    }

    /** A question or part on one of its variants. */
    public QuestionProgress question(String id, int variant) {
        return items.getOrDefault(id, Map.of()).getOrDefault(variant, QuestionProgress.NONE);
    }

    /**
     * Whether a question, or the question of a part, was answered or given up on its page. Where it was not, a review may still have
     * shown solutions of it.
     */
    public boolean tried(String id) {
        return tried.contains(whole(id));
    }

    /** Whether a question or part was finished, on whatever variant; a review finishes nothing that was never tried. */
    public boolean closed(String id) {
        return tried(id) && all(id).stream().anyMatch(QuestionProgress::closed);
    }

    /** Graded answers to a question or part so far, on all its variants. */
    public int attempts(String id) {
        return all(id).stream().mapToInt(QuestionProgress::attempts).sum();
    }

    private Collection<QuestionProgress> all(String id) {
        return items.getOrDefault(id, Map.of()).values();
    }

    /**
     * How far a learner is with one question on one variant.
     *
     * @param answers the graded ones so far
     * @param hints hints shown so far
     * @param solutionShown whether the solution was shown
     * @param right whether it was answered rightly, with or without aid
     * @param aided whether the solution was shown before the first right answer
     * @param level how the learner judged the own text at last, from 1 to 3; 0 before
     */
    public record QuestionProgress(
            List<Answered> answers, int hints, boolean solutionShown, boolean right, boolean aided, int level) {
        public static final QuestionProgress NONE = new QuestionProgress(List.of(), 0, false, false, false, 0);

        public QuestionProgress {
            answers = List.copyOf(answers);
        }

        private QuestionProgress with(Answered answer) {
            List<Answered> all = new ArrayList<>(answers);
            all.add(answer);
            return new QuestionProgress(
                    all, hints, solutionShown, right || answer.verdict() == Verdict.RIGHT, aided, level);
        }

        private QuestionProgress with(Assessed assessed) {
            return new QuestionProgress(answers, hints, solutionShown, right, aided, assessed.level());
        }

        private QuestionProgress with(HintShown hint) {
            return new QuestionProgress(answers, Math.max(hints, hint.number()), solutionShown, right, aided, level);
        }

        private QuestionProgress withSolution() {
            return new QuestionProgress(answers, hints, true, right, aided || !right, level);
        }

        /** How many answers were graded. */
        public int attempts() {
            return answers.size();
        }

        /** The last graded answer. */
        public Optional<Answered> last() {
            return answers.isEmpty() ? Optional.empty() : Optional.of(answers.getLast());
        }

        /** Whether anything was done that starting again would put away. */
        public boolean begun() {
            return !answers.isEmpty() || hints > 0 || solutionShown;
        }

        /** Whether a text was kept, so that the model answer may be shown. */
        public boolean kept() {
            return last().filter(answer -> answer.verdict() == Verdict.KEPT).isPresent();
        }

        /** Whether it is finished: answered rightly, judged by the learner, or given up for the solution. */
        public boolean closed() {
            return right || solutionShown || level > 0;
        }
    }
}
