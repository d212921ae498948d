package dev.surprisal.widget.score;

import dev.surprisal.widget.Calculator;
import dev.surprisal.widget.Outcome;
import dev.surprisal.widget.Quantity;
import dev.surprisal.widget.Range;
import dev.surprisal.widget.Role;
import java.util.ArrayList;
import java.util.List;

/** Two normals, the noise that blurs them, and the score of what comes out: which way is up, and the best guess of what was. */
public final class ScoreField extends Calculator {

    static final int NOISE = 5;
    static final int VALUE = 6;

    private static final List<Preset> PRESETS = List.of(
            Preset.of("two", "Two modes and a little noise", -2, 0.5, 2, 0.5, 0.5, 0.5, 0.5),
            Preset.of("clean", "No noise", -2, 0.5, 2, 0.5, 0.5, 0, 1),
            Preset.of("filled", "Noise that fills the valley", -2, 0.5, 2, 0.5, 0.5, 2, 0.5),
            Preset.of("uneven", "One mode is rarer", -2, 0.5, 2, 0.5, 0.25, 1, 0),
            Preset.of("far", "Far apart", -5, 0.5, 5, 0.5, 0.5, 1, 2),
            Preset.of("one", "A single normal", 0, 1, 0, 1, 0.5, 0.5, 1));

    private static final Range MEAN = new Range(-20, 20, Range.Kind.ANY, "Enter a number between −20 and 20.");

    private static final Range WIDTH = Range.positive(0.05, 20);

    private static final Range SPREAD =
            new Range(0, 20, Range.Kind.ANY, "Enter a standard deviation from 0 to 20; 0 is no noise.");

    private static final Range PLACE = new Range(-60, 60, Range.Kind.ANY, "Enter a number between −60 and 60.");

    public ScoreField() {
        super("score-field", "Score and denoising", List.of(), PRESETS);
    }

    @Override
    protected List<Section> sections(State state) {
        return List.of(
                new Section(
                        "data",
                        "The data *p*",
                        Role.P,
                        "",
                        List.of(
                                new Input("m1", "left mean", MEAN, -6, 6, 0.1),
                                new Input("s1", "left width", WIDTH, 0.1, 3, 0.05),
                                new Input("m2", "right mean", MEAN, -6, 6, 0.1),
                                new Input("s2", "right width", WIDTH, 0.1, 3, 0.05),
                                new Input("share", "share of the right one", Range.PROBABILITY, 0, 1, 0.05))),
                new Section(
                        "spoilt",
                        "The noise",
                        Role.Q,
                        "",
                        List.of(
                                new Input("noise", "*σ*", SPREAD, 0, 4, 0.05),
                                new Input("x", "noisy value *x*", PLACE, -8, 8, 0.05))));
    }

    @Override
    public List<Quantity> quantities(State state) {
        var point = new ScorePoint(state);
        var quantities = new ArrayList<>(super.quantities(state));
        quantities.add(Quantity.number("score", point.score()));
        quantities.add(Quantity.number("guess", point.guess()));
        return quantities;
    }

    @Override
    public Outcome result(State state) {
        return new ScorePoint(state).result();
    }
}
