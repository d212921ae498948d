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
                "ENT-030; bits(entropy(geometric(0.5))); 2",
                "ENT-032; entropy(poisson(4.5)); 2.14905765729118",
                "DEN-003; entropy(normal(7, 0.1)); -0.883646559789373",
                "DEN-008; entropy(uniform(0, 1)); 0",
                "DEN-012; entropy(exponential(0.2)); 2.6094379124341",
                "DEN-014; entropy(laplace(0, 1)); 1.69314718055995",
                "DEN-019; entropy(gamma(7.5, 0.4)); 3.29673132103332",
                "DEN-023; entropy(beta(12, 3.5)); -0.89962734927176",
                "DEN-025; entropy(mvnormal([0, 0, 0, 0], [0.2, 1.5, 3, 0.05])); 2.57466134360687",
                "DEN-030; entropy(p); 1.41884499812765",
                "XEN-019; crossEntropy(normal(-1, 2), normal(0.5, 1.5)); 2.71329253020173",
                "KLD-032; kl(binomial(10, 0.6), binomial(10, 0.5)); 0.201355135506889",
                "KLD-034; kl(geometric(0.4), geometric(0.25)); 0.135288302274421",
                "KLN-022; kl(mvnormal([1, -1], [[2, 0.5], [0.5, 1]]), mvnormal([0, 0.5], [[1.5, -0.3], [-0.3, 0.8]])); 1.77912887045117",
                "KLO-005; kl(laplace(-0.5, 1.3), laplace(0.25, 0.9)); 0.276842907726115",
                "KLO-009; kl(exponential(5), exponential(0.2)); 2.2588758248682",
                "KLO-012; kl(gamma(3.5, 2), gamma(1.25, 0.8)); 0.228220417525604",
                "KLO-020; kl(beta(3.2, 1.7), beta(2.4, 5.1)); 2.19894562571696",
                "KLO-021; kl(poisson(3), poisson(5)); 0.467523128702028",
                "KLO-027; kl(dirichlet([0.5, 1.5, 3]), dirichlet([2, 0.7, 1.1])); 3.61840259338539",
                "KLO-031; kl(uniform(0.25, 0.75), uniform(0, 1)); 0.693147180559945",
                "KLO-035; kl(normal(1.5, 0.7), laplace(0.2, 0.9)); 0.989173933455492",
                "KLM-006; kl(normal(0, 2), p); 2.0202155317964",
                "JSD-017; js(normal(0.5, 0.7), normal(-0.2, 1.1)); 0.102018355864597",
                "MUT-001; mutualInformation([[0.4, 0.1], [0.1, 0.4]]); 0.192744757021757",
                "PDF-018; cdf(normal(0, 1), 1.96); 0.97500210485178",
                "PDF-025; quantile(normal(0, 1), 0.001); -3.09023230616781",
                "PDF-029; logpdf(laplace(0.5, 0.7), 2); -2.47932937947836",
                "PDF-031; logpdf(beta(8, 6), 0.6); 1.08227772354325",
                "PDF-040; logpdf(binomial(12, 0.2), 3); -1.44297815277783",
                "PDF-041; logpdf(dirichlet([2, 3, 4]), [0.2, 0.3, 0.5]); 2.02287119019144",
                "PDF-042; logpdf(mvnormal([0, 0], [[1, 0.8], [0.8, 1]]), [1, 2]); -3.82705144264335",
                "SCO-002; score(p, 0.3); 6.66939886154944",
                "SCO-003; score(p, 0); 0",
                "SCO-005; score(p, -50); 192",
                "SAM-002; quantile(exponential(0.25), 0.95); 11.982929094216",
                "SAM-006; quantile(logistic(0, 1), 0.731); 0.999702080147939",
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

    /** Moments by hand, of p for instance 2^2 + 0.5^2 about 0; alpha-divergences at their ends are the two KLs. */
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
                "mean(poisson(3)); 3",
                "sd(binomial(100, 0.5)); 5",
                "mode(beta(3, 2)); 0.6666666666666666",
                "beta(3, 2).mode; 0.6666666666666666",
                "gamma(6, 2).mean; 3",
                "gamma(6, 2).shape; 6",
                "uniform(1, 4).to; 4",
                "sum(mean(dirichlet([1, 2, 5])) * [1, 10, 100]); 65.125",
                "sum(variance(mvnormal([0, 0], [[1, 0.5], [0.5, 4]]))); 5",
                "sum(sd(mvnormal([0, 0], [1, 2]))); 3",
                "sum(mode(dirichlet([2, 3, 4])) * [6, 60, 600]); 321",
                "variance(empirical([1, 2, 2, 3])); 0.5",
                "mode(empirical([1, 2, 2, 3])); 2",
                "mean(mixture([0.25, 0.75], [poisson(1), poisson(5)])); 4",
                "alpha(bernoulli(0.5), bernoulli(0.7), 1) - kl(bernoulli(0.5), bernoulli(0.7)); 0",
                "alpha(normal(0, 1), normal(1, 2), 0) - kl(normal(1, 2), normal(0, 1)); 0",
                "sum(pdf(uniform(0, 4), [1, 2, 5])); 0.5",
                "sum(cdf(uniform(0, 4), [1, 2, 5])); 1.75",
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
                "mixture([1/4, 3/4],[poisson(1),geometric(.5)]); mixture([0.25, 0.75], [poisson(1), geometric(0.5)])",
                "binomial(10, 0.25); binomial(10, 0.25)",
                "multinomial(10, [0.25, 0.75]); multinomial(10, [0.25, 0.75])",
                "uniform(0, 1); uniform(0, 1)",
                "laplace(0, 1); laplace(0, 1)",
                "logistic(0, 1); logistic(0, 1)",
                "cauchy(0, 1); cauchy(0, 1)",
                "exponential(2); exponential(2)",
                "gamma(2, 3); gamma(2, 3)",
                "beta(2, 3); beta(2, 3)",
                "dirichlet([1, 2]); dirichlet([1, 2])",
                "mvnormal([0, 1], [2, 3]); mvnormal([0, 1], [2, 3])",
                "mvnormal([0, 1], [[2, 1], [1, 2]]); mvnormal([0, 1], [[2, 1], [1, 2]])",
                "empirical([3, 1, 2, 2]); empirical([1, 2, 2, 3])",
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
                "kl(0.5, bernoulli(0.7)); 3; kl(p, q): p must be a distribution such as normal(0, 1), got the number 0.5",
                "kl(bernoulli(0.7), [0.5, 0.5]); 19; kl(p, q): q must be a distribution such as normal(0, 1), got a list of 2 values",
                "mixture([1], [0.5]); 13; mixture(weights, components): components must be a list of distributions such as [normal(-2, 1), normal(2, 1)], got a list of 1 value",
                "mixture([0.5, 0.5], [normal(0, 1), poisson(2)]); 20; mixture: components must all be discrete or all have a density, got poisson(2) and normal(0, 1)",
                "mixture([1], [dirichlet([1, 2])]); 13; mixture: components must be distributions of numbers, got dirichlet([1, 2])",
                "binomial(2.5, 0.5); 9; binomial(n, p): n must be a whole number, got the number 2.5",
                "binomial(1e12, 0.5); 9; binomial(n, p): n must be a whole number, got the number 1000000000000",
                "mvnormal([0, 0], 1); 17; mvnormal(mean, covariance): covariance must be a list of standard deviations such as [1, 2] or a covariance such as [[1, 0], [0, 4]], got the number 1",
                "mode(multinomial(2, [0.5, 0.5])); 5; mode: d must have a known mode, got multinomial(2, [0.5, 0.5])",
                "cdf(dirichlet([1, 2]), [0.5, 0.5]); 4; cdf: d must be a distribution of numbers, got dirichlet([1, 2])",
                "pdf(dirichlet([1, 2]), 0.5); 23; pdf: x must be a list here, one number for each entry, got the number 0.5",
                "mutualInformation([0.5, 0.5]); 18; mutualInformation(joint): joint must be a list of rows such as [[0.1, 0.2], [0.3, 0.4]], got a list of 2 values",
                "p + 1; 2; + takes numbers or lists of numbers, got the distribution mixture([0.5, 0.5], [normal(-2, 0.5), no… and the number 1",
                "normal(0, 1).men; 13; there is no field men (did you mean mean?): there are mean, sd, variance, mode",
            })
    void callsThatHaveNoValue(String source, int position, String message) {
        Expression expression = Expression.parse(source);

        var error = catchThrowableOfType(ExpressionException.class, () -> expression.evaluate(SCOPE));

        assertThat(error).hasMessage(message);
        assertThat(error.position()).isEqualTo(position);
    }

    /** The core says what is wrong; the position is that of the argument it names. */
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
                "uniform(3, 1); 11; uniform: to - from must be",
                "mvnormal([0, 0], [[1, 2], [2, 1]]); 17; mvnormal: covariance must be positive definite",
                "mode(uniform(0, 1)); 5; mode: there must be a single mode",
                "normal(0, 1).mode + uniform(0, 1).mode; 34; there must be a single mode",
                "quantile(normal(0, 1), 1.5); 23; quantile: u must lie between 0 and 1, got 1.5",
                "mutualInformation([[0.5, 0.1], [0.5, -0.1]]); 37; mutualInformation: joint[3] must be a finite number >= 0, got -0.1",
                "kl(normal(0, 1), dirichlet([1, 2])); 3; kl: p and q must have the same dimension, got 1 and 2",
                "alpha(normal(0, 1), normal(1, 1), infinity); 34; alpha: alpha must be a finite number, got ∞",
            })
    void argumentsThatTheCoreRefuses(String source, int position, String message) {
        Expression expression = Expression.parse(source);

        var error = catchThrowableOfType(ExpressionException.class, () -> expression.evaluate(SCOPE));

        assertThat(error).hasMessageStartingWith(message);
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
