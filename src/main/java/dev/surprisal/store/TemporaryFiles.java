package dev.surprisal.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * Where libraries put files that nobody keeps, such as SQLite's own library. On a disk of which only the data folder can be written, that
 * is a folder in there.
 */
public final class TemporaryFiles {
    private static final String PROPERTY = "java.io.tmpdir";

    private TemporaryFiles() {}

    /** Finds a place for them; to be called before anything else. */
    public static void settle(Map<String, String> environment) {
        if (Files.isWritable(Path.of(System.getProperty(PROPERTY)))) {
            return;
        }
        Path own = Path.of(environment.getOrDefault("SURPRISAL_DATA", "data")).resolve("tmp");
        try {
            System.setProperty(
                    PROPERTY, Files.createDirectories(own).toAbsolutePath().toString());
        } catch (IOException e) {
            // Then the data folder cannot be written either, which whoever opens the database says
        }
    }
}
