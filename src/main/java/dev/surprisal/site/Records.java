package dev.surprisal.site;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.surprisal.learner.EventLog;
import dev.surprisal.learner.LearnerId;
import dev.surprisal.learner.LearnerRepository;
import dev.surprisal.learner.Progress;
import dev.surprisal.learner.Reviews;
import dev.surprisal.learner.Timed;
import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * What is derived from the log of a learner, who sees it on every page: it is derived anew once something has been added, on whatever
 * node, or the course has changed.
 */
@Component
class Records {
    /** Of so many it is remembered, while they are here. */
    private static final int LEARNERS = 500;

    private static final Duration AWAY = Duration.ofMinutes(10);

    private final LearnerRepository learners;
    private final EventLog log;
    private final Cache<LearnerId, Folded> known =
            Caffeine.newBuilder().maximumSize(LEARNERS).expireAfterAccess(AWAY).build();

    Records(LearnerRepository learners, EventLog log) {
        this.learners = learners;
        this.log = log;
    }

    /** @param last number of the last event in it, or of an earlier one */
    private record Folded(long last, Edition edition, Progress progress, Reviews reviews) {
        boolean is(long now, Edition present) {
            return last == now && edition.equals(present);
        }
    }

    Progress progress(LearnerId learner, Edition edition) {
        return folded(learner, edition).progress;
    }

    Reviews reviews(LearnerId learner, Edition edition) {
        return folded(learner, edition).reviews;
    }

    /** Of one who has been erased, or is another one's from now on. */
    void forget(LearnerId learner) {
        known.invalidate(learner);
    }

    private Folded folded(LearnerId learner, Edition edition) {
        long last = log.last(learner);
        Folded before = known.getIfPresent(learner);
        if (before != null && before.is(last, edition)) {
            return before;
        }
        List<Timed> events = log.timed(learner);
        var folded = new Folded(
                last,
                edition,
                Progress.of(
                        learners.seed(learner),
                        events.stream().map(Timed::event).toList(),
                        edition),
                Reviews.of(events, edition));
        known.put(learner, folded);
        return folded;
    }
}
