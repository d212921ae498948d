package dev.surprisal.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import dev.surprisal.store.DatabaseAddress;
import dev.surprisal.store.Kind;
import dev.surprisal.store.PostgresServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * What becomes of a learner while the database cannot be used: nothing acknowledged is lost, the text is there, nobody is taken for
 * somebody new, and all is well again afterwards. The faults are real ones: a disk without room, a file that must not be changed, a lock
 * that is held, a database server that stands still, refuses to write, is killed.
 */
class FaultsIT {
    private static final String WITHOUT_RECORD = "What you have answered so far cannot be shown just now.";
    /** Where in the file beside a database with a write-ahead log SQLite has the lock of whoever writes. */
    private static final long WRITE_LOCK = 120;

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    @SuppressWarnings("NullAway.Init")
    private RunningCourse course;

    @SuppressWarnings("NullAway.Init")
    private Answerer learner;

    private final List<String> acknowledged = new ArrayList<>();

    /** Something that goes wrong, and is put right again. */
    private interface Fault {
        void begin() throws Exception;

        void end() throws Exception;
    }

    @Test
    void aDatabaseInAFile() throws Exception {
        Path data = Files.createDirectory(folder.resolve("data"));
        Path disk = folder.resolve("disk.img");
        assumeTrue(
                canMakeDisks(disk, data),
                "a disk that can be filled up needs root, unshare, mkfs.ext4 and loop devices");
        List<String> command = new ArrayList<>(
                List.of("unshare", "--mount", "sh", "-c", "mount -o loop \"$0\" \"$1\" && shift && exec \"$@\""));
        command.add(disk.toString());
        command.add(data.toString());
        command.addAll(RunningCourse.command());
        try (RunningCourse running = RunningCourse.start(
                LossCourse.write(folder.resolve("content")),
                data,
                Map.of("SURPRISAL_LOG_FORMAT", "gelf", "SURPRISAL_LIMITS_ANSWERS", "1000"),
                command)) {
            begin(running);
            Path seen = Path.of("/proc", Long.toString(running.pid()), "root" + data);
            Supplier<DatabaseAddress> address = () -> copied(seen);

            survive("disk full", address, true, new Fault() {
                @Override
                public void begin() {
                    fill(seen.resolve("filler"));
                }

                @Override
                public void end() throws IOException {
                    Files.delete(seen.resolve("filler"));
                }
            });
            survive("file that must not be changed", address, true, new Fault() {
                @Override
                public void begin() {
                    change("+i");
                }

                @Override
                public void end() {
                    change("-i");
                }

                private void change(String attribute) {
                    run("chattr", attribute, seen.resolve("surprisal.db") + "", seen.resolve("surprisal.db-wal") + "");
                }
            });
            survive("lock that somebody holds", address, true, new Fault() {
                @SuppressWarnings("NullAway.Init")
                private FileChannel holder;

                @Override
                public void begin() throws IOException {
                    holder = FileChannel.open(seen.resolve("surprisal.db-shm"), StandardOpenOption.WRITE);
                    holder.lock(WRITE_LOCK, 1, false);
                }

                @Override
                public void end() throws IOException {
                    holder.close();
                }
            });
            LogLines.of(running, "short_message").assertHideEvery(secrets());
        }
    }

