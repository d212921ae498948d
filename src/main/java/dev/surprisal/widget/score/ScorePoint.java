package dev.surprisal.widget.score;

import dev.surprisal.math.distribution.Mixture;
import dev.surprisal.math.score.Denoiser;
import dev.surprisal.widget.Calculator.State;
import dev.surprisal.widget.Figure;
import dev.surprisal.widget.Figures;
import dev.surprisal.widget.Line;
import dev.surprisal.widget.Outcome;
import dev.surprisal.widget.Picture;
import dev.surprisal.widget.Picture.Axes;
import dev.surprisal.widget.Picture.Curve;
import dev.surprisal.widget.Picture.Handle;
import dev.surprisal.widget.Picture.Mark;
import dev.surprisal.widget.Picture.Stroke;
import dev.surprisal.widget.Readout;
import dev.surprisal.widget.Role;
import dev.surprisal.widget.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What one state of {@link ScoreField} shows. */
final class ScorePoint {

    private static final int POINTS = 201;

    /** So many standard deviations from its mean a normal is still in the picture. */
    private static final double REACH = 3.5;

    /** The picture of the log-density reaches so far down from the highest place. */
    private static final double DEPTH = 10;

    private static final int ARROWS = 17;

    /** An arrow shorter than this share of the room that it has is left out. */
    private static final double SHORTEST = 0.08;

    private final Mixture data;
    private final double noise;
    private final double x;
    private final Optional<Denoiser> denoiser;
    private final Mixture noisy;
    private final double left;
    private final double right;

    ScorePoint(State state) {
        double share = state.number(4);
        double[] means = {state.number(0), state.number(2)};
        data = Mixture.ofNormals(
                new double[] {1 - share, share}, means, new double[] {state.number(1), state.number(3)});
        noise = state.number(ScoreField.NOISE);
        x = state.number(ScoreField.VALUE);
        denoiser = noise > 0 ? Optional.of(Denoiser.of(data, noise)) : Optional.empty();
        noisy = denoiser.map(Denoiser::noisy).orElse(data);
        double least = x;
        double most = x;
        for (int k = 0; k < 2; k++) {
            if (data.weight(k) > 0) {
                double reach = REACH * noisy.component(k).standardDeviation();
                least = Math.min(least, means[k] - reach);
                most = Math.max(most, means[k] + reach);
            }
        }
        left = least - 0.02 * (most - least);
        right = most + 0.02 * (most - least);
    }

    double score() {
        return 0 + noisy.score(x);
    }

    double guess() {
        return denoiser.isPresent() ? 0 + denoiser.get().posteriorMean(x) : x;
    }

    private double uncertainty() {
        return denoiser.isPresent() ? Math.sqrt(denoiser.get().posteriorVariance(x)) : 0;
    }

    private double fromTheRight() {
        return noisy.responsibilities(x)[1];
    }

    Outcome result() {
        return new Outcome.Result(
                List.of(
                        new Readout(
                                "*s*(*x*)",
                                noise > 0 ? "score of the noisy density" : "score of the density",
                                score(),
                                "",
                                Role.Q),
                        new Readout("E[clean | *x*]", "best guess of the clean value", guess(), "", Role.POSTERIOR)),
                List.of(
                        new Readout("ln *p*(*x*)", "noisy log-density", noisy.logDensity(x), "", Role.Q),
                        new Readout("clean *s*(*x*)", "score without the noise", 0 + data.score(x), "", Role.P),
                        new Readout("P(right | *x*)", "came from the right", fromTheRight(), "", Role.PLAIN),
                        new Readout(
                                "sd(clean | *x*)",
                                "how far off the guess is, typically",
                                uncertainty(),
                                "",
                                Role.POSTERIOR)),
                densities(),
                table(),
                words(),
                notes(),
                "Score " + Figures.amount(score()) + ", best guess " + Figures.amount(guess()) + ".",
                List.of(new Figure("logarithm", logarithm()), new Figure("score", scores())),
                true);
    }

