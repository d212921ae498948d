package dev.surprisal.widget.information;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.surprisal.widget.Calculator.State;
import dev.surprisal.widget.Change;
import dev.surprisal.widget.Edit;
import dev.surprisal.widget.Outcome;
import dev.surprisal.widget.Parameters;
import dev.surprisal.widget.Shown;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SurpriseMeterTest {

    private final SurpriseMeter widget = new SurpriseMeter();
    private final State start = widget.initial(Parameters.none());

    private State after(State state, Change change) {
        return Shown.after(widget, state, change);
    }

    private double readout(State state, String label) {
        return Shown.readout(widget, state, label);
    }

    /** The information table of the curriculum (S003-085, S003-086). */
    @ParameterizedTest
    @CsvSource({
        "1/2, 1, 0.69314718056",
        "1/6, 2.58496250072, 1.79175946923",
        "1/1024, 10, 6.9314718056",
        "1/50000, 15.6096404744, 10.8197782844",
        "1e-6, 19.9315685693, 13.8155105580",
        "1, 0, 0",
    })
    void surprisesAreThoseOfTheInformationTable(String p, double bits, double nats) {
        State state = after(start, new Change.Typed("p1", p));

        assertThat(readout(state, "I(p₁)")).isCloseTo(bits, within(1e-10));
        assertThat(readout(after(state, new Change.Chosen("unit", "nats")), "I(p₁)"))
                .isCloseTo(nats, within(1e-10));
    }

    @Test
    void aDitIsTheSurpriseOfOneInTen() {
        State state = after(after(start, new Change.Typed("n2", "10")), new Change.Chosen("unit", "dits"));

        assertThat(readout(state, "I(p₂)")).isCloseTo(1, within(1e-15));
    }

    @Test
    void surprisesOfIndependentEventsAdd() {
        State sixes = State.of("bits", 1.0 / 6, 1.0 / 6);
        assertThat(readout(sixes, "I(p₁) + I(p₂)")).isCloseTo(2 * 2.58496250072, within(1e-10));
        assertThat(readout(sixes, "I(p₁ p₂)")).isCloseTo(2 * 2.58496250072, within(1e-10));
        State tiny = after(after(start, new Change.Typed("n1", "1e300")), new Change.Typed("p2", "1e-200"));
        // 500 log2 10
        assertThat(readout(tiny, "I(p₁) + I(p₂)")).isCloseTo(1660.9640474436812, within(1e-9));
        assertThat(Shown.result(widget, tiny).notes()).anyMatch(note -> note.contains("too small"));
    }

    @Test
    void oneInManyIsTheSameAsAProbability() {
        State state = after(start, new Change.Typed("n1", "8"));

        assertThat(state.number(0)).isEqualTo(0.125);
        assertThat(widget.encode(state)).startsWith("1~bits~0.125_0.08333");
    }

    @Test
    void anImpossibleEventIsInfinitelySurprisingAndNoError() {
        Outcome.Result result = Shown.result(widget, after(start, new Change.Typed("p1", "0")));

        assertThat(result.headline().getFirst().value()).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(result.headline().getFirst().remark()).isEqualTo("an impossible event");
        assertThat(result.words()).contains("an infinite amount");
    }

    @ParameterizedTest
    @CsvSource({
        "p1, 1.1, A probability lies between 0 and 1.",
        "p1, -0.1, A probability lies between 0 and 1.",
        "p2, half, Enter a number.",
        "p2, '', Enter a number.",
        "p2, ∞, Enter a finite number.",
        "n1, 0.5, One in how many? Enter a number from 1 to 1e300.",
        "n1, 1e301, One in how many? Enter a number from 1 to 1e300.",
    })
    void whatIsNoProbabilityIsRefusedWithTheReason(String control, String text, String message) {
        assertThat(widget.edit(start, new Change.Typed(control, text))).isEqualTo(new Edit.Rejected<>(message));
    }

    @Test
    void aDecimalCommaIsEchoed() {
        assertThat(widget.edit(start, new Change.Typed("p1", "0,25")))
                .isEqualTo(new Edit.Changed<>(State.of("bits", 0.25, 1.0 / 12), "Read as 0.25."));
    }

    @Test
    void theDotIsDraggedAlongTheAxis() {
        assertThat(after(start, new Change.Dragged("p1", 0.301, 2)).number(0)).isEqualTo(0.3);
        assertThat(after(start, new Change.Dragged("p1", -4, 2)).number(0)).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1~bits~0.5", "1~bits~0.5_0.5_0.5", "1~hats~0.5_0.5", "1~bits~1.5_0.5", "1~bits~-0_0.5"})
    void aTextThatNoStateWroteIsRefused(String text) {
        assertThatThrownBy(() -> widget.decode(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void contentSetsProbabilitiesOrOdds() {
        assertThat(widget.initial(Parameters.none().with("p1", List.of(0.5)).with("n2", List.of(4.0))))
                .isEqualTo(State.of("bits", 0.5, 0.25));
        assertThatThrownBy(() -> widget.initial(Parameters.none().with("p1", List.of(2.0))))
                .hasMessage("p1 must be a number from 0 to 1, got 2");
    }
}
