package dev.surprisal.site;

import dev.surprisal.content.Course;
import dev.surprisal.content.CourseLoader;
import dev.surprisal.content.CourseModule;
import dev.surprisal.content.Lesson;
import dev.surprisal.content.LessonId;
import dev.surprisal.content.Loaded;
import dev.surprisal.content.Problem;
import dev.surprisal.content.Question;
import dev.surprisal.content.Severity;
import dev.surprisal.content.SourcePosition;
import dev.surprisal.content.Task;
import dev.surprisal.learner.Event;
import dev.surprisal.learner.Event.Answered;
import dev.surprisal.learner.Event.Item;
import dev.surprisal.learner.Event.Regraded;
import dev.surprisal.learner.Progress;
import dev.surprisal.question.Definition;
import dev.surprisal.question.Revision;
import dev.surprisal.question.Standing;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The course at one moment: immutable, replaced as a whole when the content changes.
 *
 * @param forLearners without drafts
 * @param forAuthors with them
 * @param folders of the lessons, also of those that are not shown
 * @param fingerprints of its pages and blocks
 * @param earlier the definitions by which the log's answers were graded
 * @param places where the answers of earlier definitions count by now
 * @param problems of the content as it lies in its folder, also of what is not shown because of them
 * @param gone questions that were taken out of a lesson while it was watched and are not said to be retired, with the file of each
 */
