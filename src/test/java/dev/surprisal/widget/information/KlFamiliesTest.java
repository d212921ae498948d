package dev.surprisal.widget.information;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import dev.surprisal.math.distribution.Gamma;
import dev.surprisal.math.distribution.Normal;
import dev.surprisal.widget.Calculator.State;
import dev.surprisal.widget.Change;
import dev.surprisal.widget.Edit;
import dev.surprisal.widget.Outcome;
import dev.surprisal.widget.Parameters;
import dev.surprisal.widget.Play;
import dev.surprisal.widget.SeededPlay;
import dev.surprisal.widget.Shown;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KlFamiliesTest {

    private final KlFamilies widget = new KlFamilies();

    private static State state(String family, String numbers) {
        return new State(
                List.of(family, "nats"),
                Stream.of(numbers.split(" ")).map(Double::valueOf).toList());
    }

    /** Rows of the course's reference values, CALC-13, and Exp(2)‖Exp(5), Poisson(2)‖Poisson(3) from the curriculum. */
    @ParameterizedTest
    @CsvSource({
        "normal, 2 0.5 0 1, 2.31814718055995",
        "normal, 1 0.5 0 1, 0.818147180559945",
        "normal, 0 1 1 1, 0.5",
        "normal, 0 1 2 0.5, 8.80685281944005",
        "laplace, 0 1 1 2, 0.377086901145666",
        "laplace, -0.5 1.3 0.25 0.9, 0.276842907726115",
        "uniform, 0 1 -1 3, 1.38629436111989",
        "exponential, 2 5, 0.583709268126",
        "exponential, 5 0.2, 2.2588758248682",
        "gamma, 3.5 2 1.25 0.8, 0.228220417525604",
        "gamma, 2 1 1 1, 0.422784335098467",
        "beta, 8 6 2 2, 0.336889919186547",
        "beta, 3.2 1.7 2.4 5.1, 2.19894562571696",
        "bernoulli, 0.35 0.8, 0.476788247007506",
        "binomial, 0.6 0.5, 0.201355135506889",
        "poisson, 2 3, 0.189069783784",
        "poisson, 40 35.5, 0.273870305302648",
        "geometric, 0.4 0.25, 0.135288302274421",
    })
    void forwardKlIsTheKnownOneAndAgreesWithItsDefinition(String family, String numbers, double forward) {
        State state = state(family, numbers);

        assertThat(Shown.readout(widget, state, "KL(p ‖ q)")).isCloseTo(forward, within(5.1e-12));
        boolean discrete = ParametricFamily.named(family).isDiscrete();
        assertThat(Shown.readout(widget, state, "KL(p ‖ q) − " + (discrete ? "sum" : "integral")))
                .isCloseTo(0, within(1e-12 * Math.max(1, forward)));
    }

    /** The text of the closed form, worked out by hand where it is short. */
    @ParameterizedTest
    @CsvSource({
        "normal, 1 0.5 0 1, ln(1 / 0.5) + (0.5² + (1 − 0)²) / (2 · 1²) − ½ = 0.81815 nats",
        "normal, -1 1 2 1, ln(1 / 1) + (1² + ((−1) − 2)²) / (2 · 1²) − ½ = 4.50000 nats",
        "exponential, 2 5, ln(2 / 5) + 5 / 2 − 1 = 0.58371 nats",
        "poisson, 2 3, 2 ln(2 / 3) + 3 − 2 = 0.18907 nats",
        "beta, 8 6 2 2, (8 − 2) ψ(8) + (6 − 2) ψ(6) + (2 − 8 + 2 − 6) ψ(8 + 6) = 0.33689 nats",
    })
    void theClosedFormIsShownWithTheNumbersInIt(String family, String numbers, String formula) {
        assertThat(Shown.result(widget, state(family, numbers)).words()).contains(formula);
    }

    @Test
    void bothDirectionsAndTheirSumAreShownInEitherUnit() {
        State bits = Shown.after(widget, state("normal", "0 1 2 1.5"), new Change.Chosen("unit", "bits"));
        // ln 1.5 + 5/4.5 - 1/2 and -ln 1.5 + 6.25/2 - 1/2, over ln 2
        double forward = (0.4054651081081644 + 5 / 4.5 - 0.5) / 0.6931471805599453;
        double reverse = (-0.4054651081081644 + 3.125 - 0.5) / 0.6931471805599453;

        assertThat(Shown.readout(widget, bits, "KL(p ‖ q)")).isCloseTo(forward, within(1e-14));
        assertThat(Shown.readout(widget, bits, "KL(q ‖ p)")).isCloseTo(reverse, within(1e-14));
        assertThat(Shown.readout(widget, bits, "KL(p ‖ q) + KL(q ‖ p)")).isCloseTo(forward + reverse, within(1e-13));
    }

    @Test
    void intervalsThatAreNotNestedAreInfinitelyFarWithTheReason() {
        Outcome.Result result = Shown.result(widget, state("uniform", "0 2 1 3"));

        assertThat(result.headline()).extracting("value").containsOnly(Double.POSITIVE_INFINITY);
        assertThat(result.notes()).anyMatch(note -> note.startsWith("KL(*p* ‖ *q*) = +∞"));
        assertThat(Shown.result(widget, state("uniform", "0 1 -1 3")).notes())
                .anyMatch(note -> note.startsWith("KL(*q* ‖ *p*) = +∞"));
    }

    @Test
    void equalParametersGiveExactlyZero() {
        assertThat(Shown.result(widget, state("gamma", "3 2 3 2")).headline())
                .extracting("value")
                .containsOnly(0.0);
    }

    @Test
    void anIntervalThatEndsBeforeItBeginsWaitsForItsMend() {
        assertThat(((Outcome.Invalid) widget.result(state("uniform", "1 0 0 1"))).problems())
                .extracting("group", "message")
                .containsExactly(tuple("p", "The interval of *p* must end above where it begins."));
    }

    @ParameterizedTest
    @CsvSource({"p_sd, 0, Must be greater than 0.", "q_sd, -1, Must be greater than 0.", "p_mean, x, Enter a number."})
    void aScaleMustBePositive(String control, String text, String message) {
        assertThat(widget.edit(state("normal", "0 1 2 1.5"), new Change.Typed(control, text)))
                .isEqualTo(new Edit.Rejected<>(message));
    }

    @Test
    void choosingAFamilyStartsItsOwnNumbersAndChoosingItAgainKeepsThem() {
        State gamma = Shown.after(widget, state("normal", "0 1 2 1.5"), new Change.Chosen("family", "gamma"));
        assertThat(gamma.numbers()).containsExactly(3.0, 2.0, 2.0, 1.0);

        State moved = Shown.after(widget, gamma, new Change.Slid("p_shape", 4));
        assertThat(Shown.after(widget, moved, new Change.Chosen("family", "gamma")))
                .isEqualTo(moved);
    }

    @Test
    void swappingExchangesTheDirections() {
        State state = state("exponential", "2 5");
        State swapped = Shown.after(widget, state, new Change.Pressed("swap"));

        assertThat(Shown.readout(widget, swapped, "KL(q ‖ p)")).isEqualTo(Shown.readout(widget, state, "KL(p ‖ q)"));
    }

    @Test
    void contentGivesTwoDistributionsOfOneFamily() {
        State state = widget.initial(Parameters.none()
                .with("p", new Gamma(2, 1))
                .with("q", new Gamma(3, 0.5))
                .with("unit", "bits"));

        assertThat(widget.encode(state)).isEqualTo("1~gamma~bits~2_1_3_0.5");
        assertThat(widget.quantities(state))
                .extracting("name")
                .containsExactly("p_shape", "p_rate", "q_shape", "q_rate");
        assertThatThrownBy(() -> widget.initial(
                        Parameters.none().with("p", new Gamma(2, 1)).with("q", new Normal(0, 1))))
                .hasMessageStartingWith("q must be a distribution of the same family");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"1~normal~nats~0_1_2", "1~normal~nats~0_1_2_0", "1~cauchy~nats~0_1_2_1", "1~poisson~nats~1_2_3"})
    void aTextThatNoStateWroteIsRefused(String text) {
        assertThatThrownBy(() -> widget.decode(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void wheneverSomebodyPlaysNoNumberIsMissing() {
        for (String state : SeededPlay.statesOf(widget, 13, 1500)) {
            assertThat(Play.numbers("kl-families", state)).as(state).doesNotContain(Double.NaN);
        }
    }
}
