package dev.surprisal.site;

import dev.surprisal.content.Lesson;
import dev.surprisal.content.LessonId;
import dev.surprisal.content.Page;
import java.util.Optional;

/** The pages a lesson has. */
enum PageKind {
    OVERVIEW("overview", "Overview"),
    LESSON("lesson", "Lesson");

    private final String word;
    private final String title;

    PageKind(String word, String title) {
        this.word = word;
        this.title = title;
    }

    static Optional<PageKind> find(String word) {
        for (PageKind kind : values()) {
            if (kind.word.equals(word)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }

    /** What the log of events and the page itself call it. */
    String word() {
        return word;
    }

    String title() {
        return title;
    }

    /** Its address below the application's root, without a slash at the front. */
    String address(LessonId lesson) {
        return "lesson/" + lesson + (this == OVERVIEW ? "" : "/" + word);
    }

    Page of(Lesson lesson) {
        return switch (this) {
            case OVERVIEW -> lesson.overview();
            case LESSON -> lesson.lesson();
        };
    }
}
