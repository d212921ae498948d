package dev.surprisal.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Says that a data folder is in use. The operating system takes it back when the process dies, however it dies. */
final class FolderLock implements AutoCloseable {
    private static final String FILE = "surprisal.lock";

    private final FileChannel channel;
    private final @Nullable FileLock lock;

    private FolderLock(FileChannel channel, @Nullable FileLock lock) {
        this.channel = channel;
        this.lock = lock;
    }

    /** For those who use the folder beside each other; nothing when somebody wants it alone. */
    static Optional<FolderLock> share(Path folder) throws IOException {
        return take(folder, true);
    }

    /** For those who want it alone; nothing when anybody uses it. */
    static Optional<FolderLock> own(Path folder) throws IOException {
        return take(folder, false);
    }

    private static Optional<FolderLock> take(Path folder, boolean shared) throws IOException {
        FileChannel channel = FileChannel.open(
                folder.resolve(FILE), StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        try {
            FileLock lock = channel.tryLock(0, Long.MAX_VALUE, shared);
            if (lock != null) {
                return Optional.of(new FolderLock(channel, lock));
            }
        } catch (OverlappingFileLockException e) {
            // This very process uses it
            if (shared) {
                return Optional.of(new FolderLock(channel, null));
            }
        }
        channel.close();
        return Optional.empty();
    }

    @Override
    public void close() throws IOException {
        if (lock != null) {
            lock.release();
        }
        channel.close();
    }
}