record Edition(
        Course forLearners,
        Course forAuthors,
        List<Problem> problems,
        Map<LessonId, String> folders,
        Map<String, Known> items,
        Map<String, String> gone,
        Fingerprints fingerprints,
        Earlier earlier,
        Places places)
        implements Progress.Yardstick {
    private static final Logger LOG = LoggerFactory.getLogger(Edition.class);

    /** No rule of the checker, which sees the content as it is and not as it was. */
    private static final String GONE = "gone";

    /** The questions about which the log has been told that they fail, once each. */
    private static final Set<String> COMPLAINED = ConcurrentHashMap.newKeySet();

    /**
     * A question or part with its semantic revision.
     *
     * @param former the revision that earlier versions of this program gave the same question
     * @param definition all that decides its verdicts; null where that cannot be written down
     */
    record Known(
            Question item,
            String revision,
            String former,
            @Nullable Definition definition) {
        static Known of(Question item) {
            Definition definition = item.task() instanceof Task.Parts
                    ? null
                    : Definition.of(item).orElse(null);
            return new Known(item, Revision.of(item), Revision.former(item), definition);
        }

        boolean is(String ofRevision) {
            return revision.equals(ofRevision) || former.equals(ofRevision);
        }

        /** Whether what was graded by a definition on a revision was graded by the question as it is; so too where nobody can say. */
        boolean is(String ofRevision, String ofDefinition) {
            return definition == null || (definition.id().equals(ofDefinition) && is(ofRevision));
        }
    }

    Edition {
        problems = List.copyOf(problems);
        items = Map.copyOf(items);
        gone = Map.copyOf(gone);
    }

    /** The first edition. */
    static Edition of(Loaded loaded, Earlier earlier) {
        return of(loaded, loaded.course(), Map.of(), Map.of(), Map.of(), earlier);
    }

    /**
     * The edition after this one. A lesson with errors stays as it was, and so does the order of the lessons while the file that gives
     * it cannot be read or names a lesson that there never was; a lesson that is gone is gone.
     *
     * @param isThere whether a folder of a lesson still has one
     */
    Edition next(Loaded loaded, Predicate<String> isThere) {
        Course read = loaded.course();
        boolean unread = LastGood.isBroken(loaded);
        List<Loaded.Listed> listed = unread || isMistyped(loaded) ? order() : loaded.listed();
        List<CourseModule> modules = listed.stream()
                .map(module -> new CourseModule(
                        module.title(),
                        module.lessons().stream()
                                .flatMap(id -> loaded.find(id).or(() -> kept(id, loaded, isThere)).stream())
                                .toList()))
                .toList();
        Course frame = unread ? forAuthors : read;
        Course course = frame.with(modules);
        return of(loaded, course, folders, items, gone(course, loaded), earlier);
    }

    /** Otherwise the lesson that was meant would be taken from its readers by a slip in its name. */
    private boolean isMistyped(Loaded loaded) {
        return loaded.listed().stream()
                .flatMap(module -> module.lessons().stream())
                .anyMatch(id ->
                        !loaded.folders().containsKey(id) && forAuthors.find(id).isEmpty());
    }

    private List<Loaded.Listed> order() {
        return forAuthors.modules().stream()
                .map(module -> new Loaded.Listed(
                        module.title(),
                        module.lessons().stream().map(Lesson::id).toList()))
                .toList();
    }

    /** A lesson as it was shown before, if it is still there but cannot be shown now. */
    private Optional<Lesson> kept(LessonId id, Loaded loaded, Predicate<String> isThere) {
        String before = folders.getOrDefault(id, "");
        boolean there = loaded.folders().containsKey(id)
                || (!before.isEmpty() && !loaded.folders().containsValue(before) && isThere.test(before));
        return there ? forAuthors.find(id) : Optional.empty();
    }

    /** What was a question of a lesson that is still there, and is one no more. */
    private Map<String, String> gone(Course course, Loaded loaded) {
        Map<String, String> all = new HashMap<>(gone);
        forAuthors.lessons().stream()
                .filter(lesson -> course.find(lesson.id()).isPresent())
                .flatMap(lesson -> lesson.questions().stream())
                .forEach(question ->
                        all.put(question.id().value(), question.position().file()));
        Set<String> present = course.lessons().stream()
                .flatMap(lesson -> lesson.questions().stream())
                .map(question -> question.id().value())
                .collect(Collectors.toSet());
        all.keySet().removeAll(present);
        all.keySet().removeAll(loaded.retired());
        Map<String, String> placed = new HashMap<>();
        all.forEach((id, file) -> place(file, course, loaded).ifPresent(now -> placed.put(id, now)));
        return placed;
    }

    /** Where a file of a lesson is, or would be, now; nowhere once the lesson has gone too. */
    private Optional<String> place(String file, Course course, Loaded loaded) {
        return folders.entrySet().stream()
                .filter(lesson -> file.startsWith(lesson.getValue()))
                .filter(lesson -> loaded.folders().containsKey(lesson.getKey())
                        || course.find(lesson.getKey()).isPresent())
                .map(lesson -> loaded.folders().getOrDefault(lesson.getKey(), lesson.getValue())
                        + file.substring(lesson.getValue().length()))
                .findFirst();
    }

    /** One for each file, since it is files that are deleted by mistake. */
    private static List<Problem> told(Map<String, String> gone) {
        Map<String, List<String>> byFile = new TreeMap<>();
        gone.forEach((id, file) ->
                byFile.computeIfAbsent(file, _ -> new ArrayList<>()).add(id));
        return byFile.entrySet().stream()
                .map(entry -> new Problem(
                        new SourcePosition(entry.getKey(), 1, 1),
                        Severity.WARNING,
                        GONE,
                        goneFrom(entry.getValue().stream().sorted().toList())))
                .toList();
    }

    private static String goneFrom(List<String> ids) {
        String all = String.join(", ", ids);
        return (ids.size() == 1
                        ? "the question " + all + " stood here and is gone"
                        : ids.size() + " questions stood here and are gone: " + all)
                + ". What learners answered is kept and shown nowhere. Put back what went by mistake; list under retired: in "
                + CourseLoader.COURSE + " what is to stay away";
    }

    private static Edition of(
            Loaded loaded,
            Course course,
            Map<LessonId, String> foldersBefore,
            Map<String, Known> itemsBefore,
            Map<String, String> gone,
            Earlier earlier) {
        Map<String, Known> items = new HashMap<>();
        course.lessons().stream()
                .flatMap(lesson -> lesson.questions().stream())
                .flatMap(question -> Stream.concat(Stream.of(question), question.items().stream()))
                .forEach(item -> items.computeIfAbsent(item.id().value(), id -> known(item, itemsBefore.get(id))));
        Map<LessonId, String> folders = new HashMap<>(loaded.folders());
        for (Lesson lesson : course.lessons()) {
            String before = foldersBefore.get(lesson.id());
            if (before != null) {
                folders.putIfAbsent(lesson.id(), before);
            }
        }
        List<Problem> problems = Stream.concat(loaded.problems().stream(), told(gone).stream())
                .sorted()
                .toList();
        Course published = course.published();
        return new Edition(
                published,
                course,
                problems,
                folders,
                items,
                gone,
                new Fingerprints(published, course, problems),
                earlier,
                new Places());
    }

    /** Working out a revision takes all variants, so it is taken over where the question is the same. */
    private static Known known(Question item, @Nullable Known before) {
        if (before != null && !item.digest().isEmpty() && item.digest().equals(before.item.digest())) {
            return new Known(item, before.revision, before.former, before.definition);
        }
        return Known.of(item);
    }

    Optional<Known> find(String item) {
        return Optional.ofNullable(items.get(item));
    }

    @Override
    public boolean isPresent(Item item) {
        return find(item.question()).filter(known -> known.is(item.revision())).isPresent();
    }

    @Override
    public boolean isPresent(Regraded regraded) {
        return find(regraded.item().question())
                .filter(known ->
                        known.definition != null && known.is(regraded.item().revision(), regraded.definition()))
                .isPresent();
    }

    @Override
    public int variant(Item item) {
        return find(item.question())
                .map(known -> known.item.variation().place(item.variant()))
                .orElse(item.variant());
    }

    @Override
    public Optional<Item> earlier(Answered answer) {
        Item item = answer.item();
        String by = answer.grounds().definition();
        Known known = items.get(item.question());
        if (known == null || known.definition == null || by.isEmpty() || known.is(item.revision(), by)) {
            return Optional.empty();
        }
        Definition now = known.definition;
        var asked = new Places.Asked(by, item.question(), item.variant());
        return earlier.find(by)
                .flatMap(then -> places.of(asked, () -> Standing.place(then, now, item.variant())).stream()
                        .mapToObj(variant -> new Item(item.lesson(), item.question(), known.revision, variant))
                        .findFirst());
    }

    /** What fails while it is graded anew stands as long as its question's revision is the same. */
    @Override
    public boolean stands(Answered answer) {
        Known known = items.get(answer.item().question());
        boolean sameRevision = isPresent(answer.item());
        if (known == null) {
            return false;
        }
        try {
            return Standing.stands(
                    known.item,
                    sameRevision,
                    answer.item().variant(),
                    answer.input(),
                    answer.verdict() == Event.Verdict.RIGHT);
        } catch (RuntimeException failed) {
            if (COMPLAINED.add(answer.item().question())) {
                LOG.error("An answer to {} cannot be graded anew", answer.item().question(), failed);
            }
            return sameRevision;
        }
    }

    /** The problems in the files of a lesson. */
    List<Problem> problems(LessonId lesson) {
        String folder = folders.get(lesson);
        return folder == null
                ? List.of()
                : problems.stream()
                        .filter(problem -> problem.position().file().startsWith(folder))
                        .toList();
    }

    /** The problems of what is no lesson, or none that is shown to anybody. */
    List<Problem> otherProblems() {
        List<String> shown = forAuthors.lessons().stream()
                .map(lesson -> folders.getOrDefault(lesson.id(), "/"))
                .toList();
        return problems.stream()
                .filter(problem -> shown.stream().noneMatch(problem.position().file()::startsWith))
                .toList();
    }
}
