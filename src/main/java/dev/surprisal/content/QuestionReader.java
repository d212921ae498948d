package dev.surprisal.content;

import dev.surprisal.content.markdown.Container;
import dev.surprisal.content.markdown.SourceText;
import dev.surprisal.typeset.Typesetter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;

/** Reads {@code :::question{#id type=…}}: its variants, stem, task, hints, solution, and its parts one by one. */
final class QuestionReader {

    private static final String PARTS = "parts";
    private static final String OUTCOME = "outcome";

    /** The fields of each type, beside {@code hint} and {@code solution} and those of variation. */
    private static final Map<String, Set<String>> FIELDS = Map.of(
            "single",
            Set.of("hint", "solution"),
            "multiple",
            Set.of("hint", "solution"),
            "number",
            Set.of("answer", "accept", "mistakes", "wrong", "hint", "solution"),
            "order",
            Set.of("hint", "solution"),
            "match",
            Set.of("hint", "solution"),
            "blank",
            Set.of("accept", "wrong", "hint", "solution"),
            "explain",
            Set.of("hint", "model"),
            "widget",
            Set.of("accept", "hint", "solution"),
            PARTS,
            Set.of());

    private static final List<String> TYPES =
            List.of("single", "multiple", "number", "blank", "order", "match", "explain", "widget", PARTS);

    private final LessonSource lesson;
    private final SourceFile file;
    private final BlockRenderer blocks;
    private final Typesetter typesetter;
    private final Set<String> tags;
    private final OptionalInt outcomes;

    /**
     * @param tags the course's own names of mistakes, for options
     * @param outcomes how many the lesson has; empty where nobody can say
     */
    QuestionReader(
            LessonSource lesson, BlockRenderer blocks, Set<String> tags, Typesetter typesetter, OptionalInt outcomes) {
        this.outcomes = outcomes;
        this.lesson = lesson;
        this.file = lesson.file();
        this.blocks = blocks;
        this.tags = tags;
        this.typesetter = typesetter;
    }

    /** Empty, with the reason reported, where the container is no good question. */
    Optional<Question> read(Container container, Where where) {
        int outcome = outcome(container);
        return question(container, where).map(question -> question.toward(outcome));
    }

    private Optional<Question> question(Container container, Where where) {
        boolean readable = blocks.isReadable(container);
        Optional<String> type = type(container, "question", TYPES);
        if (type.isEmpty() || !readable) {
            return Optional.empty();
        }
        Set<String> known = new HashSet<>(fieldsOf(type.get()));
        known.addAll(QuestionFields.OF_VARIATION);
        var fields = new QuestionFields(container, file, known);
        String digest = digest(container);
        var variation = lesson.names()
                .tried(file, "variants\n" + digest, Variation.class, () -> VariationReader.read(lesson, fields));
        if (variation.isEmpty()) {
            return Optional.empty();
        }
        var inserts = new Inserts(file, lesson.names(), variation.get(), typesetter, digest);
        var id = lesson.outline().find(container).map(target -> new QuestionId(target.id()));
        if (type.get().equals(PARTS)) {
            return parts(fields, id, where.in(inserts), inserts);
        }
        for (Container part : fields.parts()) {
            file.report(Rule.CONTAINER, part.offset(), "a part belongs to a question of type=parts");
        }
        return new QuestionBodyReader(lesson, blocks, tags, fields, inserts, where.in(inserts), List.of())
                .read(type.get(), id);
    }

    private String digest(Container container) {
        int start = file.lineStart(file.position(container.offset()).line() - 1);
        return Digest.of(file.text().substring(start, Nodes.end(container)) + "\n"
                + lesson.names().digest());
    }

    /** What stands in the braces of a question or part of any type. */
    static Set<String> keys(Container container) {
        return container.kind().text().equals("part") ? Set.of("type") : Set.of("type", OUTCOME);
    }