    private Picture densities() {
        Line clean = Line.of(left, right, POINTS, data::density);
        Line blurred = Line.of(left, right, POINTS, noisy::density);
        double top = 1.1 * Math.max(highest(clean), highest(blurred));
        var curves = new ArrayList<Curve>();
        curves.add(new Curve("data", Role.P, Stroke.MAIN, clean));
        if (noise > 0) {
            curves.add(new Curve("noisy", Role.Q, Stroke.MAIN, blurred));
            curves.add(new Curve("to the best guess", Role.POSTERIOR, Stroke.THIN, arrow(x, guess(), 0.1 * top, top)));
        }
        return new Picture.Graph(
                new Axes(left, right, 0, top),
                "*x*",
                curves,
                List.of(new Mark(Mark.Shape.BEST, Role.POSTERIOR, guess(), 0)),
                List.of(new Handle("x", "x", Role.Q, x, 0)),
                "The density of the data" + (noise > 0 ? ", that of the noisy values" : "") + " and the value "
                        + Figures.ratio(x) + ", whose best guess is " + Figures.ratio(guess()) + ".");
    }

    private static double highest(Line line) {
        double highest = 0;
        for (int i = 0; i < line.size(); i++) {
            highest = Math.max(highest, line.y(i));
        }
        return highest;
    }

    /** A shaft at a height with a head at its end, on an axis that is {@code rise} high. */
    private Line arrow(double from, double to, double height, double rise) {
        double head = Math.min(0.02 * (right - left), 0.6 * Math.abs(to - from));
        double back = to > from ? to - head : to + head;
        double wing = 0.03 * rise;
        return Line.of(
                new double[] {from, to, back, to, back},
                new double[] {height, height, height + wing, height, height - wing});
    }

    /** The landscape whose slope the score is, with its tangent at the value and an arrow uphill at some places. */
    private Picture logarithm() {
        Line noisyLine = Line.of(left, right, POINTS, noisy::logDensity);
        double top = noisyLine.y(0);
        for (int i = 1; i < POINTS; i++) {
            top = Math.max(top, noisyLine.y(i));
        }
        var axes = new Axes(left, right, top - DEPTH, top + 1);
        var curves = new ArrayList<Curve>();
        if (noise > 0) {
            curves.add(new Curve("ln data", Role.P, Stroke.THIN, cut(data, axes)));
        }
        curves.add(new Curve(noise > 0 ? "ln noisy" : "ln data", Role.Q, Stroke.MAIN, cut(noisy, axes)));
        double here = noisy.logDensity(x);
        double half = Math.min(0.12 * (right - left), 2.5 / Math.max(0.1, Math.abs(score())));
        curves.add(new Curve(
                "slope at *x*",
                Role.POSTERIOR,
                Stroke.MAIN,
                Line.between(x - half, cut(here - half * score(), axes), x + half, cut(here + half * score(), axes))));
        double room = (right - left) / ARROWS;
        for (int i = 0; i < ARROWS; i++) {
            double place = left + (i + 0.5) * room;
            double slope = noisy.score(place);
            // Longer where it is steeper, and never into the next
            double length = room * 0.9 * slope / (1 + Math.abs(slope));
            if (Math.abs(length) > SHORTEST * room) {
                Line line = arrow(place - length / 2, place + length / 2, axes.bottom() + 0.7, DEPTH);
                curves.add(new Curve("", Role.PLAIN, Stroke.THIN, line));
            }
        }
        return new Picture.Graph(
                axes,
                "*x* (upwards: log-density; arrows: uphill)",
                curves,
                List.of(),
                List.of(new Handle("x", "x", Role.Q, x, here)),
                "The log-density of the noisy values with its tangent at " + Figures.ratio(x) + ", whose slope is "
                        + Figures.amount(score()) + ", and arrows that point uphill.");
    }

    private Line cut(Mixture density, Axes axes) {
        return Line.of(left, right, POINTS, at -> cut(density.logDensity(at), axes));
    }

    /** Nothing is drawn far outside the picture. */
    private static double cut(double value, Axes axes) {
        return Math.max(axes.bottom() - DEPTH, Math.min(axes.top() + DEPTH, value));
    }

