package dev.surprisal.content;

import java.util.List;
import java.util.Optional;

/**
 * The pages that a lesson can have, in the order in which they are read. Overview and lesson come from {@code lesson.md}, which cuts
 * itself at its first second-level heading; each of the others is there when its file is.
 */
public enum PageKind {
    OVERVIEW("overview", "Overview"),
    LESSON("lesson", "Lesson"),
    PRACTICE("practice", "Practice"),
    CHEATSHEET("cheatsheet", "Cheatsheet"),
    REFERENCES("references", "References");

    static final List<PageKind> COMPANIONS = List.of(PRACTICE, CHEATSHEET, REFERENCES);

    private final String word;
    private final String title;

    PageKind(String word, String title) {
        this.word = word;
        this.title = title;
    }

    public static Optional<PageKind> find(String word) {
        for (PageKind kind : values()) {
            if (kind.word.equals(word)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }

    /** What addresses, the log of events and the page itself call it. */
    public String word() {
        return word;
    }

    public String title() {
        return title;
    }

    /** Its address below the application's root, without a slash at the front. */
    public String address(LessonId lesson) {
        return "lesson/" + lesson + (this == OVERVIEW ? "" : "/" + word);
    }

    /** The file in the lesson's folder that it is written in. */
    public String file() {
        return this == OVERVIEW ? LESSON.file() : word + ".md";
    }
}
