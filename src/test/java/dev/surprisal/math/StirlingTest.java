package dev.surprisal.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StirlingTest {

    /** mpmath at 50 digits: mu, mu' and mu''. */
    @ParameterizedTest
    @CsvSource({
        "0.001, 2.5422704679670945415, -493.66781665282815303, 499001.64253319584818",
        "0.3, 0.23606490074821558839, -0.63188475120753036694, 3.3564756572188418777",
        "1.0, 0.08106146679532725822, -0.077215664901532860607, 0.14493406684822643647",
        "2.5, 0.033162873519936287485, -0.013134091228911877958, 0.010357756100234864973",
        "7.9, 0.010542914704115186122, -0.0013331326688984931696, 0.00033696836289944351897",
        "8.1, 0.010282861471580358601, -0.0012682095360832063154, 0.0003126669394933070681",
        "15.0, 0.005554733551962801371, -0.00037020610808303094262, 0.000049338958794917337266",
        "60.0, 0.0013888760298270132647, -0.000023147505229061581467, 7.7156207983262974049e-7",
        "1000.0, 0.000083333330555556349206, -8.333332500000396825e-8, 1.6666663333335714282e-10",
        "1e6, 8.3333333333330555556e-8, -8.3333333333325e-14, 1.666666666666333333e-19",
        "1e15, 8.3333333333333333381e-17, -8.3333333333333333296e-32, 1.6666666666666666667e-46",
    })
    void whatStirlingsFormulaLeaves(double x, double error, double slope, double curvature) {
        assertThat(Stirling.error(x)).isCloseTo(error, within(2e-15 * error));
        assertThat(Stirling.errorSlope(x)).isCloseTo(slope, within(-2e-15 * slope));
        assertThat(Stirling.errorCurvature(x)).isCloseTo(curvature, within(2e-15 * curvature));
    }
}
