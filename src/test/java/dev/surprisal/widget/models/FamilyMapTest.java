package dev.surprisal.widget.models;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surprisal.widget.Calculator.State;
import dev.surprisal.widget.Change;
import dev.surprisal.widget.Edit;
import dev.surprisal.widget.Picture;
import dev.surprisal.widget.Quantity;
import dev.surprisal.widget.Shown;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FamilyMapTest {

    private final FamilyMap widget = new FamilyMap();

    private static State state(String likelihood, String stable, String code, double patience) {
        return new State(List.of(likelihood, stable, code), List.of()).withNumbers(patience, 1000, 50);
    }

    /** By the table of MAP-01 of the curriculum. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "any | any | any | 1000000 | autoregressive, flow, VAE, GAN, energy-based, diffusion",
                "any | any | any | 999999 | autoregressive, flow, VAE, GAN, diffusion",
                "exact | any | any | 1000000 | autoregressive, flow",
                "bound | any | any | 1000000 | autoregressive, flow, VAE, diffusion",
                "any | any | any | 1 | flow, VAE, GAN",
                "any | any | any | 50 | flow, VAE, GAN, diffusion",
                "any | needed | any | 1000 | autoregressive, flow, VAE, diffusion",
                "exact | needed | needed | 1 | flow",
            })
    void whatIsLeftIsWhatTheTableSays(String likelihood, String stable, String code, double patience, String names) {
        var picture = (Picture.Spots)
                Shown.result(widget, state(likelihood, stable, code, patience)).picture();

        assertThat(picture.spots())
                .filteredOn(Picture.Spot::full)
                .extracting(Picture.Spot::label)
                .containsExactly(names.split(", "));
    }

    @Test
    void aDiffusionOfFewerStepsIsQuicker() {
        State hurried = state("bound", "any", "any", 10);

        assertThat(left(hurried)).isEqualTo(2);
        assertThat(left(Shown.after(widget, hurried, new Change.Typed("steps", "4"))))
                .isEqualTo(3);
        assertThat(left(Shown.after(widget, hurried, new Change.Typed("pieces", "8"))))
                .isEqualTo(3);
    }

    private double left(State state) {
        return widget.quantities(state).stream()
                .filter(quantity -> quantity.name().equals("left"))
                .map(Quantity::values)
                .findFirst()
                .orElseThrow()
                .getFirst();
    }

    @Test
    void halfAPassIsRefused() {
        assertThat(widget.edit(state("any", "any", "any", 1), new Change.Typed("patience", "0.5")))
                .isEqualTo(new Edit.Rejected<State>("Enter a whole number from 1 to 1000000."));
    }
}
