package dev.surprisal.widget.probability;

import dev.surprisal.math.Elementary;
import dev.surprisal.math.LogSpace;
import dev.surprisal.math.distribution.Beta;
import dev.surprisal.math.distribution.Mode;
import dev.surprisal.math.estimation.Conjugate;
import dev.surprisal.widget.Calculator;
import dev.surprisal.widget.Controls.Action;
import dev.surprisal.widget.Figures;
import dev.surprisal.widget.Line;
import dev.surprisal.widget.Outcome;
import dev.surprisal.widget.Picture;
import dev.surprisal.widget.Range;
import dev.surprisal.widget.Readout;
import dev.surprisal.widget.Role;
import dev.surprisal.widget.Table;
import java.util.ArrayList;
import java.util.List;

/** A belief about a coin, Beta distributed, before and after some tosses: prior, likelihood and posterior on one axis. */
public final class BetaUpdate extends Calculator {

    private static final int ALPHA = 0;
    private static final int BETA = 1;
    private static final int HEADS = 2;
    private static final int TAILS = 3;

    private static final int MOST = 5000;
    private static final int POINTS = 201;

    /** Where a density is infinite the picture ends at so many times its height in the middle. */
    private static final double TALLEST = 12;

    /** The ends of the curves: a density may be infinite at 0 and 1 themselves. */
    private static final double EDGE = 0.0025;

    private static final List<Preset> PRESETS = List.of(
            preset("ten", "Two and two, six heads of ten", 2, 2, 6, 4),
            preset("flat", "A flat prior", 1, 1, 6, 4),
            preset("stubborn", "A stubborn prior", 50, 50, 6, 4),
            preset("wrong", "A prior that expects tails", 1, 9, 6, 4),
            preset("no-heads", "Five tails, no heads", 2, 2, 0, 5),
            preset("ends", "A prior that expects a bent coin", 0.5, 0.5, 1, 1));

    public BetaUpdate() {
        super("beta-update", "A belief about a coin", List.of(), PRESETS);
    }

    private static Preset preset(String name, String label, double alpha, double beta, int heads, int tails) {
        return new Preset(name, label, new State(List.of(), List.of()).withNumbers(alpha, beta, heads, tails));
    }

    @Override
    protected List<Section> sections(State state) {
        Range shape = Range.positive(0.01, 10_000);
        Range count = Range.count(0, MOST);
        return List.of(
                new Section(
                        "prior",
                        "The prior",
                        Role.PRIOR,
                        "",
                        List.of(
                                new Input("alpha", "*α*, heads", shape, 0.5, 20, 0.5),
                                new Input("beta", "*β*, tails", shape, 0.5, 20, 0.5))),
                new Section(
                        "tosses",
                        "The tosses",
                        Role.LIKELIHOOD,
                        "",
                        List.of(
                                new Input("heads", "heads", count, 0, 20, 1),
                                new Input("tails", "tails", count, 0, 20, 1))));
    }

    @Override
    protected List<Action> actions(State state) {
        return List.of(
                new Action("head", "One more head", state.number(HEADS) < MOST),
                new Action("tail", "One more tail", state.number(TAILS) < MOST),
                new Action("believe", "Make the posterior the prior", count(state) > 0 && fits(state)));
    }

    private static double count(State state) {
        return state.number(HEADS) + state.number(TAILS);
    }

    /** Whether the posterior's parameters may be typed as a prior's. */
    private static boolean fits(State state) {
        return state.number(ALPHA) + state.number(HEADS) <= 10_000
                && state.number(BETA) + state.number(TAILS) <= 10_000;
    }

    @Override
    protected State pressed(State state, String control) {
        return switch (control) {
            case "head" -> state.with(HEADS, Math.min(MOST, state.number(HEADS) + 1));
            case "tail" -> state.with(TAILS, Math.min(MOST, state.number(TAILS) + 1));
            case "believe" ->
                fits(state)
                        ? state.withNumbers(
                                state.number(ALPHA) + state.number(HEADS),
                                state.number(BETA) + state.number(TAILS),
                                0,
                                0)
                        : state;
            default -> throw noControl(control);
        };
    }

