package dev.surprisal.content;

import dev.surprisal.content.markdown.Container;
import dev.surprisal.content.markdown.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.commonmark.node.Node;

/** A question or part taken apart: what is asked, its fields, and the parts in it. */
final class QuestionFields {

    /** They may stand above what is asked. */
    static final Set<String> OF_VARIATION = Set.of("vary", "where", "also");

    private static final int MOST_FIELDS = 50;
    private static final Set<String> SEVERAL = Set.of("hint", "wrong", "also");

    private final Container container;
    private final SourceFile file;
    private final List<Node> stem = new ArrayList<>();
    private final List<Field> fields = new ArrayList<>();
    private final List<Container> parts = new ArrayList<>();
    private boolean tooMany;

    /** @param known the names of fields that it may have */
    QuestionFields(Container container, SourceFile file, Set<String> known) {
        this.container = container;
        this.file = file;
        for (Node child : Nodes.children(container)) {
            if (child instanceof Field field) {
                field(field, known);
            } else if (child instanceof Container part
                    && part.kind().text().equals("part")
                    && container.kind().text().equals("question")) {
                parts.add(part);
            } else if (parts.isEmpty() && fields.stream().allMatch(QuestionFields::isOfVariation)) {
                stem.add(child);
            } else {
                file.report(
                        Rule.QUESTION,
                        Nodes.offset(child),
                        parts.isEmpty()
                                ? "this belongs to no field: what is asked stands above the fields, and only the text of a hint or solution goes on in further paragraphs"
                                : "this belongs to no part: what all parts share stands above them");
            }
        }
    }

    private static boolean isOfVariation(Field field) {
        return OF_VARIATION.contains(field.name().text());
    }

    private void field(Field field, Set<String> known) {
        String name = field.name().text();
        int offset = field.name().offset(0);
        if (fields.size() == MOST_FIELDS) {
            if (!tooMany) {
                file.report(Rule.TOO_MUCH, offset, "a question has at most " + MOST_FIELDS + " fields");
            }
            tooMany = true;
            return;
        }
        if (!known.contains(name)) {
            file.reportUnknown(
                    Rule.UNKNOWN_KEY,
                    offset,
                    "field",
                    name,
                    known.stream().sorted().toList());
        } else if (!SEVERAL.contains(name) && find(name).isPresent()) {
            file.report(Rule.QUESTION, offset, "the field " + name + " stands here twice");
        }
        fields.add(field);
    }

    Container container() {
        return container;
    }

    /** What is asked; a list of options is taken out of it by whoever reads it. */
    List<Node> stem() {
        return stem;
    }

    List<Container> parts() {
        return parts;
    }

    Optional<Field> find(String name) {
        return all(name).stream().findFirst();
    }

    List<Field> all(String name) {
        return fields.stream().filter(field -> field.name().text().equals(name)).toList();
    }

    static int offset(Field field) {
        return field.data().text().isEmpty()
                ? field.name().offset(0)
                : field.data().offset(0);
    }
}
