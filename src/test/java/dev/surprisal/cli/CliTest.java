package dev.surprisal.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CliTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void evalPrintsTheValue() {
        int status = run("eval", "kl(bernoulli(0.5), bernoulli(0.7))");

        assertThat(Double.parseDouble(out().strip())).isCloseTo(-Math.log(0.84) / 2, within(1e-16));
        assertThat(err()).isEmpty();
        assertThat(status).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // ln 2, and what 0.1 + 0.2 is in binary
                "entropy(bernoulli(0.5)) | 0.6931471805599453",
                "[2^40 - 1, 0.1 + 0.2] | [1099511627775, 0.30000000000000004]",
                "normal(0, 1/3) | normal(0, 0.3333333333333333)",
                "kl(normal(0, 1), uniform(0, 1)) | ∞",
                "1 < 2 | true",
            })
    void evalKeepsEveryDigit(String expression, String value) {
        assertThat(run("eval", expression)).isZero();
        assertThat(out()).isEqualTo(value + "\n");
    }

    @Test
    void evalPointsAtTheError() {
        int status = run("eval", "1 + sqrt(-2)");

        assertThat(out()).isEmpty();
        assertThat(err()).isEqualTo("""
                  1 + sqrt(-2)
                           ^
                error: sqrt(x) needs x >= 0, got -2
                """);
        assertThat(status).isEqualTo(1);
    }

    @Test
    void evalPointsIntoTheRightLine() {
        run("eval", "1 +\n  rte\n+ 2");

        assertThat(err()).isEqualTo("""
                    rte
                    ^
                error: the name rte is not known: no names are declared here
                """);
    }

    @Test
    void evalShowsThePartOfALongLine() {
        run("eval", "1 + ".repeat(1_000) + "y" + " + 1".repeat(1_000));

        assertThat(err().lines().toList())
                .containsExactly(
                        "  " + "1 + ".repeat(15) + "y" + " + 1".repeat(9) + " + ",
                        "  " + " ".repeat(60) + "^",
                        "error: the name y is not known: no names are declared here");
    }

    @Test
    void evalWantsOneExpression() {
        assertThat(run("eval")).isEqualTo(2);
        assertThat(run("eval", "1", "+", "2")).isEqualTo(2);
        assertThat(err()).startsWith("one expression is expected, in quotes");
    }

    @Test
    void unknownWordsListTheKnownOnes() {
        assertThat(run("evaluate", "1")).isEqualTo(2);
        assertThat(err())
                .startsWith("there is no word 'evaluate'; the words are\n  ")
                .contains("\n  eval ");
    }

    private int run(String... arguments) {
        return Cli.run(
                List.of(arguments),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
    }

    private String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private String err() {
        return err.toString(StandardCharsets.UTF_8);
    }
}
