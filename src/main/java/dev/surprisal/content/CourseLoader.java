package dev.surprisal.content;

import dev.surprisal.content.ContentFolder.Unreadable;
import dev.surprisal.typeset.Formula;
import dev.surprisal.typeset.Typesetter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads a content folder: {@code course.yaml}, {@code references.bib} and the files of a lesson in each folder of {@code lessons}. All problems are found in one
 * go; what is wrong in one lesson does not keep the others from being read.
 */
public final class CourseLoader {

    /** The file that lists the lessons. */
    public static final String COURSE = "course.yaml";

    /** Where a course is that has its server for itself. */
    public static final String ROOT = "/";

    private static final String BIBLIOGRAPHY = "references.bib";
    private static final String LESSONS = "lessons";

    private final ContentFolder folder;
    private final Typesetter typesetter;
    private final String root;
    private final List<Problem> problems = new ArrayList<>();

    private CourseLoader(ContentFolder folder, Typesetter typesetter, String root) {
        this.folder = folder;
        this.typesetter = typesetter;
        this.root = root;
    }

    /**
     * The course in a folder.
     *
     * @throws IOException when there is no such folder; whatever is wrong inside of it is a problem of the result
     */
    public static Loaded load(Path folder, Typesetter typesetter) throws IOException {
        return read(folder, typesetter, ROOT, new KnownLessons()).loaded();
    }

    /**
     * The course and, for rules about wording and about questions, what it was made of. Lessons that have not changed since they were
     * last read are taken over.
     *
     * @param root where the course will be on its server, with a slash at its end
     */
    public static Reading read(Path folder, Typesetter typesetter, String root, KnownLessons known) throws IOException {
        return new CourseLoader(ContentFolder.open(folder), typesetter, root).read(known);
    }

    /**
     * What was read.
     *
     * @param texts of all lessons that could be read, those with errors included
     * @param items likewise
     * @param allowances for warnings of any rule
     */
    public record Reading(Loaded loaded, List<LessonText> texts, List<LessonItems> items, List<Allowance> allowances) {
        public Reading {
            allowances = List.copyOf(allowances);
            items = List.copyOf(items);
            texts = List.copyOf(texts);
        }
    }

