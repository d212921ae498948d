package dev.surprisal.question;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.surprisal.content.Acceptance;
import dev.surprisal.content.Mistake;
import dev.surprisal.content.Question;
import dev.surprisal.content.Task.NumberEntry;
import dev.surprisal.expression.Expression;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The expected numbers are worked out by hand from what somebody with the misconception would write down. */
class MisconceptionsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                // ln 2 + ln 6; 1 + 2; ln 2 + ln 8; ln(2 + 8)
                "log-of-sum; ln(2 + 6); 2.4849066498; sum of the logarithms",
                "log-of-sum; logsumexp([1, 2]); 3; sum of the logarithms",
                "log-of-sum; ln(sum([2, 8])); 2.7725887222; sum of the logarithms",
                "log-of-sum; sum(ln([2, 8])); 2.3025850930; sum of the logarithms",
                // (16 + 1 − 1 − ln 16)/2 with the variance 4 for the deviation 2
                "variance-for-sd; kl(normal(1, 2), normal(0, 1)); 6.6137056389; square of the standard deviation",
                "variance-for-sd; sqrt(9 + 16); 25; square of the standard deviation",
                "variance-for-sd; sd(uniform(0, 6)); 3; square of the standard deviation",
                // squares 1 + 0 + 1 over 2 instead of 3
                "n-minus-one; variance(empirical([1, 2, 3])); 1; one less",
                "n-minus-one; 2 * sd(empirical([1, 2, 3])); 2; one less",
                // 1/√(2π); the density 1/0.5
                "density-as-probability; cdf(normal(0, 1), 1) - cdf(normal(0, 1), -1); 0.3989422804; area under the density",
                "density-as-probability; cdf(uniform(0, 0.5), 0.25); 2; area under the density",
                // ln 2; ln 2 / 2 + ln(2/3) / 2
                "missing-entropy; kl(bernoulli(0.5), bernoulli(0.5)); 0.6931471806; the entropy plus the KL",
                "missing-entropy; crossEntropy(bernoulli(0.5), bernoulli(0.25)); 0.1438410362; the entropy plus the KL",
                // −ln 0.75; 1/(1 + 3); ln 0.8 + 3 ln 0.2
                "swapped-class; surprisal(0.25); 0.2876820724; two classes",
                "swapped-class; sigmoid(ln(3)); 0.25; two classes",
                "swapped-class; 3 * ln(0.8) + 1 * ln(1 - 0.8); -5.0514572886; two classes",
                // 0.9 / (0.9 + 0.05)
                "base-rate; 0.01 * 0.9 / (0.01 * 0.9 + 0.99 * 0.05); 0.9473684211; prior probability",
                "reversed; crossEntropy(bernoulli(0.25), bernoulli(0.5)); 0.8369882168; does the averaging"
            })
    void leadsToItsNumberAndIsRecognisedByIt(String mistake, String answer, double expected, String says) {
        Mistake named = Mistake.find(mistake).orElseThrow();
        NumberEntry number = number(answer, named);
        Question question = Questions.of(number);

        double value =
                Misconceptions.value(named, Posed.of(question, 0), number).orElseThrow();

        assertThat(value).isCloseTo(expected, within(1e-9));
        assertThat(Grading.grade(
                        Posed.of(question, 0), BigDecimal.valueOf(expected).toPlainString()))
                .isInstanceOfSatisfying(
                        Verdict.Wrong.class,
                        wrong -> assertThat(wrong.feedbackHtml()).contains(says));
    }

    @ParameterizedTest
    @EnumSource(Mistake.class)
    void leadsNowhereWhereThereIsNothingToMistake(Mistake mistake) {
        NumberEntry number = number("2 / 3", mistake);

        assertThat(Misconceptions.value(mistake, Posed.of(Questions.of(number), 0), number)
                        .isPresent())
                .isEqualTo(mistake == Mistake.BITS);
        assertThat(Misconceptions.forms(mistake).isEmpty()).isEqualTo(mistake == Mistake.BITS);
    }

    /** The logarithm of the other side need not exist. */
    @Test
    void aMistakeWithoutAValueIsNone() {
        NumberEntry number = number("ln(3 + (-1))", Mistake.LOG_OF_SUM);

        assertThat(Misconceptions.value(Mistake.LOG_OF_SUM, Posed.of(Questions.of(number), 0), number))
                .isEmpty();
    }

    private static NumberEntry number(String answer, Mistake mistake) {
        return new NumberEntry(
                "",
                Expression.parse(answer),
                new Acceptance.Abs(new BigDecimal("0.000001")),
                List.of(mistake),
                List.of());
    }
}
