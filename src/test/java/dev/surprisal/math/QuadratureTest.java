package dev.surprisal.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.surprisal.math.Quadrature.Decay;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

/** Integrals that are known in closed form. */
class QuadratureTest {

    private static final double INFINITY = Double.POSITIVE_INFINITY;

    @Test
    void segments() {
        assertMet(between(x -> x * x, -1, 2), 3);
        assertMet(between(Math::exp, 0, 1), Math.E - 1);
        assertMet(between(x -> 1 / (1 + x * x), -1, 1), Math.PI / 2);
        assertMet(between(Math::log, 0, 1), -1);
        assertMet(between(x -> 1 / Math.sqrt(x), 0, 4), 4);
        assertMet(between(x -> 7, 1e6, 1e6 + 0.5), 3.5);
    }

    /** The beta function B(1/2, 1/2), by the distance from the nearer end. */
    @Test
    void singularitiesAtBothEnds() {
        Integral integral =
                Quadrature.between((end, offset) -> 1 / Math.sqrt(Math.abs(offset) * (1 - Math.abs(offset))), 0, 1, 1);

        assertMet(integral, Math.PI);
    }

    /** a x^(a - 1) = a e^(a ln x)/x, at an a so small that most of the mass lies where the density overflows. */
    @Test
    void aDensityThatOverflows() {
        double a = 0.02;
        Integral integral = Quadrature.between(
                (end, offset, slope) -> end == 0
                        ? a * Math.exp((a - 1) * Math.log(offset) + Math.log(slope))
                        : a * Math.pow(1 + offset, a - 1) * slope,
                0,
                1,
                1);

        assertThat(integral.value()).isCloseTo(1, within(integral.errorBound()));
    }

    @Test
    void halfLines() {
        assertMet(half(x -> Math.exp(-x), 0, INFINITY, 1, Decay.EXPONENTIAL), 1);
        assertMet(half(x -> x * x * x * Math.exp(-x), 0, INFINITY, 1, Decay.EXPONENTIAL), 6);
        assertMet(half(x -> Math.exp(-2 * (x - 3)), 3, INFINITY, 0.5, Decay.EXPONENTIAL), 0.5);
        assertMet(half(Math::exp, -INFINITY, 0, 1, Decay.EXPONENTIAL), 1);
        assertMet(half(x -> Math.exp(-x * x / 2), -INFINITY, 0, 1, Decay.EXPONENTIAL), Math.sqrt(Math.PI / 2));
        assertMet(half(x -> Math.exp(-x / 1e6) / 1e6, 0, INFINITY, 1e6, Decay.EXPONENTIAL), 1);
    }

    @Test
    void heavyTails() {
        assertMet(half(x -> 1 / (1 + x * x), 0, INFINITY, 1, Decay.ALGEBRAIC), Math.PI / 2);
        assertMet(half(x -> 1 / (1 + x * x), -INFINITY, 0, 1, Decay.ALGEBRAIC), Math.PI / 2);
        assertMet(half(x -> 1 / (x * x), 2, INFINITY, 1, Decay.ALGEBRAIC), 0.5);
        assertMet(half(x -> Math.log(x) / (x * x), 1, INFINITY, 1, Decay.ALGEBRAIC), 1);
        assertMet(half(x -> Math.exp(-x), 0, INFINITY, 1, Decay.ALGEBRAIC), 1);
        assertMet(half(x -> Math.pow(1 + x, -1.5), 0, INFINITY, 1, Decay.ALGEBRAIC), 2);
        // 1/x: the integral does not exist, and the bound says that the number means nothing
        Integral none = half(x -> 1 / (1 + x), 0, INFINITY, 1, Decay.ALGEBRAIC);
        assertThat(none.errorBound()).isGreaterThan(1);
    }

    @Test
    void infinitiesAndZeros() {
        assertThat(between(x -> INFINITY, 0, 1).value()).isEqualTo(INFINITY);
        assertThat(between(x -> INFINITY, 0, 1).errorBound()).isEqualTo(INFINITY);
        Integral zero = between(x -> 0, 0, 1);
        assertThat(zero.value()).isZero();
        assertThat(zero.errorBound()).isZero();
        assertThat(zero.evaluations()).isLessThan(1_000);
        // never smooth: the bound says so after the last halving
        Integral rough = between(x -> Math.floor(1e6 * x) % 2, 0, 1);
        assertThat(rough.value()).isCloseTo(0.5, within(rough.errorBound() + 0.02));
        assertThat(rough.errorBound()).isGreaterThan(1e-6);
        assertThat(rough.evaluations()).isBetween(1_000, 20_000);
    }

    @Test
    void intervalsThatAreNone() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> between(x -> x, 1, 1))
                .withMessage("from must be < to, got 1 and 1");
        assertThatIllegalArgumentException().isThrownBy(() -> between(x -> x, 2, 1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> between(x -> x, Double.NaN, 1))
                .withMessageContaining("from");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> between(x -> x, 0, Double.NaN))
                .withMessageContaining("to");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> between(x -> x, -INFINITY, INFINITY))
                .withMessageContaining("cut the line");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> half(x -> x, 0, INFINITY, 0, Decay.EXPONENTIAL))
                .withMessageContaining("scale");
    }

    @Test
    void integralsAddUp() {
        Integral sum = new Integral(1, 0.25, 10).plus(new Integral(-3, 0.5, 7));

        assertThat(sum).isEqualTo(new Integral(-2, 0.75, 17));
        assertThat(sum.times(-2)).isEqualTo(new Integral(4, 1.5, 17));
        assertThat(Integral.ZERO.plus(sum)).isEqualTo(sum);
    }

    private static Integral between(DoubleUnaryOperator f, double from, double to) {
        return Quadrature.between((end, offset) -> f.applyAsDouble(end + offset), from, to, 1);
    }

    private static Integral half(DoubleUnaryOperator f, double from, double to, double scale, Decay decay) {
        return Quadrature.between(
                (end, offset, slope) -> {
                    double y = f.applyAsDouble(end + offset);
                    return y == 0 ? 0 : y * slope;
                },
                from,
                to,
                scale,
                decay);
    }

    /** To the bound, which is tight, with few points. */
    private static void assertMet(Integral integral, double expected) {
        assertThat(integral.value()).isCloseTo(expected, within(integral.errorBound()));
        assertThat(integral.errorBound()).isBetween(1e-16 * Math.abs(expected), 3e-13 * Math.abs(expected));
        assertThat(integral.evaluations()).isBetween(30, 800);
    }
}
