package dev.surprisal.site;

import dev.surprisal.content.Question;
import dev.surprisal.content.Task;
import dev.surprisal.content.Wording;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.web.util.HtmlUtils;

/**
 * What one definition of a question says otherwise than another, in words for its authors, as HTML.
 *
 * @param was what only the earlier one says
 * @param is what only the present one says
 */
record KeyDifference(List<String> was, List<String> is) {
    /** So much of each is told; the rest is counted. */
    private static final int MOST = 6;

    /**
     * @param before the earlier definition's canonical text
     * @param after the present one's
     * @param item the question as it is now: its options are told by their words
     */
    static KeyDifference of(String before, String after, Question item) {
        Map<String, String> words = words(item);
        List<String> earlier = told(before, words);
        List<String> present = told(after, words);
        return new KeyDifference(without(earlier, present), without(present, earlier));
    }

    /** Of a question whose key is the same, with other numbers on which no verdict rests. */
    static KeyDifference ofNumbersAlone() {
        return new KeyDifference(
                List.of("The same key, with other numbers around it"),
                List.of("The same key. Its earlier answers do not count until this is applied"));
    }

    private static List<String> without(List<String> lines, List<String> others) {
        List<String> own = new ArrayList<>(lines);
        own.removeAll(others);
        if (own.size() <= MOST) {
            return List.copyOf(own);
        }
        List<String> first = new ArrayList<>(own.subList(0, MOST));
        first.add("and " + (own.size() - MOST) + " more of the kind");
        return List.copyOf(first);
    }

    private static List<String> told(String definition, Map<String, String> words) {
        List<String> told = new ArrayList<>();
        List<String> order = new ArrayList<>();
        List<String> varying = List.of();
        for (String line : definition.lines().toList()) {
            List<String> cells = List.of(line.split("\t", -1));
            List<String> rest = cells.subList(1, cells.size());
            switch (cells.getFirst()) {
                case "option" -> told.add(word(rest.get(0), words) + " is " + rest.get(1));
                case "item" -> order.add(word(rest.get(0), words));
                case "pair" -> told.add(word(rest.get(0), words) + " goes with " + word(rest.get(1), words));
                case "accept" -> told.add("The answer is " + code(rest.get(1)) + ", accepted by " + code(rest.get(0)));
                case "given" -> told.add("The earlier part " + code(rest.get(0)) + " is " + code(rest.get(1)));
                case "name" -> told.add(code(rest.get(0) + " = " + rest.get(1)));
                case "vary" -> varying = rest;
                case "variant" -> told.add("One of the variants has " + code(named(varying, rest)));
                case "widget" ->
                    told.add("The calculator starts from " + code(rest.get(1)) + " and is right where "
                            + code(rest.get(2)));
                default -> told.add("The question is of the type " + code(cells.getFirst()));
            }
        }
        if (!order.isEmpty()) {
            told.add("The order is " + String.join(", ", order));
        }
        return told;
    }

    private static String named(List<String> names, List<String> values) {
        List<String> named = new ArrayList<>();
        for (int i = 0; i < Math.min(names.size(), values.size()); i++) {
            named.add(names.get(i) + " = " + values.get(i));
        }
        return String.join(", ", named);
    }

    private static String code(String text) {
        return "<code>" + HtmlUtils.htmlEscape(text, "UTF-8") + "</code>";
    }

    private static String word(String key, Map<String, String> words) {
        return Optional.ofNullable(words.get(key))
                .map(html -> "“" + html + "”")
                .orElse("Something that was reworded or taken out");
    }

    private static Map<String, String> words(Question item) {
        Map<String, String> words = new HashMap<>();
        switch (item.task()) {
            case Task.SingleChoice(var options) ->
                options.forEach(option -> words.put(option.key(), html(item, option.text())));
            case Task.MultipleChoice(var options) ->
                options.forEach(option -> words.put(option.key(), html(item, option.text())));
            case Task.Ordering(var items) -> items.forEach(each -> words.put(each.key(), html(item, each.text())));
            case Task.Matching(var pairs) ->
                pairs.forEach(pair -> {
                    words.put(pair.left().key(), html(item, pair.left().text()));
                    words.put(pair.right().key(), html(item, pair.right().text()));
                });
            case Task.NumberEntry _, Task.Blanks _, Task.Explanation _, Task.WidgetState _, Task.Parts _ -> {}
        }
        return words;
    }

    private static String html(Question item, Wording wording) {
        return wording.html(item.variation().at(0));
    }
}
