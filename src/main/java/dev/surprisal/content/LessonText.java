package dev.surprisal.content;

import java.util.List;

/**
 * A file of a lesson as text, for rules about how things are said.
 *
 * @param digest of the file's name and text, on which the passages depend and nothing else
 */
public record LessonText(String file, String digest, List<Passage> passages) {

    public LessonText {
        passages = List.copyOf(passages);
    }

    static LessonText of(LessonSource source) {
        SourceFile file = source.file();
        return new LessonText(
                file.name(),
                Digest.of(file.name() + "\n" + file.text()),
                new PassageReader(file).read(source.document()));
    }
}
