package dev.surprisal.content;

import dev.surprisal.content.markdown.Blank;
import dev.surprisal.content.markdown.Field;
import dev.surprisal.content.markdown.SourceText;
import dev.surprisal.expression.Expression;
import dev.surprisal.expression.ExpressionException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.jspecify.annotations.Nullable;

/** Reads one question or part whose variants are known: stem, task, hints and solution. */
final class QuestionBodyReader {

    private static final String NUMBER_KEYS = "a number says what it accepts: " + AcceptanceText.FORMS;

    private static final int MOST_BLANKS = 8;

    private final LessonSource lesson;
    private final SourceFile file;
    private final BlockRenderer blocks;
    private final Set<String> tags;
    private final QuestionFields fields;
    private final Inserts inserts;
    private final Where where;
    private final List<Question> earlier;

    /** @param earlier the parts before this one */
    QuestionBodyReader(
            LessonSource lesson,
            BlockRenderer blocks,
            Set<String> tags,
            QuestionFields fields,
            Inserts inserts,
            Where where,
            List<Question> earlier) {
        this.lesson = lesson;
        this.file = lesson.file();
        this.blocks = blocks;
        this.tags = tags;
        this.fields = fields;
        this.inserts = inserts;
        this.where = where;
        this.earlier = List.copyOf(earlier);
    }

    /** Empty, with the reason reported, where something is wrong. */
    Optional<Question> read(String type, Optional<QuestionId> id) {
        if (!type.equals("widget")) {
            Set<String> keys = new HashSet<>(QuestionReader.keys(fields.container()));
            if (type.equals("number")) {
                keys.add("unit");
            }
            blocks.checkKeys(fields.container(), keys);
        }
        // The list is taken out of the stem before the stem is written
        BulletList options = type.equals("single") || type.equals("multiple") ? options() : null;
        OrderedList items = type.equals("order") ? items() : null;
        BulletList pairs = type.equals("match") ? pairs() : null;
        List<Blank> blanks = type.equals("blank") ? blanks() : List.of();
        Wording stem = stem(fields, blocks, inserts, where, file);
        Optional<Task> task = switch (type) {
            case "single" -> new OptionReader(file, blocks, tags, inserts, where).single(options, offset());
            case "multiple" -> new OptionReader(file, blocks, tags, inserts, where).multiple(options, offset());
            case "order" -> ordering(items);
            case "match" -> new PairReader(file, blocks, inserts, where).matching(pairs, offset());
            case "blank" -> blanks(blanks);
            case "explain" -> Optional.of(new Task.Explanation());
            case "number" -> number();
            case "widget" -> widget();
            default -> throw new IllegalArgumentException("type must be one that is read here, got " + type);
        };
        List<Wording> hints = fields.all("hint").stream().map(this::wording).toList();
        Wording solution = solution(type.equals("explain") ? "model" : "solution");
        if (type.equals("explain") && solution == null) {
            file.report(Rule.MISSING_KEY, offset(), "free text needs a model answer to be compared with: model: …");
        }
        if (id.isEmpty() || task.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Question(
                id.get(),
                task.get(),
                stem,
                hints,
                solution,
                inserts.variation(),
                earlier,
                file.position(offset()),
                inserts.digest()));
    }

    private int offset() {
        return fields.container().offset();
    }

    static Wording stem(QuestionFields fields, BlockRenderer blocks, Inserts inserts, Where where, SourceFile file) {
        if (fields.stem().isEmpty()) {
            file.report(Rule.QUESTION, fields.container().offset(), "the question asks nothing");
        }
        return inserts.wording(blocks.blocks(fields.stem(), where.inStem()));
    }

    private Wording wording(Field field) {
        String html = blocks.children(field, where);
        if (field.getFirstChild() == null) {
            file.report(Rule.QUESTION, field.name().offset(0), "the field " + field.name() + " says nothing");
        }
        return inserts.wording(html);
    }

    private @Nullable Wording solution(String field) {
        return fields.find(field).map(this::wording).orElse(null);
    }

    /** The list of options, taken out of the stem; nothing may follow it. */
    private @Nullable BulletList options() {
        BulletList list = null;
        for (Node node : List.copyOf(fields.stem())) {
            if (list == null && node instanceof BulletList candidate && OptionReader.isOptions(candidate)) {
                list = candidate;
                fields.stem().remove(node);
            } else if (list != null) {
                fields.stem().remove(node);
                file.report(
                        Rule.QUESTION,
                        Nodes.offset(node),
                        node instanceof BlockQuote
                                ? "this feedback belongs to no option: it stands under its option, indented"
                                : "this stands behind the options: what is asked stands above them");
            }
        }
        return list;
    }

    // Order

    /** The list that ends the stem, taken out of it. */
    private @Nullable OrderedList items() {
        if (!fields.stem().isEmpty() && fields.stem().getLast() instanceof OrderedList list) {
            fields.stem().removeLast();
            return list;
        }
        return null;
    }

