package dev.surprisal.content;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Says when something in a folder has changed, once for everything that an editor or a checkout does in one go. The system tells of
 * changes at once; as it does not on every disk, and tells nothing of a folder that is put in the place of the one watched, all files
 * are looked at every two seconds too.
 */
public final class FolderWatch implements AutoCloseable {
    /** So long nothing more has to happen: editors write, rename and delete within milliseconds of each other. */
    private static final Duration QUIET = Duration.ofMillis(40);

    /** But under steady writing something is shown all the same. */
    private static final Duration LONGEST = Duration.ofMillis(400);

    private static final Duration LOOK = Duration.ofSeconds(2);
    private static final int MOST_DEPTH = 8;

    private final Path root;
    private final Runnable changed;
    private final @Nullable WatchService service;
    private final Map<Path, WatchKey> keys = new HashMap<>();
    private final Thread thread;
    private Map<Path, Stamp> seen = Map.of();
    private volatile boolean closed;

    /** What changes when a file is written or another is put in its place. */
    private record Stamp(long size, long modified, @Nullable Object file) {}

    private FolderWatch(Path root, Runnable changed) {
        this.root = root;
        this.changed = changed;
        this.service = service();
        this.thread = Thread.ofPlatform().daemon().name("content-watch").unstarted(this::run);
    }

    /**
     * Watches from now on until it is closed.
     *
     * @param changed called on a thread of the watch, never twice at once; what it throws is told and does not end the watch
     */
    public static FolderWatch start(Path folder, Runnable changed) {
        var watch = new FolderWatch(folder, changed);
        watch.register();
        watch.seen = watch.look();
        watch.thread.start();
        return watch;
    }

    private static @Nullable WatchService service() {
        try {
            return FileSystems.getDefault().newWatchService();
        } catch (IOException | UnsupportedOperationException none) {
            return null; // the looks every two seconds remain
        }
    }

    @Override
    public void close() {
        closed = true;
        thread.interrupt();
        try {
            thread.join(Duration.ofSeconds(10));
            if (service != null) {
                service.close();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } catch (IOException alreadyGone) {
            // Nothing is watched any more, which is what was wanted
        }
    }

    private void run() {
        try {
            while (!closed) {
                boolean quiet = !awaitEvent(LOOK) || settled();
                register();
                Map<Path, Stamp> now = look();
                // While it is being written, a file may change without its stamp
                if (!quiet || !now.equals(seen)) {
                    seen = now;
                    tell();
                }
            }
        } catch (InterruptedException ended) {
            // closed
        }
    }

    /** A change that could not be taken in must not end the watch: the next one may mend it. */
    private void tell() {
        try {
            changed.run();
        } catch (RuntimeException | Error failed) {
            thread.getUncaughtExceptionHandler().uncaughtException(thread, failed);
        }
    }

    private boolean awaitEvent(Duration patience) throws InterruptedException {
        if (service == null) {
            Thread.sleep(patience);
            return false;
        }
        WatchKey key = service.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
        if (key == null) {
            return false;
        }
        key.pollEvents();
        if (!key.reset()) {
            keys.values().remove(key);
        }
        return true;
    }

    /** Waits until nothing more happens; whether that came to be in time. */
    private boolean settled() throws InterruptedException {
        long end = System.nanoTime() + LONGEST.toNanos();
        while (System.nanoTime() < end) {
            if (!awaitEvent(QUIET)) {
                return true;
            }
        }
        return false;
    }

    /** Watches the folders that there are now; what is gone is let go of. */
    private void register() {
        if (service == null) {
            return;
        }
        Set<Path> folders = new HashSet<>();
        try (Stream<Path> all = Files.walk(root, MOST_DEPTH, FileVisitOption.FOLLOW_LINKS)) {
            all.filter(Files::isDirectory).forEach(folders::add);
        } catch (IOException | RuntimeException goneMeanwhile) {
            // The next look finds what there is then
        }
        keys.entrySet().removeIf(entry -> {
            boolean gone =
                    !folders.contains(entry.getKey()) || !entry.getValue().isValid();
            if (gone) {
                entry.getValue().cancel();
            }
            return gone;
        });
        for (Path folder : folders) {
            try {
                // Asked for again too: a folder put in the place of another has the same name
                keys.put(
                        folder,
                        folder.register(
                                service,
                                StandardWatchEventKinds.ENTRY_CREATE,
                                StandardWatchEventKinds.ENTRY_MODIFY,
                                StandardWatchEventKinds.ENTRY_DELETE));
            } catch (IOException notWatched) {
                // Looked at every two seconds
            }
        }
    }

    private Map<Path, Stamp> look() {
        Map<Path, Stamp> found = new HashMap<>();
        try (Stream<Path> all = Files.walk(root, MOST_DEPTH, FileVisitOption.FOLLOW_LINKS)) {
            all.filter(path -> !isHidden(path)).forEach(path -> stamp(path, found));
        } catch (IOException | RuntimeException goneMeanwhile) {
            // What was found until then differs from what was there before
        }
        return found;
    }

    /** Editors' notes to themselves, which nobody reads. */
    private static boolean isHidden(Path path) {
        Path last = path.getFileName();
        String name = last == null ? "" : last.toString();
        return name.startsWith(".") || name.startsWith("#") || name.endsWith("~");
    }

    private static void stamp(Path path, Map<Path, Stamp> found) {
        try {
            var attributes = Files.readAttributes(path, BasicFileAttributes.class);
            if (attributes.isRegularFile()) {
                long modified = attributes.lastModifiedTime().to(TimeUnit.NANOSECONDS);
                found.put(path, new Stamp(attributes.size(), modified, attributes.fileKey()));
            }
        } catch (IOException gone) {
            // Not there any more
        }
    }
}
