package dev.surprisal.cli;

import dev.surprisal.content.Problem;
import java.util.List;
import java.util.stream.Collectors;

/** Problems as JSON, for editors and scripts: a list of objects with file, line, column, severity, rule and message. */
final class ProblemJson {

    private ProblemJson() {}

    static String of(List<Problem> problems) {
        return problems.stream().map(ProblemJson::of).collect(Collectors.joining(",\n", "[\n", "\n]"));
    }

    private static String of(Problem problem) {
        return "{\"file\":" + quoted(problem.position().file())
                + ",\"line\":" + problem.position().line()
                + ",\"column\":" + problem.position().column()
                + ",\"severity\":" + quoted(problem.severity().toString())
                + ",\"rule\":" + quoted(problem.rule())
                + ",\"message\":" + quoted(problem.message()) + "}";
    }

    static String quoted(String text) {
        var json = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                json.append('\\').append(c);
            } else if (c < ' ') {
                json.append("\\u00").append(Character.forDigit(c >> 4, 16)).append(Character.forDigit(c & 15, 16));
            } else {
                json.append(c);
            }
        }
        return json.append('"').toString();
    }
}
