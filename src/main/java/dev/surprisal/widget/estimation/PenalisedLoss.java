package dev.surprisal.widget.estimation;

import dev.surprisal.math.Sum;
import dev.surprisal.math.estimation.Penalty;
import dev.surprisal.widget.Calculator;
import dev.surprisal.widget.Controls.Action;
import dev.surprisal.widget.Controls.Choice;
import dev.surprisal.widget.Controls.Option;
import dev.surprisal.widget.Figures;
import dev.surprisal.widget.Line;
import dev.surprisal.widget.Outcome;
import dev.surprisal.widget.Picture;
import dev.surprisal.widget.Quantity;
import dev.surprisal.widget.Range;
import dev.surprisal.widget.Readout;
import dev.surprisal.widget.Role;
import dev.surprisal.widget.Table;
import java.util.ArrayList;
import java.util.List;

/** A loss with its penalty, weight by weight, and what the strength is called beside other losses and as a prior. */
public final class PenalisedLoss extends Calculator {

    private static final String SQUARES = "squares";

    private static final int NLL = 0;
    private static final int LAMBDA = 1;
    private static final int EXAMPLES = 2;
    private static final int NOISE = 3;

    /** Where the weights begin among the numbers of a state. */
    private static final int FIRST = 4;

    private static final int MOST_WEIGHTS = 5;
    private static final int POINTS = 121;
    private static final double STRONGEST = 1000;
    private static final double WIDEST = 1_000_000;

    private static final Range WEIGHT =
            new Range(-1000, 1000, Range.Kind.ANY, "Enter a number between −1000 and 1000.");

    private static final List<Preset> PRESETS = List.of(
            preset("two", "Two weights, a weak prior", SQUARES, 0.8, 0.02, 40, 1, 2, -5),
            preset("three", "Three weights", SQUARES, 1.2, 0.25, 10, 1, 4, -1, 0.5),
            preset("sum", "The same with absolute values", "sizes", 1.2, 0.25, 10, 1, 4, -1, 0.5),
            preset("flat", "A flat prior", SQUARES, 0.8, 0, 40, 1, 2, -5));

    public PenalisedLoss() {
        super(
                "penalised-loss",
                "A loss and its penalty",
                List.of(new WordChoice(
                        "prior",
                        "Prior",
                        Choice.Style.SWITCH,
                        List.of(new Option(SQUARES, "normal: squares"), new Option("sizes", "Laplace: sizes")))),
                PRESETS);
    }

    private static Preset preset(String name, String label, String word, double... numbers) {
        return new Preset(name, label, State.of(word, numbers));
    }

    private static boolean squares(State state) {
        return state.words().getFirst().equals(SQUARES);
    }

    private static int weights(State state) {
        return Math.max(1, Math.min(MOST_WEIGHTS, state.numbers().size() - FIRST));
    }

    @Override
    protected List<Section> sections(State state) {
        Range loss = new Range(-100_000, 100_000, Range.Kind.ANY, "Enter a number between −100,000 and 100,000.");
        Range strength =
                new Range(0, STRONGEST, Range.Kind.ANY, "Enter a strength from 0, which is no penalty, to 1000.");
        var weights = new ArrayList<Input>();
        for (int j = 1; j <= weights(state); j++) {
            weights.add(new Input("theta" + j, "*θ* " + j, WEIGHT, -5, 5, 0.1));
        }
        var sections = new ArrayList<>(List.of(
                new Section(
                        "loss",
                        "The loss",
                        Role.LIKELIHOOD,
                        "",
                        List.of(
                                new Input("nll", "summed NLL", loss, 0, 10, 0.1),
                                new Input("lambda", "strength *λ*", strength, 0, 2, 0.01),
                                new Input("n", "examples *N*", Range.count(1, 1_000_000), 1, 100, 1),
                                new Input("noise", "sd *σ* of the noise", Range.positive(0.001, 1000), 0.1, 5, 0.1))),
                new Section("weights", "The weights", Role.Q, "", weights)));
        // A flat prior has no scale
        if (strength(state) > 0) {
            String label = squares(state) ? "sd of a weight" : "scale *b* of a weight";
            Range range = Range.positive(squares(state) ? Math.sqrt(0.5 / STRONGEST) : 1 / STRONGEST, WIDEST);
            var scale = new Input("scale", label, range, 0.1, 10, 0.1);
            sections.add(new Section("prior", "The prior", Role.PRIOR, "the same as the strength", List.of(scale)));
        }
        return sections;
    }

