package dev.surprisal.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.flywaydb.core.api.MigrationVersion;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class BackupTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-14T15:09:26Z"), ZoneOffset.UTC);

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void name() {
        file = folder.resolve("backup.db");
    }

    static Stream<Arguments> everyWay() {
        return Stream.of(Kind.values()).flatMap(from -> Stream.of(Kind.values()).map(to -> Arguments.of(from, to)));
    }

    @ParameterizedTest
    @MethodSource("everyWay")
    void aBackupOfEitherKindIsTheSameInEitherKind(Kind from, Kind to) throws Exception {
        DatabaseAddress source = from.empty(folder.resolve("from"));
        DatabaseAddress target = to.empty(folder.resolve("to"));
        String words;
        try (Store store = Store.open(source)) {
            learner(store, "ada", 1200);
            words = Backup.write(source, file); // while it runs
            learner(store, "bo", 1);
        }

        String restored = new Restore(target, false, CLOCK).from(file);

        assertThat(words)
                .contains("0 in author_access, ", ", 1 in draft, 1200 in event, ", ", 1 in learner, ")
                .isEqualTo(restored);
        try (Store store = Store.open(target)) {
            assertThat(store.read()
                            .sql("select id from learner")
                            .query(String.class)
                            .list())
                    .containsExactly("ada");
            assertThat(store.read()
                            .sql("select input from event where sequence = 7")
                            .query(String.class)
                            .single())
                    .isEqualTo("½ of '7' \"∞\"\n");
            assertThat(content(target)).isEqualTo(content(source, "bo"));
        }
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left.map(path -> path.getFileName().toString())).noneMatch(name -> name.endsWith(".part"));
        }
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void whatIsThereIsReplacedOnlyWhenThatIsSaid(Kind kind) throws Exception {
        DatabaseAddress address = kind.empty(folder.resolve("data"));
        try (Store store = Store.open(address)) {
            learner(store, "ada", 3);
        }
        Backup.write(address, file);
        try (Store store = Store.open(address)) {
            learner(store, "bo", 2);
        }

        assertThatThrownBy(() -> new Restore(address, false, CLOCK).from(file))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("is not empty: with --replace");
        assertThat(content(address).get("event")).extracting(Content::rows).isEqualTo(5L);

        Map<String, Content> before = content(address);
        Path kept = folder.resolve(kind == Kind.SQLITE ? "data" : "").resolve("surprisal-until-20260314-150926.db");

        assertThat(new Restore(address, true, CLOCK).from(file)).endsWith("; what was there is now in " + kept);

        assertThat(content(address).get("event")).extracting(Content::rows).isEqualTo(3L);
        try (Connection connection = BackupFile.open(kept).getConnection()) {
            assertThat(Content.of(connection)).isEqualTo(before);
        }
    }

    @Test
    void whatIsReplacedInPostgresCanBeRestored() throws Exception {
        DatabaseAddress address = Kind.POSTGRES.empty(folder);
        try (Store store = Store.open(address)) {
            learner(store, "ada", 3);
        }
        Backup.write(address, file);
        try (Store store = Store.open(address)) {
            learner(store, "bo", 2);
        }
        Map<String, Content> before = content(address);
        new Restore(address, true, CLOCK).from(file);

        new Restore(address, true, Clock.offset(CLOCK, Duration.ofSeconds(1)))
                .from(folder.resolve("surprisal-until-20260314-150926.db"));

        assertThat(content(address)).isEqualTo(before);
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void nothingIsRestoredWhileAServerRuns(Kind kind) {
        DatabaseAddress address = kind.empty(folder.resolve("data"));
        try (Store store = Store.open(address)) {
            Backup.write(address, file);
            store.signOfLife(CLOCK.instant());

            assertThatThrownBy(() -> new Restore(address, true, CLOCK).from(file))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("a server is using")
                    .hasMessageContaining("stop it first");
        }
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void aBackupOfAnEarlierVersionIsUpgraded(Kind kind) throws Exception {
        DatabaseAddress earlier = kind.empty(folder.resolve("earlier"));
        Kind.make(earlier, MigrationVersion.fromVersion("1"));
        Kind.execute(earlier, "insert into learner (id, token_digest, created_at) values ('ada', 'x', 7)");
        Backup.write(earlier, file);
        DatabaseAddress target = kind.empty(folder.resolve("target"));

        new Restore(target, false, CLOCK).from(file);

        try (Store store = Store.open(target)) {
            assertThat(store.read()
                            .sql("select seed + last_event from learner where id = 'ada'")
                            .query(Long.class)
                            .single())
                    .isZero();
        }
    }

    @Test
    void aDamagedFileIsRefusedBeforeAnythingIsTouched() throws Exception {
        DatabaseAddress address = Kind.SQLITE.empty(folder.resolve("data"));
        try (Store store = Store.open(address)) {
            learner(store, "ada", 400);
        }
        Backup.write(address, file);
        byte[] whole = Files.readAllBytes(file);
        // A flipped bit in one answer: for SQLite itself such a file is in order
        String flipped = new String(whole, StandardCharsets.ISO_8859_1).replace("of '7'", "Of '7'");

        Files.write(file, flipped.getBytes(StandardCharsets.ISO_8859_1));
        assertRefused("is damaged");

        Files.write(file, Arrays.copyOf(whole, whole.length / 2));
        assertRefused("is damaged");

        Files.writeString(file, "no database at all, but long enough to be taken for the head of one, perhaps");
        assertRefused("is no backup of Surprisal");

        Files.copy(folder.resolve("data/surprisal.db"), file, StandardCopyOption.REPLACE_EXISTING);
        assertRefused("is no backup of Surprisal");

        Files.delete(file);
        assertRefused("there is no file");
        assertThat(content(address).get("event")).extracting(Content::rows).isEqualTo(400L);
    }

    private void assertRefused(String why) {
        DatabaseAddress target = new DatabaseAddress.Sqlite(folder.resolve("data"));
        assertThatThrownBy(() -> new Restore(target, true, CLOCK).from(file))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining(why);
    }

    @Test
    void thereIsNothingToBackUpBeforeTheFirstStart() {
        assertThatThrownBy(() -> Backup.write(Kind.SQLITE.empty(folder.resolve("data")), file))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("there is no database");
        assertThatThrownBy(() -> Backup.write(Kind.POSTGRES.empty(folder), file))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("has no tables yet");
        assertThat(file).doesNotExist();
    }

    private static void learner(Store store, String id, int events) {
        store.write(jdbc -> {
            jdbc.sql("insert into learner (id, token_digest, created_at, seed) values (:id, :id, 1, 2)")
                    .param("id", id)
                    .update();
            jdbc.sql(
                            "insert into draft (learner, lesson, widget, start, state, at) values (:id, 'kl', 'w', 'a', 'b', 3)")
                    .param("id", id)
                    .update();
            for (int i = 1; i <= events; i++) {
                jdbc.sql(
                                "insert into event (learner, sequence, id, kind, lesson, subject, revision, input, at) values (:id,"
                                        + " :i, :event, 'answer', 'kl', 'which', 'r1', :input, 9000000000000)")
                        .param("id", id)
                        .param("i", i)
                        .param("event", "attempt-" + i)
                        .param("input", "½ of '" + i + "' \"∞\"\n")
                        .update();
            }
            return events;
        });
    }

    private static Map<String, Content> content(DatabaseAddress address) throws SQLException {
        try (Connection connection = Databases.plain(address).getConnection()) {
            return Content.of(connection);
        }
    }

    /** Of a database as it was before a learner came. */
    private static Map<String, Content> content(DatabaseAddress address, String without) throws SQLException {
        try (Connection connection = Databases.plain(address).getConnection();
                var statement = connection.createStatement()) {
            for (String table : List.of("draft", "event")) {
                statement.execute("delete from " + table + " where learner = '" + without + "'");
            }
            statement.execute("delete from learner where id = '" + without + "'");
            return Content.of(connection);
        }
    }
}
