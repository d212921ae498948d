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

/** The course that this project ships, checked once for all the tests of a JVM: its thousands of formulas take long to typeset. */
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

    private static Path cacheForThisRun() {
        try {
            Path folder = Files.createTempDirectory("surprisal-tests");
            Runtime.getRuntime()
                    .addShutdownHook(new Thread(() -> FileSystemUtils.deleteRecursively(folder.toFile()), "clean-up"));
            return folder;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
