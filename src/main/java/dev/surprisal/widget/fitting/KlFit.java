package dev.surprisal.widget.fitting;

import dev.surprisal.math.Elementary;
import dev.surprisal.math.fit.Descent;
import dev.surprisal.math.fit.Method;
import dev.surprisal.widget.Change;
import dev.surprisal.widget.Controls;
import dev.surprisal.widget.Controls.Action;
import dev.surprisal.widget.Controls.Choice;
import dev.surprisal.widget.Controls.Field;
import dev.surprisal.widget.Controls.Group;
import dev.surprisal.widget.Controls.Option;
import dev.surprisal.widget.Decimals;
import dev.surprisal.widget.Edit;
import dev.surprisal.widget.Figure;
import dev.surprisal.widget.Figures;
import dev.surprisal.widget.Moving;
import dev.surprisal.widget.NumberEntry;
import dev.surprisal.widget.Outcome;
import dev.surprisal.widget.Parameter;
import dev.surprisal.widget.Parameters;
import dev.surprisal.widget.Quantity;
import dev.surprisal.widget.Role;
import dev.surprisal.widget.StateText;
import dev.surprisal.widget.Surveyed;
import dev.surprisal.widget.Unit;
import java.util.ArrayList;
import java.util.List;

/**
 * One normal q fitted to a mixture p of 1 to 5 normals by KL, both directions side by side: the one optimum of the forward
 * KL, all stationary points of the reverse KL, and descents from a start of one's own.
 *
 * <p>Peaks are dragged: sideways is the mean, upwards is narrower, for q and for the components of p alike.
 */
public final class KlFit implements Surveyed<KlFit.State> {

    /**
     * @param start the q that descents begin with
     * @param rate of the gradient's steps, in (0, 1]
     * @param steps how many steps both descents have taken, unless they ended before; none but where both directions are shown
     */
    public record State(Modes target, Bell start, Unit unit, Walk walk, double rate, int steps, View view) {
        public State {
            if (!(start.sd() >= LEAST_SD)) {
                throw new IllegalArgumentException("the start's standard deviation lies between 0.05 and 10");
            }
            if (!(rate >= LEAST_RATE && rate <= 1)) {
                throw new IllegalArgumentException("a step size lies between 0.001 and 1");
            }
            if (!(steps >= 0 && steps <= MOST_STEPS)) {
                throw new IllegalArgumentException("there are at most " + MOST_STEPS + " steps");
            }
            if (steps > 0 && !(view instanceof View.Directions)) {
                throw new IllegalArgumentException("steps are taken where both directions are shown");
            }
        }

        private State with(Modes other) {
            return new State(other, start, unit, walk, rate, 0, view);
        }

        private State with(Bell other) {
            return new State(target, other, unit, walk, rate, 0, view);
        }

        private State withRate(double other) {
            return new State(target, start, unit, walk, other, 0, view);
        }

        private State withSteps(int other) {
            return new State(target, start, unit, walk, rate, other, view);
        }

        private State with(View other) {
            return new State(target, start, unit, walk, rate, 0, other);
        }
    }

    /** How a descent takes its steps. */
    enum Walk {
        GRADIENT("gradient", "gradient descent"),
        MOMENTUM("momentum", "momentum"),
        ADAM("adam", "Adam"),
        NEWTON("newton", "damped Newton");

        private final String word;
        private final String label;

        Walk(String word, String label) {
            this.word = word;
            this.label = label;
        }

        static Walk named(String word) {
            for (Walk walk : values()) {
                if (walk.word.equals(word)) {
                    return walk;
                }
            }
            throw new IllegalArgumentException("steps must be gradient, momentum, adam or newton, got " + word);
        }

        /** Whether a rate sets the size of its steps. */
        boolean hasRate() {
            return this != NEWTON;
        }

        /** The same in the terms of the core, with the decays that are usual. */
        Method method(double rate) {
            return switch (this) {
                case GRADIENT -> new Method.Gradient(rate, false);
                case MOMENTUM -> new Method.Momentum(rate, 0.9);
                case ADAM -> new Method.Adam(rate, 0.9, 0.999);
                case NEWTON -> new Method.Newton(true);
            };
        }
    }

    static final int MOST_STEPS = 2000;
    static final double LEAST_SD = 0.05;

    private static final double LEAST_RATE = 0.001;
    private static final int VERSION = 1;
    private static final double SLIDER_STEP = 0.05;

