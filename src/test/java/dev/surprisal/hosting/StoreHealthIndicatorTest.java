package dev.surprisal.hosting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.surprisal.store.DatabaseAddress;
import dev.surprisal.store.Kind;
import dev.surprisal.store.NotSavedException;
import dev.surprisal.store.PostgresServer;
import dev.surprisal.store.Store;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;

class StoreHealthIndicatorTest {
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-03-14T15:09:26Z"));

    /** Two seconds later each time it is asked. */
    private final Clock clock =
            ((InstantSource) () -> now.updateAndGet(then -> then.plus(Duration.ofSeconds(2)))).withZone(ZoneOffset.UTC);

    @TempDir
    Path folder;

    @Test
    void aDatabaseThatIsKilledLosesNothingAcknowledgedAndComesBack() {
        try (PostgresServer server = PostgresServer.start();
                Store store = Store.open(server.newDatabase())) {
            var indicator = new StoreHealthIndicator(store, clock);
            keep(store, "ada");
            assertThat(indicator.health()).extracting(Health::getStatus).isEqualTo(Status.UP);

            server.kill();

            assertThatThrownBy(() -> keep(store, "bo")).isInstanceOf(NotSavedException.class);
            assertThat(indicator.health()).extracting(Health::getStatus).isEqualTo(Status.DOWN);

            server.resume();
            // Who comes too early is sent away, and comes again, as a browser does
            await().ignoreException(NotSavedException.class).until(() -> keep(store, "bo"), saved -> saved == 1);

            assertThat(indicator.health()).extracting(Health::getStatus).isEqualTo(Status.UP);
            assertThat(store.read()
                            .sql("select id from learner order by id")
                            .query(String.class)
                            .list())
                    .containsExactly("ada", "bo");
        }
    }

    @Test
    void aFailedWriteIsAnIllnessAndARefusedRowIsNone() throws SQLException {
        DatabaseAddress address = Kind.SQLITE.empty(folder);
        try (Store store = Store.open(address)) {
            var indicator = new StoreHealthIndicator(store, clock);
            keep(store, "ada");

            assertThatThrownBy(() -> keep(store, "ada")).isInstanceOf(NotSavedException.class);
            assertThat(indicator.health()).extracting(Health::getStatus).isEqualTo(Status.UP);

            // A trigger that fails is as near as a test without a mount can come to a disk that takes no more
            Kind.execute(
                    address,
                    "create trigger full before insert on learner begin select abs(-9223372036854775808); end");
            assertThatThrownBy(() -> keep(store, "bo")).isInstanceOf(NotSavedException.class);
            assertThat(indicator.health()).extracting(Health::getStatus).isEqualTo(Status.DOWN);

            Kind.execute(address, "drop trigger full");
            keep(store, "bo");
            assertThat(indicator.health()).extracting(Health::getStatus).isEqualTo(Status.UP);
        }
    }

    private static int keep(Store store, String id) {
        return store.write(jdbc -> jdbc.sql("insert into learner (id, token_digest, created_at) values (:id, :id, 1)")
                .param("id", id)
                .update());
    }
}
