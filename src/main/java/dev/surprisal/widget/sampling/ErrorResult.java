package dev.surprisal.widget.sampling;

import dev.surprisal.math.Elementary;
import dev.surprisal.widget.Calculator.State;
import dev.surprisal.widget.Figure;
import dev.surprisal.widget.Figures;
import dev.surprisal.widget.Line;
import dev.surprisal.widget.Outcome;
import dev.surprisal.widget.Picture;
import dev.surprisal.widget.Picture.Axes;
import dev.surprisal.widget.Picture.Curve;
import dev.surprisal.widget.Picture.Stroke;
import dev.surprisal.widget.Readout;
import dev.surprisal.widget.Role;
import dev.surprisal.widget.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What one state of {@link MonteCarloError} shows: what is known beforehand, and what the draws have given so far. */
final class ErrorResult {

    private static final int POINTS = 81;

    private static final double LN_TEN = 2.302585092994046;

    /** No error that is drawn is smaller: a model with equal chances has the same loss on every toss. */
    private static final double LEAST = 1e-9;

    private final Experiment experiment;
    private final int draws;
    private final double truth;
    private final double sd;
    private final double error;

    /** The last survey, where it drew the same numbers. */
    private final Optional<ErrorSurvey> survey;

    private final boolean settled;
    private final List<Integer> stops;
    private final List<Double> means;

    ErrorResult(State state, Experiment experiment, int draws, Optional<ErrorSurvey> last) {
        this.experiment = experiment;
        this.draws = draws;
        truth = experiment.truth();
        sd = experiment.sd();
        error = sd / Math.sqrt(draws);
        survey = last.filter(one -> one.hasTheDrawsOf(state));
        settled = survey.filter(one -> one.about().equals(state)).isPresent();
        means = survey.map(ErrorSurvey::means).orElse(List.of());
        stops = survey.isPresent()
                ? ErrorSurvey.stops((int) survey.get().about().number(MonteCarloError.DRAWS))
                : List.of();
    }

    private static double log10(double x) {
        return Elementary.log(x) / LN_TEN;
    }

    private double mean() {
        return means.getLast();
    }

    Outcome result() {
        var headline = new ArrayList<Readout>();
        if (settled) {
            headline.add(new Readout("*Î*", "mean of the draws", mean(), "", Role.Q));
        }
        headline.add(new Readout(
                "E[*f*]",
                experiment.hasVariance() ? "true value" : "centre of the law; there is no mean",
                truth,
                "",
                Role.P));
        headline.add(new Readout(
                "sd/√*N*", "standard error", error, experiment.hasVariance() ? "" : "no variance", Role.PLAIN));
        return new Outcome.Result(
                headline,
                readouts(),
                running(),
                table(),
                words(),
                notes(),
                settled
                        ? "Mean " + Figures.amount(mean()) + ", true value " + Figures.amount(truth) + "."
                        : "Standard error " + Figures.amount(error) + ".",
                List.of(new Figure("errors", errors())),
                settled);
    }

    private List<Readout> readouts() {
        var readouts = new ArrayList<Readout>();
        readouts.add(new Readout("sd", "standard deviation of one term", sd, "", Role.P));
        if (experiment.hasVariance()) {
            readouts.add(new Readout(
                    "sd/√*N* : E[*f*]", "standard error, relative to the value", error / truth, "", Role.PLAIN));
        }
        if (settled) {
            ErrorSurvey found = survey.get();
            readouts.add(new Readout("*Î* − E[*f*]", "error of this mean", mean() - truth, "", Role.Q));
            readouts.add(new Readout(
                    "*s*/√*N*", "standard error as the draws have it", found.sd() / Math.sqrt(draws), "", Role.Q));
            readouts.add(new Readout(
                    "covered",
                    "short runs with the value within 1.96 standard errors",
                    found.covered(),
                    "of " + ErrorSurvey.RUNS + " runs of " + Math.min(draws, ErrorSurvey.LONGEST_RUN) + " draws",
                    Role.PLAIN));
        }
        return readouts;
    }

    private double right() {
        return Math.max(2, log10(draws));
    }

    /** The running mean between the two curves that it should seldom leave. */
    private Picture running() {
        double half = 3.5;
        if (experiment.hasVariance()) {
            half = Math.max(0.05, 1.2 * ErrorSurvey.WIDTH * sd / Math.sqrt(10));
        }
        for (double mean : means) {
            half = Math.max(half, Math.min(experiment.hasVariance() ? 2 * half : 20, 1.05 * Math.abs(mean - truth)));
        }
        var curves = new ArrayList<Curve>();
        curves.add(new Curve(
                experiment.hasVariance() ? "true value" : "centre",
                Role.P,
                Stroke.THIN,
                Line.between(1, truth, right(), truth)));
        if (experiment.hasVariance()) {
            curves.add(new Curve("95 % band", Role.PLAIN, Stroke.FAINT, band(1)));
            curves.add(new Curve("", Role.PLAIN, Stroke.FAINT, band(-1)));
        }
        curves.add(new Curve("mean so far", Role.Q, Stroke.MAIN, line(means)));
        return new Picture.Graph(
                new Axes(1, right(), truth - half, truth + half),
                "log₁₀ of the number of draws (upwards: mean so far)",
                curves,
                List.of(),
                List.of(),
                "The mean of the draws so far over their number, from 10 to " + draws
                        + (settled ? ", where it is " + Figures.amount(mean()) : "") + "; the "
                        + (experiment.hasVariance() ? "true value is " : "centre of the law is ")
                        + Figures.amount(truth)
                        + ".");
    }

