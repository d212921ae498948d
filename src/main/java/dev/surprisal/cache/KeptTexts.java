package dev.surprisal.cache;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Texts in the files of a folder, by their names. What nobody has asked for in two months goes when the folder is opened, and so does what
 * was asked for longest ago where there is too much. A folder that cannot be used costs time, nothing else. Safe for use by many threads
 * and by several programs at once.
 */
public final class KeptTexts {

    /** How long something is kept that nobody asks for, and how much is kept in all. */
    record Limits(Duration unused, int files, long bytes) {}

    private static final Limits USUAL = new Limits(Duration.ofDays(60), 20_000, 100L << 20);

    /** So exactly it is known when something was last asked for. */
    private static final Duration GRAIN = Duration.ofDays(1);

    private static final String TEMPORARY = ".tmp";

    private final Path folder;
    private final InstantSource clock;

    private KeptTexts(Path folder, InstantSource clock) {
        this.folder = folder;
        this.clock = clock;
    }

    /** Those in a folder, which is made when needed; nothing but them may stand in it. */
    public static KeptTexts in(Path folder) {
        var texts = new KeptTexts(folder, InstantSource.system());
        Thread.ofVirtual().name("kept-texts").start(() -> texts.tidy(USUAL));
        return texts;
    }

    static KeptTexts in(Path folder, InstantSource clock, Limits limits) {
        var texts = new KeptTexts(folder, clock);
        texts.tidy(limits);
        return texts;
    }

    /** Empty where there is none of this name, or none that can be read. */
    public Optional<String> find(String name) {
        Path file = folder.resolve(name);
        try {
            String text = Files.readString(file);
            noteUse(file);
            return Optional.of(text);
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    private void noteUse(Path file) {
        Instant now = clock.instant();
        try {
            if (Files.getLastModifiedTime(file).toInstant().isBefore(now.minus(GRAIN))) {
                Files.setLastModifiedTime(file, FileTime.from(now));
            }
        } catch (IOException _) {
            // In a folder that is only read; what was read is good
        }
    }

    /** Keeps a text, if that is possible. */
    public void keep(String name, String text) {
        try {
            Files.createDirectories(folder);
            // Moved into place, so that nobody reads half of it
            Path temporary = Files.createTempFile(folder, "text", TEMPORARY);
            try {
                Files.writeString(temporary, text);
                Files.setLastModifiedTime(temporary, FileTime.from(clock.instant()));
                Files.move(
                        temporary,
                        folder.resolve(name),
                        StandardCopyOption.ATOMIC_MOVE,
                        StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(temporary);
            }
        } catch (IOException _) {
            // It is made again the next time
        }
    }

    private record Kept(Path file, Instant used, long size) {}

    private void tidy(Limits limits) {
        Instant oldest = clock.instant().minus(limits.unused());
        Instant abandoned = clock.instant().minus(GRAIN);
        int files = 0;
        long bytes = 0;
        for (Kept kept : latestFirst()) {
            boolean unfinished = kept.file.getFileName().toString().endsWith(TEMPORARY);
            files++;
            bytes += kept.size;
            if (kept.used.isBefore(unfinished ? abandoned : oldest)
                    || files > limits.files()
                    || bytes > limits.bytes()) {
                drop(kept.file);
            }
        }
    }

    private List<Kept> latestFirst() {
        var all = new ArrayList<Kept>();
        try (Stream<Path> found = Files.list(folder)) {
            found.forEach(file -> kept(file).ifPresent(all::add));
        } catch (IOException | RuntimeException _) {
            return List.of(); // not there yet, or not ours to tidy
        }
        all.sort(Comparator.comparing(Kept::used).reversed());
        return all;
    }

    private static Optional<Kept> kept(Path file) {
        try {
            var attributes = Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            return attributes.isRegularFile()
                    ? Optional.of(new Kept(file, attributes.lastModifiedTime().toInstant(), attributes.size()))
                    : Optional.empty();
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    private static void drop(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException _) {
            // The next start tries again
        }
    }
}