    @Override
    public Outcome result(State state) {
        return new Update(state).result();
    }

    /** The numbers of one state. */
    private static final class Update {
        private final Beta prior;
        private final int heads;
        private final int tails;
        private final Beta posterior;
        private final double logEvidence;

        Update(State state) {
            prior = new Beta(state.number(ALPHA), state.number(BETA));
            heads = (int) state.number(HEADS);
            tails = (int) state.number(TAILS);
            posterior = Conjugate.posterior(prior, heads, tails);
            logEvidence = Conjugate.logEvidenceNats(prior, heads, tails);
        }

        private int count() {
            return heads + tails;
        }

        Outcome result() {
            double low = posterior.quantile(0.025);
            double high = posterior.quantile(0.975);
            double weight = count() / (count() + prior.alpha() + prior.beta());
            var readouts = new ArrayList<Readout>();
            readouts.add(new Readout("sd", "standard deviation", posterior.standardDeviation(), "", Role.POSTERIOR));
            readouts.add(new Readout("2.5 %", "lower end of the middle 95 %", low, "", Role.POSTERIOR));
            readouts.add(new Readout("97.5 %", "upper end of the middle 95 %", high, "", Role.POSTERIOR));
            readouts.add(new Readout("P(*p* > ½)", "heads are likelier", posterior.survival(0.5), "", Role.POSTERIOR));
            if (count() > 0) {
                double share = (double) heads / count();
                readouts.add(new Readout("*h* / *N*", "maximum likelihood", share, "", Role.LIKELIHOOD));
            }
            readouts.add(new Readout("*N* / (*N* + *α* + *β*)", "weight of the tosses", weight, "", Role.PLAIN));
            readouts.add(new Readout("ln *p*(*D*)", "log-evidence of this order", logEvidence, "nats", Role.PLAIN));
            return new Outcome.Result(
                    List.of(
                            new Readout(
                                    "E[*p* | *D*]",
                                    "posterior mean, next toss is a head",
                                    posterior.mean(),
                                    "",
                                    Role.POSTERIOR),
                            modeReadout()),
                    readouts,
                    picture(),
                    table(),
                    words(low, high),
                    notes(),
                    "Posterior mean " + Figures.amount(posterior.mean()) + ".");
        }

        private Readout modeReadout() {
            return switch (posterior.mode()) {
                case Mode.Point(double x) -> new Readout("MAP", "posterior mode", x, "", Role.POSTERIOR);
                // Without a single mode, the evidence is what else there is to say
                case Mode.Points _, Mode.Everywhere _ ->
                    new Readout("*p*(*D*)", "evidence of this order", Elementary.exp(logEvidence), "", Role.PLAIN);
            };
        }

        private Picture picture() {
            double top = Math.max(tallest(prior), tallest(posterior));
            double likelihoodPeak = logLikelihood((double) heads / Math.max(1, count()));
            var curves = new ArrayList<Picture.Curve>();
            curves.add(curve("prior", Role.PRIOR, prior, top));
            if (count() > 0) {
                // A likelihood is no density: it is drawn as high as the posterior
                double height = Math.min(tallest(posterior), top);
                curves.add(new Picture.Curve(
                        "likelihood",
                        Role.LIKELIHOOD,
                        Picture.Stroke.MAIN,
                        Line.of(0, 1, POINTS, p -> height * Elementary.exp(logLikelihood(p) - likelihoodPeak))));
            }
            curves.add(curve("posterior", Role.POSTERIOR, posterior, top));
            return new Picture.Graph(
                    new Picture.Axes(0, 1, 0, 1.08 * top),
                    "probability of heads",
                    curves,
                    List.of(new Picture.Mark(Picture.Mark.Shape.BEST, Role.POSTERIOR, posterior.mean(), 0)),
                    List.of(),
                    "Densities over the probability of heads. The prior has its mean at " + Figures.ratio(prior.mean())
                            + " and the standard deviation " + Figures.ratio(prior.standardDeviation())
                            + "; the posterior has its mean at " + Figures.ratio(posterior.mean())
                            + " and the standard deviation " + Figures.ratio(posterior.standardDeviation()) + ".");
        }

