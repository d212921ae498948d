package dev.surprisal.math.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/**
 * The error bounds in the Javadoc of what is computed in closed form: 2e-15 of the result or of 1, whichever is more, at drawn
 * arguments of ordinary size. Values: mpmath 1.3 at 45 digits of the formulas in section 4 of the reference table's
 * description; every input is the double next to the decimal.
 */
class AccuracyTest {

    @ParameterizedTest
    @CsvFileSource(
            resources = "/dev/surprisal/math/quantities.csv",
            numLinesToSkip = 1,
            delimiter = '|',
            quoteCharacter = '~')
    void everyQuantityIsMetToTheLastDigits(String quantity, String inputs, double expected) {
        // a difference of log-gammas
        double bound = quantity.equals("beta_bernoulli_log_evidence") ? 1e-14 : 2e-15;

        assertThat(Quantities.evaluate(quantity, Inputs.parse(inputs)))
                .isCloseTo(expected, within(bound * Math.max(1, Math.abs(expected))));
    }
}
