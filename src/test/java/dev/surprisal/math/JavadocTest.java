package dev.surprisal.math;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Every public function of the core says what it computes and, where that is a number, how exactly. Whether what it says is
 * true is for the tests of accuracy; an override speaks with its interface.
 */
class JavadocTest {

    private static final Path SOURCES = Path.of("src/main/java/dev/surprisal/math");

    private static final Pattern METHOD = Pattern.compile(
            "    (?: {4})?public (?:static |abstract |default )*(?:<[^>]+> )?(?<type>[A-Z]?[\\w.<>\\[\\]?, ]*?) (?<name>[a-z]\\w*)\\(.*");
    private static final Pattern DECLARED = Pattern.compile(
            "    (?:default |static )?(?<type>[\\w.<>\\[\\]]+) (?<name>[a-z]\\w*)\\([^)]*\\)(?: \\{|;)");
    private static final Pattern NUMBER = Pattern.compile("double(\\[])*|Integral");

    /** An error bound, that there is no error, or whose error it is. */
    private static final Pattern ACCURACY = Pattern.compile(
            "[Ee]rrors?\\b|\\bulp\\b|[Ee]xact|[Ww]ithin|nearest|\\{@link|[Dd]igits|as a new array|checked|component k|[Tt]he (lower|upper) end");

    /** What carries results or says what there can be, without a formula of its own. */
    private static final Set<String> WITHOUT_FORMULA = Set.of(
            "Integral",
            "Outcome",
            "Require",
            "Continuous",
            "Discrete",
            "Distribution",
            "Mode",
            "Multivariate",
            "Support",
            "Univariate",
            "VectorSupport",
            "DescentTrace",
            "Objective",
            "RegressionFit",
            "Derivatives",
            "StationaryPoint");

    private static final Pattern SOURCE = Pattern.compile(" *(\\*|//|/\\*\\*).*\\b(18|19|20)\\d\\d\\b.*");

    @Test
    void everyFormulaHasADatedSource() throws IOException {
        List<String> without = new ArrayList<>();
        for (Path file : sources()) {
            List<String> lines = Files.readAllLines(file);
            String name = file.getFileName().toString().replace(".java", "");
            boolean open = lines.stream().anyMatch(line -> line.startsWith("public "));
            if (open
                    && !WITHOUT_FORMULA.contains(name)
                    && lines.stream().noneMatch(line -> SOURCE.matcher(line).matches())) {
                without.add(SOURCES.relativize(file).toString());
            }
        }

        assertThat(without).isEmpty();
    }

    @Test
    void everyPublicFunctionHasOne() throws IOException {
        List<String> without = new ArrayList<>();
        List<String> silent = new ArrayList<>();
        int seen = 0;
        for (Path file : sources()) {
            List<String> lines = Files.readAllLines(file);
            boolean isInterface = lines.stream().anyMatch(line -> line.matches("public (sealed )?interface .*"));
            for (int i = 0; i < lines.size(); i++) {
                var method = METHOD.matcher(lines.get(i));
                var declared = DECLARED.matcher(lines.get(i));
                var found = method.matches() ? method : isInterface && declared.matches() ? declared : null;
                if (found == null
                        || found.group("type").matches("return|throw|new|case|else|class|record|enum|interface")) {
                    continue;
                }
                seen++;
                int above = i - 1;
                boolean override = false;
                while (lines.get(above).strip().startsWith("@")) {
                    override |= lines.get(above).contains("@Override");
                    above--;
                }
                String name = SOURCES.relativize(file) + ":" + (i + 1) + " " + found.group("name");
                if (override) {
                    continue;
                }
                if (!lines.get(above).strip().endsWith("*/")) {
                    without.add(name);
                } else if (NUMBER.matcher(found.group("type")).matches()
                        && !ACCURACY.matcher(comment(lines, above)).find()) {
                    silent.add(name);
                }
            }
        }

        assertThat(seen).isGreaterThan(500);
        assertThat(without).as("without Javadoc").isEmpty();
        assertThat(silent).as("without a word on the error").isEmpty();
    }

    private static String comment(List<String> lines, int end) {
        int start = end;
        while (!lines.get(start).contains("/**")) {
            start--;
        }
        return String.join(" ", lines.subList(start, end + 1));
    }

    private static List<Path> sources() throws IOException {
        try (var files = Files.walk(SOURCES)) {
            return files.filter(file -> file.toString().endsWith(".java") && !file.endsWith("package-info.java"))
                    .sorted()
                    .toList();
        }
    }
}
