package dev.surprisal.learner;

import dev.surprisal.learner.Event.Answered;
import dev.surprisal.learner.Event.Item;
import dev.surprisal.learner.Event.Regraded;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where what was done on earlier revisions counts now. A regrade carries answers over to the question as it is; hints, solutions and
 * judgements on the same numbers go with them, or an answer given with help would come out as one without.
 */
final class Carried {
    private final Map<Item, Item> items = new HashMap<>();
    private final Progress.Yardstick yardstick;

    private Carried(Progress.Yardstick yardstick) {
        this.yardstick = yardstick;
    }

    /** @param regraded the verdicts that count, by the ids of the answers */
    static Carried of(List<Event> events, Map<String, Regraded> regraded, Progress.Yardstick yardstick) {
        var carried = new Carried(yardstick);
        for (Event event : events) {
            if (event instanceof Answered answered) {
                carried.add(answered.item(), regraded.get(answered.id()));
            } else if (event instanceof Regraded before) {
                carried.add(before.item(), regraded.get(before.attempt()));
            }
        }
        return carried;
    }

    private void add(Item before, @Nullable Regraded now) {
        if (now != null) {
            items.put(wherever(before), now.item());
        }
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
