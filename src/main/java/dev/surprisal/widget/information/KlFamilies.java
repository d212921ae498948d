package dev.surprisal.widget.information;

import dev.surprisal.math.Integral;
import dev.surprisal.math.Sum;
import dev.surprisal.math.distribution.Continuous;
import dev.surprisal.math.distribution.Distribution;
import dev.surprisal.math.distribution.Univariate;
import dev.surprisal.math.information.Divergence;
import dev.surprisal.widget.Calculator;
import dev.surprisal.widget.Controls.Action;
import dev.surprisal.widget.Controls.Choice;
import dev.surprisal.widget.Controls.Option;
import dev.surprisal.widget.Figures;
import dev.surprisal.widget.Line;
import dev.surprisal.widget.Outcome;
import dev.surprisal.widget.Parameter;
import dev.surprisal.widget.Parameters;
import dev.surprisal.widget.Picture;
import dev.surprisal.widget.Readout;
import dev.surprisal.widget.Role;
import dev.surprisal.widget.Table;
import dev.surprisal.widget.Unit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** KL in both directions between two members of one parametric family: closed form, cross-check and picture. */
public final class KlFamilies extends Calculator {

    private static final Parameter P = Parameter.ofExpression("p", "a distribution of the family");
    private static final Parameter Q = Parameter.ofExpression("q", "a distribution of the same family");

    /** Bars of counts beyond are as good as 0 for all that is offered by the sliders. */
    private static final int MOST_BARS = 16;

    private static final int POINTS = 161;

    public KlFamilies() {
        super(
                "kl-families",
                "KL within a family",
                List.of(families(), WordChoice.of("unit", "Unit", "nats", "bits")),
                presets());
    }

    private static WordChoice families() {
        var options = new ArrayList<Option>();
        for (ParametricFamily family : ParametricFamily.all()) {
            options.add(new Option(family.word(), family.label()));
        }
        return new WordChoice("family", "Family", Choice.Style.MENU, options);
    }

    private static List<Preset> presets() {
        return List.of(
                preset("wider", "A normal and a wider one further right", ParametricFamily.NORMAL, 0, 1, 2, 1.5),
                preset("narrow", "The same mean, a third of the width", ParametricFamily.NORMAL, 0, 1, 0, 0.3),
                preset("nested", "One interval within another", ParametricFamily.UNIFORM, 0, 1, -1, 2),
                preset("apart", "Intervals that only overlap", ParametricFamily.UNIFORM, 0, 2, 1, 3),
                preset("waiting", "Waiting times", ParametricFamily.EXPONENTIAL, 1, 3),
                preset("counts", "Counts", ParametricFamily.POISSON, 4, 6),
                preset("equal", "Equal", ParametricFamily.LAPLACE, 1, 2, 1, 2));
    }

    private static Preset preset(String name, String label, ParametricFamily family, double... numbers) {
        return new Preset(name, label, new State(List.of(family.word(), "nats"), List.of()).withNumbers(numbers));
    }

    private static ParametricFamily familyOf(State state) {
        return ParametricFamily.named(state.words().getFirst());
    }

    @Override
    protected List<Section> sections(State state) {
        ParametricFamily family = familyOf(state);
        return List.of(
                new Section("p", "*p*, the data", Role.P, "", family.inputs("p")),
                new Section("q", "*q*, the model", Role.Q, "", family.inputs("q")));
    }

    @Override
    protected State chosen(State state, int choice, String word) {
        State chosen = super.chosen(state, choice, word);
        return choice == 0 && !word.equals(state.words().getFirst())
                ? new State(chosen.words(), ParametricFamily.named(word).start())
                : chosen;
    }

    @Override
    protected boolean isShown(State example, State state) {
        return super.isShown(example, state)
                && example.words().getFirst().equals(state.words().getFirst());
    }

    @Override
    protected State shown(State example, State state) {
        return new State(List.of(example.words().getFirst(), state.words().getLast()), example.numbers());
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(super.parameters().get(0), super.parameters().get(1), P, Q);
    }

    /** Content gives two distributions; the family follows from p unless it is named. */
    @Override
    public State initial(Parameters parameters) {
        parameters.onlyThoseOf(this);
        List<Parameter> words = parameters();
        String word = parameters.word(words.getFirst(), ParametricFamily.NORMAL.word());
        String unit = parameters.word(words.get(1), "nats");
        ParametricFamily family = ParametricFamily.named(word);
        if (parameters.distribution(P).isPresent()) {
            Distribution p = parameters.distribution(P).get();
            for (ParametricFamily other : ParametricFamily.all()) {
                family = other.parametersOf(p).isEmpty() ? family : other;
            }
        }
        var numbers =
                new ArrayList<>(numbers(parameters, P, family, family.start().subList(0, family.size())));
        numbers.addAll(numbers(parameters, Q, family, family.start().subList(family.size(), 2 * family.size())));
        return decode(encode(new State(List.of(family.word(), unit), numbers)));
    }

