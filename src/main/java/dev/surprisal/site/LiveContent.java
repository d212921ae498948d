package dev.surprisal.site;

import dev.surprisal.content.FolderWatch;
import dev.surprisal.hosting.Settings;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** What is saved in the content folder becomes the course, and open pages are told. */
@Component
class LiveContent implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(LiveContent.class);

    private final Settings settings;
    private final CurrentCourse course;
    private final Listeners listeners;
    private volatile @Nullable FolderWatch watch;

    LiveContent(Settings settings, CurrentCourse course, Listeners listeners) {
        this.settings = settings;
        this.course = course;
        this.listeners = listeners;
    }

    @Override
    public void start() {
        watch = FolderWatch.start(settings.content(), this::reload);
    }

    private void reload() {
        long start = System.nanoTime();
        try {
            var _ = course.reload(edition -> {
                int told = listeners.tell(edition);
                LOG.info(
                        "The content has changed: read in {} ms, {} open pages told",
                        (System.nanoTime() - start) / 1_000_000,
                        told);
            });
        } catch (IOException | RuntimeException | StackOverflowError | OutOfMemoryError e) {
            LOG.error("The changed content cannot be read; the course stays as it was", e);
        }
    }

    @Override
    public void stop() {
        FolderWatch watching = watch;
        watch = null;
        if (watching != null) {
            watching.close();
        }
        listeners.close();
    }

    @Override
    public boolean isRunning() {
        return watch != null;
    }
}
