package dev.surprisal.widget.information;

import dev.surprisal.math.Elementary;
import dev.surprisal.math.distribution.Beta;
import dev.surprisal.math.distribution.Continuous;
import dev.surprisal.math.distribution.Exponential;
import dev.surprisal.math.distribution.Gamma;
import dev.surprisal.math.distribution.Laplace;
import dev.surprisal.math.distribution.Logistic;
import dev.surprisal.math.distribution.Normal;
import dev.surprisal.math.distribution.Uniform;
import dev.surprisal.math.information.Entropy;
import dev.surprisal.widget.Calculator;
import dev.surprisal.widget.Controls.Choice;
import dev.surprisal.widget.Controls.Option;
import dev.surprisal.widget.Figure;
import dev.surprisal.widget.Figures;
import dev.surprisal.widget.Line;
import dev.surprisal.widget.Outcome;
import dev.surprisal.widget.Picture;
import dev.surprisal.widget.Quantity;
import dev.surprisal.widget.Range;
import dev.surprisal.widget.Readout;
import dev.surprisal.widget.Role;
import dev.surprisal.widget.Table;
import dev.surprisal.widget.Unit;
import java.util.ArrayList;
import java.util.List;

/** The entropy of a density: what stretching adds to it, and which density has the most of it at equal variance or equal mean. */
public final class DifferentialEntropy extends Calculator {

    private static final int STRETCH = 0;
    private static final int POINTS = 201;

    private static final double PI = 3.141592653589793;

    /** What is nearer to 0 is rounding: a Beta(1, 1) is a box of length 1. */
    private static final double NEAREST = 1e-12;

    /** No curve reaches further from its mean, in standard deviations, than can be seen. */
    private static final int TAIL = 8;

    private static final double STRETCH_STEP = 0.1;

    private static final String VARIANCE = "variance";
    private static final String MEAN = "mean";

    private static final WordChoice LAW = new WordChoice(
            "law",
            "Density",
            Choice.Style.MENU,
            List.of(
                    new Option("normal", "normal"),
                    new Option("uniform", "uniform"),
                    new Option("laplace", "Laplace"),
                    new Option("exponential", "exponential"),
                    new Option("gamma", "gamma"),
                    new Option("beta", "beta")));

    private static final Range FACTOR = new Range(
            -100,
            100,
            Range.Kind.AWAY_FROM_ZERO,
            "Enter a number between −100 and 100, at least 0.01 away from 0; a negative one turns the density round.");

    private static final List<Preset> PRESETS = List.of(
            preset("bell", "A standard normal", VARIANCE, "normal", 1, 0, 1),
            preset("box", "A box from 0 to 1", VARIANCE, "uniform", 1, 0, 1),
            preset("narrow", "A box of a tenth", VARIANCE, "uniform", 1, 0, 0.1),
            preset("spike", "A Laplace spike", VARIANCE, "laplace", 1, 0, 1),
            preset("waiting", "A waiting time", MEAN, "exponential", 1, 1),
            preset("two-stages", "A wait in two stages", MEAN, "gamma", 1, 2, 2),
            preset("share", "A share near a half", VARIANCE, "beta", 1, 5, 5));

    public DifferentialEntropy() {
        super(
                "differential-entropy",
                "The entropy of a density",
                List.of(
                        LAW,
                        WordChoice.of("unit", "Unit", "nats", "bits"),
                        new WordChoice(
                                "equal",
                                "Compare at equal",
                                Choice.Style.SWITCH,
                                List.of(new Option(VARIANCE, "variance"), new Option(MEAN, "mean, above 0")))),
                PRESETS);
    }

    private static Preset preset(String name, String label, String equal, String law, double... numbers) {
        return new Preset(name, label, new State(List.of(law, "nats", equal), List.of()).withNumbers(numbers));
    }

    private static String law(State state) {
        return state.words().getFirst();
    }

