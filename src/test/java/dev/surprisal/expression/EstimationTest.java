package dev.surprisal.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Estimates as expressions: {@code mle(normal, data).sd}. */
class EstimationTest {

    private static final Scope SCOPE =
            Scope.EMPTY.with("data", Value.of(new double[] {1, 3, 5})).with("normal", 7);

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = ';',
            value = {
                "mle(bernoulli, [1, 0, 1, 1]); bernoulli(0.75)",
                "mle(binomial, [12, 8]); binomial(20, 0.6)",
                "mle(categorical, [0, 2, 2, 0]); categorical([0.5, 0, 0.5])",
                "mle(multinomial, [4, 0, 12]); multinomial(16, [0.25, 0, 0.75])",
                "mle(poisson, [2, 3, 4]); poisson(3)",
                "mle(exponential, [0.5, 1.5, 4]); exponential(0.5)",
                "mle(laplace, [1, 2, 6]); laplace(2, 1.66666666666667)",
                "mle(normal, [1, 3]); normal(2, 1)",
                "map(bernoulli, [0, 0, 0, 0, 0], beta(2, 2)); bernoulli(0.142857142857143)",
                "map(binomial, [8, 2], beta(2, 2)); binomial(10, 0.75)",
                "map(categorical, [2, 2], dirichlet([2, 2, 2])); categorical([0.2, 0.2, 0.6])",
                "map(multinomial, [0, 0, 2], dirichlet([2, 2, 2])); multinomial(2, [0.2, 0.2, 0.6])",
                "map(poisson, [3, 4], gamma(2, 2)); poisson(2)",
                "map(exponential, [1, 2], gamma(2, 1)); exponential(0.75)",
                "map(normal(0, 1), [1, 3], normal(0, 1)); normal(1.33333333333333, 1)",
                "map(normal(0, 1), [1, 3], laplace(0, 1)); normal(1.5, 1)",
                "map(laplace(0, 1), [5, 5, 5], normal(0, 1)); laplace(3, 1)",
                "map(laplace(0, 1), [5, 5, 5], laplace(0, 1)); laplace(5, 1)",
                "posterior(beta(2, 2), binomial, [8, 2]); beta(10, 4)",
                "posterior(beta(2, 2), bernoulli, [1, 0]); beta(3, 3)",
                "posterior(dirichlet([1, 2, 3]), categorical, [0, 2, 2]); dirichlet([2, 2, 5])",
                "posterior(dirichlet([0.5, 2, 3.5]), multinomial, [4, 0, 9]); dirichlet([4.5, 2, 12.5])",
                "posterior(gamma(2, 1), poisson, [2, 3, 0]); gamma(7, 4)",
                "posterior(gamma(2, 1), exponential, [1.5, 2.5]); gamma(4, 5)",
                "posterior(normal(0, 2), normal(0, 1), [1, 3]); normal(1.77777777777778, 0.666666666666667)",
            })
    void estimatesAreDistributions(String source, String printed) {
        assertThat(Expression.parse(source).evaluate(SCOPE).printed()).isEqualTo(printed);
    }

    /** By hand, or to 15 digits by mpmath: ln B(10, 4)/B(2, 2), ln 1/12, the density of a bivariate normal, … */
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = ';',
            value = {
                "mle(normal, data).variance; 2.66666666666667",
                "mle(normal, data).mean + normal; 10",
                "map(binomial, [8, 2], beta(2, 2)).p; 0.75",
                "posterior(beta(2, 2), binomial, [8, 2]).mean; 0.714285714285714",
                "nll(normal(0, 1), [1, 3]); 6.83787706640935",
                "nll(bernoulli(0.6), [1, 0]) + ln(0.24); 0",
                "nll(bernoulli(1), [1, 0]); Infinity",
                "nll(poisson(2), [3]); 1.71231792754822",
                "exp(logEvidence(beta(1, 1), binomial, [2, 1])); 0.0833333333333333",
                "logEvidence(beta(2, 2), binomial, [8, 2]); -6.16681743458584",
                "logEvidence(dirichlet([1, 2, 3]), multinomial, [1, 0, 3]); -3.91999117507732",
                "logEvidence(gamma(2, 1), poisson, [2, 3, 0]); -5.60971596561713",
                "logEvidence(normal(0, 2), normal(0, 1), [1, 3]); -4.3809337995219",
            })
    void estimatesHaveFields(String source, double value) {
        assertThat(Expression.parse(source).number(SCOPE))
                .isCloseTo(value, within(Double.isInfinite(value) ? 0 : 1e-13));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = ';',
            value = {
                "1 + mle(nromal, [1]); 8; mle(family, data): family must be one of bernoulli, categorical, binomial, multinomial, poisson, normal, laplace, exponential (did you mean normal?)",
                "mle(3, [1]); 4; mle(family, data): family must be one of bernoulli, categorical, binomial, multinomial, poisson, normal, laplace, exponential",
                "mle(normal); 10; mle(family, data) takes 2 arguments, got 1",
            })
    void familiesThatAreNone(String source, int position, String message) {
        var error = catchThrowableOfType(ExpressionException.class, () -> Expression.parse(source));

        assertThat(error).hasMessage(message);
        assertThat(error.position()).isEqualTo(position);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = ';',
            value = {
                "mle(normal, 3); 12; mle(family, data): data must be a list of numbers such as [0.2, 0.8], got the number 3",
                "mle(bernoulli, [1, 0.5]); 19; mle: data[1] must be 0 or 1, got 0.5",
                "mle(categorical, [1, -1]); 21; mle: data[1] must be an outcome: a whole number from 0 to 999, got -1",
                "mle(binomial, [1, 2, 3]); 14; mle: data must be [heads, tails], got a list of 3",
                "mle(poisson, [1, 2.5]); 17; mle: data[1] must be a whole number from 0 to 1000000, got 2.5",
                "mle(normal, []); 12; mle: data must have at least 1 number, got 0",
                "mle(normal, [2, 2]); 12; mle: data must not all be equal: the likelihood then has no maximum",
                "mle(exponential, [1, -1]); 21; mle: data[1] must be >= 0, got -1",
                "posterior(dirichlet([1, 1]), categorical, [0, 2]); 46; posterior: data[1] must be an outcome: a whole number from 0 to 1, got 2",
                "posterior(beta(1, 1), poisson, [3]); 10; posterior: prior must be gamma(shape, rate) here, got beta(1, 1)",
                "posterior(normal(0, 1), normal, [3]); 24; posterior: family must have a known sd: write normal(0, sd)",
                "posterior(normal(0, 1), normal(1, 1), [3]); 24; posterior: family must be one of bernoulli, categorical, binomial, multinomial, poisson, normal, laplace, exponential, or normal(0, sd) or laplace(0, scale), got normal(1, 1)",
                "map(normal(0, 1), [1], beta(1, 1)); 23; map: prior must be normal(mean, sd) or laplace(location, scale) here, got beta(1, 1)",
                "map(normal, [1], normal(0, 1)); 4; map: family must have a known sd: write normal(0, sd)",
                "posterior(beta(1, 1), normal1, [3]); 22; the name normal1 is not known (did you mean normal?)",
                "nll(dirichlet([1, 1]), [0.5, 0.5]); 4; nll: d must be a distribution of numbers, got dirichlet([1, 1])",
            })
    void dataAndPriorsThatDoNotFit(String source, int position, String message) {
        Expression expression = Expression.parse(source);

        var error = catchThrowableOfType(ExpressionException.class, () -> expression.evaluate(SCOPE));

        assertThat(error).hasMessage(message);
        assertThat(error.position()).isEqualTo(position);
    }

    @Test
    void familiesAreNoNamesOfTheScope() {
        assertThat(Expression.parse("mle(normal, data).mean + normal").names()).containsExactly("data", "normal");
        assertThat(Expression.parse("mle(poisson, data).mean").names()).containsExactly("data");
    }
}
