package dev.surprisal.widget.information;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.surprisal.widget.Calculator.State;
import dev.surprisal.widget.Change;
import dev.surprisal.widget.Edit;
import dev.surprisal.widget.Picture;
import dev.surprisal.widget.Play;
import dev.surprisal.widget.SeededPlay;
import dev.surprisal.widget.Shown;
import dev.surprisal.widget.Table;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The numbers are those of CALC-11 of the curriculum, or stand in a comment. */
class DifferentialEntropyTest {

    private static final String ENTROPY = "h(X)";

    private final DifferentialEntropy widget = new DifferentialEntropy();

    private static State state(String law, String unit, String equal, double... numbers) {
        return new State(List.of(law, unit, equal), List.of()).withNumbers(numbers);
    }

    private static State nats(String law, double... numbers) {
        return state(law, "nats", "variance", numbers);
    }

    @Test
    void entropiesAtVarianceOneAreTheKnownOnes() {
        assertThat(Shown.readout(widget, nats("normal", 1, 0, 1), ENTROPY)).isCloseTo(1.4189385332, within(5.1e-11));
        assertThat(Shown.readout(widget, nats("laplace", 1, 0, Math.sqrt(0.5)), ENTROPY))
                .isCloseTo(1.34657359028, within(5.1e-12));
        assertThat(Shown.readout(widget, nats("uniform", 1, 0, Math.sqrt(12)), ENTROPY))
                .isCloseTo(1.24245332489, within(5.1e-12));
        assertThat(Shown.readout(widget, nats("gamma", 1, 2, 2), ENTROPY)).isCloseTo(0.884068484342, within(5.1e-13));
        assertThat(Shown.readout(widget, nats("exponential", 1, 1), ENTROPY)).isEqualTo(1);
        // a Beta(1, 1) is a box of length 1
        assertThat(Shown.readout(widget, nats("beta", 1, 1, 1), ENTROPY)).isZero();
        assertThat(Shown.result(widget, nats("beta", 1, 1, 1)).notes()).noneMatch(note -> note.contains("negative"));
    }

    @Test
    void theTableComparesAtVarianceOneAndAtThisVariance() {
        Table table = Shown.result(widget, nats("laplace", 1, 3, 2)).table();

        assertThat(table.rows())
                .extracting(row -> ((Table.Cell.Words) row.cells().get(0)).text())
                .containsExactly("this one", "normal", "logistic", "Laplace", "uniform");
        assertThat(amount(table, 2, 1)).isCloseTo(1.40457625848, within(5.1e-12));
        assertThat(amount(table, 0, 1)).isCloseTo(1.34657359028, within(5.1e-12));
        // the variance is 8: ln of its root more
        assertThat(amount(table, 1, 2)).isCloseTo(1.4189385332 + Math.log(Math.sqrt(8)), within(5.1e-11));
    }

    private static double amount(Table table, int row, int column) {
        return ((Table.Cell.Amount) table.rows().get(row).cells().get(column)).value();
    }

    @Test
    void theNormalHasMostAtEqualVarianceAndTheExponentialAtEqualMean() {
        assertThat(Shown.result(widget, nats("normal", 1, 5, 3)).words()).contains("No density with this variance");
        assertThat(Shown.result(widget, nats("uniform", 1, 0, 1)).words())
                .contains("The normal with the same variance");
        assertThat(Shown.result(widget, state("exponential", "nats", "mean", 1, 2))
                        .words())
                .contains("No density above 0 with this mean");
        assertThat(Shown.readout(widget, state("gamma", "nats", "mean", 1, 2, 2), "max h"))
                .isEqualTo(1);
        assertThat(Shown.result(widget, state("normal", "nats", "mean", 1, 5, 1))
                        .words())
                .contains("does not include it");
    }

