package dev.surprisal.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.testutil.example.Example;
import org.commonmark.testutil.example.ExampleReader;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The examples of CommonMark's specification. The core of the parser gives what it says for all of them; lessons differ where they want
 * to: the list of {@code commonmark.txt} has every example for which they do, with the reason, and no other.
 */
class CommonMarkTest {

    private static final List<Example> EXAMPLES =
            ExampleReader.readExamples(Objects.requireNonNull(CommonMarkTest.class.getResource("/spec.txt")));

    private static final Set<String> WORDS = Set.of("p", "pre", "code", "a", "em", "strong");

    @TempDir
    Path folder;

    @Test
    void theCoreGivesWhatTheSpecificationSays() {
        var parser = Parser.builder().build();
        var renderer = HtmlRenderer.builder().percentEncodeUrls(true).build();
        List<Example> different = EXAMPLES.stream()
                .filter(example ->
                        !renderer.render(parser.parse(source(example))).equals(html(example)))
                .toList();

        assertThat(EXAMPLES).hasSize(652);
        assertThat(different).isEmpty();
    }

    @Test
    void lessonsDifferWhereTheListSaysAndNowhereElse() {
        Map<Integer, String> found = new TreeMap<>();
        for (int number = 1; number <= EXAMPLES.size(); number++) {
            String difference = difference(EXAMPLES.get(number - 1));
            if (!difference.isEmpty()) {
                found.put(number, difference);
            }
        }
        System.out.println("CommonMark: " + EXAMPLES.size() + " examples, " + (EXAMPLES.size() - found.size())
                + " as the specification says, " + counted(found));

        assertThat(lines(found)).isEqualTo(listed());
    }

    /** The specification writes tabs as arrows. */
    private static String source(Example example) {
        return example.getSource().replace('→', '\t');
    }

    private static String html(Example example) {
        return example.getHtml().replace('→', '\t');
    }

    private static String counted(Map<Integer, String> found) {
        return found.values().stream()
                .collect(Collectors.groupingBy(reason -> reason, TreeMap::new, Collectors.counting()))
                .toString();
    }

    private static List<String> lines(Map<Integer, String> found) {
        return found.entrySet().stream()
                .map(entry -> entry.getKey() + " " + entry.getValue())
                .toList();
    }

    /** Lines that say which example and how it differs; what follows a number sign is the reason. */
    private static List<String> listed() {
        var in = Objects.requireNonNull(CommonMarkTest.class.getResourceAsStream("commonmark.txt"));
        try (var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return reader.lines()
                    .map(line -> line.replaceAll("\\s*#.*", ""))
                    .filter(line -> !line.isBlank())
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The rules that refuse it; or "other", where it is taken and means something else; or nothing. */
    private String difference(Example example) {
        TestCourse.write(folder, "\n" + source(example));
        Loaded loaded = TestCourse.load(folder);
        List<String> rules = loaded.problems().stream()
                .filter(Problem::isError)
                .map(Problem::rule)
                .distinct()
                .sorted()
                .toList();
        if (!rules.isEmpty()) {
            return String.join(" ", rules);
        }
        return normal(html(loaded)).equals(normal(html(example))) ? "" : "other";
    }

    private static String html(Loaded loaded) {
        return loaded.course().lessons().getFirst().pages().values().stream()
                .flatMap(page -> page.blocks().stream())
                .map(block -> block instanceof Block.Html(var html) ? html : block.toString())
                .collect(Collectors.joining());
    }

    /** As a browser reads it, without the space between blocks. */
    private static String normal(String html) {
        Document document = Jsoup.parseBodyFragment(html);
        document.outputSettings().prettyPrint(false);
        var texts = new ArrayList<TextNode>();
        document.traverse((Node node, int depth) -> {
            if (node instanceof TextNode text && text.isBlank() && isBetweenBlocks(text)) {
                texts.add(text);
            }
        });
        texts.forEach(TextNode::remove);
        return document.body().html();
    }

    private static boolean isBetweenBlocks(TextNode text) {
        Element parent = text.parent();
        boolean inWords = parent != null && WORDS.contains(parent.tagName());
        return !inWords
                && Stream.of(Optional.ofNullable(text.previousSibling()), Optional.ofNullable(text.nextSibling()))
                        .allMatch(
                                node -> node.isEmpty() || (node.get() instanceof Element element && element.isBlock()));
    }
}
