package dev.surprisal.check;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.abort;

import dev.surprisal.expression.Expression;
import dev.surprisal.expression.Scope;
import dev.surprisal.expression.Value;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The script that the course gives away: what it expects is what the lessons teach, and that is where it arrives. */
class ScriptTest {

    private static final Path SCRIPT = Path.of("content/downloads/from-mle-to-map.py");
    private static final Pattern EXPECTED =
            Pattern.compile("^expect\\(\"([^\"]+)\", .*, ([0-9.]+)\\)$", Pattern.MULTILINE);

    /** @param excess what is zero if the script's number, {@code v}, is right */
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            best p, by descent                     | v - mle(bernoulli, [1, 1, 0, 1, 0, 0, 1, 1, 0, 1]).p
            summed NLL there, nats                 | v - 10 * entropy(bernoulli(0.6))
            summed NLL of an honest coin, nats     | v - 10 * ln(2)
            intercept, by descent                  | v - (26.9 - 21 * 0.9171428571428571) / 6
            slope, by descent                      | v - sum(([1, 2, 3, 4, 5, 6] - 3.5) * [2.3, 2.9, 4.1, 4.8, 6.2, 6.6]) / 17.5
            slope, by the formula of least squares | v - sum(([1, 2, 3, 4, 5, 6] - 3.5) * [2.3, 2.9, 4.1, 4.8, 6.2, 6.6]) / 17.5
            slope                                  | sum((sigmoid(v * [-3, -2, -1, -0.5, 0.5, 1, 2, 3]) - [0, 0, 1, 0, 1, 0, 1, 1]) * [-3, -2, -1, -0.5, 0.5, 1, 2, 3])
            mean NLL, nats                         | v - 3.90339089693078 / 8
            slope with lambda = 1                  | sum((sigmoid(v * [-2, -1, 1, 2]) - [0, 0, 1, 1]) * [-2, -1, 1, 2]) + 2 * v
            slope with lambda = 0.1                | sum((sigmoid(v * [-2, -1, 1, 2]) - [0, 0, 1, 1]) * [-2, -1, 1, 2]) + 0.2 * v
            slope with lambda = 0.01               | sum((sigmoid(v * [-2, -1, 1, 2]) - [0, 0, 1, 1]) * [-2, -1, 1, 2]) + 0.02 * v
            lowest NLL at mean                     | v - mle(normal, [1, 3, 5]).mean
            """)
    void expectsWhatTheLessonsTeach(String what, String excess) throws IOException {
        var expected = new HashMap<String, Double>();
        EXPECTED.matcher(Files.readString(SCRIPT))
                .results()
                .forEach(found -> expected.put(found.group(1), Double.valueOf(found.group(2))));

        Double known = expected.get(what);
        assertThat(known).as("what the script expects of " + what).isNotNull();
        Value zero = Expression.parse(excess).evaluate(Scope.EMPTY.with("v", requireNonNull(known)));

        assertThat(((Value.Number) zero).value()).isCloseTo(0, within(1e-8));
    }

    @Test
    void arrivesThere() throws Exception {
        Process script;
        try {
            script = new ProcessBuilder("python3", SCRIPT.toString())
                    .redirectErrorStream(true)
                    .start();
        } catch (IOException noPython) {
            abort("there is no python3 to run it with: " + noPython.getMessage());
            return;
        }
        var said = new String(script.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(script.waitFor()).as(said).isZero();
        assertThat(said).endsWith("All as the lessons say.\n");
    }
}