    private Picture scores() {
        Line line = Line.of(left, right, POINTS, noisy::score);
        double most = 0;
        for (int i = 0; i < POINTS; i++) {
            most = Math.max(most, Math.abs(line.y(i)));
        }
        double end = 1.1 * most;
        var curves = new ArrayList<Curve>();
        curves.add(new Curve("", Role.PLAIN, Stroke.FAINT, Line.between(left, 0, right, 0)));
        if (noise > 0) {
            Line clean = Line.of(left, right, POINTS, at -> Math.max(-2 * end, Math.min(2 * end, data.score(at))));
            curves.add(new Curve("score of the data", Role.P, Stroke.THIN, clean));
        }
        curves.add(new Curve(noise > 0 ? "score of the noisy" : "score of the data", Role.Q, Stroke.MAIN, line));
        return new Picture.Graph(
                new Axes(left, right, -end, end),
                "*x* (upwards: score)",
                curves,
                List.of(new Mark(Mark.Shape.BEST, Role.POSTERIOR, x, score())),
                List.of(),
                "The score over x, " + Figures.amount(score()) + " at " + Figures.ratio(x)
                        + ": above 0 uphill is to the right, below 0 to the left.");
    }

    private Table table() {
        double leftMean = data.component(0).mean();
        double rightMean = data.component(1).mean();
        return new Table(
                "At some values",
                List.of(
                        new Table.Column("", Role.PLAIN),
                        new Table.Column("*x*", Role.PLAIN),
                        new Table.Column("data", Role.P),
                        new Table.Column("noisy", Role.Q),
                        new Table.Column("clean score", Role.P),
                        new Table.Column("noisy score", Role.Q),
                        new Table.Column("best guess", Role.POSTERIOR)),
                List.of(
                        row("your value", x, true),
                        row("left mean", leftMean, false),
                        row("half-way", 0 + (leftMean + rightMean) / 2, false),
                        row("right mean", rightMean, false)),
                List.of());
    }

    private Table.Row row(String name, double at, boolean striking) {
        double back = denoiser.isPresent() ? denoiser.get().posteriorMean(at) : at;
        return new Table.Row(
                List.of(
                        new Table.Cell.Words(name),
                        new Table.Cell.Ratio(at),
                        new Table.Cell.Amount(data.density(at)),
                        new Table.Cell.Amount(noisy.density(at)),
                        new Table.Cell.Place(data.score(at)),
                        new Table.Cell.Place(noisy.score(at)),
                        new Table.Cell.Place(back)),
                striking);
    }

    private String words() {
        String uphill = score() > 0 ? "uphill is to the right" : score() < 0 ? "uphill is to the left" : "it is level";
        String there = "At *x* = " + Figures.ratio(x) + " the score of the "
                + (noise > 0 ? "noisy density" : "density of the data") + " is " + Figures.amount(score()) + ": "
                + uphill + ".";
        return noise > 0
                ? there + " The best guess of the clean value is *x* + *σ*² *s*(*x*) = " + Figures.ratio(x) + " + "
                        + Figures.ratio(noise * noise) + " · (" + Figures.amount(score()) + ") = "
                        + Figures.amount(guess()) + ", typically off by " + Figures.amount(uncertainty()) + "."
                : there;
    }

    private List<String> notes() {
        var notes = new ArrayList<String>();
        if (noise == 0) {
            notes.add("Without noise every value is its own best guess, and nothing is blurred.");
        }
        int tops = tops(data);
        if (noise > 0 && tops > 1) {
            notes.add(
                    tops(noisy) > 1
                            ? "There is still a valley between two tops: a walk uphill ends on one of them."
                            : "The noise has filled the valley. There is one top, and uphill leads to it from everywhere.");
        }
        if (fromTheRight() > 0.1 && fromTheRight() < 0.9 && tops > 1 && noise > 0) {
            notes.add("The value may well have come from either side. The best guess is a mean of both, and may be a"
                    + " value that the data hardly have.");
        }
        return notes;
    }

    /** How many tops the picture shows. */
    private int tops(Mixture density) {
        int tops = 0;
        double before = Double.POSITIVE_INFINITY;
        for (int i = 0; i < POINTS; i++) {
            double slope = density.score(left + (right - left) * i / (POINTS - 1));
            tops += before > 0 && slope <= 0 && i > 0 ? 1 : 0;
            before = slope;
        }
        return tops;
    }
}
