package dev.surprisal.site;

import dev.surprisal.content.CourseLoader;
import dev.surprisal.content.Lesson;
import dev.surprisal.content.LessonId;
import dev.surprisal.content.Loaded;
import dev.surprisal.content.Rule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The files of lessons as they were when they had no errors, so that a lesson that was broken while the server was down can be shown as
 * it was. A folder that cannot be used costs that, nothing else.
 */
final class LastGood {
    private static final Logger LOG = LoggerFactory.getLogger(LastGood.class);
    private static final String LESSONS = "lessons";

    /** No id of a lesson has a dot. */
    private static final String NEW = ".new";

    private static final String OLD = ".old";

    private static final String MENDED = "mended";

    /** Another server on the same folder may still read a course that was mended just now. */
    private static final Duration ABANDONED = Duration.ofDays(1);

    /** In the copy of a lesson that is in no course any more, as old as that was first seen; hidden, so that it is none of its files. */
    private static final String LEFT = ".left";

    /** So long such a copy is kept: its author may want it back. */
    private static final Duration UNLISTED = Duration.ofDays(60);

    private final Path content;
    private final Path folder;

    LastGood(Path content, Path folder) {
        this.content = content;
        this.folder = folder;
    }

    /** Keeps the files of all lessons that are good, where they are not kept already. */
    void keep(Loaded loaded) {
        try {
            if (!isBroken(loaded)) {
                keep(content.resolve(CourseLoader.COURSE), folder.resolve(CourseLoader.COURSE));
            }
            for (Lesson lesson : loaded.course().lessons()) {
                Path kept = folder.resolve(LESSONS).resolve(lesson.id().value());
                Path files = content.resolve(loaded.folders().get(lesson.id()));
                if (!isSame(files, kept)) {
                    replace(files, kept);
                }
            }
        } catch (IOException | RuntimeException e) {
            LOG.warn("The files of good lessons cannot be kept in {}: {}", folder, e.toString());
        }
    }

    /** Lets go of what an earlier server left behind, and of lessons that have not been in the course for long. */
    void tidy(Loaded loaded, Instant now) {
        try {
            for (Path left : in(folder)) {
                if (left.getFileName().toString().startsWith(MENDED) && isOlder(left, ABANDONED, now)) {
                    delete(left);
                }
            }
            if (isBroken(loaded)) {
                return;
            }
            List<LessonId> listed = listed(loaded).toList();
            for (Path kept : in(folder.resolve(LESSONS))) {
                boolean wanted = id(kept).filter(
                                id -> listed.contains(id) || loaded.folders().containsKey(id))
                        .isPresent();
                Path left = kept.resolve(LEFT);
                if (wanted) {
                    Files.deleteIfExists(left);
                } else if (!Files.exists(left)) {
                    Files.createFile(left);
                } else if (isOlder(left, UNLISTED, now)) {
                    delete(kept);
                }
            }
        } catch (IOException | RuntimeException e) {
            LOG.warn("The files of good lessons cannot be tidied in {}: {}", folder, e.toString());
        }
    }

    private static boolean isOlder(Path path, Duration age, Instant now) throws IOException {
        return Files.getLastModifiedTime(path).toInstant().isBefore(now.minus(age));
    }

