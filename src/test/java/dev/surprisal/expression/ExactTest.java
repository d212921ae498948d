package dev.surprisal.expression;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExactTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1/3",
                "-1/3",
                "infinity",
                "-infinity",
                "'ABBA'",
                "1 < 2",
                "1 > 2",
                "[1/3, 0.1, [2/3]]",
                "normal(1/3, sqrt(2))",
                "bernoulli(1/3)",
                "mixture([1/3, 2/3], [normal(-1/3, 0.5), normal(2/7, 1/7)])",
                "categorical([1/3, 1/3, 1/3])",
            })
    void isAnExpressionForTheSameValue(String source) {
        Value value = Expression.parse(source).evaluate(Scope.EMPTY);

        String exact = value.exact().orElseThrow();

        assertThat(Expression.parse(exact).evaluate(Scope.EMPTY)).isEqualTo(value);
    }

    @Test
    void aRecordHasNone() {
        assertThat(new Value.Record(Map.of("mean", Value.of(1))).exact()).isEqualTo(Optional.empty());
        assertThat(Value.of("both \" and '").exact()).isEqualTo(Optional.empty());
    }
}
