package dev.surprisal.content;

import dev.surprisal.content.markdown.Attributes;
import dev.surprisal.content.markdown.Container;
import dev.surprisal.content.markdown.Field;
import dev.surprisal.content.markdown.SourceText;
import dev.surprisal.expression.Expression;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.Text;
import org.jspecify.annotations.Nullable;

/** Reads {@code :::question{#id type=…}}: stem, options or key, hints, solution. */
final class QuestionReader {

    private static final List<String> TYPES = List.of("single", "number");
    private static final List<String> LATER =
            List.of("multiple", "blank", "order", "match", "widget", "parts", "explain");

    private static final Set<String> FIELDS_OF_SINGLE = Set.of("hint", "solution");
    private static final Set<String> FIELDS_OF_NUMBER =
            Set.of("answer", "accept", "mistakes", "wrong", "hint", "solution");
    private static final int MOST_FIELDS = 50;
    private static final Set<String> SEVERAL = Set.of("hint", "wrong");

    private final LessonSource lesson;
    private final SourceFile file;
    private final BlockRenderer blocks;
    private final Set<String> tags;

    /** @param tags the course's own names of mistakes, for options */
    QuestionReader(LessonSource lesson, BlockRenderer blocks, Set<String> tags) {
        this.lesson = lesson;
        this.file = lesson.file();
        this.blocks = blocks;
        this.tags = tags;
    }

    /** Empty, with the reason reported, where the container is no good question. */
    Optional<Question> read(Container container, Where where) {
        blocks.check(container);
        var type = container.attributes().find("type");
        if (type.isEmpty()) {
            file.report(Rule.MISSING_KEY, container.offset(), "a question needs its type: type=single or type=number");
            return Optional.empty();
        }
        String name = type.get().text();
        if (LATER.contains(name)) {
            file.report(
                    Rule.QUESTION,
                    type.get().offset(0),
                    "questions of the type " + name + " are not available yet; there are " + String.join(", ", TYPES));
            return Optional.empty();
        }
        return switch (name) {
            case "single" -> new Reading(container, where.withoutFootnotes(), FIELDS_OF_SINGLE).single();
            case "number" -> new Reading(container, where.withoutFootnotes(), FIELDS_OF_NUMBER).number();
            default -> {
                file.reportUnknown(Rule.QUESTION, type.get().offset(0), "type of question", name, TYPES);
                yield Optional.empty();
            }
        };
    }

    /** One question while it is read. */
    private final class Reading {

        private final Container container;
        private final Where where;
        private final List<Node> stem = new ArrayList<>();
        private final List<Field> fields = new ArrayList<>();
        private boolean tooMany;

