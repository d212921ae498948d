package dev.surprisal.site;

import dev.surprisal.audit.Regrading;
import dev.surprisal.learner.Definitions;
import dev.surprisal.learner.EventLog;
import dev.surprisal.learner.EventLog.Graded;
import dev.surprisal.question.Choices;
import dev.surprisal.question.Definition;
import dev.surprisal.site.Edition.Known;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What changed keys would change, for authors to look at first and then to let it count. */
@Component
class Regrades {
    private final CurrentCourse course;
    private final EventLog log;
    private final Definitions definitions;

    Regrades(CurrentCourse course, EventLog log, Definitions definitions) {
        this.course = course;
        this.log = log;
        this.definitions = definitions;
    }

    /**
     * The page of it.
     *
     * @param note what has just happened, possibly nothing
     * @param seen stands for the changes that are shown, so that nothing else is applied
     */
    record Shown(String root, String words, String note, String seen, boolean any, List<OfQuestion> questions) {}

    record OfQuestion(@Nullable QuestionLink link, String id, String words, List<KeyDifference> differences) {}

    Shown show(String root, String note) {
        Map<String, String> texts = definitions.all();
        Edition edition = course.edition();
        Regrading regrading = Regrading.of(log.answers(), texts, edition.forAuthors());
        List<OfQuestion> questions = new ArrayList<>();
        regrading.byQuestion().forEach((id, each) -> {
            List<KeyDifference> differences = each.changes().stream()
                    .flatMap(change -> difference(texts, edition, change).stream())
                    .toList();
            questions.add(new OfQuestion(
                    QuestionLink.find(root, edition.forAuthors(), id).orElse(null), id, each.words(), differences));
        });
        return new Shown(root, regrading.words(), note, seen(regrading), !regrading.isEmpty(), questions);
    }

    /** What changed keys would change, in words; empty while there is nothing to apply. Only then are the answers graded anew. */
    String open() {
        Edition edition = course.edition();
        boolean changed = log.graded().stream().anyMatch(graded -> isChanged(edition, graded));
        if (!changed) {
            return "";
        }
        Regrading regrading = Regrading.of(log.answers(), definitions.all(), edition.forAuthors());
        return regrading.isEmpty() ? "" : regrading.words();
    }

    private static boolean isChanged(Edition edition, Graded graded) {
        return !graded.definition().isEmpty()
                && edition.find(graded.question())
                        .filter(known -> !known.is(graded.revision(), graded.definition()))
                        .isPresent();
    }

    /**
     * Lets it count, or leaves everything as it is for good.
     *
     * @param seen as it stood on the page
     * @return what has happened, in words
     */
    String apply(String seen, Regrading.Decision decision) {
        Regrading regrading =
                Regrading.of(log.answers(), definitions.all(), course.edition().forAuthors());
        if (!seen.equals(seen(regrading))) {
            return "The course has been edited since you opened this page, so nothing was applied. This is how it stands now.";
        }
        log.appendAll(regrading.events(decision));
        return switch (decision) {
            case AS_NOW -> "Applied: " + regrading.words() + ".";
            case NEVER_LOWER -> "Applied: " + regrading.up() + " up, none down.";
            case LEAVE -> "All verdicts stay as they were given.";
        };
    }

    private static String seen(Regrading regrading) {
        return Choices.digest(regrading.changes().toString());
    }

    private static Optional<KeyDifference> difference(
            Map<String, String> texts, Edition edition, Regrading.Change change) {
        if (change.isOfNumbersAlone()) {
            return Optional.of(KeyDifference.ofNumbersAlone());
        }
        String before = texts.get(change.from());
        Optional<Known> known = edition.find(change.question());
        Definition after = known.map(Known::definition).orElse(null);
        return before == null || after == null
                ? Optional.empty()
                : Optional.of(KeyDifference.of(before, after.text(), known.get().item()));
    }
}