    @Test
    void stretchingAddsTheLogarithm() {
        State state = state("uniform", "bits", "variance", 4, 0, 1);

        assertThat(Shown.readout(widget, state, "h(cX) = h(X) + log₂ |c|")).isCloseTo(2, within(1e-15));
        assertThat(Shown.readout(widget, nats("normal", 1, 0, 0.1), ENTROPY))
                .isCloseTo(-0.883646559789, within(5.1e-13)); // 1.41893... - ln 10
        assertThat(Shown.result(widget, nats("normal", 1, 0, 0.1)).notes()).anyMatch(note -> note.contains("negative"));
    }

    @Test
    void anotherDensityKeepsUnitAndComparison() {
        State state = state("normal", "bits", "mean", 1, 0, 1);

        assertThat(Shown.after(widget, state, new Change.Chosen("law", "exponential")))
                .isEqualTo(state("exponential", "bits", "mean", 1, 1));
        assertThat(Shown.after(widget, state, new Change.Chosen("unit", "nats")))
                .isEqualTo(state("normal", "nats", "mean", 1, 0, 1));
    }

    @Test
    void aNegativeFactorStretchesAsItsSizeDoes() {
        State turned = Shown.after(widget, nats("uniform", 1, 0, 1), new Change.Typed("c", "-2"));
        var graph = (Picture.Graph) Shown.result(widget, turned).picture();

        assertThat(Shown.readout(widget, turned, "h(cX) = h(X) + ln |c|")).isCloseTo(0.693147180560, within(5.1e-13));
        assertThat(graph.curves().get(1).line().x(0)).isEqualTo(-2);
        assertThat(graph.curves().get(1).line().highest()).isEqualTo(0.5);
        // The slider does not stop at 0
        assertThat(Shown.after(widget, nats("uniform", 0.1, 0, 1), new Change.Slid("c", 0)))
                .isEqualTo(nats("uniform", -0.1, 0, 1));
    }

    /** A normal of variance 1/12 has the peak √(12/(2π)), and nearly all of its mass within 4/√12 of ½. */
    @Test
    void theDensityThatItIsComparedWithIsWhollyInThePicture() {
        var graph =
                (Picture.Graph) Shown.result(widget, nats("uniform", 1, 0, 1)).picture();

        assertThat(graph.curves().getLast().label()).isEqualTo("normal");
        assertThat(graph.curves().getLast().line().highest()).isCloseTo(1.38197659789, within(1e-9));
        assertThat(graph.axes().top()).isGreaterThan(1.38197659789);
        assertThat(graph.axes().left()).isLessThan(-0.654);
        assertThat(graph.axes().right()).isGreaterThan(1.654);
    }

    /** A hundred times as narrow as the stretched one beside it. */
    @Test
    void aNarrowDensityKeepsItsPeakOnAWideAxis() {
        var graph =
                (Picture.Graph) Shown.result(widget, nats("normal", 100, 0, 1)).picture();

        assertThat(graph.curves().getFirst().line().highest()).isCloseTo(0.398942280401, within(1e-9));
    }

    @ParameterizedTest
    @CsvSource({
        "sigma, 0, Must be greater than 0.",
        "c, 0, 'Enter a number between −100 and 100, at least 0.01 away from 0; a negative one turns the density round.'",
        "mu, 1e9, 'Enter a number between −1000 and 1000.'"
    })
    void badInputIsRefusedWithTheReason(String control, String text, String message) {
        assertThat(widget.edit(nats("normal", 1, 0, 1), new Change.Typed(control, text)))
                .isEqualTo(new Edit.Rejected<>(message));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1~normal~nats~1_0_1",
                "1~normal~nats~variance~1_0",
                "1~cauchy~nats~mean~1_0_1",
                "1~exponential~bits~mean~0_1"
            })
    void aTextThatNoStateWroteIsRefused(String text) {
        assertThatThrownBy(() -> widget.decode(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void wheneverSomebodyPlaysNoNumberIsMissing() {
        for (String state : SeededPlay.statesOf(widget, 19, 400)) {
            assertThat(Play.numbers("differential-entropy", state)).as(state).doesNotContain(Double.NaN);
        }
    }
}
