package dev.surprisal.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a reader sees of HTML: its words, and the numbers among them. */
final class Told {

    private static final Pattern TAG = Pattern.compile("<[^>]*+>");
    private static final Pattern NUMBER = Pattern.compile("[-−]?\\d++(?:\\.\\d++)?(?:\\s?%)?");

    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry("half", "0.5"),
            Map.entry("quarter", "0.25"),
            Map.entry("zero", "0"),
            Map.entry("one", "1"),
            Map.entry("two", "2"),
            Map.entry("three", "3"),
            Map.entry("four", "4"),
            Map.entry("five", "5"),
            Map.entry("six", "6"),
            Map.entry("seven", "7"),
            Map.entry("eight", "8"),
            Map.entry("nine", "9"),
            Map.entry("ten", "10"));

    private static final Pattern WORD = Pattern.compile("[a-z]++", Pattern.CASE_INSENSITIVE);

    /** The source that stands beside a formula for those who copy it. */
    private static final Pattern ANNOTATION = Pattern.compile("(?s)<annotation.*?</annotation>");

    private Told() {}

    static String text(String html) {
        return TAG.matcher(ANNOTATION.matcher(html).replaceAll(" "))
                .replaceAll("")
                .replace("&nbsp;", " ");
    }

    /** Each number, in digits or as a word, one with a sign also without it: what looks like a sign may be a minus between two numbers. */
    static List<String> numbers(String html) {
        var numbers = new ArrayList<String>();
        Matcher found = NUMBER.matcher(text(html));
        while (found.find()) {
            String number = found.group();
            numbers.add(number);
            if (!Character.isDigit(number.charAt(0))) {
                numbers.add(number.substring(1));
            }
        }
        Matcher words = WORD.matcher(text(html));
        while (words.find()) {
            String number = WORDS.get(words.group().toLowerCase(Locale.ROOT));
            if (number != null) {
                numbers.add(number);
            }
        }
        return numbers;
    }
}
