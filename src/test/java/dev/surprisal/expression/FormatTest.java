package dev.surprisal.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormatTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "3dp; 0.08717669357238891; 0.087",
                "5dp; 0.08717669357238891; 0.08718",
                "0dp; 2.5; 2",
                "0dp; 3.5; 4",
                "2dp; 1; 1.00",
                "3dp; -0.4425; -0.443",
                "3dp; Infinity; ∞",
                "3dp; -Infinity; -∞",
                "4sf; 0.08717669357238891; 0.08718",
                "4sf; 1234.56; 1235",
                "2sf; 0.000123; 0.00012",
                "3sf; 1; 1.00",
                "3sf; 0.9999; 1.00",
                "3sf; 1e-9; 1.00e-9",
                "percent; 0.25; 25%",
                "percent; 0.3333333333333333; 33.3%",
                "percent 1dp; 0.25; 25.0%",
                "1dp percent; 0.1234; 12.3%",
                "percent; 1; 100%",
                "percent; 12.345; 1234%",
                "bits; 0.6931471805599453; 1",
                "bits; 0.08717669357238891; 0.1258",
                "3dp bits; 0.08717669357238891; 0.126",
                "fraction; 0.3333333333333333; 1/3",
                "fraction; 0.4666666666666667; 7/15",
                "fraction; -0.75; -3/4",
                "fraction; 2; 2",
                "fraction; 0; 0",
                "fraction; 0.0001; 1/10000",
                "fraction; 3.141592920353982; 355/113",
                "fraction; Infinity; ∞",
                "  3dp ; 2; 2.000",
            })
    void numbersArePrintedAsAsked(String format, double x, String printed) {
        assertThat(Format.parse(format).print(x)).isEqualTo(printed);
    }

    @ParameterizedTest
    @CsvSource({
        "0.5, 0.5",
        "0.08717669357238891, 0.08718",
        "2, 2",
        "123456.7, 123457",
        "1234567890, 1234567890",
        "0.00001, 0.00001",
        "1e-9, 1e-9",
        "-2.50001, -2.5",
        "Infinity, ∞",
    })
    void usualNumbersAreShort(double x, String printed) {
        assertThat(Format.USUAL.print(x)).isEqualTo(printed);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '~',
            value = {
                "~~; 0; ~a format is expected after ';': 3dp, 4sf, percent, bits or fraction~",
                "3d; 0; digits are written as 3dp (decimal places) or 4sf (significant figures), got '3d'",
                "~ 3 dp~; 1; digits are written as 3dp (decimal places) or 4sf (significant figures), got '3'",
                "16dp; 0; dp takes 0 to 15 digits",
                "0sf; 0; sf takes 1 to 15 digits",
                "999999999999dp; 0; dp takes 0 to 15 digits",
                "precent; 0; there is no format 'precent' (did you mean percent?): accepted are 3dp, 4sf, percent, bits or fraction",
                "3dp 4sf; 4; the digits are given twice: 4sf",
                "bits percent; 5; a format is either percent, bits or fraction",
                "3dp fraction; 0; a fraction is exact and takes no digits",
            })
    void formatsThatAreNone(String format, int position, String message) {
        var error = catchThrowableOfType(ExpressionException.class, () -> Format.parse(format));

        assertThat(error).hasMessage(message);
        assertThat(error.position()).isEqualTo(position);
    }

    @Test
    void numbersThatAreNoFractionAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Format.parse("fraction").print(Math.PI))
                .withMessage("3.14159265358979 is not a fraction with a denominator up to 10000");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Format.parse("fraction").print(1 / 10_007.0));
        assertThatIllegalArgumentException().isThrownBy(() -> Format.USUAL.print(Double.NaN));
    }
}