    private static List<Double> numbers(
            Parameters parameters, Parameter parameter, ParametricFamily family, List<Double> otherwise) {
        var given = parameters.distribution(parameter);
        if (given.isEmpty()) {
            return otherwise;
        }
        List<Double> numbers = family.parametersOf(given.get());
        if (numbers.isEmpty()) {
            throw Parameters.refused(parameter, given.get().toString());
        }
        return numbers;
    }

    @Override
    protected List<Action> actions(State state) {
        return List.of(new Action("swap", "Swap *p* and *q*", true));
    }

    @Override
    protected State pressed(State state, String control) {
        if (!control.equals("swap")) {
            throw noControl(control);
        }
        var numbers = new ArrayList<>(state.numbers());
        Collections.rotate(numbers, numbers.size() / 2);
        return new State(state.words(), numbers);
    }

    @Override
    public Outcome result(State state) {
        ParametricFamily family = familyOf(state);
        var problems = new ArrayList<Outcome.Problem>();
        for (int i = 0; family == ParametricFamily.UNIFORM && i < 2; i++) {
            if (!(state.number(2 * i) < state.number(2 * i + 1))) {
                String name = i == 0 ? "p" : "q";
                problems.add(new Outcome.Problem(
                        name, "The interval of *" + name + "* must end above where it begins.", List.of()));
            }
        }
        return problems.isEmpty() ? new Pair(state, family).result() : new Outcome.Invalid(problems);
    }

    /** The numbers of one state. */
    private static final class Pair {
        private final ParametricFamily family;
        private final Unit unit;
        private final List<Double> numbers;
        private final Univariate p;
        private final Univariate q;
        private final double forward;
        private final double reverse;

        Pair(State state, ParametricFamily family) {
            this.family = family;
            unit = Unit.named(state.words().getLast());
            numbers = state.numbers();
            int size = family.size();
            p = family.of(numbers.getFirst(), numbers.get(size - 1));
            q = family.of(numbers.get(size), numbers.getLast());
            forward = unit.of(Divergence.klNats(p, q));
            reverse = unit.of(Divergence.klNats(q, p));
        }

        Outcome result() {
            var readouts = new ArrayList<Readout>();
            readouts.add(amount("KL(*p* ‖ *q*) + KL(*q* ‖ *p*)", "Jeffreys’ sum", forward + reverse, Role.PLAIN));
            check(readouts, "KL(*p* ‖ *q*)", p, q, forward, Role.FORWARD);
            check(readouts, "KL(*q* ‖ *p*)", q, p, reverse, Role.REVERSE);
            return new Outcome.Result(
                    List.of(
                            amount("KL(*p* ‖ *q*)", "forward KL", forward, Role.FORWARD),
                            amount("KL(*q* ‖ *p*)", "reverse KL", reverse, Role.REVERSE)),
                    readouts,
                    family.isDiscrete() ? bars() : curves(),
                    table(),
                    words(),
                    notes(),
                    "Forward KL " + told(forward) + ", reverse KL " + told(reverse) + ".");
        }

        private Readout amount(String label, String name, double value, Role role) {
            return new Readout(label, name, value, value < Double.POSITIVE_INFINITY ? unit.plural() : "", role);
        }

        private String told(double value) {
            return value < Double.POSITIVE_INFINITY ? Figures.amount(value) + " " + unit.plural() : "infinite";
        }

        /** How far the closed form is from the sum or the integral that defines it. */
        private void check(
                List<Readout> readouts, String label, Univariate from, Univariate to, double closed, Role role) {
            if (closed == Double.POSITIVE_INFINITY) {
                return;
            }
            double other;
            if (from instanceof Continuous one && to instanceof Continuous another) {
                Integral integral = Divergence.klByQuadrature(one, another);
                other = unit.of(integral.value());
            } else {
                other = unit.of(sum(from, to));
            }
            readouts.add(amount(
                    label + (family.isDiscrete() ? " − sum" : " − integral"),
                    "closed form less its definition",
                    closed - other,
                    role));
        }

        /** As far as the terms count. */
        private static double sum(Univariate from, Univariate to) {
            Sum sum = new Sum();
            double end = from.mean() + 40 * from.standardDeviation() + 40;
            for (double x = 0; x <= end; x++) {
                double log = from.logDensity(x);
                double density = from.density(x);
                if (density > 0) {
                    sum.add(density * (log - to.logDensity(x)));
                }
            }
            return sum.value();
        }