    /** Finer than a pixel, coarser than the noise of a finger. */
    private static final double DRAG_STEP = 0.01;

    private static final double ROOT_OF_TWO_PI = 2.5066282746310002;

    private static final Parameter TARGET = Parameter.ofExpression(
            "target",
            "a normal or a mixture of at most 5 normals with means from -10 to 10 and standard deviations from 0.1 to 5");
    private static final Parameter START = Parameter.ofExpression(
            "start", "a normal with a mean from -10 to 10 and a standard deviation from 0.05 to 10");
    private static final Parameter RATE = Parameter.ofExpression("rate", "a step size from 0.001 to 1");
    private static final Parameter UNIT = Parameter.ofWords("unit", List.of(Unit.NATS.plural(), Unit.BITS.plural()));
    private static final Parameter VIEW = Parameter.ofWords("show", View.WORDS);

    @Override
    public String kind() {
        return "kl-fit";
    }

    @Override
    public String title() {
        return "One normal for many modes";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(TARGET, START, RATE, UNIT, VIEW);
    }

    @Override
    public State initial(Parameters parameters) {
        parameters.onlyThoseOf(this);
        Modes target = parameters
                .distribution(TARGET)
                .map(given -> Modes.find(given).orElseThrow(() -> Parameters.refused(TARGET, given.toString())))
                .orElse(Preset.all().getFirst().target());
        Bell start = parameters
                .distribution(START)
                .map(given -> Modes.find(given)
                        .filter(modes -> modes.size() == 1 && modes.bell(0).sd() >= LEAST_SD)
                        .map(modes -> modes.bell(0))
                        .orElseThrow(() -> Parameters.refused(START, given.toString())))
                .orElse(new Bell(1, 1.5));
        Unit unit = Unit.named(parameters.word(UNIT, Unit.NATS.plural()));
        double rate = parameters.number(RATE, 0.02);
        if (!(rate >= LEAST_RATE && rate <= 1)) {
            throw Parameters.refused(RATE, Figures.full(rate));
        }
        View view = View.named(parameters.word(VIEW, View.WORDS.getFirst()));
        return new State(target, start, unit, Walk.GRADIENT, rate, 0, view);
    }

    @Override
    public String encode(State state) {
        var writer = new StateText.Writer(VERSION)
                .word(state.unit.plural())
                .word(state.walk.word)
                .numbers(List.of(state.rate, (double) state.steps))
                .numbers(List.of(state.start.mean(), state.start.sd()))
                .numbers(state.target.numbers());
        ViewText.write(state.view, writer);
        return writer.toString();
    }

    @Override
    public State decode(String text) {
        var reader = new StateText.Reader(text, VERSION);
        Unit unit = Unit.named(reader.word());
        Walk walk = Walk.named(reader.word());
        List<Double> descent = reader.numbers(2);
        List<Double> start = reader.numbers(2);
        Modes target = Modes.of(reader.numbers());
        View view = ViewText.read(reader);
        reader.end();
        int steps = (int) (double) descent.get(1);
        if (steps != descent.get(1)) {
            throw new IllegalArgumentException("there is no part of a step");
        }
        return new State(target, new Bell(start.get(0), start.get(1)), unit, walk, descent.get(0), steps, view);
    }

    /**
     * The start of q, the target, and where the two descents have got to: each a mean and a standard deviation. Alpha is −1 but
     * on the way between the directions.
     */
    @Override
    public List<Quantity> quantities(State state) {
        Descents descents = Descents.of(state);
        var weights = new ArrayList<Double>();
        var means = new ArrayList<Double>();
        var sds = new ArrayList<Double>();
        for (int k = 0; k < state.target.size(); k++) {
            weights.add(state.target.weight(k));
            means.add(state.target.bell(k).mean());
            sds.add(state.target.bell(k).sd());
        }
        return List.of(
                Quantity.list("start", List.of(state.start.mean(), state.start.sd())),
                Quantity.list("weights", weights),
                Quantity.list("means", means),
                Quantity.list("sds", sds),
                Quantity.number("steps", state.steps),
                Quantity.list("forward", place(descents.forward().end())),
                Quantity.list("reverse", place(descents.reverse().end())),
                Quantity.number("alpha", state.view instanceof View.Between(double alpha) ? alpha : -1));
    }

    private static List<Double> place(Descent.Step step) {
        return List.of(step.mean(), step.sd());
    }