    @Override
    protected List<Section> sections(State state) {
        Range place = new Range(-1000, 1000, Range.Kind.ANY, "Enter a number between −1000 and 1000.");
        Range size = Range.positive(0.01, 1000);
        List<Input> parameters = switch (law(state)) {
            case "normal" ->
                List.of(new Input("mu", "*μ*", place, -5, 5, 0.1), new Input("sigma", "*σ*", size, 0.1, 5, 0.1));
            case "uniform" ->
                List.of(new Input("from", "from", place, -5, 5, 0.1), new Input("width", "width", size, 0.1, 5, 0.1));
            case "laplace" ->
                List.of(new Input("mu", "*μ*", place, -5, 5, 0.1), new Input("b", "*b*", size, 0.1, 5, 0.1));
            case "exponential" -> List.of(new Input("rate", "rate", size, 0.1, 5, 0.1));
            case "gamma" ->
                List.of(new Input("shape", "shape", size, 0.1, 10, 0.1), new Input("rate", "rate", size, 0.1, 5, 0.1));
            default ->
                List.of(new Input("alpha", "*α*", size, 0.1, 10, 0.1), new Input("beta", "*β*", size, 0.1, 10, 0.1));
        };
        return List.of(
                new Section(
                        "stretch",
                        "Stretched from *x* to *cx*",
                        Role.Q,
                        "",
                        List.of(new Input("c", "*c*", FACTOR, -5, 5, STRETCH_STEP))),
                new Section("law", "The density", Role.P, "", parameters));
    }

    /** The slider steps over 0, which would leave a single place. */
    @Override
    protected State changed(State state, String control, double value) {
        double stepped = state.number(STRETCH) > 0 ? -STRETCH_STEP : STRETCH_STEP;
        return super.changed(state, control, control.equals("c") && value == 0 ? stepped : value);
    }

    private static double settled(double nats) {
        return Math.abs(nats) < NEAREST ? 0 : nats;
    }

    @Override
    protected State chosen(State state, int choice, String word) {
        if (choice > 0 || word.equals(law(state))) {
            return super.chosen(state, choice, word);
        }
        for (Preset preset : PRESETS) {
            if (law(preset.state()).equals(word)) {
                List<String> words = state.words();
                return new State(
                        List.of(word, words.get(1), words.get(2)),
                        preset.state().numbers());
            }
        }
        throw noControl(word);
    }

    /** The unit is no part of an example. */
    @Override
    protected boolean isShown(State example, State state) {
        return shown(example, state).equals(state);
    }

    @Override
    protected State shown(State example, State state) {
        List<String> words = example.words();
        return new State(List.of(words.get(0), state.words().get(1), words.get(2)), example.numbers());
    }

    @Override
    public List<Quantity> quantities(State state) {
        var shown = new Shown(state);
        var quantities = new ArrayList<>(super.quantities(state));
        quantities.add(Quantity.number("h", shown.nats));
        quantities.add(Quantity.number("variance", shown.law.variance()));
        return quantities;
    }

    @Override
    public Outcome result(State state) {
        return new Shown(state).result();
    }

    /** A density beside which others are held. */
    private record Rival(String name, Continuous law) {}

    /** What one state shows. */
    private static final class Shown {
        private final String name;
        private final Unit unit;
        private final boolean byVariance;
        private final Continuous law;
        private final double stretch;
        private final double nats;

        Shown(State state) {
            name = law(state);
            unit = Unit.named(state.words().get(1));
            byVariance = state.words().get(2).equals(VARIANCE);
            stretch = state.number(STRETCH);
            double first = state.number(1);
            law = switch (name) {
                case "normal" -> new Normal(first, state.number(2));
                case "uniform" -> new Uniform(first, first + state.number(2));
                case "laplace" -> new Laplace(first, state.number(2));
                case "exponential" -> new Exponential(first);
                case "gamma" -> new Gamma(first, state.number(2));
                default -> new Beta(first, state.number(2));
            };
            nats = settled(Entropy.entropyNats(law));
        }

        /** Others of variance 1, or of mean 1 on the positive half-line, the one with the most entropy first. */
        private List<Rival> rivals() {
            return byVariance
                    ? List.of(
                            new Rival("normal", Normal.STANDARD),
                            new Rival("logistic", new Logistic(0, Math.sqrt(3) / PI)),
                            new Rival("Laplace", new Laplace(0, Math.sqrt(0.5))),
                            new Rival("uniform", new Uniform(-Math.sqrt(3), Math.sqrt(3))))
                    : List.of(
                            new Rival("exponential", new Exponential(1)),
                            new Rival("gamma 2", new Gamma(2, 2)),
                            new Rival("gamma ½", new Gamma(0.5, 0.5)),
                            new Rival("uniform", new Uniform(0, 2)));
        }

        /** Whether this density may be compared: by its mean only where it lies above 0. */
        private boolean compared() {
            return byVariance || law.support().lowest() >= 0;
        }

        /** ln of what the rivals are stretched by, so that their variance or mean is that of this density. */
        private double logScale() {
            return compared() ? Elementary.log(byVariance ? law.standardDeviation() : law.mean()) : 0;
        }

