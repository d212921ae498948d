package dev.surprisal.content;

import java.util.LinkedHashMap;
import java.util.Map;

/** What the YAML library says is wrong, for people who write courses: in their words, with the mend. */
final class YamlWords {

    /** What its sentence contains, and ours. The first that fits is taken. */
    private static final Map<String, String> SENTENCES = new LinkedHashMap<>();

    static {
        SENTENCES.put("TAB", "lines are indented with spaces, never with tabs");
        SENTENCES.put(
                "mapping values are not allowed",
                "this colon would start a second value; a text with a colon and a space in it stands in quotes, title: \"One: two\", and keys of one level start in the same column");
        SENTENCES.put("could not find expected ':'", "a key is followed by a colon and a space: title: …");
        SENTENCES.put(
                "escape character",
                "in double quotes a backslash is written \\\\, or the text stands in single quotes");
        SENTENCES.put(
                "hexadecimal", "in double quotes a backslash is written \\\\, or the text stands in single quotes");
        SENTENCES.put("flow sequence", "the list before this is not closed by ], or a comma is missing in it");
        SENTENCES.put("flow mapping", "the braces before this are not closed by }, or a comma is missing in them");
        SENTENCES.put(
                "block mapping",
                "this does not stand below the keys before it: keys of one level start in the same column, and the items of a list with a hyphen");
        SENTENCES.put(
                "block collection",
                "this does not stand below the items before it: items of a list start in the same column, each with a hyphen and a space");
        SENTENCES.put(
                "sequence entry",
                "a list starts in a line of its own below its key, each item with a hyphen and a space");
        SENTENCES.put("cannot start any token", "a text that starts with this sign stands in quotes");
        SENTENCES.put("block scalar", "behind | or > the text starts in the next line, indented");
        SENTENCES.put("single document", "a second document starts here; --- stands only above and below front matter");
        SENTENCES.put("document separator", "this quotation mark is not closed");
        SENTENCES.put("unexpected end of stream", "this quotation mark is not closed");
        SENTENCES.put("directive", "a text that starts with % stands in quotes");
    }

    private YamlWords() {}

    /** Whether what is wrong is wrong where the thing that is read began. */
    static boolean isOfStart(String problem) {
        return problem.contains("unexpected end of stream")
                || problem.contains("document separator")
                || problem.contains("could not find expected ':'");
    }

    /** @param context what the library was about to read, possibly "null" */
    static String of(String problem, String context) {
        return SENTENCES.entrySet().stream()
                .filter(known -> problem.contains(known.getKey()) || context.contains(known.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("this is not understood: " + problem);
    }
}
