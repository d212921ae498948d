package dev.surprisal.content;

import java.util.List;

/** A file of a lesson as text, for rules about how things are said. */
public record LessonText(String file, List<Passage> passages) {

    public LessonText {
        passages = List.copyOf(passages);
    }

    static LessonText of(LessonSource source) {
        return new LessonText(source.file().name(), new PassageReader(source.file()).read(source.document()));
    }
}
