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
import java.util.TreeMap;
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
        Glossary glossary = terms.map(Glossary::read).orElseGet(Glossary::none);
        List<LessonFiles> before = files(read);
        var withoutTerms = new Resources(
                new Addresses(byId(before), downloads, root),
                bibliography(works, known),
                description.mistakes(),
                typesetter,
                glossary,
                Map.of());
        var definitions = new Definitions(glossary, withoutTerms);
        String around = Digest.of(String.join(
                "\n",
                root,
                description.mistakes().stream().sorted().toList().toString(),
                works.map(SourceFile::text).orElse("none"),
                terms.map(SourceFile::text).orElse("none"),
                new TreeMap<>(definitions.html()).toString()));
        List<KnownLessons.Known> anew = new ArrayList<>();
        Map<KnownLessons.Known, String> surroundings = new HashMap<>();
        Map<KnownLessons.Known, KnownLessons.Written> written = new LinkedHashMap<>();
        List<Clash> expected = clashes(before, description.retired());
        for (KnownLessons.Known lesson : read) {
            String own = Digest.of(around + "\n" + Clash.of(lesson.files(), expected));
            surroundings.put(lesson, own);
            lesson.written(own, withoutTerms.addresses())
                    .ifPresentOrElse(made -> written.put(lesson, made), () -> anew.add(lesson));
        }
        // Those that are written anew have been read anew
        List<LessonFiles> all = files(read);
        Map<LessonId, LessonFiles> lessons = byId(all);
        Set<LessonFiles> told = Set.copyOf(files(anew));
        clashes(all, description.retired()).stream()
                .filter(clash -> told.contains(clash.files()))
                .forEach(Clash::report);
        typesetter.prepare(formulas(anew));

        var resources = withoutTerms.with(new Addresses(lessons, downloads, root), definitions.html());
        for (KnownLessons.Known lesson : anew) {
            lesson.files().ifPresent(files -> {
                KnownLessons.Written made = write(files, resources.unasked());
                lesson.keep(surroundings.getOrDefault(lesson, around), made);
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
                new Loaded(course, unlisted, problems, folders(lessons), listed(description), description.retired()),
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
        return new KnownLessons.Written(
                rendered, texts, problems, resources.addresses().noted());
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

    private Bibliography bibliography(Optional<SourceFile> file, KnownLessons known) {
        if (file.isEmpty()) {
            return list("").contains(BIBLIOGRAPHY) ? Bibliography.UNKNOWN : Bibliography.EMPTY;
        }
        var bibliography = known.bibliography(file.get());
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

    private static List<LessonFiles> files(List<KnownLessons.Known> lessons) {
        return lessons.stream().flatMap(lesson -> lesson.files().stream()).toList();
    }

    /** The first of those with the same id has it. */
    private static Map<LessonId, LessonFiles> byId(List<LessonFiles> read) {
        Map<LessonId, LessonFiles> lessons = new LinkedHashMap<>();
        read.forEach(files -> files.id().ifPresent(id -> lessons.putIfAbsent(id, files)));
        return lessons;
    }

    /** An id of a lesson that another one has, or that was used before: what is wrong in the one depends on the others. */
    private record Clash(LessonFiles files, Rule rule, SourceFile file, int offset, String message) {
        void report() {
            file.report(rule, offset, message);
        }

        /** Those of a lesson, as text. */
        static String of(Optional<LessonFiles> lesson, List<Clash> all) {
            return all.stream()
                    .filter(clash ->
                            lesson.filter(files -> files == clash.files).isPresent())
                    .map(clash -> clash.file.name() + ":" + clash.offset + " " + clash.rule + " " + clash.message)
                    .collect(Collectors.joining("\n"));
        }
    }

    /** Ids of lessons, and ids that learners' work is kept under, are unique in the course, and none that was retired comes back. */
    private static List<Clash> clashes(List<LessonFiles> lessons, Set<String> retired) {
        List<Clash> clashes = new ArrayList<>();
        Map<LessonId, LessonFiles> first = byId(lessons);
        Map<String, Target> seen = new HashMap<>();
        for (LessonFiles files : lessons) {
            files.id().ifPresent(id -> {
                SourceFile file = files.lesson().file();
                int offset = files.frontMatter().idOffset();
                LessonFiles other = first.getOrDefault(id, files);
                if (other != files) {
                    clashes.add(new Clash(
                            files,
                            Rule.DUPLICATE_ID,
                            file,
                            offset,
                            "the lesson " + id + " is " + other.lesson().file().name() + " already"));
                }
                if (retired.contains(id.value())) {
                    clashes.add(new Clash(files, Rule.RETIRED_ID, file, offset, usedBefore(id.value())));
                }
            });
            for (Target target : files.targets().all()) {
                if (!target.isKept()) {
                    continue;
                }
                if (retired.contains(target.id())) {
                    clashes.add(
                            new Clash(files, Rule.RETIRED_ID, target.file(), target.offset(), usedBefore(target.id())));
                }
                Target other = seen.putIfAbsent(target.id(), target);
                if (other != null) {
                    clashes.add(new Clash(
                            files,
                            Rule.DUPLICATE_ID,
                            target.file(),
                            target.offset(),
                            "the id " + target.id() + " is taken in "
                                    + other.file().name()));
                }
            }
        }
        return clashes;
    }

    private static String usedBefore(String id) {
        return "the id " + id + " was used before and is retired";
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
