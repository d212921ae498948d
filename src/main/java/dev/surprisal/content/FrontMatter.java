package dev.surprisal.content;

import dev.surprisal.content.markdown.SourceText;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What stands above the text of a lesson, between two lines of three hyphens.
 *
 * @param id null where it is missing or malformed
 * @param requires with the offsets of the names
 * @param names the {@code let} of the lesson
 * @param end the offset at which the text begins
 */
record FrontMatter(
        @Nullable LessonId id,
        int idOffset,
        String title,
        Optional<SourceText> summary,
        List<SourceText> outcomes,
        Map<LessonId, Integer> requires,
        Minutes minutes,
        Difficulty difficulty,
        Status status,
        Names names,
        int end) {

    private static final String FENCE = "---";
    private static final Pattern ID = Pattern.compile("(?m)^id *:? *([a-z0-9-]+) *$");
    private static final Pattern TITLE = Pattern.compile("(?m)^title *:? *(.*)$");

    /** Whether the first line opens it. */
    static boolean startsIn(SourceFile file) {
        return isFence(file.text(), 0, lineEnd(file.text(), 0));
    }

    static FrontMatter read(SourceFile file, Evaluations evaluations) {
        String text = file.text();
        if (!startsIn(file)) {
            file.report(Rule.YAML, 0, "a lesson starts with front matter between two lines ---");
            return none(0, Names.unknown(evaluations));
        }
        int start = Math.min(lineEnd(text, 0) + 1, text.length());
        int close = closing(text, start);
        if (close < 0) {
            file.report(Rule.YAML, 0, "the front matter is not closed by a line ---");
            return none(text.length(), Names.unknown(evaluations));
        }
        int end = Math.min(lineEnd(text, close) + 1, text.length());
        return YamlMapping.read(file, start, close)
                .map(yaml -> read(file, yaml, end, evaluations))
                .orElseGet(() -> salvaged(file, text.substring(start, close), start, end, evaluations));
    }

    /** Of front matter that is no YAML: what other lessons need of this one, so that its mistake is not told as theirs too. */
    private static FrontMatter salvaged(SourceFile file, String yaml, int start, int end, Evaluations evaluations) {
        var id = ID.matcher(yaml);
        var title = TITLE.matcher(yaml);
        FrontMatter none = none(end, Names.unknown(evaluations));
        return new FrontMatter(
                id.find() ? LessonId.find(id.group(1)).orElse(null) : null,
                start,
                title.find() ? title.group(1).strip() : file.name(),
                none.summary,
                none.outcomes,
                none.requires,
                none.minutes,
                none.difficulty,
                none.status,
                none.names,
                end);
    }

    /** How many outcomes there are; empty where nobody can say. */
    OptionalInt countOutcomes() {
        return names.areUnknown() ? OptionalInt.empty() : OptionalInt.of(outcomes.size());
    }

    private static int closing(String text, int from) {
        for (int at = from; at < text.length(); at = lineEnd(text, at) + 1) {
            if (isFence(text, at, lineEnd(text, at))) {
                return at;
            }
        }
        return -1;
    }

    private static boolean isFence(String text, int start, int end) {
        return text.startsWith(FENCE, start)
                && text.substring(start, end).strip().equals(FENCE);
    }

    private static int lineEnd(String text, int from) {
        int feed = text.indexOf('\n', from);
        return feed < 0 ? text.length() : feed;
    }

    /** Of a text that has none and needs none. */
    static FrontMatter nameless() {
        return none(0, Names.none(Evaluations.fresh()));
    }

    private static FrontMatter none(int end, Names names) {
        return new FrontMatter(
                null,
                0,
                "",
                Optional.empty(),
                List.of(),
                Map.of(),
                new Minutes(0, 0),
                Difficulty.STANDARD,
                Status.PUBLISHED,
                names,
                end);
    }

    private static FrontMatter read(SourceFile file, YamlMapping yaml, int end, Evaluations evaluations) {
        var frontMatter = new FrontMatter(
                id(file, yaml),
                yaml.keyOffset("id"),
                yaml.neededText("title").map(SourceText::text).orElse("").strip(),
                yaml.neededText("summary"),
                yaml.texts("outcomes"),
                requires(file, yaml),
                minutes(file, yaml),
                word(file, yaml, "difficulty", Difficulty.values(), Difficulty.STANDARD),
                word(file, yaml, "status", Status.values(), Status.PUBLISHED),
                yaml.mapping("let")
                        .map(let -> Names.read(file, let, evaluations))
                        .orElseGet(() -> Names.none(evaluations)),
                end);
        yaml.rejectOthers();
        return frontMatter;
    }

    private static @Nullable LessonId id(SourceFile file, YamlMapping yaml) {
        var text = yaml.neededText("id");
        if (text.isEmpty()) {
            return null;
        }
        var id = LessonId.find(text.get().text());
        if (id.isEmpty()) {
            file.report(
                    Rule.ID_FORM,
                    text.get().offset(0),
                    Slug.complaint(text.get().text()));
        }
        return id.orElse(null);
    }

    private static Map<LessonId, Integer> requires(SourceFile file, YamlMapping yaml) {
        var requires = new LinkedHashMap<LessonId, Integer>();
        for (SourceText name : yaml.texts("requires")) {
            LessonId.find(name.text())
                    .ifPresentOrElse(
                            id -> requires.put(id, name.offset(0)),
                            () -> file.report(Rule.ID_FORM, name.offset(0), Slug.complaint(name.text())));
        }
        return requires;
    }

    private static Minutes minutes(SourceFile file, YamlMapping yaml) {
        if (!yaml.has("minutes")) {
            file.report(Rule.MISSING_KEY, yaml.offset(), "the key minutes is needed: {read: 12, practice: 16}");
        }
        return yaml.mapping("minutes")
                .map(minutes -> {
                    var read = new Minutes(number(file, minutes, "read"), number(file, minutes, "practice"));
                    minutes.rejectOthers();
                    return read;
                })
                .orElse(new Minutes(0, 0));
    }

    private static int number(SourceFile file, YamlMapping yaml, String key) {
        var text = yaml.neededText(key);
        if (text.isEmpty()) {
            return 0;
        }
        String digits = text.get().text();
        boolean whole = digits.length() <= 3 && digits.chars().allMatch(c -> c >= '0' && c <= '9');
        int number = whole ? Integer.parseInt(digits) : -1;
        if (number < 0 || number > Minutes.MOST) {
            file.report(
                    Rule.VALUE,
                    text.get().offset(0),
                    key + " must be a whole number from 0 to " + Minutes.MOST + ", got "
                            + SourceFile.shortened(digits));
            return 0;
        }
        return number;
    }

    private static <E extends Enum<E>> E word(SourceFile file, YamlMapping yaml, String key, E[] values, E otherwise) {
        var text = yaml.text(key);
        if (text.isEmpty()) {
            return otherwise;
        }
        String word = text.get().text();
        for (E value : values) {
            if (word(value).equals(word)) {
                return value;
            }
        }
        file.reportUnknown(
                Rule.VALUE,
                text.get().offset(0),
                key,
                word,
                Arrays.stream(values).map(FrontMatter::word).toList());
        return otherwise;
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
