package dev.surprisal.widget.models;

import dev.surprisal.widget.Calculator;
import dev.surprisal.widget.Controls.Choice;
import dev.surprisal.widget.Controls.Option;
import dev.surprisal.widget.Figures;
import dev.surprisal.widget.Outcome;
import dev.surprisal.widget.Picture;
import dev.surprisal.widget.Picture.Axes;
import dev.surprisal.widget.Picture.Spot;
import dev.surprisal.widget.Quantity;
import dev.surprisal.widget.Range;
import dev.surprisal.widget.Role;
import dev.surprisal.widget.Table;
import java.util.ArrayList;
import java.util.List;

/** Six families between freedom and exactness, and which of them are left when a task asks for something. */
public final class FamilyMap extends Calculator {

    private static final String ANY = "any";
    private static final String BOUND = "bound";
    private static final String EXACT = "exact";
    private static final String NEEDED = "needed";

    private static final WordChoice LIKELIHOOD = new WordChoice(
            "likelihood",
            "Log-likelihood",
            Choice.Style.SWITCH,
            List.of(new Option(ANY, "not needed"), new Option(BOUND, "a bound at least"), new Option(EXACT, "exact")));
    private static final WordChoice STABLE = need("stable", "Training by one falling loss");
    private static final WordChoice CODE = need("code", "A code for each x");

    private static final int PATIENCE = 0;
    private static final int PIECES = 1;
    private static final int STEPS = 2;

    private static final List<Preset> PRESETS = List.of(
            preset("everything", "Nothing asked: the whole map", ANY, ANY, ANY, 1_000_000, 1000, 50),
            preset("anomalies", "Flag what is improbable", EXACT, ANY, ANY, 1_000_000, 30, 50),
            preset("real-time", "Pictures in real time", ANY, ANY, ANY, 1, 3072, 50),
            preset("best", "The best pictures, at leisure", BOUND, NEEDED, ANY, 100, 3072, 50),
            preset("compress", "Compress pictures through a latent", BOUND, NEEDED, NEEDED, 10, 3072, 50),
            preset("all", "Everything at once", EXACT, NEEDED, NEEDED, 1, 1000, 50));

    /** Who waits for so many passes waits for a chain as well, of which nobody knows how long it must be. */
    private static final int NO_LIMIT = 1_000_000;

    private static final Range COUNT = Range.count(1, NO_LIMIT);

    public FamilyMap() {
        super("family-map", "Six families, and what a task asks for", List.of(LIKELIHOOD, STABLE, CODE), PRESETS);
    }

    private static WordChoice need(String control, String label) {
        return new WordChoice(
                control,
                label,
                Choice.Style.SWITCH,
                List.of(new Option(ANY, "not needed"), new Option(NEEDED, "needed")));
    }

    private static Preset preset(
            String name, String label, String likelihood, String stable, String code, double... numbers) {
        return new Preset(name, label, new State(List.of(likelihood, stable, code), List.of()).withNumbers(numbers));
    }

    @Override
    protected List<Section> sections(State state) {
        return List.of(
                new Section(
                        "patience",
                        "How long a sample may take",
                        Role.Q,
                        "a million: no limit",
                        List.of(new Input("patience", "passes at most", COUNT, 1, 2000, 1))),
                new Section(
                        "size",
                        "What it takes",
                        Role.PLAIN,
                        "passes that must wait for one another",
                        List.of(
                                new Input("pieces", "pieces of a sample", COUNT, 1, 4000, 1),
                                new Input("steps", "steps of a diffusion", COUNT, 1, 1000, 1))));
    }

    @Override
    protected boolean isShown(State example, State state) {
        return example.equals(state);
    }

    @Override
    protected State shown(State example, State state) {
        return example;
    }

    /** Why a family will not do; empty when it will. */
    static List<String> lacks(Family family, State state) {
        var lacks = new ArrayList<String>();
        String likelihood = state.words().getFirst();
        boolean enough = family.likelihood() == Family.Likelihood.EXACT
                || (family.likelihood() == Family.Likelihood.BOUND && !likelihood.equals(EXACT))
                || likelihood.equals(ANY);
        if (!enough) {
            lacks.add("likelihood");
        }
        if (state.words().get(1).equals(NEEDED) && !family.stable()) {
            lacks.add("training");
        }
        if (state.words().get(2).equals(NEEDED) && !family.code()) {
            lacks.add("code");
        }
        double patience = state.number(PATIENCE);
        if (patience < NO_LIMIT && family.passes(state.number(PIECES), state.number(STEPS)) > patience) {
            lacks.add("passes");
        }
        return lacks;
    }