    @Override
    public Controls controls(State state) {
        Action add = new Action("add", "Add a component", state.target.size() < Modes.MOST);
        if (!(state.view instanceof View.Directions)) {
            return new Controls(List.of(presets(state), views(state), units(state)), groups(state), List.of(add));
        }
        return new Controls(
                List.of(presets(state), views(state), walks(state), units(state)),
                groups(state),
                List.of(
                        new Action("step", "Step", state.steps < MOST_STEPS),
                        new Action("run", "Run", state.steps < MOST_STEPS, true),
                        new Action("back", "Back to the start", state.steps > 0),
                        add));
    }

    private static Choice views(State state) {
        return new Choice(
                "show",
                "Show",
                Choice.Style.SWITCH,
                List.of(
                        new Option(View.WORDS.get(0), "both directions"),
                        new Option(View.WORDS.get(1), "the way between"),
                        new Option(View.WORDS.get(2), "a sample")),
                state.view.word());
    }

    private static Choice presets(State state) {
        var options = new ArrayList<Option>();
        String chosen = "";
        for (Preset preset : Preset.all()) {
            options.add(new Option(preset.name(), preset.label()));
            chosen = preset.target().equals(state.target) ? preset.name() : chosen;
        }
        return Choice.ofExamples("target", "Target *p*", options, chosen);
    }

    private static Choice walks(State state) {
        var options = new ArrayList<Option>();
        for (Walk walk : Walk.values()) {
            options.add(new Option(walk.word, walk.label));
        }
        return new Choice("walk", "Steps by", Choice.Style.SWITCH, options, state.walk.word);
    }

    private static Choice units(State state) {
        var options = new ArrayList<Option>();
        for (Unit unit : Unit.values()) {
            options.add(new Option(unit.plural(), unit.plural()));
        }
        return new Choice("unit", "Unit", Choice.Style.SWITCH, options, state.unit.plural());
    }

    private static List<Group> groups(State state) {
        var groups = new ArrayList<Group>();
        switch (state.view) {
            case View.Directions _ -> groups.add(start(state, state.walk.hasRate(), "Start of *q*"));
            case View.Between(double alpha) ->
                groups.add(new Group(
                        "between",
                        "From reverse (0) to forward (1)",
                        Role.Q,
                        List.of(new Field("alpha", "*α*", alpha, 0, 1, 0.01)),
                        "",
                        List.of()));
            case View.Sample(int size, int number) -> {
                groups.add(start(state, false, "*q*"));
                groups.add(new Group(
                        "sample",
                        "The sample",
                        Role.LIKELIHOOD,
                        List.of(new Field("size", "points", size, View.LEAST_SIZE, View.MOST_SIZE, 1)),
                        "number " + number,
                        List.of(new Action("draw", "Draw another", true))));
            }
        }
        groups.addAll(components(state));
        return groups;
    }

    private static Group start(State state, boolean stepping, String label) {
        var start = new ArrayList<Field>();
        start.add(new Field("q-mean", "*μ*", state.start.mean(), -Bell.FURTHEST, Bell.FURTHEST, SLIDER_STEP));
        start.add(new Field("q-sd", "*σ*", state.start.sd(), LEAST_SD, Bell.FURTHEST, SLIDER_STEP));
        if (stepping) {
            start.add(new Field("rate", "*η*", state.rate, LEAST_RATE, 1, LEAST_RATE));
        }
        return new Group("q", label, Role.Q, start, stepping ? "*η* is the size of a step" : "", List.of());
    }

    private static List<Group> components(State state) {
        var groups = new ArrayList<Group>();
        Modes target = state.target;
        for (int k = 0; k < target.size(); k++) {
            var fields = new ArrayList<Field>();
            if (target.size() > 1) {
                fields.add(new Field("w-" + k, "weight", target.weight(k), Modes.LEAST_WEIGHT, 0.99, 0.01));
            }
            Bell bell = target.bell(k);
            fields.add(new Field("m-" + k, "mean", bell.mean(), -Bell.FURTHEST, Bell.FURTHEST, SLIDER_STEP));
            fields.add(new Field("s-" + k, "sd", bell.sd(), Modes.LEAST_SD, Modes.LARGEST_SD, SLIDER_STEP));
            List<Action> actions = target.size() > 1 ? List.of(new Action("remove-" + k, "Remove", true)) : List.of();
            groups.add(new Group("p-" + k, "*p*, component " + (k + 1), Role.P, fields, "", actions));
        }
        return groups;
    }

