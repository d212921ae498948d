package dev.surprisal.widget;

import java.util.stream.Stream;

/** What a state shows, for the tests of widgets. */
public final class Shown {

    private Shown() {}

    public static <S> Outcome.Result result(Widget<S> widget, S state) {
        return (Outcome.Result) widget.result(state);
    }

    /** The number with this label, written without stars. */
    public static <S> double readout(Widget<S> widget, S state, String label) {
        var result = result(widget, state);
        return Stream.concat(result.headline().stream(), result.readouts().stream())
                .filter(readout -> Html.plain(readout.label()).equals(label))
                .findFirst()
                .map(Readout::value)
                .orElseThrow();
    }

    /** The state after a change that must be accepted. */
    public static <S> S after(Widget<S> widget, S state, Change change) {
        return ((Edit.Changed<S>) widget.edit(state, change)).state();
    }
}
