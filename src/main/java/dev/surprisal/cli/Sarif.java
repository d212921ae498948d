package dev.surprisal.cli;

import dev.surprisal.content.Problem;
import dev.surprisal.content.Severity;
import java.util.List;
import java.util.stream.Collectors;

/** Problems as SARIF 2.1.0, which code hosts and editors show beside the lines. */
final class Sarif {

    private Sarif() {}

    /** @param folder that the files' names start from, as it was given */
    static String of(List<Problem> problems, String folder) {
        String rules = problems.stream()
                .map(Problem::rule)
                .distinct()
                .sorted()
                .map(rule -> "{\"id\":" + ProblemJson.quoted(rule) + "}")
                .collect(Collectors.joining(","));
        String base = folder.endsWith("/") ? folder : folder + "/";
        return problems.stream()
                .map(problem -> of(problem, base))
                .collect(Collectors.joining(
                        ",\n",
                        "{\"$schema\":\"https://json.schemastore.org/sarif-2.1.0.json\",\"version\":\"2.1.0\",\"runs\":[{\"tool\":{\"driver\":"
                                + "{\"name\":\"Surprisal\",\"rules\":[" + rules
                                + "]}},\"columnKind\":\"utf16CodeUnits\",\"results\":[\n",
                        "\n]}]}"));
    }

    private static String of(Problem problem, String base) {
        return "{\"ruleId\":" + ProblemJson.quoted(problem.rule())
                + ",\"level\":" + (problem.severity() == Severity.ERROR ? "\"error\"" : "\"warning\"")
                + ",\"message\":{\"text\":" + ProblemJson.quoted(problem.message())
                + "},\"locations\":[{\"physicalLocation\":{\"artifactLocation\":{\"uri\":"
                + ProblemJson.quoted(address(base + problem.position().file()))
                + "},\"region\":{\"startLine\":" + problem.position().line()
                + ",\"startColumn\":" + problem.position().column() + "}}}]}";
    }

    /** A name of a file as part of an address. */
    private static String address(String name) {
        return name.replace("%", "%25").replace(" ", "%20").replace("\\", "/");
    }
}