    /** 0 also where a text that is to be read has no such number. */
    private static double strength(State state) {
        return state.numbers().size() > LAMBDA ? state.number(LAMBDA) : 0;
    }

    @Override
    protected int countOf(State state) {
        return FIRST + weights(state);
    }

    @Override
    protected double value(State state, String control) {
        return control.equals("scale") ? scale(state) : super.value(state, control);
    }

    /** The scale of the prior that the strength stands for; the widest there is for a flat one, which shows none. */
    private static double scale(State state) {
        double strength = state.number(LAMBDA);
        if (strength == 0) {
            return WIDEST;
        }
        return squares(state) ? Math.sqrt(0.5 / strength) : 1 / strength;
    }

    @Override
    protected State changed(State state, String control, double value) {
        if (!control.equals("scale")) {
            return super.changed(state, control, value);
        }
        double strength = squares(state) ? Penalty.lambdaOfNormalPrior(value) : Penalty.lambdaOfLaplacePrior(value);
        // The smallest scale may be rounded to a strength just above the largest
        return state.with(LAMBDA, Math.min(STRONGEST, strength));
    }

    @Override
    protected boolean isShown(State example, State state) {
        return example.equals(state);
    }

    @Override
    protected State shown(State example, State state) {
        return example;
    }

    @Override
    protected List<Action> actions(State state) {
        return List.of(
                new Action(
                        "step",
                        "A tenth of a step down the penalty",
                        !decayed(state).equals(state)),
                new Action("add", "Add a weight", weights(state) < MOST_WEIGHTS),
                new Action("remove", "Remove the last", weights(state) > 1));
    }

    @Override
    protected State pressed(State state, String control) {
        var numbers = new ArrayList<>(state.numbers());
        switch (control) {
            case "step" -> {
                return decayed(state);
            }
            case "add" -> {
                if (weights(state) < MOST_WEIGHTS) {
                    numbers.add(1.0);
                }
            }
            case "remove" -> {
                if (weights(state) > 1) {
                    numbers.removeLast();
                }
            }
            default -> throw noControl(control);
        }
        return new State(state.words(), numbers);
    }

    /** After a step of 0.1 on the penalty alone; unchanged where that would leave the range. */
    private static State decayed(State state) {
        double[] theta = theta(state);
        State decayed = state;
        for (int j = 0; j < theta.length; j++) {
            double next = squares(state)
                    ? theta[j] - 0.1 * 2 * state.number(LAMBDA) * theta[j]
                    : Penalty.softThreshold(theta[j], 0.1 * state.number(LAMBDA));
            if (!(Math.abs(next) <= WEIGHT.most())) {
                return state;
            }
            decayed = decayed.with(FIRST + j, 0 + next);
        }
        return decayed;
    }

    private static double[] theta(State state) {
        var theta = new double[weights(state)];
        for (int j = 0; j < theta.length; j++) {
            theta[j] = state.number(FIRST + j);
        }
        return theta;
    }

    @Override
    public List<Quantity> quantities(State state) {
        var quantities = new ArrayList<>(super.quantities(state));
        quantities.add(Quantity.number("weights", weights(state)));
        quantities.add(Quantity.number("objective", new Penalised(state).objective()));
        return quantities;
    }

    @Override
    public Outcome result(State state) {
        return new Penalised(state).result();
    }

    /** The numbers of one state. */
    private static final class Penalised {
        private final boolean squares;
        private final double nll;
        private final double lambda;
        private final double n;
        private final double noise;
        private final double[] theta;

