package dev.surprisal.widget.information;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.surprisal.widget.Change;
import dev.surprisal.widget.Controls;
import dev.surprisal.widget.Parameters;
import dev.surprisal.widget.Picture;
import dev.surprisal.widget.Shown;
import dev.surprisal.widget.Table;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HuffmanBuilderTest {

    private final HuffmanBuilder widget = new HuffmanBuilder();

    private static HuffmanBuilder.State whole(String numbers) {
        return new HuffmanBuilder.State(
                Probabilities.of(Stream.of(numbers.split(" "))
                        .mapToDouble(Double::parseDouble)
                        .toArray()),
                0);
    }

    private HuffmanBuilder.State pressed(HuffmanBuilder.State state, String action) {
        return Shown.after(widget, state, new Change.Pressed(action));
    }

    /** CODE-01 of the curriculum. */
    @ParameterizedTest
    @CsvSource({
        "0.5 0.25 0.125 0.125, 1.75, 1.75",
        "0.6 0.3 0.1, 1.4, 1.29546184424",
        "0.9 0.1, 1, 0.468995593589",
    })
    void meanLengthsAndEntropiesAreTheKnownOnes(String p, double length, double entropy) {
        assertThat(Shown.readout(widget, whole(p), "L")).isCloseTo(length, within(1e-15));
        assertThat(Shown.readout(widget, whole(p), "H(p)")).isCloseTo(entropy, within(5.1e-12));
        assertThat(Shown.readout(widget, whole(p), "L − H(p)")).isCloseTo(length - entropy, within(5.1e-12));
        assertThat(Shown.readout(widget, whole(p), "Σ 2^−ℓ")).isEqualTo(1);
    }

    @Test
    void pairsOfALopsidedCoinTakeLessPerSymbol() {
        assertThat(Shown.readout(widget, whole("0.9 0.1"), "L₂ / 2")).isCloseTo(0.645, within(1e-15));
    }

    @Test
    void theWordsAreThoseOfTheCodeTable() {
        assertThat(Shown.result(widget, whole("0.5 0.25 0.125 0.125")).table().rows())
                .extracting(row -> row.cells().get(3))
                .containsExactly(
                        new Table.Cell.Words("0"),
                        new Table.Cell.Words("10"),
                        new Table.Cell.Words("110"),
                        new Table.Cell.Words("111"));
    }

    @Test
    void theTreeGrowsMergeByMergeAndItsSumsAddUpToTheMeanLength() {
        var state = pressed(whole("0.5 0.25 0.125 0.125"), "bare");
        assertThat(Shown.readout(widget, state, "L so far")).isZero();
        assertThat(Shown.result(widget, state).words()).contains("D and C, together 0.25");

        state = pressed(state, "merge");
        assertThat(Shown.readout(widget, state, "L so far")).isEqualTo(0.25);
        assertThat(((Picture.Tree) Shown.result(widget, state).picture()).joins())
                .containsExactly(new Picture.Join(2, 3, 1, 0.25));

        state = pressed(state, "merge");
        assertThat(Shown.readout(widget, state, "L so far")).isEqualTo(0.75);

        state = pressed(state, "merge");
        assertThat(Shown.readout(widget, state, "L")).isEqualTo(1.75);
        assertThat(pressed(state, "merge")).isEqualTo(state);
    }

    @Test
    void noWordIsShownBeforeTheTreeIsWhole() {
        var result = Shown.result(widget, pressed(whole("0.5 0.25 0.25"), "bare"));

        assertThat(result.table().rows()).extracting(row -> row.cells().get(3)).containsOnly(new Table.Cell.Words("…"));
    }

    @Test
    void aGrownTreeStaysGrownWhenANumberOfSymbolsChanges() {
        assertThat(pressed(whole("0.5 0.25 0.25"), "add").open()).isZero();
        var bare = pressed(whole("0.5 0.25 0.25"), "bare");
        assertThat(pressed(bare, "remove").open()).isEqualTo(1);
    }

    @Test
    void tiesAreExplained() {
        assertThat(Shown.result(widget, whole("0.5 0.25 0.25")).notes()).anyMatch(note -> note.contains("as good"));
        assertThat(Shown.result(widget, whole("0.6 0.3 0.1")).notes()).isEmpty();
    }

    @Test
    void sixteenSymbolsAreTheMost() {
        var state = whole("0.5 0.5");
        for (int i = 0; i < 20; i++) {
            state = pressed(state, "add");
        }
        assertThat(state.p().size()).isEqualTo(16);
        assertThat(widget.controls(state).actions())
                .filteredOn(action -> action.control().equals("add"))
                .extracting(Controls.Action::possible)
                .containsExactly(false);
        // A takes one bit; B has to share its half with fourteen that never come
        assertThat(Shown.readout(widget, state, "L")).isEqualTo(1.5);
    }

    @Test
    void contentMayStartWithABareTree() {
        var state = widget.initial(
                Parameters.none().with("p", List.of(0.5, 0.3, 0.2)).with("tree", "bare"));

        assertThat(state.open()).isEqualTo(2);
        assertThat(widget.encode(state)).isEqualTo("1~2~0.5_0.3_0.2");
        assertThat(widget.quantities(state)).extracting("name").containsExactly("p", "merges");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1~-1~0.5_0.5", "1~16~0.5_0.5", "1~0~0.5_0.5", "1~some~0.5_0.5", "1~whole~1"})
    void aTextThatNoStateWroteIsRefused(String text) {
        assertThatThrownBy(() -> widget.decode(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
