package dev.surprisal.audit;

import dev.surprisal.learner.Event;
import dev.surprisal.question.Verdict;
import java.util.Optional;

/** A verdict as the log keeps it. */
final class Verdicts {

    private Verdicts() {}

    /** Empty for what was not scored, of which the log keeps nothing. */
    static Optional<Event.Verdict> stored(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Right _ -> Optional.of(Event.Verdict.RIGHT);
            case Verdict.Wrong _ -> Optional.of(Event.Verdict.WRONG);
            case Verdict.Kept _ -> Optional.of(Event.Verdict.KEPT);
            case Verdict.Unreadable _ -> Optional.empty();
        };
    }

    static String word(Optional<Event.Verdict> verdict) {
        return verdict.map(each -> switch (each) {
                    case RIGHT -> "right";
                    case WRONG -> "wrong";
                    case KEPT -> "kept";
                })
                .orElse("not scored");
    }
}
