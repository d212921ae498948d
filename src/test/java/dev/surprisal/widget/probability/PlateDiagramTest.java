package dev.surprisal.widget.probability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.surprisal.widget.Change;
import dev.surprisal.widget.Edit;
import dev.surprisal.widget.Parameters;
import dev.surprisal.widget.Play;
import dev.surprisal.widget.SeededPlay;
import dev.surprisal.widget.Shown;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlateDiagramTest {

    private final PlateDiagram widget = new PlateDiagram();

    /** GEO-04 of the curriculum: parameters outside; what changes from one observation to the next inside. */
    @ParameterizedTest
    @CsvSource({"1~coin~oi~5, 2", "1~supervised~oii~5, 3", "1~vae~ooii~5, 4"})
    void theCheckedDiagramsAreRight(String text, int count) {
        var state = widget.decode(text);

        assertThat(Shown.result(widget, state).words()).startsWith(count + " of " + count + " stand");
        assertThat(widget.quantities(state).getFirst().values()).containsExactly(0.0);
        assertThat(Shown.result(widget, state).notes()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"1~coin~ii~5, coin of its own", "1~coin~oo~5, one toss only", "1~vae~oooi~5, share one code"})
    void whatIsWrongIsSaidByWhatItWouldMean(String text, String complaint) {
        assertThat(Shown.result(widget, widget.decode(text)).notes()).anyMatch(note -> note.contains(complaint));
        assertThat(widget.quantities(widget.decode(text)).getFirst().values().getFirst())
                .isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "1~coin~oi~5# says: ∏ over i of p(Yᵢ | p).",
                "1~coin~io~5# says: p(Y | all pᵢ).",
                "1~supervised~oii~5# says: ∏ over i of p(Yᵢ | θ, xᵢ).",
                "1~vae~ooii~5# says: ∏ over i of p(zᵢ) p(xᵢ | θ, zᵢ).",
                "1~vae~oooi~5# says: p(z) · ∏ over i of p(xᵢ | θ, z)."
            })
    void theDiagramIsReadAsAProduct(String text, String product) {
        assertThat(Shown.result(widget, widget.decode(text)).words()).endsWith(product.strip());
    }

    @Test
    void whatIsInsideIsWrittenOutForEachObservation() {
        assertThat(Shown.result(widget, widget.decode("1~vae~ooii~7")).words()).contains("as 16 circles");
    }

    @Test
    void aQuantityIsPutByChoosingAndAnotherModelBeginsOutside() {
        var start = widget.initial(Parameters.none());
        var moved = Shown.after(widget, start, new Change.Chosen("node-1", "inside"));

        assertThat(widget.encode(moved)).isEqualTo("1~coin~oi~5");
        assertThat(widget.encode(Shown.after(widget, moved, new Change.Chosen("model", "vae"))))
                .isEqualTo("1~vae~oooo~5");
    }

    @ParameterizedTest
    @CsvSource({
        "0, Enter a whole number from 1 to 1000.",
        "1.5, Enter a whole number from 1 to 1000.",
        "many, Enter a number."
    })
    void badInputIsRefusedWithTheReason(String text, String message) {
        assertThat(widget.edit(widget.decode("1~coin~oo~5"), new Change.Typed("copies", text)))
                .isEqualTo(new Edit.Rejected<>(message));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1~coin~o~5", "1~coin~ox~5", "1~die~oi~5", "1~coin~oi~0", "1~coin~oi", "1~coin~oi~1.5"})
    void aTextThatNoStateWroteIsRefused(String text) {
        assertThatThrownBy(() -> widget.decode(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void wheneverSomebodyPlaysNoNumberIsMissing() {
        for (String state : SeededPlay.statesOf(widget, 7, 100)) {
            assertThat(Play.numbers("plate-diagram", state)).as(state).doesNotContain(Double.NaN);
        }
    }
}