    private static List<Family> left(State state) {
        var left = new ArrayList<Family>();
        for (Family family : Family.ALL) {
            if (lacks(family, state).isEmpty()) {
                left.add(family);
            }
        }
        return left;
    }

    @Override
    public List<Quantity> quantities(State state) {
        var quantities = new ArrayList<>(super.quantities(state));
        quantities.add(Quantity.number("left", left(state).size()));
        return quantities;
    }

    @Override
    public Outcome result(State state) {
        List<Family> left = left(state);
        return new Outcome.Result(
                List.of(),
                List.of(),
                picture(state),
                table(state),
                words(left),
                notes(state),
                left.isEmpty() ? "No family is left." : "Left are: " + names(left) + ".");
    }

    private static Picture picture(State state) {
        var spots = new ArrayList<Spot>();
        for (Family family : Family.ALL) {
            boolean fits = lacks(family, state).isEmpty();
            spots.add(new Spot(
                    family.name(), fits ? Role.Q : Role.PRIOR, family.freedom(), family.exactness(), fits, false));
        }
        return new Picture.Spots(
                new Axes(0, 1, 0, 1),
                "freedom of the network",
                "what can be computed exactly",
                false,
                spots,
                "Six families between freedom, to the right, and exactness, upwards. Full dots: "
                        + (left(state).isEmpty() ? "none" : names(left(state))) + ".");
    }

    private static Table table(State state) {
        var rows = new ArrayList<Table.Row>();
        for (Family family : Family.ALL) {
            double passes = family.passes(state.number(PIECES), state.number(STEPS));
            List<String> lacks = lacks(family, state);
            rows.add(new Table.Row(
                    List.of(
                            new Table.Cell.Words(family.name()),
                            new Table.Cell.Words(family.likelihood().words()),
                            passes < Double.POSITIVE_INFINITY
                                    ? new Table.Cell.Ratio(passes)
                                    : new Table.Cell.Words("a long chain"),
                            new Table.Cell.Words(family.stable() ? "yes" : "no"),
                            new Table.Cell.Words(family.code() ? "yes" : "no"),
                            new Table.Cell.Words(lacks.isEmpty() ? "yes" : "no: " + String.join(" and ", lacks))),
                    lacks.isEmpty()));
        }
        return new Table(
                "What each can do",
                List.of(
                        new Table.Column("family", Role.PLAIN),
                        new Table.Column("log *p*(*x*)", Role.PLAIN),
                        new Table.Column("passes", Role.PLAIN),
                        new Table.Column("one falling loss", Role.PLAIN),
                        new Table.Column("a code for *x*", Role.PLAIN),
                        new Table.Column("will it do?", Role.Q)),
                rows,
                List.of());
    }

    private static String words(List<Family> left) {
        if (left.size() == Family.ALL.size()) {
            return "Nothing is asked for yet, so all six families are left. Choose what a task needs, and see which of them"
                    + " can give it.";
        }
        if (left.isEmpty()) {
            return "No family gives all of this. Ask for less, or wait longer for a sample.";
        }
        return "What is asked for leaves " + names(left) + (left.size() == 1 ? " alone." : ".");
    }

    private static String names(List<Family> families) {
        var out = new StringBuilder();
        for (int i = 0; i < families.size(); i++) {
            out.append(i == 0 ? "" : i < families.size() - 1 ? ", " : " and ")
                    .append(families.get(i).name());
        }
        return out.toString();
    }

    private static List<String> notes(State state) {
        var notes = new ArrayList<String>();
        if (state.words().getFirst().equals(EXACT)) {
            notes.add(
                    "A diffusion model counts as a bound here, though its likelihood can be had numerically, by solving a"
                            + " differential equation.");
        }
        if (state.words().get(2).equals(NEEDED)) {
            notes.add("A GAN has a latent that goes in, but none that comes back out of a given *x*.");
        }
        if (state.number(PATIENCE) < state.number(PIECES)) {
            notes.add("An autoregressive model needs " + Figures.ratio(state.number(PIECES))
                    + " passes to draw a sample, though it evaluates a given one in a single pass.");
        }
        return notes;
    }
}
