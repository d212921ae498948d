package dev.surprisal.learner;

import dev.surprisal.learner.Event.Answered;
import dev.surprisal.learner.Event.Item;
import dev.surprisal.learner.Event.Regraded;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which verdicts of a log count, and where. A verdict stands as it was given until a regrade gives another one, whatever has become
 * of the key meanwhile; it counts on the question as it is now. Hints, solutions and judgements on the same numbers go with the
 * answers, or one given with help would come out as one without.
 */
final class InForce {
    private final Progress.Yardstick yardstick;

    /** The last verdicts that were given again, by the ids of the answers: those of all definitions, and of the present ones. */
    private final Map<String, Regraded> last = new HashMap<>();

    private final Map<String, Regraded> present = new HashMap<>();
    private final Map<Item, Item> items = new HashMap<>();

    private InForce(Progress.Yardstick yardstick) {
        this.yardstick = yardstick;
    }

    static InForce of(List<Event> events, Progress.Yardstick yardstick) {
        var inForce = new InForce(yardstick);
        Map<String, Answered> answers = new HashMap<>();
        for (Event event : events) {
            if (event instanceof Regraded regraded) {
                inForce.last.put(regraded.attempt(), regraded);
                if (yardstick.isPresent(regraded)) {
                    inForce.present.put(regraded.attempt(), regraded);
                }
            } else if (event instanceof Answered answered) {
                answers.put(answered.id(), answered);
            }
        }
        for (Event event : events) {
            if (event instanceof Answered answered) {
                inForce.carry(answered.item(), answered);
            } else if (event instanceof Regraded regraded && answers.containsKey(regraded.attempt())) {
                inForce.carry(regraded.item(), answers.get(regraded.attempt()));
            }
        }
        return inForce;
    }

    private void carry(Item before, Answered answer) {
        counted(answer)
                .map(Answered::item)
                .filter(now -> !now.equals(answer.item()))
                .ifPresent(now -> items.put(wherever(before), now));
    }

    /** An answer with the verdict that counts, on the item on which it does; empty where it means nothing any more. */
    Optional<Answered> counted(Answered answer) {
        Regraded now = present.get(answer.id());
        if (now != null) {
            return Optional.of(answer.regraded(now.item(), now.verdict()));
        }
        Optional<Item> earlier = yardstick.earlier(answer);
        if (earlier.isPresent()) {
            Regraded before = last.get(answer.id());
            return Optional.of(answer.regraded(earlier.get(), before == null ? answer.verdict() : before.verdict()));
        }
        return yardstick.stands(answer) ? Optional.of(answer) : Optional.empty();
    }

    /** The item as it counts now; empty for one that means nothing any more. */
    Optional<Item> now(Item item) {
        return yardstick.isPresent(item) ? Optional.of(item) : Optional.ofNullable(items.get(wherever(item)));
    }

    /** A question may have moved to another lesson. */
    private static Item wherever(Item item) {
        return new Item("", item.question(), item.revision(), item.variant());
    }
}
