package dev.surprisal.learner;

import dev.surprisal.learner.Event.Answered;
import dev.surprisal.learner.Event.Assessed;
import dev.surprisal.learner.Event.Reviewed;
import dev.surprisal.learner.Event.SolutionShown;
import dev.surprisal.learner.Event.Verdict;
import dev.surprisal.learner.Event.Visited;
import dev.surprisal.recall.Memory;
import dev.surprisal.recall.Scheduler;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a learner has met, missed and reviewed, derived from the log: all of which a schedule of reviews is made. */
public final class Reviews {
    private final Map<String, Memory> memories = new HashMap<>();
    private final Map<String, Integer> turns = new HashMap<>();
    private final Map<String, Instant> visits = new HashMap<>();
    private final Map<String, Instant> missed = new HashMap<>();
    private final Map<String, Instant> begun = new HashMap<>();

    private Reviews() {}

    /**
     * Folds a learner's events.
     *
     * @param yardstick what of them still means something
     */
    public static Reviews of(List<Timed> events, Progress.Yardstick yardstick) {
        var reviews = new Reviews();
        Set<String> tried = new HashSet<>();
        Judged.of(events, yardstick).forEach(timed -> reviews.add(timed, tried));
        return reviews;
    }

    private void add(Timed timed, Set<String> tried) {
        Instant at = timed.at();
        if (timed.event() instanceof Visited(var lesson, var page)) {
            visits.putIfAbsent(lesson + "/" + page, at);
        } else if (timed.event() instanceof Reviewed(var item, var _, var rating)) {
            String id = item.question();
            Memory before = memories.get(id);
            memories.put(id, before == null ? Scheduler.first(rating, at) : Scheduler.next(before, rating, at));
            turns.merge(id, 1, Integer::sum);
            begun.putIfAbsent(id, at);
        } else if (timed.event() instanceof Answered answered) {
            if (answered.verdict() != Verdict.KEPT
                    && tried.add(answered.item().question())
                    && answered.verdict() == Verdict.WRONG) {
                miss(answered.item().question(), at);
            }
        } else if (timed.event() instanceof SolutionShown(var item, var _, var inReview)) {
            if (!inReview && tried.add(item.question())) {
                miss(item.question(), at);
            }
        } else if (timed.event() instanceof Assessed(var _, var item, var level) && level < Assessed.MOST) {
            miss(item.question(), at);
        }
    }

    private void miss(String item, Instant at) {
        missed.putIfAbsent(Progress.whole(item), at);
    }

    /** How well a card or question is remembered; empty before its first review. */
    public Optional<Memory> memory(String item) {
        return Optional.ofNullable(memories.get(item));
    }

    /** How often a card or question was reviewed. */
    public int turns(String item) {
        return turns.getOrDefault(item, 0);
    }

    /** When a page was opened for the first time. */
    public Optional<Instant> visited(String lesson, String page) {
        return Optional.ofNullable(visits.get(lesson + "/" + page));
    }

    /**
     * When a question was missed: its first answer, or that of a part, was not right, its solution was asked for instead, or its text
     * was not all there in the learner's own judgement.
     */
    public Optional<Instant> missed(String question) {
        return Optional.ofNullable(missed.get(question));
    }

    /** When each thing that was reviewed was reviewed first. */
    public List<Instant> begun() {
        return begun.values().stream().sorted().toList();
    }
}
