package dev.surprisal.content;

import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The files of a lesson as they were read: {@code lesson.md}, and the pages and cards beside it, which share its front matter and its
 * ids.
 */
final class LessonFiles {

    private final LessonSource lesson;
    private final Targets targets;
    private final Map<PageKind, LessonSource> pages;
    private final @Nullable Cards cards;
    private final Map<String, Optional<Picture>> pictures;

    private LessonFiles(
            LessonSource lesson,
            Targets targets,
            Map<PageKind, LessonSource> pages,
            @Nullable Cards cards,
            Map<String, Optional<Picture>> pictures) {
        this.lesson = lesson;
        this.targets = targets;
        this.pages = pages;
        this.cards = cards;
        this.pictures = Map.copyOf(pictures);
    }

    /**
     * @param companions the files of the further pages that there are
     * @param cards null where there are none
     * @param pictures by their names; empty for one that cannot be shown
     */
    static LessonFiles read(
            SourceFile lessonFile,
            Map<PageKind, SourceFile> companions,
            @Nullable SourceFile cards,
            Map<String, Optional<Picture>> pictures,
            Evaluations evaluations) {
        var targets = new Targets();
        var lesson = LessonSource.read(lessonFile, targets, evaluations);
        Map<PageKind, LessonSource> pages = new EnumMap<>(PageKind.class);
        pages.put(PageKind.OVERVIEW, lesson);
        pages.put(PageKind.LESSON, lesson);
        companions.forEach((page, file) -> pages.put(page, LessonSource.companion(file, page, lesson, targets)));
        Cards read = cards == null ? null : Cards.read(cards, lesson, targets);
        if (read != null) {
            // They stand on the page of practice, if need be on one of their own
            pages.putIfAbsent(PageKind.PRACTICE, read.source());
        }
        return new LessonFiles(lesson, targets, pages, read, pictures);
    }

    /** A text that belongs to no lesson. */
    static LessonFiles apart(LessonSource source) {
        return new LessonFiles(source, new Targets(), Map.of(), null, Map.of());
    }

    /** What {@code lesson.md} says. */
    LessonSource lesson() {
        return lesson;
    }

    /** Each file once. */
    List<LessonSource> all() {
        var all = new LinkedHashSet<>(pages.values());
        if (cards != null) {
            all.add(cards.source());
        }
        return List.copyOf(all);
    }

    Optional<Cards> cards() {
        return Optional.ofNullable(cards);
    }

    Map<String, Optional<Picture>> pictures() {
        return pictures;
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
        return all().stream().anyMatch(source -> source.file().hasErrors())
                || pictures.values().stream().anyMatch(Optional::isEmpty);
    }
}