    private static List<Path> in(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(folder)) {
            return all.toList();
        }
    }

    private static Optional<LessonId> id(Path kept) {
        String name = kept.getFileName().toString();
        return LessonId.find(name.endsWith(OLD) ? name.substring(0, name.length() - OLD.length()) : name);
    }

    /** Puts a whole copy in the place of another: whenever the server dies, one of the two is there. */
    private void replace(Path files, Path kept) throws IOException {
        Path fresh = kept.resolveSibling(kept.getFileName() + NEW);
        Path before = kept.resolveSibling(kept.getFileName() + OLD);
        delete(fresh);
        copy(files, fresh);
        if (Files.exists(kept)) {
            delete(before);
            Files.move(kept, before, StandardCopyOption.ATOMIC_MOVE);
        }
        Files.move(fresh, kept, StandardCopyOption.ATOMIC_MOVE);
        delete(before);
    }

    /** Where the files of a lesson are kept; after a server died in the midst of keeping them, beside their place. */
    private Path place(LessonId lesson) {
        Path kept = folder.resolve(LESSONS).resolve(lesson.value());
        Path before = kept.resolveSibling(kept.getFileName() + OLD);
        return !Files.isDirectory(kept) && Files.isDirectory(before) ? before : kept;
    }

    private static void keep(Path file, Path kept) throws IOException {
        Files.createDirectories(kept.getParent());
        Path fresh = kept.resolveSibling(kept.getFileName() + NEW);
        Files.copy(file, fresh, StandardCopyOption.REPLACE_EXISTING);
        Files.move(fresh, kept, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Whether the order of the lessons cannot be read. */
    static boolean isBroken(Loaded loaded) {
        return loaded.problems().stream()
                .anyMatch(problem -> problem.isError()
                        && problem.position().file().equals(CourseLoader.COURSE)
                        && !problem.rule().equals(Rule.UNKNOWN_LESSON.id()));
    }

    /** A copy of the content folder in which what has errors is as it was; to be deleted by whoever asked. Nothing where there is no such thing. */
    Optional<Path> mended(Loaded loaded) {
        try {
            List<LessonId> missing = (isBroken(loaded) ? kept() : listed(loaded))
                    .filter(id -> loaded.find(id).isEmpty())
                    .filter(id -> Files.isDirectory(place(id)))
                    .toList();
            if ((missing.isEmpty() && !isBroken(loaded)) || !Files.isDirectory(folder)) {
                return Optional.empty();
            }
            Path mended = Files.createTempDirectory(folder, MENDED);
            copy(content, mended);
            if (isBroken(loaded) && Files.exists(folder.resolve(CourseLoader.COURSE))) {
                keep(folder.resolve(CourseLoader.COURSE), mended.resolve(CourseLoader.COURSE));
            }
            for (LessonId id : missing) {
                Path place = mended.resolve(loaded.folders().getOrDefault(id, LESSONS + "/" + id + "/"));
                delete(place);
                copy(place(id), place);
            }
            return Optional.of(mended);
        } catch (IOException | RuntimeException e) {
            LOG.warn("The files of good lessons cannot be taken from {}: {}", folder, e.toString());
            return Optional.empty();
        }
    }

    private static Stream<LessonId> listed(Loaded loaded) {
        return loaded.listed().stream().flatMap(module -> module.lessons().stream());
    }

    private Stream<LessonId> kept() throws IOException {
        return in(folder.resolve(LESSONS)).stream()
                .flatMap(path -> id(path).stream())
                .distinct();
    }

    private static boolean isSame(Path one, Path other) throws IOException {
        return Files.isDirectory(other) && files(one).equals(files(other)) && haveSameBytes(one, other);
    }

    private static boolean haveSameBytes(Path one, Path other) throws IOException {
        for (String name : files(one)) {
            if (Files.mismatch(one.resolve(name), other.resolve(name)) >= 0) {
                return false;
            }
        }
        return true;
    }

    /** What content can consist of: neither hidden files, such as those of version control, nor links to what lies elsewhere. */
    private static List<String> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                    .map(folder::relativize)
                    .filter(LastGood::isVisible)
                    .map(Path::toString)
                    .sorted()
                    .toList();
        }
    }

    private static boolean isVisible(Path relative) {
        for (Path name : relative) {
            if (name.toString().startsWith(".")) {
                return false;
            }
        }
        return true;
    }

    private static void copy(Path from, Path to) throws IOException {
        for (String name : files(from)) {
            Path file = to.resolve(name);
            Files.createDirectories(file.getParent());
            Files.copy(from.resolve(name), file);
        }
    }

    /** With all that is in it. */
    static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            List<Path> all;
            try (Stream<Path> found = Files.walk(folder)) {
                all = found.toList();
            }
            for (Path path : all.reversed()) {
                Files.delete(path);
            }
        }
    }
}
