package dev.surprisal.widget.information;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.surprisal.widget.Change;
import dev.surprisal.widget.Edit;
import dev.surprisal.widget.Parameters;
import dev.surprisal.widget.Play;
import dev.surprisal.widget.SeededPlay;
import dev.surprisal.widget.Shown;
import dev.surprisal.widget.Table;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OneHotTest {

    private final OneHot widget = new OneHot();
    private final OneHot.State three = new OneHot.State(Probabilities.of(0.1, 0.6, 0.3), 1);

    /** CALC-02 of the curriculum. */
    @Test
    void theLossOfTheSecondClassIsTheKnownOne() {
        assertThat(Shown.readout(widget, three, "−ln p(B)")).isCloseTo(0.510825623766, within(5.1e-13));
        assertThat(covariance(three, 0, 1)).isCloseTo(-0.06, within(1e-16));
        assertThat(covariance(three, 1, 1)).isCloseTo(0.24, within(1e-16));
    }

    /** One of them is always 1, so that their sum does not vary. */
    @Test
    void theCovariancesOfARowSumToZero() {
        for (int k = 0; k < 3; k++) {
            assertThat(covariance(three, k, 0) + covariance(three, k, 1) + covariance(three, k, 2))
                    .isCloseTo(0, within(1e-16));
        }
    }

    private double covariance(OneHot.State state, int k, int j) {
        var row = Shown.result(widget, state).table().rows().get(k);
        return ((Table.Cell.Place) row.cells().get(4 + j)).value();
    }

    @Test
    void aClassThatWasRuledOutCostsInfinitelyMuch() {
        var ruledOut = new OneHot.State(Probabilities.of(0.7, 0, 0.3), 1);

        assertThat(Shown.readout(widget, ruledOut, "−ln p(B)")).isInfinite();
        assertThat(Shown.result(widget, ruledOut).headline().get(1).remark()).contains("impossible");
        assertThat(Shown.result(widget, ruledOut).words()).contains("probability 0");
    }

    @Test
    void theClassThatWasTakenAwayLeavesItsPlaceToTheLast() {
        var last = Shown.after(widget, three, new Change.Chosen("class", "C"));

        assertThat(Shown.after(widget, last, new Change.Pressed("remove")).truth())
                .isEqualTo(1);
    }

    @Test
    void contentNamesAClassThatThereIs() {
        assertThat(widget.initial(Parameters.none()).truth()).isEqualTo(1);
        assertThatThrownBy(() -> widget.initial(
                        Parameters.none().with("p", List.of(0.5, 0.5)).with("class", "C")))
                .hasMessageContaining("C of 2 classes");
    }

    @Test
    void aProbabilityThatIsNoneIsRefused() {
        assertThat(widget.edit(three, new Change.Typed("p-0", "1.2")))
                .isEqualTo(new Edit.Rejected<>("A probability lies between 0 and 1."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1~D~0.1_0.6_0.3", "1~Z~0.1_0.6_0.3", "1~A~1", "1~A"})
    void aTextThatNoStateWroteIsRefused(String text) {
        assertThatThrownBy(() -> widget.decode(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void wheneverSomebodyPlaysNoNumberIsMissing() {
        for (String state : SeededPlay.statesOf(widget, 7, 300)) {
            assertThat(Play.numbers("one-hot", state)).as(state).doesNotContain(Double.NaN);
        }
    }
}
