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
import dev.surprisal.learner.Event.Visited;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.stream.Stream;

/**
 * Two logs as one. What stands comes in the order in which it happened. What was put away in one of them, with the events that put it
 * away, comes before all of that: starting again puts away whatever is earlier in a log, and nothing of the other one was meant.
 */
final class Merged {

    private Merged() {}

    /** An event and where it is. */
    record Entry(LearnerId learner, long sequence, Instant at, Event event) {}

    /** An event and the id that it has from now on. */
    record Moved(Entry entry, String id) {}

    /** The events of both in their new order. What both have done is there once; but each rating of a review was another review. */
    static List<Moved> of(List<Entry> one, List<Entry> other) {
        Set<Entry> past = past(one);
        past.addAll(past(other));
        BinaryOperator<Entry> which = BinaryOperator.minBy(
                Comparator.<Entry, Boolean>comparing(past::contains).thenComparing(Entry::at));
        Map<String, Entry> once = new LinkedHashMap<>();
        Stream.concat(one.stream(), other.stream()).forEach(entry -> once.merge(key(entry), entry, which));
        List<Entry> all = new ArrayList<>(once.values());
        all.sort(Comparator.comparing(entry -> past.contains(entry) ? Instant.MIN : entry.at()));
        return numbered(all);
    }

    private static String key(Entry entry) {
        String id = entry.event().id();
        return entry.event() instanceof Reviewed ? entry.learner().value() + " " + id : id;
    }

    /** What was put away in a log, and what did so and was not taken back. */
    private static Set<Entry> past(List<Entry> log) {
        Set<String> takenBack = new HashSet<>();
        for (Entry entry : log) {
            if (entry.event() instanceof TakenBack(var _, var again)) {
                takenBack.add(again);
            }
        }
        List<StartedAgain> later = new ArrayList<>();
        Set<Entry> past = new HashSet<>();
        for (Entry entry : log.reversed()) {
            if (entry.event() instanceof StartedAgain again) {
                if (!takenBack.contains(again.id())) {
                    later.add(again);
                    past.add(entry);
                }
            } else if (item(entry.event())
                    .filter(item -> later.stream()
                            .anyMatch(again -> again.covers(item.lesson(), Progress.whole(item.question()))))
                    .isPresent()) {
                past.add(entry);
            }
        }
        return past;
    }

    /** What starting again puts away is about an item; a rating of a review stays, as {@link Judged} has it. */
    private static Optional<Item> item(Event event) {
        return switch (event) {
            case Answered answered -> Optional.of(answered.item());
            case Assessed(var _, var item, var _) -> Optional.of(item);
            case HintShown(var item, var _, var _) -> Optional.of(item);
            case SolutionShown(var item, var _, var _) -> Optional.of(item);
            case VariantDrawn(var _, var item) -> Optional.of(item);
            case Visited _, Reviewed _, Regraded _, Reported _, StartedAgain _, TakenBack _ -> Optional.empty();
        };
    }

    /** The turn of a rating is how many there were before. */
    private static List<Moved> numbered(List<Entry> entries) {
        Map<String, Integer> turns = new HashMap<>();
        List<Moved> numbered = new ArrayList<>();
        for (Entry entry : entries) {
            Event event = entry.event();
            if (event instanceof Reviewed(var item, var _, var rating)) {
                int turn = turns.merge(item.question(), 1, Integer::sum) - 1;
                event = new Reviewed(item, turn, rating);
            }
            numbered.add(new Moved(entry, event.id()));
        }
        return numbered;
    }
}