    private Reading read(KnownLessons known) {
        var courseFile = file(COURSE);
        var description = courseFile == null ? CourseDescription.NONE : CourseDescription.read(courseFile);
        List<KnownLessons.Known> read = known.read(folders());
        // A lesson that cannot be read may be the one that is missed: then nothing is said about missing ones
        boolean allKnown = problems.stream().noneMatch(Problem::isError)
                && read.stream()
                        .allMatch(lesson -> lesson.parsed().problems().stream().noneMatch(Problem::isError)
                                && lesson.files().flatMap(LessonFiles::id).isPresent());
        Optional<SourceFile> works = optional(BIBLIOGRAPHY);
        Optional<SourceFile> terms = optional(Glossary.FILE);
        Set<String> downloads = Downloads.names(folder, problems);
        String around = Digest.of(String.join(
                "\n",
                root,
                KnownLessons.interfaces(read),
                description.retired().toString(),
                downloads.toString(),
                description.mistakes().toString(),
                works.map(SourceFile::text).orElse("none"),
                terms.map(SourceFile::text).orElse("none")));
        List<KnownLessons.Known> anew = new ArrayList<>();
        Map<KnownLessons.Known, KnownLessons.Written> written = new LinkedHashMap<>();
        for (KnownLessons.Known lesson : read) {
            lesson.written(around).ifPresentOrElse(made -> written.put(lesson, made), () -> anew.add(lesson));
        }
        List<LessonFiles> all =
                read.stream().flatMap(lesson -> lesson.files().stream()).toList();
        // Of lessons that are taken over it is known already what is wrong with their ids
        Set<LessonFiles> told =
                anew.stream().flatMap(lesson -> lesson.files().stream()).collect(Collectors.toSet());
        Map<LessonId, LessonFiles> lessons = byId(all, told);
        checkIds(all, description.retired(), told);
        typesetter.prepare(formulas(anew));

        Glossary glossary = terms.map(Glossary::read).orElseGet(Glossary::none);
        var withoutTerms = new Resources(
                new Addresses(lessons, downloads, root),
                bibliography(works),
                description.mistakes(),
                typesetter,
                glossary,
                Map.of());
        var definitions = new Definitions(glossary, withoutTerms);
        var resources = withoutTerms.withDefinitions(definitions.html());
        for (KnownLessons.Known lesson : anew) {
            lesson.files().ifPresent(files -> {
                KnownLessons.Written made = write(files, resources);
                lesson.keep(around, made);
                written.put(lesson, made);
            });
        }
        Map<LessonId, Lesson> rendered = new HashMap<>();
        var texts = new ArrayList<LessonText>();
        var items = new ArrayList<LessonItems>();
        for (KnownLessons.Known lesson : read) {
            problems.addAll(lesson.parsed().problems());
            KnownLessons.Written made = written.get(lesson);
            if (made != null) {
                texts.addAll(made.texts());
                items.add(made.rendered().items());
                problems.addAll(made.problems());
                made.rendered().lesson().ifPresent(found -> rendered.put(found.id(), found));
                lesson.files()
                        .flatMap(LessonFiles::id)
                        .ifPresent(
                                id -> made.rendered().terms().forEach((page, uses) -> definitions.use(id, page, uses)));
            }
        }
        List<CourseModule> modules = modules(description, courseFile, allKnown, lessons, rendered);
        if (courseFile != null) {
            problems.addAll(courseFile.problems());
        }
        problems.addAll(definitions.finish());
        var course = new Course(
                description.title(),
                description.description(),
                description.authors(),
                description.licence(),
                description.edition(),
                description.date(),
                modules,
                definitions.terms(modules),
                description.asksConfidence());
        List<Lesson> listed = course.lessons();
        List<Lesson> unlisted = rendered.values().stream()
                .filter(lesson -> !listed.contains(lesson))
                .toList();
        return new Reading(
                new Loaded(course, unlisted, problems, folders(lessons), listed(description)),
                texts,
                items,
                description.allowances());
    }

    private static KnownLessons.Written write(LessonFiles files, Resources resources) {
        // Taken first: rendering changes the tree, it takes the marks out of alerts and options
        List<LessonText> texts = files.all().stream().map(LessonText::of).toList();
        var rendered = new LessonRenderer(files, resources).render();
        List<Problem> problems = files.all().stream()
                .flatMap(source -> source.file().problems().stream())
                .toList();
        return new KnownLessons.Written(rendered, texts, problems);
    }

    private static List<Loaded.Listed> listed(CourseDescription description) {
        return description.modules().stream()
                .map(module -> new Loaded.Listed(
                        module.title(), List.copyOf(module.lessons().keySet())))
                .toList();
    }

    private static Map<LessonId, String> folders(Map<LessonId, LessonFiles> lessons) {
        Map<LessonId, String> folders = new HashMap<>();
        lessons.forEach((id, files) -> {
            String file = files.lesson().file().name();
            folders.put(id, file.substring(0, file.lastIndexOf('/') + 1));
        });
        return folders;
    }

    private @Nullable SourceFile file(String name) {
        try {
            return folder.read(name);
        } catch (Unreadable unreadable) {
            problems.add(unreadable.problem());
            return null;
        }
    }

    /** A file that need not be there. */
    private Optional<SourceFile> optional(String name) {
        return list("").contains(name) ? Optional.ofNullable(file(name)) : Optional.empty();
    }

    private Bibliography bibliography(Optional<SourceFile> file) {
        if (file.isEmpty()) {
            return list("").contains(BIBLIOGRAPHY) ? Bibliography.UNKNOWN : Bibliography.EMPTY;
        }
        var bibliography = BibliographyReader.read(file.get());
        problems.addAll(file.get().problems());
        return bibliography;
    }

