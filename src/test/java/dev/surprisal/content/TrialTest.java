package dev.surprisal.content;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surprisal.expression.Expression;
import dev.surprisal.expression.Scope;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class TrialTest {

    private static Trial.Case hardest(String condition) {
        return new Trial(Expression.parse(condition)).hardest(Scope.EMPTY);
    }

    @ParameterizedTest
    @EnumSource(Property.class)
    void whatACoursesClaimsCanRestOnHolds(Property property) {
        assertThat(hardest(property.condition()).holds()).isTrue();
        assertThat(Property.find(property.word())).contains(property);
    }

    /** Each is a mistake that somebody has printed, or the other direction of what holds. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "kl(p, q) <= 1",
                "kl(p, q) == kl(q, p)",
                "kl(p, r) <= kl(p, q) + kl(q, r)",
                "entropy(p) <= 1",
                "kl(p, q) <= 2 * tv(p, q)^2",
                "js(p, q) <= 0.3",
                "crossEntropy(p, q) == crossEntropy(q, p)",
                "kl(normal(m, s), normal(x, t)) == kl(normal(x, t), normal(m, s))",
                "nll(mle(bernoulli, data), data) < nll(bernoulli(a), data) - 0.5",
                "forwardFit(mixture([a, 1 - a], [normal(m, s), normal(x, t)])).sd <= max(s, t)",
            })
    void whatDoesNotHoldIsRefuted(String condition) {
        Trial.Case refuted = hardest(condition);

        assertThat(refuted.holds()).isFalse();
        assertThat(refuted.drawn()).contains(" = ");
    }

    @Test
    void theCaseThatIsShownCanBeTriedByHand() {
        Trial.Case nearest = hardest("kl(p, q) >= 0");

        assertThat(nearest.drawn()).matches("p = \\([0-9., ]+\\), q = \\([0-9., ]+\\)");
        assertThat(nearest.sides()).endsWith(" against 0");
        assertThat(hardest("kl(p, q) >= 0")).isEqualTo(nearest);
    }
}