        Penalised(State state) {
            squares = squares(state);
            nll = state.number(NLL);
            lambda = state.number(LAMBDA);
            n = state.number(EXAMPLES);
            noise = state.number(NOISE);
            theta = theta(state);
        }

        double objective() {
            return squares ? withSquares() : withSizes();
        }

        private double withSquares() {
            return Penalty.l2Loss(nll, theta, lambda);
        }

        private double withSizes() {
            return Penalty.l1Loss(nll, theta, lambda);
        }

        Outcome result() {
            var readouts = new ArrayList<Readout>();
            if (lambda > 0) {
                readouts.add(new Readout(
                        squares ? "1/√(2*λ*)" : "1/*λ*",
                        squares ? "sd of the normal prior" : "scale of the Laplace prior",
                        squares ? Math.sqrt(0.5 / lambda) : 1 / lambda,
                        "",
                        Role.PRIOR));
            }
            readouts.add(new Readout("*λ*/*N*", "strength beside the mean NLL", lambda / n, "", Role.PLAIN));
            readouts.add(new Readout(
                    "2*σ*²*λ*",
                    "strength beside the sum of squared errors",
                    2 * noise * noise * lambda,
                    "",
                    Role.PLAIN));
            readouts.add(new Readout("NLL/*N*", "mean NLL", nll / n, "", Role.LIKELIHOOD));
            return new Outcome.Result(
                    List.of(
                            new Readout("NLL + *λ*∑*θ*²", "with squares", withSquares(), "", Role.POSTERIOR),
                            new Readout("NLL + *λ*∑|*θ*|", "with sizes", withSizes(), "", Role.POSTERIOR)),
                    readouts,
                    picture(),
                    table(),
                    words(),
                    notes(),
                    "With squares " + Figures.amount(withSquares()) + ", with sizes " + Figures.amount(withSizes())
                            + ".");
        }

        private double penalty(double weight) {
            return squares ? lambda * weight * weight : lambda * Math.abs(weight);
        }

        /** What one weight is charged, by squares and by sizes. */
        private Picture picture() {
            double reach = 1;
            double top = 0;
            var marks = new ArrayList<Picture.Mark>();
            var alternative = new StringBuilder("What a weight is charged: ");
            alternative.append(squares ? "a parabola." : "two straight lines that meet in a corner at 0.");
            for (double weight : theta) {
                reach = Math.max(reach, 1.2 * Math.abs(weight));
                top = Math.max(top, penalty(weight));
                marks.add(new Picture.Mark(Picture.Mark.Shape.BEST, Role.Q, weight, penalty(weight)));
                alternative.append(" Weight ").append(Figures.ratio(weight)).append(": ");
                alternative.append(Figures.amount(penalty(weight))).append('.');
            }
            double strength = lambda;
            return new Picture.Graph(
                    new Picture.Axes(-reach, reach, 0, top > 0 ? 1.4 * top : 1),
                    "weight *θ*",
                    List.of(
                            new Picture.Curve(
                                    "λθ²",
                                    squares ? Role.POSTERIOR : Role.PLAIN,
                                    squares ? Picture.Stroke.MAIN : Picture.Stroke.THIN,
                                    Line.of(-reach, reach, POINTS, x -> strength * x * x)),
                            new Picture.Curve(
                                    "λ|θ|",
                                    squares ? Role.PLAIN : Role.POSTERIOR,
                                    squares ? Picture.Stroke.THIN : Picture.Stroke.MAIN,
                                    Line.of(
                                            new double[] {-reach, 0, reach},
                                            new double[] {strength * reach, 0, strength * reach}))),
                    marks,
                    List.of(),
                    alternative.toString());
        }

