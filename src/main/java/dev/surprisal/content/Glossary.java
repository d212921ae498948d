package dev.surprisal.content;

import dev.surprisal.content.markdown.Markdown;
import dev.surprisal.content.markdown.SourceText;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.commonmark.node.Document;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.jspecify.annotations.Nullable;

/** The terms of {@code glossary.yaml} as they were read, and where they occur in a text. */
final class Glossary {

    static final String FILE = "glossary.yaml";

    private static final int MOST = 300;
    private static final int LONGEST_WORD = 60;

    private static final Pattern WORD = Pattern.compile("\\p{L}[\\p{L}\\p{N}’'– -]*[\\p{L}\\p{N}]|\\p{L}");

    /**
     * A term.
     *
     * @param id of its entry, made of its word
     * @param abbreviation possibly empty
     * @param offset of its word in the file
     */
    record Entry(
            String id,
            String term,
            String abbreviation,
            List<String> also,
            Node definition,
            @Nullable SourceText lesson,
            int offset) {

        /** All words by which a text can mean it. */
        List<String> words() {
            var words = new ArrayList<String>();
            words.add(term);
            if (!abbreviation.isEmpty()) {
                words.add(abbreviation);
            }
            words.addAll(also);
            return words;
        }
    }

    /** Words that mean an entry, from the index {@code start} of a text up to {@code end}. */
    record Occurrence(Entry entry, int start, int end) {}

    private final @Nullable LessonSource source;
    private final List<Entry> entries;
    private final Map<String, Entry> byWord = new HashMap<>();
    private final @Nullable Pattern pattern;

    private Glossary(@Nullable LessonSource source, List<Entry> entries) {
        this.source = source;
        this.entries = List.copyOf(entries);
        for (Entry entry : entries) {
            for (String word : entry.words()) {
                byWord.putIfAbsent(key(word), entry);
            }
        }
        pattern = byWord.isEmpty() ? null : pattern(byWord.values());
    }

    /** Of a course without one. */
    static Glossary none() {
        return new Glossary(null, List.of());
    }

    static Glossary read(SourceFile file) {
        var document = new Document();
        var entries = new ArrayList<Entry>();
        Map<String, String> taken = new HashMap<>();
        for (YamlMapping yaml : YamlMapping.readList(file)) {
            if (entries.size() == MOST) {
                file.report(Rule.TOO_MUCH, yaml.offset(), "a glossary has at most " + MOST + " terms");
                break;
            }
            var term = yaml.neededText("term");
            var abbreviation = yaml.text("abbreviation");
            var also = yaml.texts("also");
            var definition = yaml.neededText("definition").flatMap(text -> definition(text, file));
            var lesson = yaml.text("lesson");
            yaml.rejectOthers();
            if (term.isEmpty() || definition.isEmpty()) {
                continue;
            }
            var words = new ArrayList<SourceText>();
            words.add(term.get());
            abbreviation.ifPresent(words::add);
            words.addAll(also);
            if (!words.stream().allMatch(word -> isWord(word, file))) {
                continue;
            }
            boolean free = true;
            for (SourceText word : words) {
                String other = taken.putIfAbsent(key(word.text()), term.get().text());
                if (other != null) {
                    free = false;
                    file.report(
                            Rule.DUPLICATE_ID, word.offset(0), "“" + word + "” means the term " + other + " already");
                }
            }
            if (free) {
                document.appendChild(definition.get());
                entries.add(new Entry(
                        id(term.get().text()),
                        term.get().text(),
                        abbreviation.map(SourceText::text).orElse(""),
                        also.stream().map(SourceText::text).toList(),
                        definition.get(),
                        lesson.orElse(null),
                        term.get().offset(0)));
            }
        }
        return new Glossary(LessonSource.apart(file, document), entries);
    }

    private static boolean isWord(SourceText word, SourceFile file) {
        boolean good = word.text().length() <= LONGEST_WORD
                && WORD.matcher(word.text()).matches();
        if (!good) {
            file.report(
                    Rule.VALUE,
                    word.offset(0),
                    "a term is a word or a few, of at most " + LONGEST_WORD + " letters, got '"
                            + SourceFile.shortened(word.text()) + "'");
        }
        return good;
    }

    private static Optional<Node> definition(SourceText text, SourceFile file) {
        Node paragraph = Markdown.parse(text.text(), text.offset(0)).getFirstChild();
        if (paragraph instanceof Paragraph && paragraph.getNext() == null) {
            return Optional.of(paragraph);
        }
        file.report(Rule.VALUE, text.offset(0), "a definition is one paragraph of text");
        return Optional.empty();
    }

    private static String id(String term) {
        return term.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    }

    /** An abbreviation is written as it is; of other words the case does not count. */
    private static String key(String word) {
        boolean abbreviation = word.equals(word.toUpperCase(Locale.ROOT)) && word.length() > 1;
        String plain = word.replace('’', '\'').replaceAll("\\s+", " ");
        return abbreviation ? plain : plain.toLowerCase(Locale.ROOT);
    }

    /** Any of the words, longest first, possibly in the plural, with neither letters nor digits around it. */
    private static Pattern pattern(Collection<Entry> entries) {
        String words = entries.stream()
                .flatMap(entry -> entry.words().stream())
                .distinct()
                .sorted((a, b) -> b.length() != a.length() ? b.length() - a.length() : a.compareTo(b))
                .map(word -> key(word).equals(word.toLowerCase(Locale.ROOT))
                        ? "(?i:" + Pattern.quote(word).replace(" ", "\\E\\s+\\Q") + ")"
                        : Pattern.quote(word))
                .collect(Collectors.joining("|"));
        return Pattern.compile("(?<![\\p{L}\\p{N}-])(" + words + ")(?:s|es)?(?![\\p{L}\\p{N}]|-\\p{L})");
    }

    List<Entry> entries() {
        return entries;
    }

    /** What the definitions are rendered with; null where there are none. */
    @Nullable
    LessonSource source() {
        return source;
    }

    boolean isEmpty() {
        return entries.isEmpty();
    }

    /** The term that a word means. */
    Optional<Entry> find(String word) {
        Entry exact = byWord.get(key(word));
        if (exact == null && word.endsWith("s")) {
            exact = byWord.get(key(word.substring(0, word.length() - 1)));
        }
        return Optional.ofNullable(exact);
    }

    /** For suggestions. */
    Set<String> words() {
        return entries.stream().map(Entry::term).collect(Collectors.toSet());
    }

    /** Where terms stand in a text, from left to right. */
    List<Occurrence> occurrences(String text) {
        var found = new ArrayList<Occurrence>();
        if (pattern != null) {
            Matcher matcher = pattern.matcher(text);
            while (matcher.find()) {
                Entry entry = byWord.get(key(matcher.group(1)));
                if (entry != null) {
                    found.add(new Occurrence(entry, matcher.start(), matcher.end()));
                }
            }
        }
        return found;
    }
}
