package dev.surprisal.check;

import dev.surprisal.content.CourseLoader;
import dev.surprisal.content.Loaded;
import dev.surprisal.typeset.Typesetter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;

/**
 * The course that this project ships, checked once for all the tests of a JVM: its thousands of formulas take long to typeset. What the
 * JVMs of one run have worked out they find on disk.
 */
public final class OwnCourse {
    private static final Path CACHE = cacheForThisRun();
    private static @Nullable Loaded checked;

    private OwnCourse() {}

    /** Of formulas and certificates; begun empty, so that nothing of an earlier build is taken for what this one makes. */
    public static Path cache() {
        return CACHE;
    }

    public static synchronized Loaded checked() {
        if (checked == null) {
            try {
                checked = Checker.check(
                        Path.of("content"),
                        Typesetter.cachedIn(Files.createDirectories(CACHE.resolve("formulas"))),
                        Certificates.in(CACHE.resolve("certificates")),
                        CourseLoader.ROOT);
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }
        return checked;
    }

    /** The build names a folder that is new with each of its runs; whatever else starts tests has one for each JVM. */
    private static Path cacheForThisRun() {
        String shared = System.getProperty("surprisal.tests.cache", "");
        try {
            return shared.isEmpty() ? cacheForThisJvm() : Files.createDirectories(Path.of(shared));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static Path cacheForThisJvm() throws IOException {
        Path folder = Files.createTempDirectory("surprisal-tests");
        Runtime.getRuntime()
                .addShutdownHook(new Thread(() -> FileSystemUtils.deleteRecursively(folder.toFile()), "clean-up"));
        return folder;
    }
}
