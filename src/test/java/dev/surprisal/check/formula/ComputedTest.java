package dev.surprisal.check.formula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import dev.surprisal.expression.Expression;
import dev.surprisal.expression.Scope;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ComputedTest {

    private static final Scope SCOPE = Scope.EMPTY.with("a", 0.25);
    private static final String SURPRISAL = "= surprisal(a); bits";

    private static final int WORK = Expression.parse("surprisal(a)").work();

    @Test
    void aNumberIsComputedOnceForAllThatAsk() {
        var computed = new Computed(SCOPE, WORK);

        for (int passage = 0; passage < 3; passage++) {
            var bound = new Bound(Map.of("s", new Term.Inserted(SURPRISAL)), computed);
            assertThat(bound.inserted(SURPRISAL)).isEqualTo(2, within(1e-12));
            assertThat(bound.number("s")).isEqualTo(2, within(1e-12));
        }
    }

    @Test
    void nothingIsComputedBeyondTheWorkGranted() {
        var computed = new Computed(SCOPE, WORK - 1);

        assertThatExceptionOfType(Setting.NoValue.class).isThrownBy(() -> computed.number(SURPRISAL));
        assertThat(computed.number("a")).isEqualTo(0.25);
    }
}
