package dev.surprisal.widget.fitting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.surprisal.widget.Calculator.State;
import dev.surprisal.widget.Change;
import dev.surprisal.widget.Edit;
import dev.surprisal.widget.Outcome;
import dev.surprisal.widget.Picture;
import dev.surprisal.widget.Shown;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SeparationSweepTest {

    private final SeparationSweep widget = new SeparationSweep();

    private static State state(double r) {
        return new State(List.of(), List.of(r));
    }

    /** DEMO-03 of the curriculum: the side minima appear at r = 2.41222972, at μ = 2.1457 with σ = 1.2910. */
    @Test
    void theSideValleysOpenAtTheFold() {
        assertThat(PairFits.of(2.41222).side()).isEmpty();
        assertThat(PairFits.of(2.41223).side()).hasValueSatisfying(side -> {
            assertThat(side.mean()).isCloseTo(2.1457, within(1e-3));
            assertThat(side.sd()).isCloseTo(1.2910, within(1e-3));
        });
    }

    /** Likewise: all three are equal at r = 2.80008222. */
    @Test
    void middleAndSidesTie() {
        PairFits tie = PairFits.of(2.80008222);

        assertThat(tie.middle().value()).isCloseTo(0.684266100, within(5e-9));
        assertThat(tie.side()).hasValueSatisfying(side -> {
            assertThat(side.value()).isCloseTo(0.684266100, within(5e-9));
            assertThat(side.mean()).isCloseTo(2.76800, within(5e-6));
            assertThat(side.sd()).isCloseTo(1.04429, within(5e-5));
        });
        assertThat(PairFits.of(2.8).picksAMode()).isFalse();
        assertThat(PairFits.of(2.8002).picksAMode()).isTrue();
    }

    /** KL → ln 2 on a mode; forward always has the variance 1 + r². */
    @Test
    void farApartAModeCostsOneBit() {
        PairFits far = PairFits.of(6);

        assertThat(far.side().orElseThrow().value()).isCloseTo(0.69314718056, within(1e-8));
        assertThat(far.forward().sd()).isCloseTo(Math.sqrt(37), within(1e-14));
        assertThat(far.middle().mean()).isCloseTo(0, within(1e-9));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.3, 1, 1.7, 2.2, 2.4})
    void nearHumpsHaveOneOptimumInTheMiddle(double r) {
        PairFits fits = PairFits.of(r);

        assertThat(fits.side()).isEmpty();
        assertThat(fits.middle().mean()).isCloseTo(0, within(1e-9));
    }

    @Test
    void theSweepIsTheSameForEveryStateAndMarksWhereThisOneIs() {
        String findings = widget.findings(state(1));
        var result = (Outcome.Result) widget.result(state(3), state(3), findings);

        var sweep = (Picture.Graph) result.figures().getFirst().picture();
        assertThat(widget.isAbout(findings, state(5))).isTrue();
        assertThat(sweep.curves()).hasSize(6);
        assertThat(sweep.curves().get(1).line().size()).isEqualTo(61);
        assertThat(sweep.curves().get(2).line().x(0)).isCloseTo(2.5, within(1e-12));
        assertThat(sweep.marks()).extracting(Picture.Mark::x).containsExactly(3.0, 3.0);
        assertThat(sweep.marks().get(1).y()).isCloseTo(0.688768995, within(1e-6));
    }

    @Test
    void whateverIsNoSweepCountsAsNone() {
        assertThat(widget.isAbout("", state(1))).isFalse();
        assertThat(widget.isAbout("1~0.5_0.7", state(1))).isFalse();
        assertThat(((Outcome.Result) widget.result(state(1), state(1), "x")).figures())
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"6.5", "-1"})
    void aSeparationOutOfRangeIsRefused(String text) {
        assertThat(widget.edit(state(1), new Change.Typed("r", text)))
                .isEqualTo(new Edit.Rejected<State>("Enter a number between 0 and 6."));
    }

    @Test
    void aHumpIsDraggedFromEitherSide() {
        assertThat(Shown.after(widget, state(2), new Change.Dragged("r", -3.141, 0.2)))
                .isEqualTo(state(3.14));
    }

    @Test
    void oneHumpIsFittedWithoutLoss() {
        assertThat(Shown.readout(widget, state(0), "min KL(p ‖ q)")).isZero();
        assertThat(Shown.readout(widget, state(0), "min KL(q ‖ p)")).isZero();
    }

    /** DEMO-03 of the curriculum. */
    @Test
    void theThresholdsAreMarked() {
        var sweep = (Picture.Graph)
                Shown.result(widget, state(2)).figures().getFirst().picture();

        assertThat(sweep.curves()).extracting(curve -> curve.line().x(0)).contains(1.0, 2.41222972, 2.80008222);
    }
}