    @Override
    public Edit<State> edit(State state, Change change) {
        return switch (change) {
            case Change.Typed typed -> typed(state, typed.control(), typed.text());
            case Change.Slid slid ->
                Edit.Changed.to(set(state, slid.control(), near(state, slid.control(), slid.value())));
            case Change.Dragged dragged -> Edit.Changed.to(dragged(state, dragged));
            case Change.Chosen chosen -> Edit.Changed.to(chosen(state, chosen.control(), chosen.option()));
            case Change.Pressed pressed -> Edit.Changed.to(pressed(state, pressed.control()));
        };
    }

    private static Edit<State> typed(State state, String control, String text) {
        Limits limits = limits(state, control);
        return switch (NumberEntry.of(text)) {
            case NumberEntry.Unreadable unreadable -> new Edit.Rejected<>(unreadable.message());
            case NumberEntry.Read read
            when !(read.value() >= limits.least && read.value() <= limits.most)
                    || (limits.whole && read.value() != Math.floor(read.value())) ->
                new Edit.Rejected<>(limits.complaint);
            case NumberEntry.Read read -> new Edit.Changed<>(set(state, control, read.value()), read.note());
        };
    }

    /** What a field takes. */
    private record Limits(double least, double most, boolean whole, String complaint) {
        Limits(double least, double most, String complaint) {
            this(least, most, false, complaint);
        }
    }

    private static Limits limits(State state, String control) {
        if (control.equals("alpha") && state.view instanceof View.Between) {
            return new Limits(0, 1, "α lies between 0, the reverse KL, and 1, the forward one.");
        }
        if (control.equals("size") && state.view instanceof View.Sample) {
            return new Limits(View.LEAST_SIZE, View.MOST_SIZE, true, "Enter a whole number from 2 to 500.");
        }
        if (control.equals("q-mean")) {
            return new Limits(-Bell.FURTHEST, Bell.FURTHEST, "A mean lies between −10 and 10 here.");
        }
        if (control.equals("q-sd")) {
            return new Limits(LEAST_SD, Bell.FURTHEST, "A standard deviation lies between 0.05 and 10 here.");
        }
        if (control.equals("rate") && state.walk.hasRate()) {
            return new Limits(LEAST_RATE, 1, "A step size lies between 0.001 and 1.");
        }
        component(state, control);
        return switch (control.charAt(0)) {
            case 'w' ->
                new Limits(Modes.LEAST_WEIGHT, 0.99, "A weight lies between 0.01 and 0.99; the others share the rest.");
            case 'm' -> new Limits(-Bell.FURTHEST, Bell.FURTHEST, "A mean lies between −10 and 10 here.");
            default ->
                new Limits(Modes.LEAST_SD, Modes.LARGEST_SD, "A standard deviation lies between 0.1 and 5 here.");
        };
    }

    /** A slid value within the limits, without the noise of the slider's arithmetic. */
    private static double near(State state, String control, double value) {
        Limits limits = limits(state, control);
        double within = Math.max(limits.least, Math.min(limits.most, value));
        return 0
                + Decimals.toStep(within, control.equals("rate") ? LEAST_RATE : control.equals("size") ? 1 : DRAG_STEP);
    }

    private static State set(State state, String control, double value) {
        if (control.equals("q-mean")) {
            return state.with(state.start.withMean(value));
        }
        if (control.equals("q-sd")) {
            return state.with(state.start.withSd(value));
        }
        if (control.equals("rate")) {
            return state.withRate(value);
        }
        if (control.equals("alpha")) {
            return state.with(new View.Between(0 + value));
        }
        if (control.equals("size") && state.view instanceof View.Sample(int _, int number)) {
            return state.with(new View.Sample((int) value, number));
        }
        int k = component(state, control);
        Bell bell = state.target.bell(k);
        return switch (control.charAt(0)) {
            case 'w' -> state.with(state.target.withWeight(k, value));
            case 'm' -> state.with(state.target.with(k, bell.withMean(value)));
            default -> state.with(state.target.with(k, bell.withSd(value)));
        };
    }

    /** Which component a control such as m-2 is about. */
    private static int component(State state, String control) {
        for (int k = 0; k < state.target.size(); k++) {
            if (control.equals("m-" + k)
                    || control.equals("s-" + k)
                    || (control.equals("w-" + k) && state.target.size() > 1)) {
                return k;
            }
        }
        throw noControl(control);
    }

