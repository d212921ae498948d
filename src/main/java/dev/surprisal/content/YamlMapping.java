package dev.surprisal.content;

import dev.surprisal.content.markdown.SourceText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * The keys of a YAML mapping. Each is asked for by name; what nobody has asked for in the end does not exist. All values are texts,
 * lists of texts or mappings; what a text means is for the reader of the key to say.
 */
final class YamlMapping {

    private static final int LONGEST = 64 * 1024;
    private static final int MOST_NESTING = 8;

    private final SourceFile file;
    private final int base;
    private final int offset;
    private final Map<String, NodeTuple> entries = new LinkedHashMap<>();
    private final Set<String> asked = new LinkedHashSet<>();

    private YamlMapping(SourceFile file, int base, MappingNode node) {
        this.file = file;
        this.base = base;
        offset = offset(node.getStartMark());
        for (NodeTuple tuple : node.getValue()) {
            Node key = tuple.getKeyNode();
            if (!(key instanceof ScalarNode scalar)) {
                file.report(Rule.YAML, offset(key.getStartMark()), "a key is a word");
            } else if (entries.putIfAbsent(scalar.getValue(), tuple) != null) {
                file.report(
                        Rule.YAML, offset(key.getStartMark()), "the key " + shortened(scalar) + " stands here twice");
            }
        }
    }

    /**
     * Reads the mapping that is written between two offsets of a file; empty, with the problem reported, where it cannot be understood.
     *
     * @param start the beginning of a line
     */
    static Optional<YamlMapping> read(SourceFile file, int start, int end) {
        return root(file, start, end, MappingNode.class, "keys and values are expected here: title: …")
                .map(mapping -> new YamlMapping(file, start, mapping));
    }

    /** Reads a file that is a list of mappings. */
    static List<YamlMapping> readList(SourceFile file) {
        var mappings = new ArrayList<YamlMapping>();
        root(file, 0, file.text().length(), SequenceNode.class, "a list is expected here: - id: …").stream()
                .flatMap(sequence -> sequence.getValue().stream())
                .forEach(element -> {
                    if (element instanceof MappingNode mapping) {
                        mappings.add(new YamlMapping(file, 0, mapping));
                    } else {
                        file.report(Rule.YAML, offset(file, 0, element.getStartMark()), "an entry must have keys");
                    }
                });
        return mappings;
    }

    private static <N extends Node> Optional<N> root(
            SourceFile file, int start, int end, Class<N> form, String otherwise) {
        if (end - start > LONGEST) {
            file.report(Rule.YAML, start, "YAML has at most " + LONGEST + " characters here");
            return Optional.empty();
        }
        String yaml = file.text().substring(start, end);
        var settings = LoadSettings.builder().setCodePointLimit(LONGEST).build();
        try {
            if (!isPlain(new Parse(settings).parseString(yaml), file, start)) {
                return Optional.empty();
            }
            Optional<N> root = new Compose(settings)
                    .composeString(yaml)
                    .filter(form::isInstance)
                    .map(form::cast);
            if (root.isEmpty()) {
                file.report(Rule.YAML, start, otherwise);
            }
            return root;
        } catch (MarkedYamlEngineException wrong) {
            // Of a quotation mark without its partner one wants to know where it opens, not where the text ends
            var mark = YamlWords.isOfStart(String.valueOf(wrong.getProblem()))
                    ? wrong.getContextMark()
                    : wrong.getProblemMark();
            file.report(
                    Rule.YAML,
                    offset(file, start, mark),
                    YamlWords.of(String.valueOf(wrong.getProblem()), String.valueOf(wrong.getContext())));
        } catch (YamlEngineException wrong) {
            file.report(Rule.YAML, start, String.valueOf(wrong.getMessage()));
        }
        return Optional.empty();
    }

    /** Before any tree is built: an alias can make a short text enormous, and deep nesting exhausts the stack. */
    private static boolean isPlain(Iterable<Event> events, SourceFile file, int start) {
        int depth = 0;
        for (Event event : events) {
            switch (event) {
                case CollectionStartEvent _ -> depth++;
                case CollectionEndEvent _ -> depth--;
                default -> {}
            }
            String refused = null;
            if (depth > MOST_NESTING) {
                refused = "this is nested too deeply";
            } else if (event instanceof AliasEvent
                    || (event instanceof NodeEvent node && node.getAnchor().isPresent())) {
                refused = "anchors and aliases are not available; a value that starts with & or * stands in quotes";
            } else if (tag(event).isPresent()) {
                refused = "tags are not available; a value that starts with ! stands in quotes";
            }
            if (refused != null) {
                file.report(Rule.YAML, offset(file, start, event.getStartMark()), refused);
                return false;
            }
        }
        return true;
    }

