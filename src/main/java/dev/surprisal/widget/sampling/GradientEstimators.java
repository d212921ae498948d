package dev.surprisal.widget.sampling;

import dev.surprisal.math.distribution.Generator;
import dev.surprisal.math.distribution.Normal;
import dev.surprisal.math.sampling.Reparameterisation;
import dev.surprisal.math.sampling.Reparameterisation.Target;
import dev.surprisal.math.sampling.RunningEstimate;
import dev.surprisal.widget.Controls.Choice;
import dev.surprisal.widget.Controls.Option;
import dev.surprisal.widget.Figures;
import dev.surprisal.widget.Line;
import dev.surprisal.widget.Outcome;
import dev.surprisal.widget.Picture;
import dev.surprisal.widget.Picture.Axes;
import dev.surprisal.widget.Picture.Curve;
import dev.surprisal.widget.Picture.Stroke;
import dev.surprisal.widget.Quantity;
import dev.surprisal.widget.Range;
import dev.surprisal.widget.Readout;
import dev.surprisal.widget.Role;
import dev.surprisal.widget.SeededCalculator;
import dev.surprisal.widget.Table;
import java.util.ArrayList;
import java.util.List;

/** Two ways to estimate how E[f(z)] changes with the mean of z, each tried many times on the same noise. */
public final class GradientEstimators extends SeededCalculator {

    private static final int MEAN = 0;
    private static final int SD = 1;
    private static final int DRAWS = 2;

    /** How many estimates by each way are in the picture. */
    private static final int ESTIMATES = 400;

    private static final int BINS = 60;

    /** So many standard errors of the wider one to both sides are in the picture. */
    private static final double REACH = 3.5;

    /** What varies less does not vary: z has the slope 1 everywhere. */
    private static final double NARROWEST = 1e-9;

    private static final List<Preset> PRESETS = List.of(
            preset("square", "A square", "square", 1, 1, 10, 42),
            preset("centred", "A square at its lowest place", "square", 0, 1, 10, 42),
            preset("far", "A square, far from it", "square", 4, 1, 10, 42),
            preset("line", "A straight line", "line", 1, 1, 10, 42),
            preset("sine", "A wave", "sine", 0, 0.5, 10, 42),
            preset("aim", "The distance from two", "aim", 0, 1, 10, 42));

    public GradientEstimators() {
        super(
                "gradient-estimators",
                "Two estimates of one gradient",
                List.of(new WordChoice(
                        "f",
                        "*f*",
                        Choice.Style.MENU,
                        List.of(
                                new Option("line", "z"),
                                new Option("square", "z²"),
                                new Option("sine", "sin z"),
                                new Option("aim", "(z − 2)²")))),
                PRESETS);
    }

    private static Preset preset(String name, String label, String f, double... numbers) {
        return new Preset(name, label, State.of(f, numbers));
    }

    @Override
    protected List<Section> sections(State state) {
        var place = new Range(-20, 20, Range.Kind.ANY, "Enter a number between −20 and 20.");
        return List.of(
                new Section(
                        "normal",
                        "The normal that *z* is drawn from",
                        Role.P,
                        "",
                        List.of(
                                new Input("mean", "*μ*", place, -5, 5, 0.1),
                                new Input("sd", "*σ*", Range.positive(0.05, 20), 0.1, 5, 0.1))),
                new Section(
                        "draws",
                        "The experiment",
                        Role.PLAIN,
                        "",
                        List.of(new Input("draws", "draws for an estimate", Range.count(1, 100), 1, 100, 1), seed())));
    }

    private static Reparameterisation gradient(State state) {
        Target target = switch (state.words().getFirst()) {
            case "line" -> Target.IDENTITY;
            case "square" -> Target.SQUARE;
            case "sine" -> Target.SINE;
            default -> Target.SQUARE_ABOUT_TWO;
        };
        return new Reparameterisation(state.number(MEAN), state.number(SD), target);
    }

    @Override
    public List<Quantity> quantities(State state) {
        Reparameterisation gradient = gradient(state);
        var quantities = new ArrayList<>(super.quantities(state));
        quantities.add(Quantity.number("pathwise", gradient.pathwiseVariance()));
        quantities.add(Quantity.number("scorefunction", gradient.scoreFunctionVariance()));
        return quantities;
    }

    @Override
    public Outcome result(State state) {
        return new Trial(state, generator(state)).result();
    }

    /** The numbers of one state. */
    private static final class Trial {
        private final Reparameterisation gradient;
        private final int draws;
        private final double truth;
        private final double pathwiseVariance;
        private final double scoreVariance;
        private final double[] pathwise = new double[ESTIMATES];
        private final double[] score = new double[ESTIMATES];

        Trial(State state, Generator generator) {
            gradient = gradient(state);
            draws = (int) state.number(DRAWS);
            truth = 0 + gradient.gradient();
            pathwiseVariance = gradient.pathwiseVariance();
            scoreVariance = gradient.scoreFunctionVariance();
            for (int i = 0; i < ESTIMATES; i++) {
                double slopes = 0;
                double weighted = 0;
                for (int k = 0; k < draws; k++) {
                    double eps = Normal.STANDARD.sample(generator);
                    slopes += gradient.pathwise(eps);
                    weighted += gradient.scoreFunction(eps);
                }
                pathwise[i] = slopes / draws;
                score[i] = weighted / draws;
            }
        }