    @Test
    @EnabledIfSystemProperty(named = "surprisal.deep", matches = "true")
    void aDatabaseServer() throws Exception {
        try (PostgresServer server = PostgresServer.start()) {
            DatabaseAddress.Postgres address = server.newDatabase();
            try (RunningCourse running = RunningCourse.start(
                            LossCourse.write(folder.resolve("content")),
                            folder.resolve("data"),
                            Map.of(
                                    "SURPRISAL_DATABASE_URL",
                                    address.url(),
                                    "SURPRISAL_DATABASE_USER",
                                    String.valueOf(address.user()),
                                    "SURPRISAL_LIMITS_ANSWERS",
                                    "1000"));
                    Reader reader = new Reader()) {
                begin(running);

                survive("server that only reads", () -> address, true, new Fault() {
                    @Override
                    public void begin() throws SQLException {
                        Kind.execute(
                                address,
                                "alter system set default_transaction_read_only = on",
                                "select pg_reload_conf()");
                    }

                    @Override
                    public void end() throws SQLException {
                        Kind.execute(
                                address,
                                "set default_transaction_read_only = off",
                                "alter system reset default_transaction_read_only",
                                "select pg_reload_conf()");
                    }
                });
                survive("server that stands still", () -> address, false, new Fault() {
                    @Override
                    public void begin() {
                        server.signal("STOP");
                    }

                    @Override
                    public void end() {
                        server.signal("CONT");
                    }
                });
                Page page = reader.newcomer();
                page.navigate(running.address("/" + LossCourse.PAGE));
                survive("server that was killed", () -> address, false, new Fault() {
                    @Override
                    public void begin() throws Exception {
                        answerInBrowser(page, "0.69");
                        says(verdict(page)).containsText("Right", waiting());
                        server.kill();
                        answerInBrowser(page, "0.71");
                        says(status(page)).containsText("Not saved yet. We try again.", waiting());
                    }

                    @Override
                    public void end() {
                        server.resume();
                        says(verdict(page)).containsText("Right", waiting());
                        says(status(page)).not().containsText("Not saved", waiting());
                    }
                });
                assertThat(count(address, "select count(*) from event where input in ('0.69', '0.71')"))
                        .isEqualTo(2);
                assertThat(count(address, "select count(*) from learner")).isEqualTo(2);
                assertThat(running.log()).doesNotContain("at dev.surprisal");
            }
        }
    }

    private void begin(RunningCourse running) throws IOException, InterruptedException {
        course = running;
        learner = new Answerer(running, LossCourse.PAGE);
        learner.join();
        answer();
    }

    /** @param readable whether what was written can still be read */
    private void survive(String what, Supplier<DatabaseAddress> address, boolean readable, Fault fault)
            throws Exception {
        Map<String, String> cookies = learner.cookies();
        fault.begin();
        String attempt = UUID.randomUUID().toString();
        assertThatThrownBy(() -> learner.answer(LossCourse.QUESTION, attempt, "0.7"))
                .as(what)
                .isInstanceOf(IOException.class)
                .message()
                .doesNotContain("dev.surprisal", "SQL", "sql", "java.");

        for (String path : List.of("/" + LossCourse.PAGE, "/")) {
            HttpResponse<String> page = learner.get(path);
            assertThat(page.statusCode()).as(what).isEqualTo(200);
            assertThat(page.body())
                    .as(what)
                    .doesNotContain("Exception", "at dev.")
                    .contains("Loss");
            assertThat(page.body().contains(WITHOUT_RECORD)).as(what).isEqualTo(!readable);
            assertThat(page.headers().allValues("Set-Cookie")).as(what).isEmpty();
        }
        assertThat(learner.get("/" + LossCourse.PAGE).body()).contains(LossCourse.TEXT);
        for (String path : List.of("/progress", "/review", "/your-data", "/slip/loss")) {
            HttpResponse<String> own = learner.get(path);
            assertThat(own.statusCode()).as(path + ", " + what).isEqualTo(readable ? 200 : 503);
            assertThat(own.body().contains("cannot be shown just now"))
                    .as(path + ", " + what)
                    .isEqualTo(!readable);
        }
        HttpResponse<String> undone = learner.post("/your-data/code");
        assertThat(undone.statusCode()).as(what).isEqualTo(503);
        assertThat(undone.body())
                .as(what)
                .contains("That could not be done just now")
                .doesNotContain("Exception");
        assertThat(new Answerer(course, LossCourse.PAGE)
                        .get("/" + LossCourse.PAGE)
                        .body())
                .as("a newcomer's page, " + what)
                .contains(LossCourse.TEXT)
                .doesNotContain(WITHOUT_RECORD);
        awaitHealth(503, what);
        assertThat(course.get("/health/liveness").statusCode()).as(what).isEqualTo(200);

        fault.end();
        send(attempt, what);
        awaitHealth(200, what);
        answer();
        HttpResponse<String> page = learner.get("/" + LossCourse.PAGE);
        assertThat(page.body()).as(what).contains("value=\"0.7\"").doesNotContain(WITHOUT_RECORD);
        assertThat(names(learner.cookies())).as(what).isEqualTo(names(cookies));
        assertThat(Kind.open(address.get())
                        .sql("select id from event where kind = 'answer' and input = '0.7'")
                        .query(String.class)
                        .list())
                .as(what)
                .containsExactlyInAnyOrderElementsOf(acknowledged);
    }

