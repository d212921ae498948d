package dev.surprisal.learner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.surprisal.learner.Drafts.Draft;
import dev.surprisal.learner.Event.Answered;
import dev.surprisal.learner.Event.Item;
import dev.surprisal.learner.Event.Verdict;
import dev.surprisal.learner.Event.Visited;
import dev.surprisal.store.DatabaseAddress;
import dev.surprisal.store.Kind;
import dev.surprisal.store.Store;
import dev.surprisal.store.StoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.flywaydb.core.api.MigrationVersion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What learners have done under any earlier version of the tables is there under the present one. */
class UpgradeTest {
    private static final Path MIGRATIONS = Path.of("src/main/resources/db/migration");
    private static final LearnerToken TOKEN = new LearnerToken("abcdefghijklmnopqrstuvwxyz012345");

    @TempDir
    Path folder;

    static Stream<Arguments> everyEarlierVersion() throws IOException {
        int latest;
        try (Stream<Path> files = Files.list(MIGRATIONS)) {
            latest = (int) files.count();
        }
        return Stream.of(Kind.values())
                .flatMap(kind -> IntStream.range(1, latest).mapToObj(version -> Arguments.of(kind, version)));
    }

    @ParameterizedTest
    @MethodSource("everyEarlierVersion")
    void everythingIsThereAfterAnUpgrade(Kind kind, int version) throws SQLException {
        DatabaseAddress address = kind.empty(folder);
        Kind.make(address, MigrationVersion.fromVersion(Integer.toString(version)));
        Kind.execute(
                address,
                "insert into learner (id, token_digest, created_at) values ('ada', '" + TOKEN.digest() + "', 5)",
                "insert into event (learner, sequence, id, kind, lesson, subject, at)"
                        + " values ('ada', 1, 'visit:kl/lesson', 'visit', 'kl', 'lesson', 6)",
                "insert into event (learner, sequence, id, kind, lesson, subject, revision, input, verdict, core_version, at)"
                        + " values ('ada', 2, 'attempt-1', 'answer', 'kl', 'which', 'r1', '0,25', 'WRONG', '0.1.0', 7)");
        if (version >= 2) {
            Kind.execute(address, "update learner set seed = 41", "update event set variant = 3 where sequence = 2");
        }
        if (version >= 3) {
            Kind.execute(
                    address,
                    "insert into place (learner, lesson, page, section, at) values ('ada', 'kl', 'lesson', 'start', 8)",
                    "insert into draft (learner, lesson, widget, start, state, at)"
                            + " values ('ada', 'kl', 'bench', '1~a', '1~b', 9)");
        }

        if (version >= 4) {
            Kind.execute(address, "update learner set last_event = 2");
        }

        try (Store store = Store.open(address)) {
            var learners = new LearnerRepository(store, Clock.systemUTC());
            var log = new EventLog(store, Clock.systemUTC());
            LearnerId ada = learners.find(TOKEN).orElseThrow();
            var later = new Answered("attempt-2", new Item("kl", "which", "r1", 3), "1/4", Verdict.RIGHT, "0.1.0");
            log.append(ada, later);

            assertThat(learners.seed(ada)).isEqualTo(version >= 2 ? 41 : 0);
            assertThat(log.events(ada))
                    .containsExactly(
                            new Visited("kl", "lesson"),
                            new Answered(
                                    "attempt-1",
                                    new Item("kl", "which", "r1", version >= 2 ? 3 : 0),
                                    "0,25",
                                    Verdict.WRONG,
                                    "0.1.0"),
                            later);
            assertThat(new Places(store, Clock.systemUTC()).of(ada))
                    .isEqualTo(version >= 3 ? List.of(new Place("kl", "lesson", "start")) : List.of());
            assertThat(new Drafts(store, Clock.systemUTC()).of(ada, "kl").values())
                    .containsExactlyElementsOf(version >= 3 ? List.of(new Draft("1~a", "1~b")) : List.of());
        }
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void aDatabaseThatIsNewerThanTheProgramIsLeftAlone(Kind kind) throws SQLException {
        DatabaseAddress address = kind.empty(folder);
        Store.open(address).close();
        Kind.execute(
                address,
                "insert into flyway_schema_history (installed_rank, version, description, type, script, checksum,"
                        + " installed_by, execution_time, success)"
                        + " values (99, '99', 'from the future', 'SQL', 'V99__from_the_future.sql', 1, 'x', 1, "
                        + (kind == Kind.SQLITE ? "1" : "true") + ")");

        assertThatThrownBy(() -> Store.open(address))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("was written by a newer version of Surprisal")
                .hasMessageContaining("version 99");
    }

    @Test
    void tablesThatSomebodyElseHasMadeAreNotTouched() throws SQLException {
        DatabaseAddress address = Kind.POSTGRES.empty(folder);
        Kind.execute(address, "create table learner (name text)");

        assertThatThrownBy(() -> Store.open(address))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("cannot be brought to this version");
    }
}