        private Table table() {
            double[] bySquares = Penalty.l2Gradient(theta, lambda);
            double[] bySizes = Penalty.l1Gradient(theta, lambda);
            int hardest = 0;
            for (int j = 1; j < theta.length; j++) {
                hardest = Math.abs(theta[j]) > Math.abs(theta[hardest]) ? j : hardest;
            }
            var rows = new ArrayList<Table.Row>();
            for (int j = 0; j < theta.length; j++) {
                rows.add(row(
                        Integer.toString(j + 1),
                        squares && theta.length > 1 && j == hardest,
                        theta[j],
                        lambda * theta[j] * theta[j],
                        0 + bySquares[j],
                        lambda * Math.abs(theta[j]),
                        0 + bySizes[j]));
            }
            return new Table(
                    "Weight by weight",
                    List.of(
                            new Table.Column("weight", Role.PLAIN),
                            new Table.Column("*θ*", Role.Q),
                            new Table.Column("*λθ*²", Role.PRIOR),
                            new Table.Column("slope 2*λθ*", Role.PRIOR),
                            new Table.Column("*λ*|*θ*|", Role.PLAIN),
                            new Table.Column("slope ±*λ*", Role.PLAIN)),
                    rows,
                    List.of(new Table.Row(
                            List.of(
                                    new Table.Cell.Words("sum"),
                                    new Table.Cell.Words(""),
                                    new Table.Cell.Amount(lambda * Sum.ofProducts(theta, theta)),
                                    new Table.Cell.Words(""),
                                    new Table.Cell.Amount(lambdaTimesSizes()),
                                    new Table.Cell.Words("")),
                            false)));
        }

        private static Table.Row row(String name, boolean striking, double weight, double... amounts) {
            var cells = new ArrayList<Table.Cell>();
            cells.add(new Table.Cell.Words(name));
            cells.add(new Table.Cell.Ratio(weight));
            for (double amount : amounts) {
                cells.add(new Table.Cell.Amount(amount));
            }
            return new Table.Row(cells, striking);
        }

        private String words() {
            String sum = "To the NLL of " + Figures.ratio(nll) + " the squares add "
                    + Figures.amount(lambda * Sum.ofProducts(theta, theta)) + " and the sizes "
                    + Figures.amount(lambdaTimesSizes()) + ". ";
            if (lambda == 0) {
                return sum + "Strength 0 is a flat prior: the objective is the NLL alone.";
            }
            return sum
                    + (squares
                            ? "The strength " + Figures.ratio(lambda)
                                    + " is a normal prior with the standard deviation "
                                    + Figures.amount(Math.sqrt(0.5 / lambda)) + " for each weight."
                            : "The strength " + Figures.ratio(lambda) + " is a Laplace prior with the scale "
                                    + Figures.amount(1 / lambda) + " for each weight.")
                    + " Beside the mean NLL it is " + Figures.amount(lambda / n) + ".";
        }

        private double lambdaTimesSizes() {
            var sum = new Sum();
            for (double weight : theta) {
                sum.add(lambda * Math.abs(weight));
            }
            return sum.value();
        }

        /** By which a step of a tenth on the squares multiplies each weight. */
        private double factor() {
            return 1 - 0.2 * lambda;
        }

        private String whatItDoes() {
            double factor = factor();
            if (factor > 0) {
                return "weight decay.";
            }
            if (factor == 0) {
                return "a single step takes every weight to 0.";
            }
            return "the step goes past 0, each weight changes its sign and "
                    + (factor > -1
                            ? "shrinks."
                            : factor == -1
                                    ? "keeps its size. This strength needs smaller steps."
                                    : "grows. This strength needs smaller steps.");
        }

        private List<String> notes() {
            return lambda > 0 && squares
                    ? List.of(
                            "A step of learning rate *η* on the penalty multiplies every weight by 1 − 2*ηλ*. With *η* a"
                                    + " tenth that is " + Figures.ratio(factor()) + ": " + whatItDoes())
                    : lambda > 0
                            ? List.of("A step of learning rate *η* on the penalty takes *ηλ* off every weight, large or"
                                    + " small, until it is exactly 0.")
                            : List.of();
        }
    }
}