    private static Optional<String> tag(Event event) {
        return switch (event) {
            case ScalarEvent scalar -> scalar.getTag();
            case CollectionStartEvent collection -> collection.getTag();
            default -> Optional.empty();
        };
    }

    int offset() {
        return offset;
    }

    /** The keys in the order in which they are written. */
    Set<String> names() {
        return entries.keySet();
    }

    boolean has(String name) {
        return entries.containsKey(name);
    }

    /** Where the key stands, or the mapping if it has none. */
    int keyOffset(String name) {
        NodeTuple entry = entries.get(name);
        return entry == null ? offset : offset(entry.getKeyNode().getStartMark());
    }

    Optional<SourceText> text(String name) {
        Node node = value(name);
        return node == null ? Optional.empty() : text(node, name);
    }

    /** A text that must be there and not be empty. */
    Optional<SourceText> neededText(String name) {
        if (!has(name)) {
            asked.add(name);
            file.report(Rule.MISSING_KEY, offset, "the key " + name + " is needed");
            return Optional.empty();
        }
        var text = text(name);
        if (text.isPresent() && text.get().isBlank()) {
            file.report(Rule.VALUE, keyOffset(name), name + " must not be empty");
            return Optional.empty();
        }
        return text;
    }

    List<SourceText> texts(String name) {
        Node node = value(name);
        var texts = new ArrayList<SourceText>();
        if (node instanceof SequenceNode sequence) {
            for (Node element : sequence.getValue()) {
                text(element, name).ifPresent(texts::add);
            }
        } else if (node != null) {
            file.report(Rule.VALUE, offset(node.getStartMark()), name + " must be a list: [first, second]");
        }
        return texts;
    }

    Optional<YamlMapping> mapping(String name) {
        Node node = value(name);
        if (node instanceof MappingNode mapping) {
            return Optional.of(new YamlMapping(file, base, mapping));
        }
        if (node != null) {
            file.report(Rule.VALUE, offset(node.getStartMark()), name + " must have keys: {key: value}");
        }
        return Optional.empty();
    }

    List<YamlMapping> mappings(String name) {
        Node node = value(name);
        var mappings = new ArrayList<YamlMapping>();
        if (node instanceof SequenceNode sequence) {
            for (Node element : sequence.getValue()) {
                if (element instanceof MappingNode mapping) {
                    mappings.add(new YamlMapping(file, base, mapping));
                } else {
                    file.report(Rule.VALUE, offset(element.getStartMark()), "each of " + name + " must have keys");
                }
            }
        } else if (node != null) {
            file.report(Rule.VALUE, offset(node.getStartMark()), name + " must be a list");
        }
        return mappings;
    }

    /** Reports the keys that nobody asked for. */
    void rejectOthers() {
        for (String name : entries.keySet()) {
            if (!asked.contains(name)) {
                file.reportUnknown(Rule.UNKNOWN_KEY, keyOffset(name), "key", name, asked);
            }
        }
    }

    private @Nullable Node value(String name) {
        asked.add(name);
        NodeTuple entry = entries.get(name);
        return entry == null ? null : entry.getValueNode();
    }

    private Optional<SourceText> text(Node node, String name) {
        if (!(node instanceof ScalarNode scalar)) {
            file.report(
                    Rule.VALUE,
                    offset(node.getStartMark()),
                    name + " must be a text; one with brackets or braces stands in quotes");
            return Optional.empty();
        }
        int start = offset(node.getStartMark());
        int text = switch (scalar.getScalarStyle()) {
            case LITERAL, FOLDED -> firstOfBlock(start);
            case SINGLE_QUOTED, DOUBLE_QUOTED, JSON_SCALAR_STYLE -> start + 1;
            case PLAIN -> start;
        };
        return Optional.of(SourceText.of(scalar.getValue(), text));
    }

    /** A text behind {@code |} or {@code >} starts in the line below. */
    private int firstOfBlock(int indicator) {
        String text = file.text();
        int at = text.indexOf('\n', indicator);
        while (at >= 0 && at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at < 0 ? indicator : Math.min(at, text.length());
    }

    private int offset(Optional<Mark> mark) {
        return offset(file, base, mark);
    }

    /** The mark's columns count code points from the beginning of a line. */
    private static int offset(SourceFile file, int base, Optional<Mark> mark) {
        if (mark.isEmpty()) {
            return base;
        }
        int firstLine = file.position(base).line() - 1;
        int line = firstLine + mark.get().getLine();
        int start = file.lineStart(line);
        int column = mark.get().getColumn();
        int end = Math.min(file.text().length(), start + 2 * column);
        return file.text()
                .offsetByCodePoints(start, Math.min(column, file.text().codePointCount(start, end)));
    }

    private static String shortened(ScalarNode key) {
        return SourceFile.shortened(key.getValue());
    }
}
