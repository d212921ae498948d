package dev.surprisal.site;

import dev.surprisal.check.Certificates;
import dev.surprisal.check.Checker;
import dev.surprisal.content.Course;
import dev.surprisal.content.CourseLoader;
import dev.surprisal.content.KnownLessons;
import dev.surprisal.content.Loaded;
import dev.surprisal.content.PageKind;
import dev.surprisal.content.Problem;
import dev.surprisal.hosting.Authors;
import dev.surprisal.hosting.Settings;
import dev.surprisal.typeset.Typesetter;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The course as it stands now: read from the content folder, without what its authors have still to mend. */
@Component
class CurrentCourse {
    private static final Logger LOG = LoggerFactory.getLogger(CurrentCourse.class);

    private static final String SIGHT = CurrentCourse.class.getName() + ".sight";

    /** In which an editor or a checkout puts the new file into the place of the old one, at the latest. */
    private static final Duration BETWEEN_FILES = Duration.ofMillis(250);

    private final Settings settings;
    private final Authors authors;
    private final Earlier earlier;
    private final Typesetter typesetter;
    private final Certificates certificates;
    private final KnownLessons known = new KnownLessons();
    private final LastGood lastGood;
    private volatile Edition edition;

    CurrentCourse(Settings settings, Authors authors, Earlier earlier) {
        this.settings = settings;
        this.authors = authors;
        this.earlier = earlier;
        try {
            Path formulas = Files.createDirectories(settings.cache().resolve("formulas"));
            typesetter = Typesetter.cachedIn(
                    formulas,
                    (done, all) -> LOG.info(
                            "Typesetting the formulas of the course, which is done once: {} of {}", done, all));
            certificates = Certificates.in(settings.cache().resolve("certificates"));
            lastGood = new LastGood(settings.content(), settings.data().resolve("last-good"));
            edition = first(read(settings.content()));
        } catch (IOException e) {
            throw new IllegalStateException(
                    "the content folder " + settings.content().toAbsolutePath()
                            + " cannot be read; set SURPRISAL_CONTENT to a course",
                    e);
        }
        edition.problems().forEach(CurrentCourse::log);
        Course course = edition.forLearners();
        LOG.info("{}: {} lessons from {}", course.title(), course.lessons().size(), settings.content());
    }

    private Loaded read(Path folder) throws IOException {
        return Checker.check(folder, typesetter, certificates, settings.contextPath() + "/", known);
    }

    /** What was broken while nobody watched is shown as it was. */
    private Edition first(Loaded loaded) throws IOException {
        lastGood.tidy(loaded, Instant.now());
        lastGood.keep(loaded);
        Path mended = loaded.hasErrors() ? lastGood.mended(loaded).orElse(null) : null;
        if (mended == null) {
            return Edition.of(loaded, earlier);
        }
        try {
            return Edition.of(read(mended), earlier).next(loaded, this::isLesson);
        } finally {
            LastGood.delete(mended);
        }
    }

    private static void log(Problem problem) {
        if (problem.isError()) {
            LOG.error("{}", problem);
        } else {
            LOG.warn("{}", problem);
        }
    }

    /** Reads the content folder again, and nobody waits to hear of it. */
    Edition reload() throws IOException {
        return reload(_ -> {});
    }

    /**
     * Reads the content folder again; called by one thread.
     *
     * @param tell those who wait for it, before what can be done later
     * @return the new edition
     * @throws IOException when there is no such folder: then the course stays as it is
     */
    Edition reload(Consumer<Edition> tell) throws IOException {
        Edition before = edition;
        Loaded loaded = read(settings.content());
        if (isIncomplete(before)) {
            pause();
            loaded = read(settings.content());
        }
        Edition next = before.next(loaded, this::isLesson);
        edition = next;
        try {
            tell.accept(next);
        } catch (RuntimeException e) {
            LOG.error("The course has changed, and not all who have it open were told", e);
        }
        lastGood.keep(loaded);
        next.problems().stream()
                .filter(problem -> !before.problems().contains(problem))
                .forEach(CurrentCourse::log);
        return next;
    }

    /** Whether a file is missing without which nothing can be shown, though its folder is there. */
    private boolean isIncomplete(Edition before) {
        return !isFile(CourseLoader.COURSE)
                || before.folders().values().stream()
                        .anyMatch(folder -> Files.isDirectory(settings.content().resolve(folder))
                                && !isFile(folder + PageKind.LESSON.file()));
    }

    private boolean isLesson(String folder) {
        return isFile(folder + PageKind.LESSON.file());
    }

    private boolean isFile(String name) {
        return Files.isRegularFile(settings.content().resolve(name));
    }

    private static void pause() {
        try {
            Thread.sleep(BETWEEN_FILES);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    Edition edition() {
        return edition;
    }

    /** The course as learners see it. */
    Course course() {
        return edition.forLearners();
    }

    /** What whoever asks may see; the same from the beginning of a request to its end, whatever is saved meanwhile. */
    Sight sight(HttpServletRequest request) {
        if (request.getAttribute(SIGHT) instanceof Sight seen) {
            return seen;
        }
        var sight = new Sight(edition, authors.isAuthor(request));
        request.setAttribute(SIGHT, sight);
        return sight;
    }
}
