package dev.surprisal.hosting;

import dev.surprisal.store.NotSavedException;
import dev.surprisal.store.Store;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/**
 * Whether answers can be kept: by writing something, since a disk that is full or read-only can still be read, and by what became of
 * the last write. However often it is
 * asked, it writes once a second at most, and it answers soon even when the database does not.
 */
@Component
class StoreHealthIndicator implements HealthIndicator {
    private static final Logger LOG = LoggerFactory.getLogger(StoreHealthIndicator.class);
    private static final Duration GOOD_FOR = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Store store;
    private final Clock clock;
    private CompletableFuture<Boolean> sign = CompletableFuture.completedFuture(true);
    private Instant asked = Instant.MIN;
    private boolean well = true;

    StoreHealthIndicator(Store store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    @Override
    public Health health() {
        boolean now = isWell() && !store.hasJustFailed();
        tell(now);
        return now ? Health.up().build() : Health.down().build();
    }

    private boolean isWell() {
        try {
            return sign().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** The sign of life that is on its way, or was given just now, or a new one. */
    private synchronized CompletableFuture<Boolean> sign() {
        Instant now = clock.instant();
        if (sign.isDone() && !now.isBefore(asked.plus(GOOD_FOR))) {
            asked = now;
            var next = new CompletableFuture<Boolean>();
            sign = next;
            Thread.ofVirtual().name("sign of life").start(() -> next.complete(write(now)));
        }
        return sign;
    }

    private boolean write(Instant now) {
        try {
            store.signOfLife(now);
            return true;
        } catch (NotSavedException e) {
            LOG.debug("no sign of life", e);
            return false;
        }
    }

    private synchronized void tell(boolean now) {
        if (now != well) {
            well = now;
            if (now) {
                LOG.info("answers can be kept again");
            } else {
                LOG.error("answers cannot be kept: nothing can be written to the database");
            }
        }
    }
}
