package dev.surprisal.content;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.commonmark.ext.footnotes.FootnoteDefinition;
import org.commonmark.node.Node;

/** The footnotes of a page, in the order in which its text refers to them. */
final class Footnotes {

    /** What the ids of footnotes start with. */
    static final String PREFIX = "footnote-";

    /** A footnote that was referred to {@code references} times so far. */
    static final class Note {
        private final FootnoteDefinition definition;
        private final int number;
        private int references;

        private Note(FootnoteDefinition definition, int number) {
            this.definition = definition;
            this.number = number;
        }

        FootnoteDefinition definition() {
            return definition;
        }

        int number() {
            return number;
        }

        int references() {
            return references;
        }

        String id() {
            return PREFIX + number;
        }

        String referenceId(int reference) {
            return PREFIX + number + "-reference" + (reference == 1 ? "" : "-" + reference);
        }
    }

    private final Map<String, FootnoteDefinition> definitions = new HashMap<>();
    private final Map<String, Note> notes = new HashMap<>();
    private final List<Note> inOrder = new ArrayList<>();

    Footnotes(Node document) {
        Nodes.walk(document, node -> {
            if (node instanceof FootnoteDefinition definition) {
                definitions.putIfAbsent(key(definition.getLabel()), definition);
            }
        });
    }

    /** The note for one more reference to {@code label}, which the parser has made sure is defined. */
    Note refer(String label) {
        Note note = notes.computeIfAbsent(key(label), key -> {
            FootnoteDefinition definition = definitions.get(key);
            if (definition == null) {
                throw new IllegalStateException("a reference without its footnote: " + label);
            }
            var made = new Note(definition, inOrder.size() + 1);
            inOrder.add(made);
            return made;
        });
        note.references++;
        return note;
    }

    /** A note may refer to a further one: ask again after each. */
    int count() {
        return inOrder.size();
    }

    Note get(int index) {
        return inOrder.get(index);
    }

    private static String key(String label) {
        return label.strip().toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
    }
}