        Reading(Container container, Where where, Set<String> known) {
            this.container = container;
            this.where = where;
            for (Node child : Nodes.children(container)) {
                if (child instanceof Field field) {
                    field(field, known);
                } else if (fields.isEmpty()) {
                    stem.add(child);
                } else {
                    file.report(
                            Rule.QUESTION,
                            Nodes.offset(child),
                            "this belongs to no field: what is asked stands above the fields, and only the text of a hint or solution goes on in further paragraphs");
                }
            }
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

        private Optional<Field> find(String name) {
            return fields(name).stream().findFirst();
        }

        private List<Field> fields(String name) {
            return fields.stream()
                    .filter(field -> field.name().text().equals(name))
                    .toList();
        }

        private Optional<QuestionId> id() {
            return lesson.outline().find(container).map(target -> new QuestionId(target.id()));
        }

        private SourcePosition position() {
            return file.position(container.offset());
        }

        private String html(Field field) {
            String html = blocks.children(field, where);
            if (field.getFirstChild() == null) {
                file.report(Rule.QUESTION, field.name().offset(0), "the field " + field.name() + " says nothing");
            }
            return html;
        }

        private List<String> hints() {
            return fields("hint").stream().map(this::html).toList();
        }

        private @Nullable String solution() {
            return find("solution").map(this::html).orElse(null);
        }

        private String stemHtml() {
            if (stem.isEmpty()) {
                file.report(Rule.QUESTION, container.offset(), "the question asks nothing");
            }
            return blocks.blocks(stem, where);
        }

        // Single choice

        Optional<Question> single() {
            blocks.checkKeys(container, Set.of("type"));
            BulletList list = null;
            for (Node node : List.copyOf(stem)) {
                if (node instanceof BulletList candidate && list == null && isOptions(candidate)) {
                    list = candidate;
                    stem.remove(node);
                } else if (list != null) {
                    stem.remove(node);
                    file.report(
                            Rule.QUESTION,
                            Nodes.offset(node),
                            node instanceof BlockQuote
                                    ? "this feedback belongs to no option: it stands under its option, indented"
                                    : "this stands behind the options: what is asked stands above them");
                }
            }
            String stemHtml = stemHtml();
            List<Option> options = list == null ? List.of() : options(list);
            List<String> hints = hints();
            String solution = solution();
            if (list == null) {
                file.report(Rule.OPTIONS, container.offset(), "a single choice has options: - [x] right, - [ ] wrong");
            } else if (options.size() < 2) {
                file.report(Rule.OPTIONS, container.offset(), "a single choice has two or more options");
            } else {
                long right = options.stream().filter(Option::right).count();
                if (right == 1) {
                    return id().map(id ->
                            new Question.SingleChoice(id, stemHtml, options, hints, solution, position()));
                }
                file.report(
                        Rule.OPTIONS,
                        container.offset(),
                        right == 0
                                ? "no option is right: mark one by [x]"
                                : right + " options are right, a single choice has one");
            }
            return Optional.empty();
        }

        private static boolean isOptions(BulletList list) {
            return Nodes.children(list).stream().anyMatch(item -> mark(item) != null);
        }

        /** The text that starts with the mark of an option, {@code [x]} or {@code [ ]}. */
        private static @Nullable Text mark(Node item) {
            return item.getFirstChild() instanceof Paragraph paragraph
                            && paragraph.getFirstChild() instanceof Text text
                            && (text.getLiteral().startsWith("[x]")
                                    || text.getLiteral().startsWith("[X]")
                                    || text.getLiteral().startsWith("[ ]"))
                    ? text
                    : null;
        }

        private List<Option> options(BulletList list) {
            var options = new ArrayList<Option>();
            Map<String, Integer> lines = new HashMap<>();
            for (Node item : Nodes.children(list)) {
                Text mark = mark(item);
                if (mark == null) {
                    file.report(Rule.OPTIONS, Nodes.offset(item), "an option says whether it is right: - [x] or - [ ]");
                    continue;
                }
                var option = option(item, mark);
                options.add(option);
                int line = file.position(Nodes.offset(item)).line();
                Integer equal = lines.putIfAbsent(option.html().strip(), line);
                if (equal != null) {
                    file.report(
                            Rule.OPTIONS, Nodes.offset(item), "this option is the same as the one in line " + equal);
                }
            }
            return options;
        }

        private Option option(Node item, Text mark) {
            boolean right = !mark.getLiteral().startsWith("[ ]");
            mark.setLiteral(mark.getLiteral().substring("[x]".length()).stripLeading());
            Node paragraph = item.getFirstChild();
            String mistake = mistake(paragraph, right);
            Node feedback = paragraph.getNext();
            if (feedback != null && (!(feedback instanceof BlockQuote) || feedback.getNext() != null)) {
                file.report(
                        Rule.QUESTION,
                        Nodes.offset(feedback instanceof BlockQuote ? feedback.getNext() : feedback),
                        "an option is one paragraph, with its feedback in one quote under it");
            }
            String html = blocks.inline().html(paragraph, where);
            if (html.isBlank()) {
                file.report(Rule.OPTIONS, Nodes.offset(item), "this option says nothing");
            }
            return new Option(
                    html, right, feedback instanceof BlockQuote ? blocks.children(feedback, where) : null, mistake);
        }

        /** The tag in the braces that end an option. */
        private @Nullable String mistake(Node paragraph, boolean right) {
            if (!(paragraph.getLastChild() instanceof Text last)) {
                return null;
            }
            String mistake = null;
            for (Attributes attributes : Attributes.takeAtEnd(last).stream().toList()) {
                attributes.faults().forEach(fault -> file.report(Rule.ATTRIBUTES, fault.offset(), fault.message()));
                if (attributes.id() != null) {
                    file.report(Rule.ATTRIBUTES, attributes.id().offset(0), "an option has no id");
                }
                for (Attributes.Entry entry : attributes.entries()) {
                    if (!entry.name().text().equals("mistake")) {
                        file.reportUnknown(
                                Rule.UNKNOWN_KEY,
                                entry.name().offset(0),
                                "key",
                                entry.name().text(),
                                List.of("mistake"));
                    } else if (right) {
                        file.report(Rule.QUESTION, entry.name().offset(0), "a right option has no mistake behind it");
                    } else {
                        mistake = tag(entry.value());
                    }
                }
            }
            return mistake;
        }

        private String tag(SourceText name) {
            if (Mistake.find(name.text()).isEmpty() && !tags.contains(name.text())) {
                var known = new ArrayList<>(Mistake.words());
                known.addAll(tags);
                file.reportUnknown(Rule.QUESTION, name.offset(0), "mistake", name.text(), known);
            }
            return name.text();
        }

        // Number

        Optional<Question> number() {
            blocks.checkKeys(container, Set.of("type", "unit"));
            String stemHtml = stemHtml();
            String unit =
                    container.attributes().find("unit").map(SourceText::text).orElse("");
            var accept = accept();
            List<Mistake> mistakes = mistakes();
            List<String> hints = hints();
            String solution = solution();
            var answer = find("answer");
            if (answer.isEmpty()) {
                file.report(Rule.MISSING_KEY, container.offset(), "a number needs its answer: answer: kl(p, q)");
            }
            Optional<Expression> expression =
                    answer.map(Field::data).flatMap(source -> lesson.names().parse(source, file));
            Optional<Double> key = expression.flatMap(
                    parsed -> lesson.names().number(parsed, answer.get().data(), file));
            if (key.isPresent() && key.get() == 0 && accept.orElse(null) instanceof Acceptance.Rel) {
                file.report(
                        Rule.QUESTION,
                        find("accept").map(this::offset).orElse(container.offset()),
                        "the key is 0, of which any percentage is 0: use abs or mixed");
            }
            List<WrongValue> wrongValues = wrongValues();
            var id = id();
            if (id.isEmpty() || key.isEmpty() || accept.isEmpty()) {
                return Optional.empty();
            }
            return Optional.of(new Question.NumberQuestion(
                    id.get(),
                    stemHtml,
                    unit,
                    expression.get(),
                    lesson.names().scope(),
                    key.get(),
                    accept.get(),
                    mistakes,
                    wrongValues,
                    hints,
                    solution,
                    position()));
        }

        private Optional<Acceptance> accept() {
            var field = find("accept");
            if (field.isEmpty()) {
                file.report(
                        Rule.MISSING_KEY, container.offset(), "a number says what it accepts: " + AcceptanceText.FORMS);
                return Optional.empty();
            }
            SourceText data = field.get().data();
            try {
                return Optional.of(AcceptanceText.parse(data.text()));
            } catch (IllegalArgumentException wrong) {
                file.report(Rule.VALUE, offset(field.get()), String.valueOf(wrong.getMessage()));
                return Optional.empty();
            }
        }

        private List<Mistake> mistakes() {
            var mistakes = new ArrayList<Mistake>();
            for (Field field : fields("mistakes")) {
                int from = 0;
                for (String part : field.data().text().split(",", -1)) {
                    var name =
                            field.data().substring(from, from + part.length()).strip();
                    from += part.length() + 1;
                    var mistake = Mistake.find(name.text());
                    if (mistake.isEmpty()) {
                        file.reportUnknown(Rule.QUESTION, name.offset(0), "mistake", name.text(), Mistake.words());
                    } else if (mistakes.contains(mistake.get())) {
                        file.report(Rule.QUESTION, name.offset(0), "the mistake " + name + " stands here twice");
                    } else {
                        mistakes.add(mistake.get());
                    }
                }
            }
            return mistakes;
        }

        private List<WrongValue> wrongValues() {
            var wrongValues = new ArrayList<WrongValue>();
            var seen = new HashSet<Double>();
            for (Field field : fields("wrong")) {
                String feedback = blocks.children(field, where);
                if (field.getFirstChild() == null) {
                    file.report(
                            Rule.QUESTION,
                            offset(field),
                            "a wrong value has its feedback behind an arrow: wrong: 2 * x -> Why it is wrong.");
                }
                SourceText source = field.data();
                var value = lesson.names()
                        .parse(source, file)
                        .flatMap(parsed -> lesson.names().number(parsed, source, file));
                if (value.isPresent() && !seen.add(value.get())) {
                    file.report(Rule.QUESTION, offset(field), "this wrong value stands here twice");
                }
                value.ifPresent(
                        number -> wrongValues.add(new WrongValue(number, feedback, file.position(offset(field)))));
            }
            return wrongValues;
        }

        private int offset(Field field) {
            return field.data().text().isEmpty()
                    ? field.name().offset(0)
                    : field.data().offset(0);
        }
    }
}
