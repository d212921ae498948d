package dev.surprisal.content;

import dev.surprisal.expression.Scope;
import java.util.List;

/**
 * A file of a lesson as text, for rules about how things are said.
 *
 * @param digest of the file's name and text and of the lesson's names, on which all that follows depends and nothing else
 * @param names that the lesson's expressions share
 */
public record LessonText(String file, String digest, Scope names, List<Passage> passages) {

    public LessonText {
        passages = List.copyOf(passages);
    }

    static LessonText of(LessonSource source) {
        SourceFile file = source.file();
        return new LessonText(
                file.name(),
                Digest.of(
                        file.name() + "\n" + file.text() + "\n" + source.names().digest()),
                source.names().scope(),
                new PassageReader(file).read(source.document()));
    }

    /** Where a passage of this text begins; of one without words, the beginning of the file. */
    public SourcePosition position(Passage passage) {
        return passage.pieces().isEmpty()
                ? new SourcePosition(file, 1, 1)
                : passage.pieces().getFirst().position(0);
    }
}