    /** The learner's cookie has the same value; the session may be another. */
    private static String names(Map<String, String> cookies) {
        return String.valueOf(cookies.get("surprisal-learner")).split(";", 2)[0];
    }

    private void answer() throws IOException, InterruptedException {
        send(UUID.randomUUID().toString(), "while all is well");
    }

    /** Again and again under the same id, as the browser does. */
    private void send(String attempt, String what) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        IOException last = new IOException("never tried");
        while (System.nanoTime() < end) {
            try {
                learner.join();
                assertThat(learner.answer(LossCourse.QUESTION, attempt, "0.7"))
                        .as(what)
                        .isEqualTo("right");
                acknowledged.add(attempt);
                return;
            } catch (IOException notYet) {
                last = notYet;
                Thread.sleep(500);
            }
        }
        throw new AssertionError(what + ": not acknowledged afterwards", last);
    }

    private void awaitHealth(int status, String what) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        int seen = 0;
        while (System.nanoTime() < end) {
            seen = course.get("/health/readiness").statusCode();
            if (seen == status && course.get("/health").statusCode() == status) {
                return;
            }
            Thread.sleep(300);
        }
        throw new AssertionError(what + ": health stays at " + seen + " and does not become " + status);
    }

    private Stream<String> secrets() {
        return learner.cookies().values().stream()
                .map(cookie -> cookie.substring(cookie.indexOf('=') + 1).split(";", 2)[0]);
    }

    private static long count(DatabaseAddress address, String sql) {
        return Kind.open(address).sql(sql).query(Long.class).single();
    }

    // The browser

    private static void answerInBrowser(Page page, String input) {
        page.locator("#how-many input[name=answer]").fill(input);
        page.locator("#how-many .check").click();
    }

    private static Locator verdict(Page page) {
        return page.locator("#how-many .verdict");
    }

    private static Locator status(Page page) {
        return page.locator("#how-many .status");
    }

    private static LocatorAssertions says(Locator locator) {
        return PlaywrightAssertions.assertThat(locator);
    }

    private static LocatorAssertions.ContainsTextOptions waiting() {
        return new LocatorAssertions.ContainsTextOptions().setTimeout((double) PATIENCE.toMillis());
    }

    // The disk

    /** The database of another process's disk, where only files can be copied from. */
    private DatabaseAddress copied(Path data) {
        try {
            Path copy = Files.createTempDirectory(folder, "copy");
            for (String name : List.of("surprisal.db", "surprisal.db-wal")) {
                Files.copy(data.resolve(name), copy.resolve(name));
            }
            return new DatabaseAddress.Sqlite(copy);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean canMakeDisks(Path disk, Path mountPoint) {
        try (OutputStream empty = Files.newOutputStream(disk)) {
            byte[] block = new byte[1 << 20];
            for (int i = 0; i < 24; i++) {
                empty.write(block);
            }
        } catch (IOException e) {
            return false;
        }
        return succeeds("mkfs.ext4", "-q", "-F", disk.toString())
                && succeeds("unshare", "--mount", "mount", "-o", "loop", disk.toString(), mountPoint.toString());
    }

    private static boolean succeeds(String... command) {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            process.getInputStream().readAllBytes();
            return process.waitFor() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static void run(String... command) {
        assertThat(succeeds(command)).as(String.join(" ", command)).isTrue();
    }

    /** To the last byte. */
    private static void fill(Path filler) {
        byte[] block = "full ".repeat(800).getBytes(StandardCharsets.UTF_8);
        try (OutputStream out = Files.newOutputStream(filler)) {
            while (true) {
                out.write(block);
            }
        } catch (IOException full) {
            assertThat(full).hasMessageContaining("space");
        }
    }
}
