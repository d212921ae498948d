package dev.surprisal.hosting;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Slows down whoever guesses: few wrong tries of one network, and not many of all together. */
@Component
class Tries {
    /** Of one network at once; then one each half minute. */
    static final int OF_ONE = 5;

    /** Of all together; then one every other second, so that guesses from many addresses do not keep an author out for long. */
    static final int OF_ALL = 60;

    private static final Duration PAUSE_OF_ONE = Duration.ofSeconds(30);
    private static final Duration PAUSE_OF_ALL = Duration.ofSeconds(2);
    private static final int MOST_NETWORKS = 10_000;

    private final TimeMeter time;
    private final Bucket all;
    private final Cache<String, Bucket> byNetwork;

    Tries(Clock clock) {
        time = new TimeMeter() {
            @Override
            public long currentTimeNanos() {
                return clock.millis() * 1_000_000;
            }

            @Override
            public boolean isWallClockBased() {
                return true;
            }
        };
        all = bucket(OF_ALL, PAUSE_OF_ALL);
        byNetwork = Caffeine.newBuilder().maximumSize(MOST_NETWORKS).build();
    }

    private Bucket bucket(int capacity, Duration pause) {
        return Bucket.builder()
                .addLimit(Bandwidth.builder()
                        .capacity(capacity)
                        .refillIntervally(1, pause)
                        .build())
                .withCustomTimePrecision(time)
                .build();
    }

    /** Takes a try before it is looked at, so that many at once are counted too; how long to wait where there is none left. */
    Optional<Duration> take(String address) {
        ConsumptionProbe own = of(address).tryConsumeAndReturnRemaining(1);
        if (!own.isConsumed()) {
            return Optional.of(Duration.ofNanos(own.getNanosToWaitForRefill()));
        }
        ConsumptionProbe common = all.tryConsumeAndReturnRemaining(1);
        return common.isConsumed() ? Optional.empty() : Optional.of(Duration.ofNanos(common.getNanosToWaitForRefill()));
    }

    /** The try was right, and does not count. */
    void giveBack(String address) {
        of(address).addTokens(1);
        all.addTokens(1);
    }

    private Bucket of(String address) {
        return byNetwork.get(Network.of(address), _ -> bucket(OF_ONE, PAUSE_OF_ONE));
    }
}
