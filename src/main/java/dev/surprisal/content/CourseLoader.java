package dev.surprisal.content;

import dev.surprisal.content.ContentFolder.Unreadable;
import dev.surprisal.expression.Spelling;
import dev.surprisal.typeset.Formula;
import dev.surprisal.typeset.Typesetter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
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
    private static final String FIGURES = "figures";
    private static final List<String> FILES = List.of(
            PageKind.LESSON.file(),
            PageKind.PRACTICE.file(),
            PageKind.CHEATSHEET.file(),
            PageKind.REFERENCES.file(),
            Cards.FILE,
            FIGURES);

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
        return read(folder, typesetter, ROOT).loaded();
    }

    /**
     * The course and, for rules about wording and about questions, what it was made of.
     *
     * @param root where the course will be on its server, with a slash at its end
     */
    public static Reading read(Path folder, Typesetter typesetter, String root) throws IOException {
        return new CourseLoader(ContentFolder.open(folder), typesetter, root).read();
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

    private Reading read() {
        var courseFile = file(COURSE);
        var description = courseFile == null ? CourseDescription.NONE : CourseDescription.read(courseFile);
        List<LessonFiles> read = lessons();
        Map<LessonId, LessonFiles> lessons = byId(read);
        // A lesson that cannot be read may be the one that is missed: then nothing is said about missing ones
        boolean allKnown = problems.stream().noneMatch(Problem::isError)
                && read.stream().allMatch(lesson -> lesson.id().isPresent());
        checkIds(read, description.retired());
        typesetter.prepare(formulas(read));

        Glossary glossary = glossary();
        var withoutTerms = new Resources(
                new Addresses(lessons, root), bibliography(), description.mistakes(), typesetter, glossary, Map.of());
        var definitions = new Definitions(glossary, withoutTerms);
        var resources = withoutTerms.withDefinitions(definitions.html());
        Map<LessonId, Lesson> rendered = new HashMap<>();
        var texts = new ArrayList<LessonText>();
        var items = new ArrayList<LessonItems>();
        for (LessonFiles files : read) {
            // Taken first: rendering changes the tree, it takes the marks out of alerts and options
            files.all().forEach(source -> texts.add(LessonText.of(source)));
            var result = new LessonRenderer(files, resources).render();
            result.lesson().ifPresent(lesson -> rendered.put(lesson.id(), lesson));
            items.add(result.items());
            files.id().ifPresent(id -> result.terms().forEach((page, uses) -> definitions.use(id, page, uses)));
            files.all().forEach(source -> problems.addAll(source.file().problems()));
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
                definitions.terms(modules));
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

    private Bibliography bibliography() {
        if (!list("").contains(BIBLIOGRAPHY)) {
            return Bibliography.EMPTY;
        }
        SourceFile file = file(BIBLIOGRAPHY);
        if (file == null) {
            return Bibliography.UNKNOWN;
        }
        var bibliography = BibliographyReader.read(file);
        problems.addAll(file.problems());
        return bibliography;
    }

    private Glossary glossary() {
        SourceFile file = list("").contains(Glossary.FILE) ? file(Glossary.FILE) : null;
        return file == null ? Glossary.none() : Glossary.read(file);
    }

    private List<LessonFiles> lessons() {
        var lessons = new ArrayList<LessonFiles>();
        for (String name : list(LESSONS)) {
            String lessonFolder = LESSONS + "/" + name + "/";
            List<String> present = list(LESSONS + "/" + name);
            present.stream().filter(file -> !FILES.contains(file)).forEach(file -> unknown(lessonFolder, file));
            SourceFile lesson = file(lessonFolder + PageKind.LESSON.file());
            Map<PageKind, SourceFile> companions = new EnumMap<>(PageKind.class);
            for (PageKind page : PageKind.COMPANIONS) {
                SourceFile file = present.contains(page.file()) ? file(lessonFolder + page.file()) : null;
                if (file != null) {
                    companions.put(page, file);
                }
            }
            SourceFile cards = present.contains(Cards.FILE) ? file(lessonFolder + Cards.FILE) : null;
            if (lesson != null) {
                lessons.add(LessonFiles.read(lesson, companions, cards, pictures(lessonFolder + FIGURES)));
            }
        }
        return lessons;
    }

    /** Those in a folder by their names; empty for one that is there and cannot be shown, which is reported here. */
    private Map<String, Optional<Picture>> pictures(String folderName) {
        Map<String, Optional<Picture>> pictures = new TreeMap<>();
        for (String name : list(folderName)) {
            String path = folderName + "/" + name;
            if (!PictureReader.isName(name)) {
                problems.add(Problem.of(
                        Rule.UNKNOWN_FILE,
                        new SourcePosition(path, 1, 1),
                        "a figure is named with small letters, digits and hyphens and ends with .svg or .png"));
                continue;
            }
            Optional<Picture> picture = Optional.empty();
            try {
                picture = Optional.of(PictureReader.read(name, folder.bytes(path, ContentFolder.LARGEST_PICTURE)));
            } catch (Unreadable unreadable) {
                problems.add(unreadable.problem());
            } catch (PictureReader.Refused refused) {
                problems.add(Problem.of(
                        Rule.IMAGE,
                        new SourcePosition(path, refused.line, refused.column),
                        String.valueOf(refused.getMessage())));
            }
            pictures.put(name, picture);
        }
        return pictures;
    }

    private void unknown(String lessonFolder, String file) {
        String meant = Spelling.nearest(file, FILES)
                .map(found -> " (did you mean " + found + "?)")
                .orElse("; a lesson consists of " + String.join(", ", FILES));
        problems.add(Problem.of(
                Rule.UNKNOWN_FILE, new SourcePosition(lessonFolder + file, 1, 1), "this file is not read" + meant));
    }

    private List<String> list(String name) {
        try {
            return folder.list(name);
        } catch (Unreadable unreadable) {
            problems.add(unreadable.problem());
            return List.of();
        }
    }

    private static Map<LessonId, LessonFiles> byId(List<LessonFiles> read) {
        Map<LessonId, LessonFiles> lessons = new LinkedHashMap<>();
        for (LessonFiles files : read) {
            files.id().ifPresent(id -> {
                LessonFiles other = lessons.putIfAbsent(id, files);
                if (other != null) {
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
    private static void checkIds(List<LessonFiles> lessons, Set<String> retired) {
        Map<String, Target> seen = new HashMap<>();
        for (LessonFiles files : lessons) {
            files.id()
                    .filter(id -> retired.contains(id.value()))
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
                if (retired.contains(target.id())) {
                    target.file()
                            .report(
                                    Rule.RETIRED_ID,
                                    target.offset(),
                                    "the id " + target.id() + " was used before and is retired");
                }
                Target other = seen.putIfAbsent(target.id(), target);
                if (other != null) {
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

    private static List<Formula> formulas(List<LessonFiles> lessons) {
        return lessons.stream()
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
