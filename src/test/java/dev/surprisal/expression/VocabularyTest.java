package dev.surprisal.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.withinPercentage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VocabularyTest {

    private static final Scope SCOPE = Scope.EMPTY
            .with("m", 2)
            .with(
                    "p",
                    Expression.parse("mixture([0.5, 0.5], [normal(-2, 0.5), normal(2, 0.5)])")
                            .evaluate(Scope.EMPTY));

    /** Values with 15 digits from the project's reference table (computed with 50 digits), by the table's ids. */
    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(
            delimiter = ';',
            value = {
                "ENT-002; bits(entropy(bernoulli(0.99))); 0.0807931358959112",
                "ENT-006; entropy(bernoulli(0.11)); 0.346515336918666",
                "ENT-009; entropy(bernoulli(1)); 0",
                "ENT-015; bits(entropy(categorical([0.7, 0.2, 0.1]))); 1.15677964944704",
                "SUR-002; bits(surprisal(1e-6)); 19.9315685693242",
                "SUR-005; surprisal(0.2); 1.6094379124341",
                "PPL-002; perplexity(categorical([0.7, 0.2, 0.1])); 2.22959187392042",
                "XEN-001; crossEntropy(bernoulli(0.5), bernoulli(0.7)); 0.780323874132334",
                "XEN-010; crossEntropy(categorical([0.5, 0.3, 0.2]), categorical([0.4, 0.4, 0.2])); 1.05492016798614",
                "KLD-001; kl(bernoulli(0.5), bernoulli(0.7)); 0.0871766935723889",
                "KLD-002; kl(bernoulli(0.7), bernoulli(0.5)); 0.0822828785050518",
                "KLD-003; bits(kl(bernoulli(0.7), bernoulli(0.5))); 0.118709100769307",
                "KLD-008; kl(bernoulli(0.5), bernoulli(0)); Infinity",
                "KLD-017; kl(categorical([0.5, 0.3, 0.2]), categorical([0.1, 0.1, 0.8])); 0.857043770593505",
                "KLD-024; kl(categorical([1, 0]), categorical([0, 1])); Infinity",
                "KLN-001; kl(normal(2, 0.5), normal(0, 1)); 2.31814718055995",
                "KLN-004; kl(normal(0, 1), normal(0, m)); 0.318147180559945",
                "KLN-007; kl(normal(3, 1), normal(3, 1)); 0",
                "JSD-001; js(bernoulli(0.5), bernoulli(0.7)); 0.021005925701837",
                "JSD-009; bits(js(categorical([0.5, 0.5, 0, 0]), categorical([0, 0, 0.5, 0.5]))); 1",
                "JSD-018; jeffreys(categorical([0.5, 0.5]), categorical([0.7, 0.3])); 0.169459572077441",
                "JSD-021; tv(categorical([0.5, 0.3, 0.2]), categorical([0.1, 0.1, 0.8])); 0.6",
                "PDF-001; pdf(normal(50, 5), 50); 0.0797884560802865",
                "PDF-011; logpdf(normal(0, 1), 40); -800.918938533205",
                "PDF-044; logpdf(p, 0); -8.22579135264473",
            })
    void functionsAnswerAsTheReferenceTable(String id, String source, double value) {
        double computed = Expression.parse(source).number(SCOPE);

        if (value == 0 || Double.isInfinite(value)) {
            assertThat(computed).isEqualTo(value);
        } else {
            assertThat(computed).isCloseTo(value, withinPercentage(1e-12));
        }
    }

    /** Moments by hand: of p, 2^2 + 0.5^2 about 0; of N1 against N2, (1 + 1)/2 + (1 + 1)/2. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "mean(p); 0",
                "variance(p); 4.25",
                "p.variance; 4.25",
                "sd(normal(1, 3)); 3",
                "normal(1, 3).sd; 3",
                "normal(1, 3).mean; 1",
                "bernoulli(0.25).p; 0.25",
                "sum(categorical([0.25, 0.75]).probabilities); 1",
                "mean(categorical([0.25, 0.25, 0.5])); 1.25",
                "variance(bernoulli(0.5)); 0.25",
                "jeffreys(normal(0, 1), normal(1, 1)); 1",
            })
    void distributionsHaveMomentsAndFields(String source, double value) {
        assertThat(Expression.parse(source).number(SCOPE)).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "bernoulli(1/4); bernoulli(0.25)",
                "categorical([0.5,0.5]); categorical([0.5, 0.5])",
                "normal(-m, 0.5); normal(-2, 0.5)",
                "p; mixture([0.5, 0.5], [normal(-2, 0.5), normal(2, 0.5)])",
            })
    void distributionsArePrintedAsTheyAreTyped(String source, String printed) {
        Value value = Expression.parse(source).evaluate(SCOPE);

        assertThat(value.printed()).isEqualTo(printed);
        assertThat(Expression.parse(printed).evaluate(Scope.EMPTY)).isEqualTo(value);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = ';',
            value = {
                "kl(bernoulli(0.5), bernouli(0.7)); 19; there is no function bernouli (did you mean bernoulli?)",
                "normal(1); 8; normal(mean, sd) takes 2 arguments, got 1",
                "normal(1, 2, 3); 13; normal(mean, sd) takes 2 arguments, got 3",
                "KL(p, p); 0; there is no function KL (did you mean kl?)",
                "crossentropy(p, p); 0; there is no function crossentropy (did you mean crossEntropy?)",
            })
    void callsThatCannotBeParsed(String source, int position, String message) {
        var error = catchThrowableOfType(ExpressionException.class, () -> Expression.parse(source));

        assertThat(error).hasMessage(message);
        assertThat(error.position()).isEqualTo(position);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = ';',
            value = {
                "1 + mean(normal(0, -1)); 19; normal: sd must be a finite number > 0, got -1",
                "normal(infinity, 1); 7; normal: mean must be a finite number, got ∞",
                "bernoulli(1.5); 10; bernoulli: p must lie between 0 and 1, got 1.5",
                "categorical([0.5, -0.5, 1]); 18; categorical: probabilities[1] must be a finite number >= 0, got -0.5",
                "categorical([1]); 12; categorical: probabilities needs at least 2 outcomes, got 1",
                "mixture([1], [normal(0, 1), normal(1, 1)]); 8; mixture: weights and components must have the same length, got 1 and 2",
                "surprisal(-1); 10; surprisal: p must lie between 0 and 1, got -1",
                "kl(categorical([0.5, 0.5]), categorical([0.2, 0.3, 0.5])); 3; kl: p and q must have the same outcomes, got 2 and 3",
                "kl(0.5, bernoulli(0.7)); 3; kl(p, q): p must be a distribution such as normal(0, 1), got the number 0.5",
                "kl(bernoulli(0.7), [0.5, 0.5]); 19; kl(p, q): q must be a distribution such as normal(0, 1), got a list of 2 values",
                "mixture([1], [bernoulli(0.5)]); 13; mixture(weights, components): components must be a list of distributions with a density such as [normal(-2, 1), normal(2, 1)], got a list of 1 value",
                "1 + tv(p, bernoulli(0.5)); 4; tv: not known between mixture([0.5, 0.5], [normal(-2, 0.5), normal(2, 0.5)]) and bernoulli(0.5)",
                "p + 1; 2; + takes numbers or lists of numbers, got the distribution mixture([0.5, 0.5], [normal(-2, 0.5), no… and the number 1",
                "normal(0, 1).men; 13; there is no field men (did you mean mean?): there are mean, variance, sd",
            })
    void callsThatHaveNoValue(String source, int position, String message) {
        Expression expression = Expression.parse(source);

        var error = catchThrowableOfType(ExpressionException.class, () -> expression.evaluate(SCOPE));

        assertThat(error).hasMessage(message);
        assertThat(error.position()).isEqualTo(position);
    }

    /**
     * KL in decimals, 0.5 ln(0.25/0.21) = 0.0871766935723888764…; with 1 - 0.7 as a double the last digit shown would
     * be 8.
     */
    @Test
    void complementsOfDecimalsAreDecimals() {
        assertThat(Expression.parse("kl(bernoulli(0.5), bernoulli(0.7))")
                        .evaluate(SCOPE)
                        .printed())
                .isEqualTo("0.0871766935723889");
        assertThat(Expression.parse("kl(categorical([0.5, 0.5]), categorical([0.7, 0.3]))")
                        .evaluate(SCOPE)
                        .printed())
                .isEqualTo("0.0871766935723889");
    }

    /** 344.694616768547 is KLD-012; the second is p ln(1/2) + p to first order in p = 1e-20. */
    @Test
    void tinyProbabilitiesKeepTheirDigits() {
        assertThat(Expression.parse("kl(bernoulli(0.5), bernoulli(1e-300))").number(SCOPE))
                .isCloseTo(344.694616768547, withinPercentage(1e-12));
        assertThat(Expression.parse("kl(bernoulli(1e-20), bernoulli(2e-20))").number(SCOPE))
                .isCloseTo(3.0685281944005468e-21, withinPercentage(1e-12));
    }

    @Test
    void learnersCannotLetTheCoreDoTheExercise() {
        assertThat(Vocabulary.ELEMENTARY.names()).containsExactly("ln", "log2", "exp", "sqrt", "abs");
    }
}