    /** The number of the outcome that a question shows, 0 where it names none; reported where the lesson has no such outcome. */
    private int outcome(Container container) {
        var written = container.attributes().find(OUTCOME);
        if (written.isEmpty() || outcomes.isEmpty()) {
            return 0;
        }
        int last = outcomes.getAsInt();
        String digits = written.get().text();
        int number = digits.length() <= 2 && digits.chars().allMatch(c -> c >= '0' && c <= '9')
                ? Integer.parseInt("0" + digits)
                : 0;
        if (number < 1 || number > last) {
            file.report(
                    Rule.VALUE,
                    written.get().offset(0),
                    last == 0
                            ? "the lesson has no outcomes: they stand in its front matter"
                            : "outcome must be the place of one of the lesson’s outcomes, from 1 to " + last + ", got "
                                    + SourceFile.shortened(digits));
            return 0;
        }
        return number;
    }

    private static Set<String> fieldsOf(String type) {
        return FIELDS.getOrDefault(type, Set.of());
    }

    private Optional<String> type(Container container, String what, List<String> types) {
        var type = container.attributes().find("type");
        if (type.isEmpty()) {
            file.report(
                    Rule.MISSING_KEY, container.offset(), "a " + what + " needs its type: type=single or type=number");
            return Optional.empty();
        }
        String name = type.get().text();
        if (!types.contains(name)) {
            file.reportUnknown(Rule.QUESTION, type.get().offset(0), "type of " + what, name, types);
            return Optional.empty();
        }
        return type.map(SourceText::text);
    }

    private Optional<Question> parts(QuestionFields fields, Optional<QuestionId> id, Where where, Inserts inserts) {
        Container container = fields.container();
        blocks.checkKeys(container, keys(container));
        Wording stem = QuestionBodyReader.stem(fields, blocks, inserts, where, file);
        var parts = new ArrayList<Question>();
        boolean complete = true;
        Set<String> names = new TreeSet<>();
        for (Container part : fields.parts()) {
            Optional<Question> read = part(part, id, names, where, inserts, parts);
            complete &= read.isPresent();
            read.ifPresent(parts::add);
        }
        if (fields.parts().isEmpty()) {
            file.report(
                    Rule.QUESTION,
                    container.offset(),
                    "a question in parts has parts: :::part{#its-name type=number}; the question around them is written with four colons");
            return Optional.empty();
        }
        return complete && id.isPresent()
                ? Optional.of(new Question(
                        id.get(),
                        new Task.Parts(parts),
                        stem,
                        List.of(),
                        null,
                        inserts.variation(),
                        List.of(),
                        file.position(container.offset()),
                        inserts.digest()))
                : Optional.empty();
    }

    private Optional<Question> part(
            Container container,
            Optional<QuestionId> question,
            Set<String> names,
            Where where,
            Inserts inserts,
            List<Question> earlier) {
        boolean readable = blocks.isReadable(container);
        List<String> types = TYPES.stream().filter(type -> !type.equals(PARTS)).toList();
        Optional<String> type = type(container, "part", types);
        SourceText name = container.attributes().id();
        Optional<QuestionId> id = Optional.empty();
        if (name == null) {
            file.report(Rule.MISSING_ID, container.offset(), "a part needs an id: :::part{#its-name …}");
        } else if (!Slug.isSlug(name.text())) {
            file.report(Rule.ID_FORM, name.offset(0), Slug.complaint(name.text()));
        } else if (!names.add(name.text())) {
            file.report(Rule.DUPLICATE_ID, name.offset(0), "another part of this question has the id " + name);
        } else if (question.isPresent()
                && QuestionId.find(question.get() + "--" + name).isEmpty()) {
            file.report(
                    Rule.ID_FORM,
                    name.offset(0),
                    "the ids of a question and its part have at most " + (QuestionId.MAX_LENGTH - 2)
                            + " characters together");
        } else {
            id = question.map(whole -> whole.part(name.text()));
        }
        if (type.isEmpty() || !readable) {
            return Optional.empty();
        }
        var fields = new QuestionFields(container, file, fieldsOf(type.get()));
        return new QuestionBodyReader(lesson, blocks, tags, fields, inserts, where, earlier).read(type.get(), id);
    }
}
