package dev.surprisal.content;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surprisal.expression.Expression;
import dev.surprisal.expression.Scope;
import org.junit.jupiter.api.Test;

class EvaluationsTest {

    /** Otherwise a lesson that grew past the bound while a server watched it would be gone after the next start. */
    @Test
    void whatIsRememberedCountsLikeWhatIsComputed() {
        var results = new Evaluations.Results();
        int atFirst = fitsUntilRefused(new Evaluations(results));

        assertThat(atFirst).isPositive();
        assertThat(fitsUntilRefused(new Evaluations(results))).isEqualTo(atFirst);
    }

    @Test
    void theSameAskedTwiceIsWorkedOutOnce() {
        var evaluations = Evaluations.fresh();
        Expression fit = fit(1);

        for (int i = 0; i < 2000; i++) {
            assertThat(evaluations.value(fit, Scope.EMPTY)).isNotNull();
        }
    }

    private static int fitsUntilRefused(Evaluations evaluations) {
        int fits = 0;
        try {
            while (fits < 2000) {
                evaluations.value(fit(fits), Scope.EMPTY);
                fits++;
            }
            return -1;
        } catch (Evaluations.TooMuch refused) {
            return fits;
        }
    }

    private static Expression fit(int number) {
        return Expression.parse("reverseFit(normal(" + number + ", 1), normal(" + number + ", 2))");
    }
}
