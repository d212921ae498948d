package dev.surprisal.site;

import dev.surprisal.check.Certificates;
import dev.surprisal.check.Checker;
import dev.surprisal.content.Course;
import dev.surprisal.content.Loaded;
import dev.surprisal.content.Problem;
import dev.surprisal.content.Question;
import dev.surprisal.hosting.Authors;
import dev.surprisal.hosting.Settings;
import dev.surprisal.learner.Event.Answered;
import dev.surprisal.learner.Event.Item;
import dev.surprisal.learner.Event.Verdict;
import dev.surprisal.learner.Progress;
import dev.surprisal.question.Definition;
import dev.surprisal.question.Standing;
import dev.surprisal.site.Edition.Known;
import dev.surprisal.typeset.Typesetter;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The course as it stands now: read from the content folder, without what its authors have still to mend. */
@Component
class CurrentCourse implements Progress.Yardstick {
    private static final Logger LOG = LoggerFactory.getLogger(CurrentCourse.class);

    private static final String SIGHT = CurrentCourse.class.getName() + ".sight";

    private final Authors authors;
    private volatile Edition edition;

    CurrentCourse(Settings settings, Authors authors) {
        this.authors = authors;
        Loaded loaded = load(settings);
        for (Problem problem : loaded.problems()) {
            if (problem.isError()) {
                LOG.error("{}", problem);
            } else {
                LOG.warn("{}", problem);
            }
        }
        edition = Edition.of(loaded);
        Course course = edition.forLearners();
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

    /** The semantic revision of a question or part. */
    String revision(Question item) {
        return edition.find(item.id().value())
                .map(Known::revision)
                .orElseThrow(() -> new IllegalArgumentException("no question " + item.id() + " in this course"));
    }

    /** All that decides the verdict on a question or part; empty where it cannot be written down. */
    Optional<Definition> definition(Question item) {
        return edition.find(item.id().value()).map(Known::definition);
    }

    @Override
    public boolean isPresent(Item item) {
        return edition.find(item.question())
                .filter(known -> known.revision().equals(item.revision()))
                .isPresent();
    }

    @Override
    public boolean stands(Answered answer) {
        return edition.find(answer.item().question())
                .filter(known -> Standing.stands(
                        known.item(),
                        isPresent(answer.item()),
                        answer.item().variant(),
                        answer.input(),
                        answer.verdict() == Verdict.RIGHT))
                .isPresent();
    }
}
