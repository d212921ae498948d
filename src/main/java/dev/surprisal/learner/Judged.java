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
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What a log says of the course as it is now: answers with the verdicts that count, nothing about questions that have changed, and
 * nothing of what was done before a question was started again. Ratings of reviews stay: starting again makes nobody forget.
 */
public final class Judged {

    private Judged() {}

    /** Visits, answers, solutions, judgements and reviews in their order. */
    public static List<Timed> of(List<Timed> events, Progress.Yardstick yardstick) {
        List<Event> all = events.stream().map(Timed::event).toList();
        InForce inForce = InForce.of(all, yardstick);
        Set<String> takenBack = new HashSet<>();
        for (Timed timed : events) {
            if (timed.event() instanceof TakenBack(var _, var again)) {
                takenBack.add(again);
            }
        }
        List<Timed> judged = new ArrayList<>();
        for (Timed timed : events) {
            switch (timed.event()) {
                case Answered answered ->
                    inForce.counted(answered).ifPresent(counts -> judged.add(new Timed(timed.at(), counts)));
                case SolutionShown(var item, var round, var inReview) ->
                    inForce.now(item)
                            .ifPresent(
                                    now -> judged.add(new Timed(timed.at(), new SolutionShown(now, round, inReview))));
                case Assessed(var id, var item, var level) ->
                    inForce.now(item).ifPresent(now -> judged.add(new Timed(timed.at(), new Assessed(id, now, level))));
                case StartedAgain again -> {
                    if (!takenBack.contains(again.id())) {
                        judged.removeIf(earlier -> isUndone(earlier.event(), again));
                    }
                }
                case Visited _, Reviewed _ -> judged.add(timed);
                case Regraded _, TakenBack _, Reported _, HintShown _, VariantDrawn _ -> {}
            }
        }
        return judged;
    }

    private static boolean isUndone(Event event, StartedAgain again) {
        return switch (event) {
            case Answered answered -> covers(again, answered.item());
            case SolutionShown(var item, var _, var _) -> covers(again, item);
            case Assessed(var _, var item, var _) -> covers(again, item);
            case Visited _,
                    Reviewed _,
                    Regraded _,
                    TakenBack _,
                    Reported _,
                    HintShown _,
                    VariantDrawn _,
                    StartedAgain _ -> false;
        };
    }

    private static boolean covers(StartedAgain again, Item item) {
        return again.covers(item.lesson(), Progress.whole(item.question()));
    }
}