        /** The entropy that this density has when it is shrunk to variance 1, or to mean 1. */
        private double own() {
            return settled(nats - logScale());
        }

        Outcome result() {
            double stretched = settled(nats + Elementary.log(Math.abs(stretch)));
            Rival first = rivals().getFirst();
            double most = settled(Entropy.entropyNats(first.law()) + logScale());
            var readouts = new ArrayList<Readout>();
            readouts.add(new Readout(
                    "h(*cX*) = h(*X*) + " + unit.logarithm() + " |*c*|",
                    "entropy when stretched",
                    unit.of(stretched),
                    unit.plural(),
                    Role.Q));
            readouts.add(
                    new Readout("exp h(*X*)", "length of the box with as much", Elementary.exp(nats), "", Role.PLAIN));
            readouts.add(new Readout("Var", "variance", law.variance(), "", Role.PLAIN));
            readouts.add(new Readout("E[*X*]", "mean", law.mean(), "", Role.PLAIN));
            var headline = new ArrayList<Readout>();
            headline.add(new Readout("h(*X*)", "differential entropy", unit.of(nats), unit.plural(), Role.P));
            if (compared()) {
                headline.add(new Readout(
                        "max h",
                        "of the " + first.name() + " at this " + (byVariance ? VARIANCE : MEAN),
                        unit.of(most),
                        unit.plural(),
                        Role.PLAIN));
            }
            return new Outcome.Result(
                    headline,
                    readouts,
                    densities(first),
                    table(),
                    words(first.name(), most),
                    notes(),
                    "Differential entropy " + Figures.amount(unit.of(nats)) + " " + unit.plural() + ".",
                    List.of(new Figure("rivals", bars())),
                    true);
        }

        private Picture densities(Rival first) {
            double centre = law.mean();
            double sd = law.standardDeviation();
            double low = Math.max(law.support().lowest(), centre - 4 * sd);
            double high = Math.min(law.support().highest(), centre + 4 * sd);
            double least = Math.min(low, Math.min(stretch * low, stretch * high));
            double most = Math.max(high, Math.max(stretch * low, stretch * high));
            double top = Math.max(1, 1 / Math.abs(stretch)) * tallest();
            double scale = byVariance ? sd : centre;
            double shift = byVariance ? centre : 0;
            if (compared()) {
                least = Math.min(least, byVariance ? centre - 4 * sd : 0);
                most = Math.max(most, byVariance ? centre + 4 * sd : 5 * centre);
                // The normal has its peak at 0, and so has the exponential
                top = Math.max(top, first.law().density(0) / scale);
            }
            double room = 0.04 * (most - least);
            double left = least - room;
            double right = most + room;
            var curves = new ArrayList<Picture.Curve>();
            curves.add(curve("this one", Role.P, Picture.Stroke.MAIN, law, 0, 1, left, right, top));
            if (stretch != 1) {
                curves.add(curve("stretched", Role.Q, Picture.Stroke.MAIN, law, 0, stretch, left, right, top));
            }
            if (compared()) {
                curves.add(curve(
                        first.name(), Role.PLAIN, Picture.Stroke.THIN, first.law(), shift, scale, left, right, top));
            }
            return new Picture.Graph(
                    new Picture.Axes(left, right, 0, 1.08 * top),
                    "*x*",
                    curves,
                    List.of(),
                    List.of(),
                    "The density with the mean " + Figures.ratio(centre) + " and the standard deviation "
                            + Figures.ratio(sd) + "; its entropy is " + Figures.amount(unit.of(nats)) + " "
                            + unit.plural() + ".");
        }

        /** The height of the picture; what is infinite at an end leaves it. */
        private double tallest() {
            double centre = law.mean();
            double sd = law.standardDeviation();
            double highest = 0;
            for (int i = 0; i <= 40; i++) {
                highest = Math.max(highest, law.density(centre + (i - 20) * sd / 5));
            }
            return Math.min(highest, 8 * Math.max(law.density(centre), 0.1 / sd));
        }

