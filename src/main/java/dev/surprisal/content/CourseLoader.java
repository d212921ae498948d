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
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads a content folder: {@code course.yaml}, and {@code lesson.md} in each folder of {@code lessons}. All problems are found in one
 * go; what is wrong in one lesson does not keep the others from being read.
 */
public final class CourseLoader {

    private static final String COURSE = "course.yaml";
    private static final String LESSONS = "lessons";
    private static final String LESSON = "lesson.md";

    private final ContentFolder folder;
    private final Typesetter typesetter;
    private final List<Problem> problems = new ArrayList<>();

    private CourseLoader(ContentFolder folder, Typesetter typesetter) {
        this.folder = folder;
        this.typesetter = typesetter;
    }

    /**
     * The course in a folder.
     *
     * @throws IOException when there is no such folder; whatever is wrong inside of it is a problem of the result
     */
    public static Loaded load(Path folder, Typesetter typesetter) throws IOException {
        return read(folder, typesetter).loaded();
    }

    /** The course and, for rules about wording, its text. */
    public static Reading read(Path folder, Typesetter typesetter) throws IOException {
        return new CourseLoader(ContentFolder.open(folder), typesetter).read();
    }

    /**
     * What was read.
     *
     * @param texts of all lessons that could be read, those with errors included
     */
    public record Reading(Loaded loaded, List<LessonText> texts) {
        public Reading {
            texts = List.copyOf(texts);
        }
    }

    private Reading read() {
        var courseFile = file(COURSE);
        var description = courseFile == null ? CourseDescription.NONE : CourseDescription.read(courseFile);
        List<LessonSource> sources = sources();
        Map<LessonId, LessonSource> lessons = byId(sources);
        // A lesson that cannot be read may be the one that is missed: then nothing is said about missing ones
        boolean allKnown = problems.stream().noneMatch(Problem::isError)
                && sources.stream().allMatch(source -> source.id().isPresent());
        checkIds(sources, description.retired());
        typesetter.prepare(formulas(sources));

        var addresses = new Addresses(lessons);
        Map<LessonId, Lesson> rendered = new HashMap<>();
        var texts = new ArrayList<LessonText>();
        for (LessonSource source : sources) {
            // Taken first: rendering changes the tree, it takes the marks out of alerts and options
            texts.add(LessonText.of(source));
            new LessonRenderer(source, addresses, description.mistakes(), typesetter)
                    .render()
                    .ifPresent(lesson -> rendered.put(lesson.id(), lesson));
            problems.addAll(source.file().problems());
        }
        List<CourseModule> modules = modules(description, courseFile, allKnown, lessons, rendered);
        if (courseFile != null) {
            problems.addAll(courseFile.problems());
        }
        var course = new Course(
                description.title(), description.description(), description.authors(), description.licence(), modules);
        return new Reading(new Loaded(course, problems), texts);
    }

    private @Nullable SourceFile file(String name) {
        try {
            return folder.read(name);
        } catch (Unreadable unreadable) {
            problems.add(unreadable.problem());
            return null;
        }
    }

    private List<LessonSource> sources() {
        var sources = new ArrayList<LessonSource>();
        for (String name : list(LESSONS)) {
            String lessonFolder = LESSONS + "/" + name;
            for (String file : list(lessonFolder)) {
                if (!file.equals(LESSON)) {
                    var position = new SourcePosition(lessonFolder + "/" + file, 1, 1);
                    problems.add(Problem.of(
                            Rule.UNKNOWN_FILE, position, "this file is not read; a lesson consists of " + LESSON));
                }
            }
            SourceFile file = file(lessonFolder + "/" + LESSON);
            if (file != null) {
                sources.add(LessonSource.read(file));
            }
        }
        return sources;
    }

    private List<String> list(String name) {
        try {
            return folder.list(name);
        } catch (Unreadable unreadable) {
            problems.add(unreadable.problem());
            return List.of();
        }
    }

    private static Map<LessonId, LessonSource> byId(List<LessonSource> sources) {
        Map<LessonId, LessonSource> lessons = new LinkedHashMap<>();
        for (LessonSource source : sources) {
            source.id().ifPresent(id -> {
                LessonSource other = lessons.putIfAbsent(id, source);
                if (other != null) {
                    source.file()
                            .report(
                                    Rule.DUPLICATE_ID,
                                    source.frontMatter().idOffset(),
                                    "the lesson " + id + " is " + other.file().name() + " already");
                }
            });
        }
        return lessons;
    }

    /** Ids of questions and widgets are unique in the course, and none that was retired comes back. */
    private static void checkIds(List<LessonSource> sources, Set<String> retired) {
        Map<String, LessonSource> seen = new HashMap<>();
        for (LessonSource source : sources) {
            source.id()
                    .filter(id -> retired.contains(id.value()))
                    .ifPresent(id -> source.file()
                            .report(
                                    Rule.RETIRED_ID,
                                    source.frontMatter().idOffset(),
                                    "the id " + id + " was used before and is retired"));
            for (Target target : source.outline().targets()) {
                if (target.kind() != Target.Kind.QUESTION && target.kind() != Target.Kind.WIDGET) {
                    continue;
                }
                int offset = source.outline().idOffset(target);
                if (retired.contains(target.id())) {
                    source.file()
                            .report(
                                    Rule.RETIRED_ID,
                                    offset,
                                    "the id " + target.id() + " was used before and is retired");
                }
                LessonSource other = seen.putIfAbsent(target.id(), source);
                if (other != null) {
                    source.file()
                            .report(
                                    Rule.DUPLICATE_ID,
                                    offset,
                                    "the id " + target.id() + " is taken in "
                                            + other.file().name());
                }
            }
        }
    }

    private static List<Formula> formulas(List<LessonSource> sources) {
        return sources.stream()
                .flatMap(source -> source.formulas().all().stream())
                .distinct()
                .toList();
    }

    private List<CourseModule> modules(
            CourseDescription description,
            @Nullable SourceFile courseFile,
            boolean allKnown,
            Map<LessonId, LessonSource> lessons,
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
        unlisted.forEach((id, source) -> problems.add(Problem.of(
                Rule.UNLISTED_LESSON,
                source.file().position(source.frontMatter().idOffset()),
                "the lesson " + id + " stands in no module of " + COURSE + " and is not shown")));
        return modules;
    }
}
