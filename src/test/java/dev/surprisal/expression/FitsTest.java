package dev.surprisal.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Fits as expressions: {@code forwardFit(p).sd}, {@code reverseFit(p, normal(1, 1)).kl}. */
class FitsTest {

    /** The course's targets T1, T3 and T10: two equal modes, two unequal ones, three. */
    private static final Scope SCOPE = Scope.EMPTY
            .with("p", value("mixture([0.5, 0.5], [normal(-2, 0.5), normal(2, 0.5)])"))
            .with("unequal", value("mixture([0.7, 0.3], [normal(-2, 0.5), normal(2, 0.5)])"))
            .with("three", value("mixture([1/3, 1/3, 1/3], [normal(-3, 0.5), normal(0, 0.5), normal(3, 0.5)])"));

    private static Value value(String source) {
        return Expression.parse(source).evaluate(Scope.EMPTY);
    }

    /** To the digits of the project's tables of fits, in which the starts (−1, 1) and (−1, 2.5) of T1 end apart. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = ';',
            value = {
                "forwardFit(p).mean; 0; 1e-14",
                "forwardFit(p).sd; 2.06155281281; 1e-11",
                "forwardFit(p).kl - kl(p, forwardFit(p).q); 0; 1e-13",
                "forwardFit(unequal).mean; -0.8; 1e-14",
                "forwardFit(unequal).sd; 1.9; 1e-14",
                "forwardFit(exponential(2)).sd; 0.5; 1e-15",
                "forwardFit(normal(1, 2)).kl; 0; 0",
                "reverseFit(p, normal(-1, 1)).mean; -1.99980086910; 1e-11",
                "reverseFit(p, normal(-1, 1)).sd; 0.500398144956; 1e-12",
                "reverseFit(p, normal(3, 0.3)).kl; 0.693052941666; 1e-12",
                "reverseFit(p, normal(-1, 2.5)).sd; 1.73636246481; 1e-11",
                "reverseFit(p, normal(0.5, 1)).kl; 1.87119651217; 1e-11",
                "reverseFit(unequal, normal(0.5, 0.3)).kl; 1.203826; 5e-7",
                "reverseFit(unequal, normal(-1, 2.5)).mean; -1.9999; 5e-5",
                "reverseFit(three, normal(-1, 0.3)).sd; 0.5288; 5e-5",
                "reverseFit(three, normal(-1, 1)).kl; 0.856329; 5e-7",
                "reverseFit(p, normal(-1, 1)).kl - kl(reverseFit(p, normal(-1, 1)).q, p); 0; 1e-12",
            })
    void fitsHaveTheirValues(String source, double value, double tolerance) {
        assertThat(Expression.parse(source).number(SCOPE)).isCloseTo(value, within(tolerance));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = ';',
            value = {
                "forwardFit(dirichlet([1, 2])); 11; forwardFit: p must be a distribution of numbers, got dirichlet([1, 2])",
                "forwardFit(p).men; 14; there is no field men (did you mean mean?): there are mean, sd, kl, q",
                "reverseFit(poisson(1), normal(0, 1)); 11; reverseFit: p must have a density, got poisson(1)",
                "reverseFit(p, laplace(0, 1)); 14; reverseFit: start must be a normal(mean, sd), got laplace(0, 1)",
                "reverseFit(p, 1); 14; reverseFit(p, start): start must be a distribution such as normal(0, 1), got the number 1",
                "reverseFit(p); 12; reverseFit(p, start) takes 2 arguments, got 1",
            })
    void fitsThatCannotBe(String source, int position, String message) {
        var error = catchThrowableOfType(
                ExpressionException.class, () -> Expression.parse(source).evaluate(SCOPE));

        assertThat(error).hasMessage(message);
        assertThat(error.position()).isEqualTo(position);
    }
}