    /** A peak was dragged, or the place of q in the plane of (mean, ln sd). */
    private static State dragged(State state, Change.Dragged to) {
        if (to.control().equals("place")) {
            double log = Math.max(-5, Math.min(5, to.y()));
            return moved(state, "q-mean", to.x(), "q-sd", Elementary.exp(log));
        }
        if (to.control().equals("q-peak")) {
            return moved(state, "q-mean", to.x(), "q-sd", widthOf(1, to.y()));
        }
        for (int k = 0; k < state.target.size(); k++) {
            if (to.control().equals("peak-" + k)) {
                return moved(state, "m-" + k, to.x(), "s-" + k, widthOf(state.target.weight(k), to.y()));
            }
        }
        throw noControl(to.control());
    }

    private static State moved(State state, String mean, double x, String sd, double width) {
        State there = set(state, mean, near(state, mean, x));
        return set(there, sd, near(there, sd, width));
    }

    /** The sd of a bell of this weight whose peak is that high. */
    private static double widthOf(double weight, double height) {
        return height > 0 ? weight / (height * ROOT_OF_TWO_PI) : Double.MAX_VALUE;
    }

    /** How high the peak of a bell is. */
    static double heightOf(double weight, double sd) {
        return weight / (sd * ROOT_OF_TWO_PI);
    }

    private static State chosen(State state, String control, String option) {
        return switch (control) {
            case "unit" ->
                new State(
                        state.target, state.start, Unit.named(option), state.walk, state.rate, state.steps, state.view);
            case "walk" ->
                new State(state.target, state.start, state.unit, Walk.named(option), state.rate, 0, state.view);
            case "show" -> state.with(View.named(option));
            case "target" -> {
                for (Preset preset : Preset.all()) {
                    if (preset.name().equals(option)) {
                        yield state.with(preset.target());
                    }
                }
                throw noControl(control + " with " + option);
            }
            default -> throw noControl(control);
        };
    }

    private static State pressed(State state, String control) {
        return switch (control) {
            case "step" -> walked(state, 1);
            // A few steps a frame at first, then more and more: a long way should not take long to watch
            case "run" -> walked(state, 1 + state.steps / 8);
            case "back" -> state.withSteps(0);
            case "draw" -> {
                if (state.view instanceof View.Sample sample) {
                    yield state.with(sample.next());
                }
                throw noControl(control);
            }
            case "add" -> state.target.size() < Modes.MOST ? state.with(state.target.withOneMore()) : state;
            default -> removed(state, control);
        };
    }

    private static State removed(State state, String control) {
        for (int k = 0; k < state.target.size(); k++) {
            if (control.equals("remove-" + k)) {
                return state.target.size() > 1 ? state.with(state.target.without(k)) : state;
            }
        }
        throw noControl(control);
    }

    /** So many steps further, but no further than the longer one of the two descents goes. */
    private static State walked(State state, int more) {
        State there = state.withSteps(Math.min(MOST_STEPS, state.steps + more));
        return state.withSteps(Descents.of(there).longest());
    }

    private static IllegalArgumentException noControl(String control) {
        return new IllegalArgumentException("there is no control " + control + " in this state");
    }

    @Override
    public String findings(State state) {
        return FitSurvey.of(state.target, state.view).toText();
    }

    @Override
    public List<Figure> grounds(State state) {
        return FitReliefs.of(state.target, state.view);
    }

    @Override
    public boolean isAbout(String findings, State state) {
        return FitSurvey.find(findings).filter(survey -> survey.isAbout(state)).isPresent();
    }

    @Override
    public Outcome result(State state, State begun, String findings) {
        var scene = new Scene(state, begun, FitSurvey.find(findings));
        return switch (state.view) {
            case View.Directions _ -> new FitResult(scene).outcome();
            case View.Between(double alpha) ->
                BetweenResult.settled(scene, alpha).outcome();
            case View.Sample sample -> new SampleResult(scene, sample).outcome();
        };
    }

    @Override
    public Moving<State> moving(State begun, String findings) {
        return new LastScene(new Scene(begun, begun, FitSurvey.find(findings)));
    }

    /** Keeps what the next move has in common with the last one. */
    private static final class LastScene implements Moving<State> {
        private Scene scene;

        LastScene(Scene scene) {
            this.scene = scene;
        }

        @Override
        public Outcome at(State state) {
            scene = scene.moved(state);
            return switch (state.view) {
                case View.Directions _ -> new FitResult(scene).moving();
                case View.Between(double alpha) ->
                    BetweenResult.moving(scene, alpha).moving();
                case View.Sample sample -> new SampleResult(scene, sample).moving();
            };
        }
    }
}