        private Picture curves() {
            double left = Math.min(edge(p, -4), edge(q, -4));
            double right = Math.max(edge(p, 4), edge(q, 4));
            double room = 0.04 * (right - left);
            double from = left - room;
            double to = right + room;
            var ofP = Line.of(from, to, POINTS, x -> height(p, x));
            var ofQ = Line.of(from, to, POINTS, x -> height(q, x));
            double top = 0;
            for (int i = 0; i < POINTS; i++) {
                top = Math.max(top, Math.max(ofP.y(i), ofQ.y(i)));
            }
            return new Picture.Graph(
                    new Picture.Axes(from, to, 0, top * 1.08),
                    "*x*",
                    List.of(
                            new Picture.Curve("*p*", Role.P, Picture.Stroke.MAIN, ofP),
                            new Picture.Curve("*q*", Role.Q, Picture.Stroke.MAIN, ofQ)),
                    List.of(),
                    List.of(),
                    "The densities of p, " + about(p) + ", and q, " + about(q) + ".");
        }

        private static String about(Univariate one) {
            return "with mean " + Figures.ratio(one.mean()) + " and standard deviation "
                    + Figures.ratio(one.standardDeviation());
        }

        /** So many standard deviations from the mean, but not beyond where there is any mass. */
        private static double edge(Univariate one, double sds) {
            double edge = one.mean() + sds * one.standardDeviation();
            return Math.max(one.support().lowest(), Math.min(one.support().highest(), edge));
        }

        /** The density, cut where it would hide everything else: some rise without bound. */
        private static double height(Univariate one, double x) {
            return Math.min(one.density(x), 3 / one.standardDeviation());
        }

        private Picture bars() {
            var letters = new ArrayList<String>();
            var ofP = new ArrayList<Picture.Bar>();
            var ofQ = new ArrayList<Picture.Bar>();
            double highest = Math.max(edge(p, 4), edge(q, 4));
            int last = (int) Math.min(MOST_BARS, Math.max(1, Math.ceil(highest)));
            int first = p.support().contains(0) ? 0 : 1;
            double largest = 0;
            for (int k = first; k <= last; k++) {
                letters.add(Integer.toString(k));
                ofP.add(new Picture.Bar(p.density(k), ""));
                ofQ.add(new Picture.Bar(q.density(k), ""));
                largest = Math.max(largest, Math.max(p.density(k), q.density(k)));
            }
            double top = largest > 0.5 ? 1 : largest > 0.25 ? 0.5 : 0.25;
            return new Picture.Bars(
                    letters,
                    List.of(new Picture.Series("*p*", Role.P, ofP), new Picture.Series("*q*", Role.Q, ofQ)),
                    top,
                    "The probabilities of p, " + about(p) + ", and q, " + about(q) + ".");
        }

        private Table table() {
            return new Table(
                    "The two side by side",
                    List.of(
                            new Table.Column("", Role.PLAIN),
                            new Table.Column("*p*", Role.P),
                            new Table.Column("*q*", Role.Q)),
                    List.of(
                            row("mean", p.mean(), q.mean()),
                            row("standard deviation", p.standardDeviation(), q.standardDeviation()),
                            row("variance", p.variance(), q.variance()),
                            row("KL from the other, in " + unit.plural(), forward, reverse)),
                    List.of());
        }

        private static Table.Row row(String label, double ofP, double ofQ) {
            return new Table.Row(
                    List.of(new Table.Cell.Words(label), new Table.Cell.Amount(ofP), new Table.Cell.Amount(ofQ)),
                    false);
        }

        private String words() {
            var ofP = new ArrayList<String>();
            var ofQ = new ArrayList<String>();
            for (int i = 0; i < family.size(); i++) {
                ofP.add(written(numbers.get(i)));
                ofQ.add(written(numbers.get(family.size() + i)));
            }
            if (p.equals(q)) {
                return "The two are equal, so KL is exactly 0 in both directions.";
            }
            if (forward == Double.POSITIVE_INFINITY) {
                return "*p* can produce what *q* rules out, so the forward KL is infinite; the reverse KL is "
                        + told(reverse) + ".";
            }
            double nats = Divergence.klNats(p, q);
            return "With the numbers in the closed form, the forward KL is " + family.formula(ofP, ofQ) + " = "
                    + Figures.amount(nats) + " nats. The other way round it is " + told(reverse) + ".";
        }

        private static String written(double number) {
            String text = Figures.ratio(number);
            return number < 0 ? "(" + text + ")" : text;
        }

        private List<String> notes() {
            var notes = new ArrayList<String>();
            if (forward == Double.POSITIVE_INFINITY) {
                notes.add("KL(*p* ‖ *q*) = +∞: *p* puts mass where *q* gives probability 0.");
            }
            if (reverse == Double.POSITIVE_INFINITY) {
                notes.add("KL(*q* ‖ *p*) = +∞: *q* puts mass where *p* gives probability 0.");
            }
            if (family == ParametricFamily.GAMMA || family == ParametricFamily.BETA) {
                notes.add("Γ is the gamma function, *ψ* its logarithm’s slope"
                        + (family == ParametricFamily.BETA ? ", B the beta function." : "."));
            }
            if (family.isDiscrete() && Math.max(edge(p, 4), edge(q, 4)) > MOST_BARS) {
                notes.add("The picture ends at " + MOST_BARS + "; the numbers count everything beyond.");
            }
            return notes;
        }
    }
}