    private List<LessonFolder> folders() {
        return list(LESSONS).stream()
                .map(name -> LessonFolder.read(LESSONS + "/" + name + "/", folder))
                .toList();
    }

    private List<String> list(String name) {
        try {
            return folder.list(name);
        } catch (Unreadable unreadable) {
            problems.add(unreadable.problem());
            return List.of();
        }
    }

    private static Map<LessonId, LessonFiles> byId(List<LessonFiles> read, Set<LessonFiles> told) {
        Map<LessonId, LessonFiles> lessons = new LinkedHashMap<>();
        for (LessonFiles files : read) {
            files.id().ifPresent(id -> {
                LessonFiles other = lessons.putIfAbsent(id, files);
                if (other != null && told.contains(files)) {
                    files.lesson()
                            .file()
                            .report(
                                    Rule.DUPLICATE_ID,
                                    files.frontMatter().idOffset(),
                                    "the lesson " + id + " is "
                                            + other.lesson().file().name() + " already");
                }
            });
        }
        return lessons;
    }

    /** Ids that learners' work is kept under are unique in the course, and none that was retired comes back. */
    private static void checkIds(List<LessonFiles> lessons, Set<String> retired, Set<LessonFiles> told) {
        Map<String, Target> seen = new HashMap<>();
        for (LessonFiles files : lessons) {
            files.id()
                    .filter(id -> retired.contains(id.value()) && told.contains(files))
                    .ifPresent(id -> files.lesson()
                            .file()
                            .report(
                                    Rule.RETIRED_ID,
                                    files.frontMatter().idOffset(),
                                    "the id " + id + " was used before and is retired"));
            for (Target target : files.targets().all()) {
                if (!target.isKept()) {
                    continue;
                }
                if (retired.contains(target.id()) && told.contains(files)) {
                    target.file()
                            .report(
                                    Rule.RETIRED_ID,
                                    target.offset(),
                                    "the id " + target.id() + " was used before and is retired");
                }
                Target other = seen.putIfAbsent(target.id(), target);
                if (other != null && told.contains(files)) {
                    target.file()
                            .report(
                                    Rule.DUPLICATE_ID,
                                    target.offset(),
                                    "the id " + target.id() + " is taken in "
                                            + other.file().name());
                }
            }
        }
    }

    private static List<Formula> formulas(List<KnownLessons.Known> lessons) {
        return lessons.stream()
                .flatMap(lesson -> lesson.files().stream())
                .flatMap(files -> files.all().stream())
                .flatMap(source -> source.formulas().all().stream())
                .distinct()
                .toList();
    }

    private List<CourseModule> modules(
            CourseDescription description,
            @Nullable SourceFile courseFile,
            boolean allKnown,
            Map<LessonId, LessonFiles> lessons,
            Map<LessonId, Lesson> rendered) {
        var unlisted = new LinkedHashMap<>(lessons);
        var modules = new ArrayList<CourseModule>();
        for (CourseDescription.ModuleDescription module : description.modules()) {
            var shown = new ArrayList<Lesson>();
            module.lessons().forEach((id, offset) -> {
                unlisted.remove(id);
                if (!lessons.containsKey(id) && allKnown && courseFile != null) {
                    courseFile.reportUnknown(
                            Rule.UNKNOWN_LESSON,
                            offset,
                            "lesson",
                            id.value(),
                            lessons.keySet().stream().map(LessonId::value).toList());
                }
                Lesson lesson = rendered.get(id);
                if (lesson != null) {
                    shown.add(lesson);
                }
            });
            modules.add(new CourseModule(module.title(), shown));
        }
        unlisted.forEach((id, files) -> problems.add(Problem.of(
                Rule.UNLISTED_LESSON,
                files.lesson().file().position(files.frontMatter().idOffset()),
                "the lesson " + id + " stands in no module of " + COURSE + " and is not shown")));
        return modules;
    }
}