    /** The list of pairs that ends the stem, taken out of it. */
    private @Nullable BulletList pairs() {
        if (!fields.stem().isEmpty() && fields.stem().getLast() instanceof BulletList list) {
            fields.stem().removeLast();
            return list;
        }
        return null;
    }

    private Optional<Task> ordering(@Nullable OrderedList list) {
        if (list == null) {
            file.report(
                    Rule.OPTIONS, offset(), "things to be ordered are a numbered list in the right order: 1. …, 2. …");
            return Optional.empty();
        }
        var items = new ArrayList<Task.Item>();
        for (Node item : Nodes.children(list)) {
            Node paragraph = item.getFirstChild();
            if (!(paragraph instanceof Paragraph) || paragraph.getNext() != null) {
                file.report(Rule.QUESTION, Nodes.offset(item), "each thing to be ordered is one paragraph");
                continue;
            }
            String key = OptionReader.key(Nodes.source(paragraph, file));
            if (items.stream().anyMatch(other -> other.key().equals(key))) {
                file.report(Rule.OPTIONS, Nodes.offset(item), "this stands here twice");
            } else {
                items.add(new Task.Item(key, inserts.wording(blocks.inline().html(paragraph, where))));
            }
        }
        if (items.size() < 2) {
            file.report(Rule.OPTIONS, offset(), "there are two or more things to be ordered");
            return Optional.empty();
        }
        return Optional.of(new Task.Ordering(items));
    }

    // A widget's state

    private Optional<Task> widget() {
        var started =
                new WidgetReader(lesson, blocks).started(fields.container(), QuestionReader.keys(fields.container()));
        var field = fields.find("accept");
        if (field.isEmpty()) {
            file.report(
                    Rule.MISSING_KEY,
                    offset(),
                    "a widget says which of its states are right: accept: kl(categorical(state.p), categorical(state.q)) < 0.05");
        }
        Optional<Expression> accept =
                field.map(Field::data).flatMap(source -> lesson.names().parse(source, file));
        if (started.isEmpty() || accept.isEmpty()) {
            return Optional.empty();
        }
        SourceText source = field.get().data();
        WidgetReader.Started widget = started.get();
        var state = WidgetValues.of(widget.kind(), widget.state());
        Variation variation = inserts.variation();
        for (int variant = 0; variant < variation.size(); variant++) {
            try {
                if (accept.get().truth(names().scope(variant).with(WidgetValues.STATE, state))) {
                    file.report(
                            Rule.QUESTION, source.offset(0), "the state that the widget opens with is right already");
                    return Optional.empty();
                }
            } catch (ExpressionException wrong) {
                lesson.names().reportOnVariant(wrong, accept.get(), source, file, variation, variant);
                return Optional.empty();
            }
        }
        return Optional.of(new Task.WidgetState(widget.kind(), widget.state(), accept.get()));
    }

    // Blanks

    /** Those of the stem, which is told that they may stand there. */
    private List<Blank> blanks() {
        var blanks = new ArrayList<Blank>();
        fields.stem()
                .forEach(block -> Nodes.walk(block, node -> {
                    if (node instanceof Blank blank) {
                        blanks.add(blank);
                    }
                }));
        inserts.blanks(blanks);
        return blanks;
    }

    private Optional<Task> blanks(List<Blank> blanks) {
        if (blanks.isEmpty() || blanks.size() > MOST_BLANKS) {
            file.report(
                    Rule.QUESTION,
                    offset(),
                    "what is asked has 1 to " + MOST_BLANKS + " blanks, such as [[= ln(2) ± 0.01]], got "
                            + blanks.size());
            return Optional.empty();
        }
        Optional<Acceptance> shared = fields.find("accept").isEmpty() ? Optional.empty() : accept();
        List<WrongValue> wrongValues = wrongValues();
        var numbers = new ArrayList<Task.NumberEntry>();
        for (Blank blank : blanks) {
            SourceText source = blank.source();
            int sign = source.text().lastIndexOf('±');
            Optional<Acceptance> accept = sign < 0
                    ? shared
                    : blankTolerance(
                            source.substring(sign + 1, source.text().length()).strip());
            if (sign < 0 && shared.isEmpty() && fields.find("accept").isEmpty()) {
                file.report(
                        Rule.MISSING_KEY,
                        source.offset(0),
                        "a blank says what it accepts: [[= ln(2) ± 0.01]], or accept: for all of them");
            }
            Optional<Expression> answer = finite((sign < 0 ? source : source.substring(0, sign)).strip());
            if (answer.isPresent() && accept.orElse(null) instanceof Acceptance.Rel) {
                refuseZero(answer.get());
            }
            if (answer.isPresent() && accept.isPresent()) {
                numbers.add(new Task.NumberEntry("", answer.get(), accept.get(), List.of(), wrongValues));
            }
        }
        return numbers.size() == blanks.size() ? Optional.of(new Task.Blanks(numbers)) : Optional.empty();
    }