        private double logLikelihood(double p) {
            return LogSpace.xLogY(heads, p) + LogSpace.xLog1pY(tails, -p);
        }

        private static Picture.Curve curve(String label, Role role, Beta belief, double top) {
            // What leaves the picture at its ends need not be drawn far above it
            return new Picture.Curve(
                    label,
                    role,
                    Picture.Stroke.MAIN,
                    Line.of(EDGE, 1 - EDGE, POINTS, p -> Math.min(4 * top, Elementary.exp(belief.logDensity(p)))));
        }

        /** The height of a density where it has a top, or of what is drawn of one that has none. */
        private static double tallest(Beta belief) {
            double middle = Elementary.exp(belief.logDensity(belief.mean()));
            return switch (belief.mode()) {
                case Mode.Point(double x) -> {
                    double peak = Elementary.exp(belief.logDensity(x));
                    yield Math.min(peak, TALLEST * Math.max(middle, 1));
                }
                case Mode.Points _ -> 4;
                case Mode.Everywhere _ -> 1;
            };
        }

        private Table table() {
            return new Table(
                    "Prior and posterior",
                    List.of(
                            new Table.Column("", Role.PLAIN),
                            new Table.Column("*α*", Role.PLAIN),
                            new Table.Column("*β*", Role.PLAIN),
                            new Table.Column("mean", Role.PLAIN),
                            new Table.Column("mode", Role.PLAIN),
                            new Table.Column("sd", Role.PLAIN)),
                    List.of(row("prior", prior), row("posterior", posterior)),
                    List.of());
        }

        private static Table.Row row(String name, Beta belief) {
            return new Table.Row(
                    List.of(
                            new Table.Cell.Words(name),
                            new Table.Cell.Ratio(belief.alpha()),
                            new Table.Cell.Ratio(belief.beta()),
                            new Table.Cell.Amount(belief.mean()),
                            switch (belief.mode()) {
                                case Mode.Point(double x) -> new Table.Cell.Amount(x);
                                case Mode.Points _ -> new Table.Cell.Words("both ends");
                                case Mode.Everywhere _ -> new Table.Cell.Words("everywhere");
                            },
                            new Table.Cell.Amount(belief.standardDeviation())),
                    false);
        }

        private String words(double low, double high) {
            String before = "The prior is Beta(" + Figures.ratio(prior.alpha()) + ", " + Figures.ratio(prior.beta())
                    + "), with mean " + Figures.amount(prior.mean()) + ". ";
            if (count() == 0) {
                return before + "Without tosses the posterior is the prior.";
            }
            return before + heads + (heads == 1 ? " head and " : " heads and ") + tails
                    + (tails == 1 ? " tail" : " tails") + " make it Beta(" + Figures.ratio(posterior.alpha()) + ", "
                    + Figures.ratio(posterior.beta()) + "), with mean " + Figures.amount(posterior.mean())
                    + ". With probability 95 % the coin lies between " + Figures.amount(low) + " and "
                    + Figures.amount(high) + ".";
        }

        private List<String> notes() {
            return switch (posterior.mode()) {
                case Mode.Points _ ->
                    List.of("Both parameters are below 1: the density grows without limit at both ends, and there is no"
                            + " single most probable value.");
                case Mode.Everywhere _ -> List.of("The posterior is flat: every value is as probable as any other.");
                case Mode.Point(double x)
                when x == 0 || x == 1 ->
                    List.of(
                            "The density is highest at an end. A point estimate there says “never” or “always”; the mean"
                                    + " does not.");
                case Mode.Point _ -> List.of();
            };
        }
    }
}
