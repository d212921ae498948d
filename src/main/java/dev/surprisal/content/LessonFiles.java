package dev.surprisal.content;

import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The files of a lesson as they were read: {@code lesson.md}, and the pages beside it, which share its front matter and its ids. */
final class LessonFiles {

    private final LessonSource lesson;
    private final Targets targets;
    private final Map<PageKind, LessonSource> pages = new EnumMap<>(PageKind.class);

    private LessonFiles(LessonSource lesson, Targets targets) {
        this.lesson = lesson;
        this.targets = targets;
    }

    /** @param companions the files of the further pages that there are */
    static LessonFiles read(SourceFile lesson, Map<PageKind, SourceFile> companions) {
        var targets = new Targets();
        var files = new LessonFiles(LessonSource.read(lesson, targets), targets);
        files.pages.put(PageKind.OVERVIEW, files.lesson);
        files.pages.put(PageKind.LESSON, files.lesson);
        companions.forEach(
                (page, file) -> files.pages.put(page, LessonSource.companion(file, page, files.lesson, targets)));
        return files;
    }

    /** What {@code lesson.md} says. */
    LessonSource lesson() {
        return lesson;
    }

    /** Each file once. */
    List<LessonSource> all() {
        return List.copyOf(new LinkedHashSet<>(pages.values()));
    }

    /** The pages there are, with the file that each stands in. */
    Map<PageKind, LessonSource> pages() {
        return pages;
    }

    Targets targets() {
        return targets;
    }

    FrontMatter frontMatter() {
        return lesson.frontMatter();
    }

    Optional<LessonId> id() {
        return lesson.id();
    }

    boolean hasErrors() {
        return all().stream().anyMatch(source -> source.file().hasErrors());
    }
}