    /** Behind the sign ±: {@code 0.01} or {@code 1%}. */
    private Optional<Acceptance> blankTolerance(SourceText source) {
        try {
            String text = source.text();
            return Optional.of(AcceptanceText.parse((text.endsWith("%") ? "rel " : "abs ") + text));
        } catch (IllegalArgumentException wrong) {
            file.report(Rule.VALUE, source.offset(0), String.valueOf(wrong.getMessage()));
            return Optional.empty();
        }
    }

    // Number

    private Optional<Task> number() {
        String unit = fields.container()
                .attributes()
                .find("unit")
                .map(SourceText::text)
                .orElse("");
        var accept = accept();
        List<Mistake> mistakes = mistakes();
        var answer = fields.find("answer");
        if (answer.isEmpty()) {
            file.report(Rule.MISSING_KEY, offset(), "a number needs its answer: answer: kl(p, q)");
        }
        Optional<Expression> expression = answer.map(Field::data).flatMap(this::finite);
        if (expression.isPresent() && accept.orElse(null) instanceof Acceptance.Rel) {
            refuseZero(expression.get());
        }
        List<WrongValue> wrongValues = wrongValues();
        if (expression.isEmpty() || accept.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Task.NumberEntry(unit, expression.get(), accept.get(), mistakes, wrongValues));
    }

    /** An expression that is a finite number on every variant; reported for the first on which it is none. */
    private Optional<Expression> finite(SourceText source) {
        return lesson.names()
                .tried(
                        file,
                        "finite\n" + inserts.digest() + "\n" + earlier.size() + "\n" + source.text(),
                        Expression.class,
                        () -> triedFinite(source));
    }

    private Optional<Expression> triedFinite(SourceText source) {
        Optional<Expression> parsed = lesson.names().parse(source, file);
        if (parsed.isEmpty()) {
            return parsed;
        }
        Variation variation = inserts.variation();
        if ((long) parsed.get().work() * variation.size() > Evaluations.MOST_OF_FIELD) {
            file.report(
                    Rule.TOO_MUCH,
                    source.offset(0),
                    "it takes too much to compute this on all " + variation.size() + " variants; vary fewer numbers");
            return Optional.empty();
        }
        for (int variant = 0; variant < variation.size(); variant++) {
            try {
                parsed.get().finiteNumber(names().scope(variant));
            } catch (ExpressionException wrong) {
                lesson.names().reportOnVariant(wrong, parsed.get(), source, file, variation, variant);
                return Optional.empty();
            }
        }
        return parsed;
    }

    /** The names that this question's expressions can use, with those of the earlier parts. */
    private Question names() {
        return new Question(
                new QuestionId("names"),
                new Task.Explanation(),
                Wording.of(""),
                List.of(),
                null,
                inserts.variation(),
                earlier,
                file.position(offset()),
                "");
    }

    private void refuseZero(Expression key) {
        for (int variant = 0; variant < inserts.variation().size(); variant++) {
            if (key.number(names().scope(variant)) == 0) {
                file.report(
                        Rule.QUESTION,
                        fields.find("accept").map(QuestionFields::offset).orElse(offset()),
                        "the key is 0, of which any percentage is 0: use abs or mixed");
                return;
            }
        }
    }

    private Optional<Acceptance> accept() {
        var field = fields.find("accept");
        if (field.isEmpty()) {
            file.report(Rule.MISSING_KEY, offset(), NUMBER_KEYS);
            return Optional.empty();
        }
        try {
            return Optional.of(AcceptanceText.parse(field.get().data().text()));
        } catch (IllegalArgumentException wrong) {
            file.report(Rule.VALUE, QuestionFields.offset(field.get()), String.valueOf(wrong.getMessage()));
            return Optional.empty();
        }
    }

    private List<Mistake> mistakes() {
        var mistakes = new ArrayList<Mistake>();
        for (Field field : fields.all("mistakes")) {
            for (SourceText part : Lists.split(field.data(), ',')) {
                var name = part.strip();
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
        var seen = new HashSet<Expression>();
        for (Field field : fields.all("wrong")) {
            Wording feedback = inserts.wording(blocks.children(field, where));
            int offset = QuestionFields.offset(field);
            if (field.getFirstChild() == null) {
                file.report(
                        Rule.QUESTION,
                        offset,
                        "a wrong value has its feedback behind an arrow: wrong: 2 * x -> Why it is wrong.");
            }
            var value = finite(field.data());
            if (value.isPresent() && !seen.add(value.get())) {
                file.report(Rule.QUESTION, offset, "this wrong value stands here twice");
            }
            value.ifPresent(expression -> wrongValues.add(new WrongValue(expression, feedback, file.position(offset))));
        }
        return wrongValues;
    }
}
