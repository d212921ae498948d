package dev.surprisal.content;

import dev.surprisal.expression.Scope;
import dev.surprisal.expression.Value;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.stream.Collectors;

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
        Scope names = source.names().scope();
        return new LessonText(
                file.name(),
                Digest.of(file.name() + "\n" + file.text() + "\n" + printed(names)),
                names,
                new PassageReader(file).read(source.document()));
    }

    /** Where a passage of this text begins; of one without words, the beginning of the file. */
    public SourcePosition position(Passage passage) {
        return passage.pieces().isEmpty()
                ? new SourcePosition(file, 1, 1)
                : passage.pieces().getFirst().position(0);
    }

    private static String printed(Scope names) {
        IdentityHashMap<Value, String> known = new IdentityHashMap<>();
        return names.names().stream()
                .map(name -> name + " = "
                        + names.find(name).map(value -> printed(value, known)).orElse(""))
                .collect(Collectors.joining("\n"));
    }

    /** Each list once: those of the same list twice, again and again, have more elements than can be printed. */
    private static String printed(Value value, IdentityHashMap<Value, String> known) {
        if (!(value instanceof Value.ListOf(var elements))) {
            return value.printed();
        }
        String before = known.get(value);
        if (before != null) {
            return before;
        }
        String digest = Digest.of(
                elements.stream().map(element -> printed(element, known)).collect(Collectors.joining(", ", "[", "]")));
        known.put(value, digest);
        return digest;
    }
}
