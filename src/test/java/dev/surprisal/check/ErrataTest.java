package dev.surprisal.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surprisal.content.Problem;
import dev.surprisal.content.Rule;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Mistakes that stand in published texts on this subject, as an author would have written them here: none gets through. */
class ErrataTest {

    static Stream<Arguments> errata() {
        return Stream.of(
                Arguments.of(
                        "a wrong fraction in a worked KL",
                        Rule.WRONG_NUMBER,
                        "With $p = (1/2, 1/2)$ and $q = (3/4, 1/4)$ the forward KL is `0.2027 == 1/2 * ln(2/3) + 1/2 * ln(2/1)` nats."),
                Arguments.of(
                        "the reverse KL printed for the forward one",
                        Rule.WRONG_NUMBER,
                        "From $p$ to $q$ the forward KL is `0.0823 == kl(p, q)` nats."),
                Arguments.of(
                        "a missing logarithm",
                        Rule.KL_FORMULA,
                        "The definition is\n\n$$\n\\mathrm{KL}(p \\,\\Vert\\, q) = \\sum_x p(x) \\frac{p(x)}{q(x)} .\n$$"),
                Arguments.of(
                        "KL is bounded by one",
                        Rule.KL_BOUND,
                        "Like a probability, the KL divergence is bounded by one."),
                Arguments.of(
                        "a ratio turned round inside the logarithm",
                        Rule.KL_FORMULA,
                        "The definition is $D(p\\|q) = \\sum_x p(x) \\log \\frac{q(x)}{p(x)}$."));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("errata")
    void isCaught(String what, Rule rule, String text) {
        assertThat(ExampleFolder.of(text + "\n").check().problems())
                .as(what)
                .extracting(Problem::rule)
                .containsExactly(rule.id());
    }
}
