package dev.surprisal.math.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Every row of the reference table against the core. {@code -Dreference.values=<file>} reads another table of the same form.
 * Values: mpmath at 60 digits, printed with 15; every input is the exact decimal. See reference_values.md beside the table.
 */
class ReferenceValuesTest {

    @TestFactory
    Stream<DynamicTest> everyRowIsMet() {
        return ReferenceRow.all().stream()
                .map(row -> DynamicTest.dynamicTest(row.id() + " " + row.quantity(), () -> check(row)));
    }

    @Test
    void anEmptyTableIsNoSuccess() {
        assertThat(ReferenceRow.all()).isNotEmpty();
    }

    /** Quantities without a row in the table: formulas in exact arithmetic or mpmath at 40 digits. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "diffentropy_dirichlet        | {'alpha': [2, 3, 5]}                                  | -1.4611820247291342",
                "diffentropy_mvn_full         | {'cov': [[2, 0.6], [0.6, 0.5]]}                       | 2.6147335150951356",
                "gamma_poisson_posterior_mean | {'shape': 2, 'rate': 1, 'data': [3, 0, 4]}            | 2.25",
                "jeffreys_normal              | {'mu1': 0, 'sigma1': 1, 'mu2': 1, 'sigma2': 2}        | 1.75",
                "lambda_from_gaussian_prior   | {'sigma_p': 0.5}                                      | 2",
                "laplace_nll                  | {'y': 1.5, 'mu': -0.5, 'b': 0.5}                      | 4",
                "logpmf_poisson               | {'n': 3, 'rate': 2.5}                                 | -1.5428872736055898",
                "mc_standard_error            | {'sd': 3, 'n': 100}                                   | 0.3",
                "perplexity_from_bits         | {'bits': 3}                                           | 8",
                "poisson_regression_slope     | {'x': [0, 1, 2, 3], 'y': [1, 1, 3, 6]}                | 0.7002005252760858",
                "score_normal                 | {'x': 2, 'mu': 0.5, 'sigma': 0.5}                     | -6",
            })
    void quantitiesWithoutARow(String quantity, String inputs, double expected) {
        double actual = Quantities.evaluate(quantity, Inputs.parse(inputs.replace('\'', '"')));

        assertThat(actual).isCloseTo(expected, within(1e-12 * Math.max(1, Math.abs(expected))));
    }

    @Test
    void anUnknownQuantityIsAnError() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Quantities.evaluate("kl_of_nothing", Inputs.parse("{}")))
                .withMessage("unknown quantity kl_of_nothing");
    }

    private static void check(ReferenceRow row) {
        double expected = Double.parseDouble(row.value());

        double actual = Quantities.evaluate(row.quantity(), Inputs.parse(row.inputs()));

        if (Double.isInfinite(expected)) {
            assertThat(actual).as(row.inputs()).isEqualTo(expected);
        } else {
            assertThat(actual).as(row.inputs()).isCloseTo(expected, within(tolerance(row.kind(), Math.abs(expected))));
        }
    }

    private static double tolerance(String kind, double size) {
        return switch (kind) {
            case "closed" -> Math.max(1e-11 * size, 1e-13);
            case "quadrature" -> Math.max(1e-9 * size, 1e-13);
            case "parameter" -> 1e-6;
            case "objective" -> 1e-9;
            default -> throw new IllegalArgumentException("unknown class " + kind);
        };
    }
}
