package dev.surprisal.hosting;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.surprisal.learner.LearnerId;
import io.github.bucket4j.Bucket;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** How many answers a learner may give in a minute: more than anybody can read the verdicts of, and no more than a disk can bear. */
@Component
public class AnswerLimits {
    private static final int LEARNERS = 100_000;
    private static final Duration PERIOD = Duration.ofMinutes(1);

    private final int answers;
    private final Cache<LearnerId, Bucket> buckets = Caffeine.newBuilder()
            .maximumSize(LEARNERS)
            .expireAfterAccess(PERIOD.multipliedBy(2))
            .build();

    AnswerLimits(Settings settings) {
        answers = settings.limits().answers();
    }

    /** Whether the learner may do one more thing now. */
    public boolean allows(LearnerId learner) {
        return buckets.get(
                        learner,
                        _ -> Bucket.builder()
                                .addLimit(limit -> limit.capacity(answers).refillGreedy(answers, PERIOD))
                                .build())
                .tryConsume(1);
    }
}