        /** The density of shift + scale X, dense where its mass is; it falls to 0 at the ends of its support. */
        private static Picture.Curve curve(
                String label,
                Role role,
                Picture.Stroke stroke,
                Continuous law,
                double shift,
                double scale,
                double left,
                double right,
                double top) {
            double centre = shift + scale * law.mean();
            double tail = TAIL * Math.abs(scale) * law.standardDeviation();
            double oneEnd = shift + scale * law.support().lowest();
            double otherEnd = shift + scale * law.support().highest();
            double from = Math.max(Math.max(left, centre - tail), Math.min(oneEnd, otherEnd));
            double to = Math.min(Math.min(right, centre + tail), Math.max(oneEnd, otherEnd));
            var xs = new double[POINTS + 2];
            var ys = new double[POINTS + 2];
            for (int i = 0; i < POINTS; i++) {
                // Rounding must not lead out of the support
                double x = i == POINTS - 1 ? to : from + (to - from) * i / (POINTS - 1);
                double inside =
                        Math.max(law.support().lowest(), Math.min(law.support().highest(), (x - shift) / scale));
                xs[i + 1] = x;
                ys[i + 1] = Math.min(4 * top, law.density(inside) / Math.abs(scale));
            }
            xs[0] = from;
            xs[POINTS + 1] = to;
            return new Picture.Curve(label, role, stroke, Line.of(xs, ys));
        }

        /** Bars of the entropies at variance 1 or mean 1: a bar has no room below 0. */
        private Picture bars() {
            var names = new ArrayList<String>();
            var bars = new ArrayList<Picture.Bar>();
            var alternative = new StringBuilder("Bars of the entropy at ");
            alternative.append(byVariance ? VARIANCE : MEAN).append(" 1.");
            double most = byVariance ? 1.5 : 1.2;
            double top = unit == Unit.NATS ? most : 1.5 * most;
            for (Rival rival : rivals()) {
                double amount = unit.of(Entropy.entropyNats(rival.law()));
                names.add(rival.name());
                bars.add(new Picture.Bar(amount, ""));
                alternative.append(' ').append(rival.name()).append(": ");
                alternative.append(Figures.amount(amount)).append('.');
            }
            if (compared()) {
                names.add("this one");
                bars.add(new Picture.Bar(Math.max(0, unit.of(own())), ""));
                alternative
                        .append(" This one: ")
                        .append(Figures.amount(unit.of(own())))
                        .append('.');
            }
            String label = "h at " + (byVariance ? VARIANCE : MEAN) + " 1, in " + unit.plural();
            return new Picture.Bars(
                    names, List.of(new Picture.Series(label, Role.P, bars)), top, alternative.toString());
        }

        private Table table() {
            var rows = new ArrayList<Table.Row>();
            if (compared()) {
                rows.add(row("this one", own(), nats, true));
            }
            for (Rival rival : rivals()) {
                double shrunk = Entropy.entropyNats(rival.law());
                rows.add(row(rival.name(), shrunk, settled(shrunk + logScale()), false));
            }
            String equal = byVariance ? VARIANCE : MEAN;
            return new Table(
                    "At equal " + equal,
                    List.of(
                            new Table.Column("density", Role.PLAIN),
                            new Table.Column("h at " + equal + " 1", Role.PLAIN, unit.plural()),
                            new Table.Column(
                                    compared() ? "h at this " + equal : "h at " + equal + " 1 again",
                                    Role.P,
                                    unit.plural())),
                    rows,
                    List.of());
        }

        private Table.Row row(String name, double shrunk, double here, boolean striking) {
            return new Table.Row(
                    List.of(
                            new Table.Cell.Words(name),
                            new Table.Cell.Amount(unit.of(shrunk)),
                            new Table.Cell.Amount(unit.of(here))),
                    striking);
        }

        private String words(String first, double most) {
            String own = "The differential entropy is " + Figures.amount(unit.of(nats)) + " " + unit.plural() + ". ";
            if (!compared()) {
                return own + "This density reaches below 0, so the comparison at equal means does not include it.";
            }
            double less = most - nats;
            String equal = byVariance ? VARIANCE : MEAN;
            // A closed form and the same number stretched differ by rounding
            return own
                    + (less < NEAREST
                            ? "No density " + (byVariance ? "" : "above 0 ") + "with this " + equal + " has more."
                            : "The " + first + " with the same " + equal + " has " + Figures.amount(unit.of(less)) + " "
                                    + unit.plural() + " more.");
        }

        private List<String> notes() {
            var notes = new ArrayList<String>();
            if (nats < 0) {
                notes.add(
                        "The entropy is negative, which no entropy of outcomes that can be counted is: this density is"
                                + " more concentrated than a box of length 1.");
            }
            if (compared() && own() < 0) {
                notes.add("Shrunk to " + (byVariance ? VARIANCE : MEAN)
                        + " 1 this density has a negative entropy, and so no bar.");
            }
            return notes;
        }
    }
}