    private Line band(int side) {
        return Line.of(
                1, right(), POINTS, x -> truth + side * ErrorSurvey.WIDTH * sd / Math.sqrt(Elementary.exp(x * LN_TEN)));
    }

    private Line line(List<Double> heights) {
        var xs = new double[heights.size()];
        var ys = new double[xs.length];
        for (int i = 0; i < xs.length; i++) {
            xs[i] = log10(stops.get(i));
            ys[i] = heights.get(i);
        }
        return Line.of(xs, ys);
    }

    /** Both axes by powers of ten: sd/√n is a straight line that falls by one half of a power for each. */
    private Picture errors() {
        var logs = new ArrayList<Double>();
        for (double mean : means) {
            logs.add(log10(Math.max(LEAST, Math.abs(mean - truth))));
        }
        double start = log10(experiment.hasVariance() ? Math.max(LEAST, sd / Math.sqrt(10)) : 1);
        var curves = new ArrayList<Curve>();
        if (experiment.hasVariance()) {
            curves.add(new Curve(
                    "sd/√n", Role.P, Stroke.THIN, Line.between(1, start, right(), start - 0.5 * (right() - 1))));
        }
        curves.add(new Curve("size of the error", Role.Q, Stroke.MAIN, line(logs)));
        return new Picture.Graph(
                new Axes(1, right(), start - 0.5 * (right() - 1) - 2, start + 1),
                "log₁₀ of the number of draws (upwards: log₁₀ of the error)",
                curves,
                List.of(),
                List.of(),
                "The size of the error on logarithmic axes"
                        + (experiment.hasVariance()
                                ? ", beside the line sd/√n, which falls to " + Figures.amount(error) + " at " + draws
                                        + " draws."
                                : ". It does not fall along any line."));
    }

    private Table table() {
        var rows = new ArrayList<Table.Row>();
        for (int i = 0; i < means.size(); i++) {
            int n = stops.get(i);
            boolean power = n == 10 || n == 100 || n == 1000 || n == 10_000 || n == 100_000;
            if (power || i == means.size() - 1) {
                double off = means.get(i) - truth;
                double typical = sd / Math.sqrt(n);
                rows.add(new Table.Row(
                        List.of(
                                new Table.Cell.Words(Integer.toString(n)),
                                new Table.Cell.Amount(means.get(i)),
                                new Table.Cell.Amount(off),
                                new Table.Cell.Amount(typical),
                                new Table.Cell.Place(typical > 0 ? off / typical : 0)),
                        i == means.size() - 1));
            }
        }
        return new Table(
                "The mean on its way",
                List.of(
                        new Table.Column("draws", Role.PLAIN),
                        new Table.Column("mean", Role.Q),
                        new Table.Column("error", Role.Q),
                        new Table.Column("sd/√*n*", Role.P),
                        new Table.Column("error / (sd/√*n*)", Role.PLAIN)),
                rows,
                List.of());
    }

    private String words() {
        if (!settled) {
            return "";
        }
        String mean = "The mean of " + draws + " draws is " + Figures.amount(mean()) + ". ";
        if (!experiment.hasVariance()) {
            return mean
                    + "A Cauchy variable has neither a mean nor a variance, and more draws bring no rest: now and then"
                    + " one draw is so large that it moves the mean of all.";
        }
        if (sd == 0) {
            return mean + "Every draw gives just this, which is the true value: one would have been enough.";
        }
        return mean + "The true value is " + Figures.amount(truth) + ", so it is off by "
                + Figures.amount(Math.abs(mean() - truth)) + ", where sd/√*N* = " + Figures.amount(error)
                + " is typical. Half of that takes "
                + (draws > 250_000 ? "four times as many draws." : 4 * draws + " draws.");
    }

    private List<String> notes() {
        var notes = new ArrayList<String>();
        double covered = survey.map(ErrorSurvey::covered).orElse(1.0);
        if (!experiment.hasVariance()) {
            notes.add("An interval can be computed from these draws, too. It promises nothing: sd/√*N* needs a finite"
                    + " variance.");
        } else if (settled && covered < 0.85) {
            notes.add("The interval of 1.96 *s*/√*n* holds the value in " + Figures.ratio(covered)
                    + " of the short runs, far less than 0.95: a run that is too short for a rare event estimates its own"
                    + " error too small, or as 0.");
        }
        if (experiment.hasVariance() && error > 0.1 * truth) {
            notes.add("The standard error is " + Figures.ratio(error / truth) + " of the value itself.");
        }
        return notes;
    }
}
