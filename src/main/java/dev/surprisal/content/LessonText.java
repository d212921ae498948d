package dev.surprisal.content;

import java.util.List;

/** A lesson as text, for rules about how things are said. */
public record LessonText(String file, List<Passage> passages) {

    public LessonText {
        passages = List.copyOf(passages);
    }

    static LessonText of(LessonSource lesson) {
        return new LessonText(lesson.file().name(), new PassageReader(lesson.file()).read(lesson.document()));
    }
}
