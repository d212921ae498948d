package dev.surprisal.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The ways in which editors and checkouts change a folder. What is noticed may be noticed late; the waits are generous. */
class FolderWatchTest {
    private static final int PATIENCE_SECONDS = 20;

    @TempDir
    Path parent;

    private final LinkedBlockingQueue<String> noticed = new LinkedBlockingQueue<>();
    private Path folder;
    private Path file;
    private FolderWatch watch;

    @BeforeEach
    void start() throws IOException {
        folder = parent.resolve("content");
        file = folder.resolve("lessons/a/lesson.md");
        Files.createDirectories(file.getParent());
        Files.writeString(file, "one");
        watch = FolderWatch.start(folder, () -> noticed.add(text()));
    }

    @AfterEach
    void stop() {
        watch.close();
    }

    private String text() {
        try {
            return Files.exists(file) ? Files.readString(file) : "nothing";
        } catch (IOException e) {
            return "unreadable";
        }
    }

    /** Waits until a call has found the file like this; a slow machine may split one change into two calls. */
    private void assertNoticed(String text) throws InterruptedException {
        String last = "";
        while (!last.equals(text)) {
            String next = noticed.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            assertThat(next).as("after " + last).isNotNull();
            last = String.valueOf(next);
        }
    }

    @Test
    void aFileWrittenInItsPlace() throws Exception {
        Files.writeString(file, "two");

        assertNoticed("two");
    }

    @Test
    void aFileReplacedByAnother() throws Exception {
        Path other = Files.writeString(file.resolveSibling("sedAbCdEf"), "two");
        Files.move(other, file, StandardCopyOption.ATOMIC_MOVE);

        assertNoticed("two");
    }

    @Test
    void aFileMovedAsideAndWrittenAnew() throws Exception {
        Files.move(file, file.resolveSibling("lesson.md~"));
        Files.writeString(file, "two");
        Files.delete(file.resolveSibling("lesson.md~"));

        assertNoticed("two");
    }

    @Test
    void aFileInAFolderThatIsNew() throws Exception {
        file = folder.resolve("lessons/b/figures/lesson.md");
        Files.createDirectories(file.getParent());
        Files.writeString(file, "one");
        assertNoticed("one");
        Files.writeString(file, "two");

        assertNoticed("two");
    }

    @Test
    void aFileThatIsDeleted() throws Exception {
        Files.delete(file);

        assertNoticed("nothing");
    }

    @Test
    void aFolderPutInThePlaceOfTheOneWatched() throws Exception {
        Path other = parent.resolve("other");
        Files.createDirectories(other.resolve("lessons/a"));
        Files.writeString(other.resolve("lessons/a/lesson.md"), "two");
        Files.move(folder, parent.resolve("before"));
        Files.move(other, folder);
        assertNoticed("two");
        Files.writeString(file, "three");

        assertNoticed("three");
    }

    @Test
    void notesOfEditorsAreNoChange() throws Exception {
        Files.writeString(file.resolveSibling(".lesson.md.swp"), "x");
        Files.writeString(file.resolveSibling("lesson.md~"), "x");
        Files.writeString(file, "two");
        assertNoticed("two");

        assertThat(noticed).doesNotContain("one");
    }

    @Test
    void nothingIsSaidAfterTheEnd() throws Exception {
        watch.close();
        noticed.clear();
        Files.writeString(file, "two");

        assertThat(noticed.poll(500, TimeUnit.MILLISECONDS)).isNull();
        assertThat(Thread.getAllStackTraces().keySet().stream().map(Thread::getName))
                .doesNotContain("content-watch");
    }

    @Test
    void anErrorInWhatIsDoneAboutAChangeDoesNotEndTheWatch() throws Exception {
        watch.close();
        var first = new AtomicBoolean(true);
        watch = FolderWatch.start(folder, () -> {
            if (first.getAndSet(false)) {
                throw new StackOverflowError("as a text nested too deeply would give");
            }
            noticed.add(text());
        });

        Files.writeString(file, "two");
        while (first.get()) {
            Thread.onSpinWait();
        }
        Files.writeString(file, "three");

        assertNoticed("three");
    }
}
