package dev.surprisal.widget;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DecimalsTest {

    @Test
    void theComplementIsTheOneOfDecimals() {
        for (int thousandths = 0; thousandths <= 1000; thousandths++) {
            double x = thousandths / 1000.0;
            double expected =
                    BigDecimal.ONE.subtract(BigDecimal.valueOf(thousandths, 3)).doubleValue();

            assertThat(Decimals.complement(x)).as("1 - " + x).isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "0.3333333333333333, 0.6666666666666667",
        "1e-300, 1",
        "5e-324, 1",
        "1e-7, 0.9999999",
        "0.9999999999999999, 1e-16",
    })
    void theComplementOfAnyDoubleIsWithinRounding(double x, double complement) {
        assertThat(Decimals.complement(x)).isEqualTo(complement);
    }

    @ParameterizedTest
    @CsvSource({
        "0.37499999999999994, 0.375",
        "0.24000000000000002, 0.24",
        "0.3333333333333333, 0.3333333333333333",
        "0.123456789012345, 0.123456789012345",
        "0, 0",
        "5e-301, 5e-301",
    })
    void tidyingRemovesNoiseOnly(double x, double tidy) {
        assertThat(Decimals.tidy(x)).isEqualTo(tidy);
    }

    @ParameterizedTest
    @CsvSource({"0.6249, 0.01, 0.62", "0.29, 0.01, 0.29", "0.005, 0.01, 0.01", "0.99999, 0.01, 1", "0.34, 0.1, 0.3"})
    void stepsAreTheNearest(double x, double step, double nearest) {
        assertThat(Decimals.toStep(x, step)).isEqualTo(nearest);
    }

    @Test
    void aStepMayBeLongerThanOne() {
        assertThat(Decimals.toStep(1234.5, 100)).isEqualTo(1200);
        assertThat(Decimals.toStep(-1250, 100)).isEqualTo(-1200);
        assertThat(Decimals.toStep(7.6, 1)).isEqualTo(8);
    }
}
