package dev.surprisal.site;

import dev.surprisal.check.Certificates;
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
import dev.surprisal.learner.Event.Answered;
import dev.surprisal.learner.Event.Item;
import dev.surprisal.learner.Event.Verdict;
import dev.surprisal.learner.Progress;
import dev.surprisal.question.Revision;
import dev.surprisal.question.Standing;
import dev.surprisal.typeset.Typesetter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The course as it stands now: read from the content folder at start, without what its authors have still to mend. */
@Component
class CurrentCourse implements Progress.Yardstick {
    private static final Logger LOG = LoggerFactory.getLogger(CurrentCourse.class);

    private final Course course;
    private final Map<String, Known> items;

    /** A question or part with its semantic revision. */
    private record Known(Question item, String revision) {}

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
        items = course.lessons().stream()
                .flatMap(lesson -> lesson.questions().stream())
                .flatMap(question -> Stream.concat(Stream.of(question), question.items().stream()))
                .distinct()
                .collect(Collectors.toUnmodifiableMap(
                        item -> item.id().value(), item -> new Known(item, Revision.of(item))));
        LOG.info("{}: {} lessons from {}", course.title(), course.lessons().size(), settings.content());
    }

    private static Loaded load(Settings settings) {
        Path cache = settings.cache().resolve("formulas");
        try {
            Files.createDirectories(cache);
            return Checker.check(
                    settings.content(),
                    Typesetter.cachedIn(cache),
                    Certificates.in(settings.cache().resolve("certificates")));
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

    /** The semantic revision of a question or part. */
    String revision(Question item) {
        Known known = items.get(item.id().value());
        if (known == null) {
            throw new IllegalArgumentException("no question " + item.id() + " in this course");
        }
        return known.revision;
    }

    @Override
    public boolean isPresent(Item item) {
        Known known = items.get(item.question());
        return known != null && known.revision.equals(item.revision());
    }

    @Override
    public boolean stands(Answered answer) {
        Known known = items.get(answer.item().question());
        return known != null
                && Standing.stands(
                        known.item,
                        isPresent(answer.item()),
                        answer.item().variant(),
                        answer.input(),
                        answer.verdict() == Verdict.RIGHT);
    }
}
