package dev.surprisal.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

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
        Path own = own(Path.of(environment.getOrDefault("SURPRISAL_DATA", "data")));
        try {
            System.setProperty(PROPERTY, Files.createDirectories(own).toString());
        } catch (IOException e) {
            // Then the data folder cannot be written either, which whoever opens the database says
        }
    }

    /**
     * The folder in the data folder, if they are put there. Java itself reads its property before anybody can set it, so whoever lets Java
     * choose a place has to be told this one.
     */
    public static Optional<Path> moved(Path data) {
        return Optional.of(own(data)).filter(own -> own.toString().equals(System.getProperty(PROPERTY)));
    }

    private static Path own(Path data) {
        return data.resolve("tmp").toAbsolutePath();
    }
}
