package dev.surprisal.learner;

import dev.surprisal.learner.Event.Answered;
import dev.surprisal.learner.Event.Item;
import dev.surprisal.learner.Event.SolutionShown;
import dev.surprisal.learner.Event.StartedAgain;
import dev.surprisal.learner.Event.Verdict;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a learner foresaw of an answer, and what came.
 *
 * @param percent the probability that was given to being right, from 1 to {@link Answered#MOST_CONFIDENT}
 */
public record Forecast(int percent, boolean right) {

    /**
     * Those of a log in their order, without what was started again. Once the right answer to some numbers is known, there is nothing
     * left to foresee about them, and starting again makes nobody forget it.
     */
    public static List<Forecast> of(List<Timed> events, Progress.Yardstick yardstick) {
        List<Timed> ever = events.stream()
                .filter(timed -> !(timed.event() instanceof StartedAgain))
                .toList();
        Set<String> stands = Judged.of(events, yardstick).stream()
                .map(timed -> timed.event().id())
                .collect(Collectors.toSet());
        Set<String> known = new HashSet<>();
        List<Forecast> forecasts = new ArrayList<>();
        for (Timed timed : Judged.of(ever, yardstick)) {
            if (timed.event() instanceof Answered answered && answered.verdict() != Verdict.KEPT) {
                boolean right = answered.verdict() == Verdict.RIGHT;
                String place = place(answered.item(), yardstick);
                if (answered.confidence() > 0 && !known.contains(place) && stands.contains(answered.id())) {
                    forecasts.add(new Forecast(answered.confidence(), right));
                }
                if (right) {
                    known.add(place);
                }
            } else if (timed.event() instanceof SolutionShown(var item, var _, var _)) {
                known.add(place(item, yardstick));
            }
        }
        return forecasts;
    }

    private static String place(Item item, Progress.Yardstick yardstick) {
        return item.question() + ":" + yardstick.variant(item);
    }
}
