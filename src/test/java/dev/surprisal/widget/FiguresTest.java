package dev.surprisal.widget;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiguresTest {

    @ParameterizedTest
    @CsvSource({
        "0.0871766935723889, 0.08718",
        "-0.168236118310606, −0.16824",
        "0, 0",
        "-0.0, 0",
        "0.2, 0.20000",
        "344.694616768547, 344.69462",
        "0.00012345678, 0.0001235",
        "1.5e-9, 1.500 × 10⁻⁹",
        "123456.7, 123500",
        "1e300, 1.000 × 10³⁰⁰",
        "Infinity, +∞",
        "-Infinity, −∞",
    })
    void amountsHaveFivePlacesOrFourDigits(double x, String text) {
        assertThat(Figures.amount(x)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "0.5, 0.5",
        "0.125, 0.125",
        "1, 1",
        "0, 0",
        "0.3333333333333333, 0.3333",
        "0.0625, 0.0625",
        "0.00390625, 0.003906",
        "1e-300, 1 × 10⁻³⁰⁰",
        "1.6666666666666667, 1.667",
        "5e299, 5 × 10²⁹⁹",
        "Infinity, +∞",
    })
    void ratiosAreExactWhereThatIsShort(double x, String text) {
        assertThat(Figures.ratio(x)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "0.7, 0.7",
        "0.3333333333333333, 0.333333",
        "0.123456, 0.123456",
        "0.1234565, 0.123456",
        "1e-300, 1e-300",
        "0.30000000000000004, 0.3",
    })
    void fieldsCanBeTypedAsTheyStand(double x, String text) {
        assertThat(Figures.field(x)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "0.0871766935723889, 0.0871766935723889",
        "0.6931471805599453, 0.693147180559945",
        "0.5, 0.5",
        "1, 1",
        "0, 0",
        "1.23e-9, 1.23e-9",
        "Infinity, ∞",
    })
    void fullPrecisionIsFifteenDigits(double x, String text) {
        assertThat(Figures.full(x)).isEqualTo(text);
    }

    @Test
    void vectorsStandInBrackets() {
        assertThat(Figures.vector(List.of(0.5, 0.25, 1.0 / 3))).isEqualTo("(0.5, 0.25, 0.3333)");
    }
}
