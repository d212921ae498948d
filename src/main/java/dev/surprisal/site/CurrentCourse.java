package dev.surprisal.site;

import dev.surprisal.check.Checker;
import dev.surprisal.content.Course;
import dev.surprisal.content.CourseModule;
import dev.surprisal.content.Lesson;
import dev.surprisal.content.LessonId;
import dev.surprisal.content.Loaded;
import dev.surprisal.content.Problem;
import dev.surprisal.content.Question;
import dev.surprisal.content.Status;
import dev.surprisal.hosting.Settings;
import dev.surprisal.question.Revision;
import dev.surprisal.typeset.Typesetter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The course as it stands now: read from the content folder at start, without what its authors have still to mend. */
@Component
class CurrentCourse {
    private static final Logger LOG = LoggerFactory.getLogger(CurrentCourse.class);

    private final Course course;
    private final Map<String, String> revisions;

    CurrentCourse(Settings settings) {
        Loaded loaded = load(settings);
        for (Problem problem : loaded.problems()) {
            if (problem.isError()) {
                LOG.error("{}", problem);
            } else {
                LOG.warn("{}", problem);
            }
        }
        course = published(loaded.course());
        revisions = course.lessons().stream()
                .flatMap(lesson -> lesson.questions().stream())
                .collect(Collectors.toUnmodifiableMap(question -> question.id().value(), Revision::of));
        LOG.info("{}: {} lessons from {}", course.title(), course.lessons().size(), settings.content());
    }

    private static Loaded load(Settings settings) {
        Path cache = settings.cache().resolve("formulas");
        try {
            Files.createDirectories(cache);
            return Checker.check(settings.content(), Typesetter.cachedIn(cache));
        } catch (IOException e) {
            throw new IllegalStateException(
                    "the content folder " + settings.content().toAbsolutePath()
                            + " cannot be read; set SURPRISAL_CONTENT to a course",
                    e);
        }
    }

    private static Course published(Course course) {
        List<CourseModule> modules = course.modules().stream()
                .map(module -> new CourseModule(
                        module.title(),
                        module.lessons().stream()
                                .filter(lesson -> lesson.status() == Status.PUBLISHED)
                                .toList()))
                .filter(module -> !module.lessons().isEmpty())
                .toList();
        return new Course(course.title(), course.description(), course.authors(), course.licence(), modules);
    }

    Course course() {
        return course;
    }

    /** The lesson that an address names, if learners may see it. */
    Optional<Lesson> find(String lesson) {
        return LessonId.find(lesson).flatMap(course::find);
    }

    /** The semantic revision of each question by its id. */
    Map<String, String> revisions() {
        return revisions;
    }

    String revision(Question question) {
        String revision = revisions.get(question.id().value());
        if (revision == null) {
            throw new IllegalArgumentException("no question " + question.id() + " in this course");
        }
        return revision;
    }
}
