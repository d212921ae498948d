package dev.surprisal.content;

import dev.surprisal.content.markdown.Attributes;
import dev.surprisal.content.markdown.SourceText;
import java.util.ArrayList;
import java.util.HashMap;
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

/** Reads the options of a question: {@code - [x] right}, {@code - [ ] wrong {mistake=reversed}}, feedback in a quote under each. */
final class OptionReader {

    private static final int KEY_LENGTH = 10;

    private final SourceFile file;
    private final BlockRenderer blocks;
    private final Set<String> tags;
    private final Inserts inserts;
    private final Where where;

    OptionReader(SourceFile file, BlockRenderer blocks, Set<String> tags, Inserts inserts, Where where) {
        this.file = file;
        this.blocks = blocks;
        this.tags = tags;
        this.inserts = inserts;
        this.where = where;
    }

    static boolean isOptions(BulletList list) {
        return Nodes.children(list).stream().anyMatch(item -> mark(item) != null);
    }

    /** What names something in stored answers: a digest of its wording, so that it keeps its name wherever it stands. */
    static String key(String source) {
        String wording = source.strip().replaceAll("\\s+", " ");
        return Digest.of(wording).substring(0, KEY_LENGTH);
    }

    Optional<Task> single(@Nullable BulletList list, int offset) {
        List<Option> options = list == null ? List.of() : options(list);
        if (list == null) {
            file.report(Rule.OPTIONS, offset, "a single choice has options: - [x] right, - [ ] wrong");
        } else if (options.size() < 2) {
            file.report(Rule.OPTIONS, offset, "a single choice has two or more options");
        } else {
            long right = options.stream().filter(Option::right).count();
            if (right == 1) {
                return Optional.of(new Task.SingleChoice(options));
            }
            file.report(
                    Rule.OPTIONS,
                    offset,
                    right == 0
                            ? "no option is right: mark one by [x]"
                            : right + " options are right, a single choice has one (did you mean type=multiple?)");
        }
        return Optional.empty();
    }

    Optional<Task> multiple(@Nullable BulletList list, int offset) {
        List<Option> options = list == null ? List.of() : options(list);
        if (list == null) {
            file.report(Rule.OPTIONS, offset, "a multiple choice has options: - [x] right, - [ ] wrong");
        } else if (options.size() < 2) {
            file.report(Rule.OPTIONS, offset, "a multiple choice has two or more options");
        } else if (options.stream().noneMatch(Option::right)) {
            file.report(Rule.OPTIONS, offset, "no option is right: mark those that are by [x]");
        } else {
            return Optional.of(new Task.MultipleChoice(options));
        }
        return Optional.empty();
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
            int line = file.position(Nodes.offset(item)).line();
            Integer equal = lines.putIfAbsent(option.key(), line);
            options.add(option);
            if (equal != null) {
                file.report(Rule.OPTIONS, Nodes.offset(item), "this option is the same as the one in line " + equal);
            }
        }
        return options;
    }

    private Option option(Node item, Text mark) {
        boolean right = !mark.getLiteral().startsWith("[ ]");
        Node paragraph = item.getFirstChild();
        String source = Nodes.source(paragraph, file).substring("[x]".length());
        mark.setLiteral(mark.getLiteral().substring("[x]".length()).stripLeading());
        Tag tag = tag(paragraph, right);
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
                key(tag.found ? source.substring(0, source.lastIndexOf('{')) : source),
                inserts.wording(html),
                right,
                feedback instanceof BlockQuote ? inserts.wording(blocks.children(feedback, where)) : null,
                tag.mistake);
    }

    /** What the braces that end an option say. */
    private record Tag(boolean found, @Nullable String mistake) {}

    private Tag tag(Node paragraph, boolean right) {
        Optional<Attributes> found =
                paragraph.getLastChild() instanceof Text last ? Attributes.takeAtEnd(last) : Optional.empty();
        if (found.isEmpty()) {
            return new Tag(false, null);
        }
        Attributes attributes = found.get();
        String mistake = null;
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
                mistake = known(entry.value());
            }
        }
        return new Tag(true, mistake);
    }

    private String known(SourceText name) {
        if (Mistake.find(name.text()).isEmpty() && !tags.contains(name.text())) {
            var known = new ArrayList<>(Mistake.words());
            known.addAll(tags);
            file.reportUnknown(Rule.QUESTION, name.offset(0), "mistake", name.text(), known);
        }
        return name.text();
    }
}