        private double pathwiseError() {
            return Math.sqrt(pathwiseVariance / draws);
        }

        private double scoreError() {
            return Math.sqrt(scoreVariance / draws);
        }

        private boolean isExact() {
            return pathwiseError() < NARROWEST;
        }

        Outcome result() {
            var headline = List.of(
                    new Readout("var *f*′(*z*)", "variance, pathwise", pathwiseVariance, "", Role.P),
                    new Readout("var *f*(*z*)*ε*/*σ*", "variance, score function", scoreVariance, "", Role.Q));
            var readouts = new ArrayList<Readout>();
            readouts.add(new Readout("d/d*μ* E[*f*]", "the gradient, exactly", truth, "", Role.PLAIN));
            if (!isExact()) {
                readouts.add(new Readout(
                        "ratio",
                        "how many times as many draws the score function needs",
                        scoreVariance / pathwiseVariance,
                        "",
                        Role.PLAIN));
            }
            readouts.add(new Readout("se, pathwise", "standard error of an estimate", pathwiseError(), "", Role.P));
            readouts.add(new Readout("se, score function", "standard error of an estimate", scoreError(), "", Role.Q));
            return new Outcome.Result(
                    headline,
                    readouts,
                    picture(),
                    table(),
                    words(),
                    notes(),
                    "Variances " + Figures.amount(pathwiseVariance) + " and " + Figures.amount(scoreVariance) + ".");
        }

        private Picture picture() {
            double reach = REACH * Math.max(scoreError(), pathwiseError());
            double left = truth - reach;
            double right = truth + reach;
            Line ofPathwise = Line.histogram(pathwise, left, right, BINS);
            Line ofScore = Line.histogram(score, left, right, BINS);
            double top = 1.1 * Math.max(ofScore.highest(), Math.min(ofPathwise.highest(), 8 * ofScore.highest()));
            return new Picture.Graph(
                    new Axes(left, right, 0, top),
                    "estimate of the gradient",
                    List.of(
                            new Curve("pathwise", Role.P, Stroke.MAIN, ofPathwise),
                            new Curve("score function", Role.Q, Stroke.MAIN, ofScore),
                            new Curve("", Role.PLAIN, Stroke.THIN, Line.between(truth, 0, truth, top))),
                    List.of(),
                    List.of(),
                    "Two histograms of " + ESTIMATES + " estimates each around the true gradient "
                            + Figures.amount(truth) + ": the pathwise ones "
                            + (isExact()
                                    ? "are all equal"
                                    : "with the standard error " + Figures.amount(pathwiseError()))
                            + ", those by the score function with the standard error " + Figures.amount(scoreError())
                            + ".");
        }

        private Table table() {
            return new Table(
                    ESTIMATES + " estimates of " + draws + (draws == 1 ? " draw" : " draws") + " each",
                    List.of(
                            new Table.Column("", Role.PLAIN),
                            new Table.Column("pathwise", Role.P),
                            new Table.Column("score function", Role.Q)),
                    List.of(
                            row("mean of the estimates", mean(pathwise), mean(score)),
                            row("their standard deviation", sd(pathwise), sd(score)),
                            row("expected mean", truth, truth),
                            row("expected standard deviation", pathwiseError(), scoreError()),
                            row("variance of one draw", pathwiseVariance, scoreVariance)),
                    List.of());
        }

        private static Table.Row row(String name, double ofPathwise, double ofScore) {
            return new Table.Row(
                    List.of(
                            new Table.Cell.Words(name),
                            new Table.Cell.Place(ofPathwise),
                            new Table.Cell.Place(ofScore)),
                    false);
        }

        private static double mean(double[] values) {
            return running(values).estimate().mean();
        }

        private static double sd(double[] values) {
            return running(values).estimate().sd();
        }

        private static RunningEstimate running(double[] values) {
            var running = new RunningEstimate();
            for (double value : values) {
                running.add(value);
            }
            return running;
        }

        private String words() {
            String both = "Both ways aim at the same gradient, " + Figures.ratio(truth) + ". ";
            if (isExact()) {
                return both + "The slope of *f* is the same everywhere, so the pathwise estimate is exact from a single"
                        + " draw; the score function has the variance " + Figures.ratio(scoreVariance) + ".";
            }
            return both + "One draw has the variance " + Figures.ratio(pathwiseVariance) + " pathwise and "
                    + Figures.ratio(scoreVariance) + " by the score function, which therefore needs "
                    + Figures.ratio(scoreVariance / pathwiseVariance) + " times as many draws for the same error.";
        }

        private List<String> notes() {
            return scoreVariance < pathwiseVariance
                    ? List.of("Here the score function is the calmer one: *f* has steep slopes, but its values stay"
                            + " small.")
                    : List.of();
        }
    }
}
