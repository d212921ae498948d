package dev.surprisal.check;

import dev.surprisal.content.Problem;
import dev.surprisal.content.Rule;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.text.Normalizer;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes the ids that are missing into the files of a course. An id is made of the heading's words, or of the first words below the
 * line that opens a container; it is the author's from then on, and stays when the words change.
 */
public final class MissingIds {

    private static final Pattern CONTAINER = Pattern.compile("^([\\s>]*:{3,}\\s*[a-z]+)(\\{?)(.*)$", Pattern.DOTALL);
    private static final Pattern NO_ID = Pattern.compile("[^a-z0-9]+");
    private static final Pattern ID =
            Pattern.compile("\\{#([a-z0-9-]+)|^\\s*- ([a-z0-9-]+)\\s*$|^\\s*-? *id: *([a-z0-9-]+)", Pattern.MULTILINE);
    private static final Pattern RETIRED = Pattern.compile("(?m)^retired:\\s*\\[([^\\]]*)\\]");
    private static final int MOST_WORDS = 5;
    private static final int LONGEST = 40;

    private MissingIds() {}

    /**
     * How many were written.
     *
     * @throws IOException when a file cannot be read or written
     */
    public static int write(Path folder, List<Problem> problems) throws IOException {
        Map<String, List<Integer>> lines = problems.stream()
                .filter(problem -> problem.rule().equals(Rule.MISSING_ID.id()))
                .collect(Collectors.groupingBy(
                        problem -> problem.position().file(),
                        TreeMap::new,
                        Collectors.mapping(problem -> problem.position().line() - 1, Collectors.toList())));
        Set<String> taken = taken(folder);
        int written = 0;
        for (Map.Entry<String, List<Integer>> file : lines.entrySet()) {
            Path path = folder.resolve(file.getKey());
            // Lines keep what ends them, so that nothing else of the file changes
            String[] text = Files.readString(path).split("(?<=\n)", -1);
            for (int line : file.getValue()) {
                written += write(text, line, taken) ? 1 : 0;
            }
            replace(path, String.join("", text));
        }
        return written;
    }

    private static boolean write(String[] text, int line, Set<String> taken) {
        String whole = text[line];
        String content = whole.stripTrailing();
        String end = whole.substring(content.length());
        if (content.startsWith("#")) {
            text[line] = content + " {#" + id(content, "section", taken) + "}" + end;
            return true;
        }
        Matcher container = CONTAINER.matcher(content);
        if (!container.matches()) {
            return false;
        }
        String kind = container.group(1).replaceAll("[^a-z]", "");
        String id = "{#" + id(firstWords(text, line + 1), kind, taken);
        boolean braces = !container.group(2).isEmpty();
        text[line] = container.group(1) + id + (braces ? " " + container.group(3) : "}" + container.group(3)) + end;
        return true;
    }

    private static String firstWords(String[] text, int from) {
        for (int i = from; i < text.length; i++) {
            String line = text[i].strip();
            if (!line.isEmpty() && !line.matches("(?:vary|where|also):.*") && !line.startsWith("!")) {
                return line.startsWith(":::") ? "" : line;
            }
        }
        return "";
    }

    private static String id(String words, String otherwise, Set<String> taken) {
        String plain = Normalizer.normalize(
                        words.replaceAll("\\$[^$]*\\$|`[^`]*`|\\[\\]\\([^)]*\\)", " "), Normalizer.Form.NFD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\p{M}|['’]", "");
        String slug = Stream.of(NO_ID.split(plain))
                .filter(word -> !word.isEmpty())
                .limit(MOST_WORDS)
                .reduce((a, b) -> a.length() + b.length() < LONGEST ? a + "-" + b : a)
                .orElse(otherwise);
        String base = Character.isLetter(slug.charAt(0)) ? slug : otherwise + "-" + slug;
        String id = base;
        for (int number = 2; !taken.add(id); number++) {
            id = base + "-" + number;
        }
        return id;
    }

    /** Whatever looks like an id anywhere in the course. */
    private static Set<String> taken(Path folder) throws IOException {
        Set<String> taken = new HashSet<>(Set.of("main", "contents", "outcomes", "before", "outlet", "flashcards"));
        List<Path> files;
        try (Stream<Path> all = Files.walk(folder, 4)) {
            files = all.filter(Files::isRegularFile)
                    .filter(file ->
                            file.toString().endsWith(".md") || file.toString().endsWith(".yaml"))
                    .toList();
        }
        for (Path file : files) {
            String text = Files.readString(file);
            Matcher ids = ID.matcher(text);
            while (ids.find()) {
                Stream.of(1, 2, 3)
                        .map(ids::group)
                        .filter(found -> found != null)
                        .forEach(taken::add);
            }
            Matcher retired = RETIRED.matcher(text);
            if (retired.find()) {
                taken.addAll(List.of(retired.group(1).strip().split("\\s*,\\s*")));
            }
        }
        return taken;
    }

    private static void replace(Path path, String text) throws IOException {
        Path made = Files.createTempFile(path.toAbsolutePath().getParent(), ".", ".tmp");
        try {
            Files.write(made, text.getBytes(StandardCharsets.UTF_8));
            Files.move(made, path, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(made);
        }
    }
}
