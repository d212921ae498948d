package dev.surprisal.math;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ElementaryTest {
    private static final double INFINITY = Double.POSITIVE_INFINITY;

    @Test
    void exponentialsAndLogarithmsAreWithinTheirBounds(TestReporter reporter) {
        var table = ReferenceTable.read("exponential.csv", reporter);

        table.holds("exp", Elementary::exp, 0.8);
        table.holds("expm1", Elementary::expm1, 0.6);
        table.holds("log", Elementary::log, 0.52);
        table.holds("log1p", Elementary::log1p, 0.52);
        table.holds("log2", Elementary::log2, 0.52);
        table.holds("pow", Elementary::pow, 0.8);
    }

    @Test
    void trigonometricFunctionsAreWithinTheirBounds(TestReporter reporter) {
        var table = ReferenceTable.read("trigonometric.csv", reporter);

        table.holds("sin", Elementary::sin, 0.85);
        table.holds("cos", Elementary::cos, 0.85);
        table.holds("tan", Elementary::tan, 1);
        table.holds("atan", Elementary::atan, 0.9);
    }

    @Test
    void hyperbolicFunctionsAndRootsAreWithinTheirBounds(TestReporter reporter) {
        var table = ReferenceTable.read("hyperbolic.csv", reporter);

        table.holds("sinh", Elementary::sinh, 0.6);
        table.holds("cosh", Elementary::cosh, 0.6);
        table.holds("tanh", Elementary::tanh, 0.6);
        table.holds("cbrt", Elementary::cbrt, 0.7);
        table.holds("hypot", Elementary::hypot, 0.8);
    }

    @Test
    void specialValuesAreThoseOfTheJdk() {
        sameSpecialValues(Elementary::exp, Math::exp);
        sameSpecialValues(Elementary::expm1, Math::expm1);
        sameSpecialValues(Elementary::log, Math::log);
        sameSpecialValues(Elementary::log1p, Math::log1p);
        sameSpecialValues(Elementary::sin, Math::sin);
        sameSpecialValues(Elementary::cos, Math::cos);
        sameSpecialValues(Elementary::tan, Math::tan);
        sameSpecialValues(Elementary::atan, Math::atan);
        sameSpecialValues(Elementary::sinh, Math::sinh);
        sameSpecialValues(Elementary::cosh, Math::cosh);
        sameSpecialValues(Elementary::tanh, Math::tanh);
        sameSpecialValues(Elementary::cbrt, Math::cbrt);
    }

    private static void sameSpecialValues(DoubleUnaryOperator ours, DoubleUnaryOperator theirs) {
        for (double x :
                new double[] {0.0, -0.0, INFINITY, -INFINITY, Double.NaN, Double.MIN_VALUE, -Double.MIN_VALUE}) {
            Double expected = theirs.applyAsDouble(x); // boxed: tells −0 from 0

            assertThat(ours.applyAsDouble(x)).as("at %s", x).isEqualTo(expected);
        }
    }

    @Test
    void powTreatsSpecialValuesAsTheJdk() {
        double[] values = {
            0.0,
            -0.0,
            1,
            -1,
            0.5,
            -0.5,
            2,
            -2,
            3,
            -3,
            2.5,
            -2.5,
            0x1p53,
            -0x1p53,
            0x1p52 + 1,
            1e300,
            -1e300,
            INFINITY,
            -INFINITY,
            Double.NaN,
            Double.MIN_VALUE,
            -Double.MIN_VALUE,
            Double.MAX_VALUE
        };

        for (double x : values) {
            for (double y : values) {
                Double expected = Math.pow(x, y); // boxed: tells −0 from 0
                if (expected == 0 || Double.isNaN(expected) || Double.isInfinite(expected) || Math.abs(x) == 1) {
                    assertThat(Elementary.pow(x, y)).as("%s^%s", x, y).isEqualTo(expected);
                }
            }
        }
    }

    @Test
    void powersOfTwoAreExact() {
        for (int k = -1074; k < 1024; k++) {
            double power = Math.scalb(1.0, k);

            assertThat(Elementary.log2(power)).isEqualTo(k);
            assertThat(Elementary.pow(2, k)).isEqualTo(power);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "709.782712893384, true",
        "709.7827128933841, false",
        "-745.1332191019411, true",
        "-745.1332191019412, false"
    })
    void expOverflowsAndUnderflowsWhereItMust(double x, boolean inside) {
        double y = Elementary.exp(x);

        assertThat(y > 0 && y < INFINITY).isEqualTo(inside);
    }

    @Test
    void logarithmsOfNegativeNumbersAreNaN() {
        assertThat(Elementary.log(-1)).isNaN();
        assertThat(Elementary.log2(-1e-300)).isNaN();
        assertThat(Elementary.log1p(-1.0000000000000002)).isNaN();
        assertThat(Elementary.log2(0)).isEqualTo(-INFINITY);
        assertThat(Elementary.log2(INFINITY)).isEqualTo(INFINITY);
    }
}
