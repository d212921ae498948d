package dev.surprisal.widget.fitting;

import dev.surprisal.math.distribution.Normal;
import dev.surprisal.widget.Figure;
import dev.surprisal.widget.Figures;
import dev.surprisal.widget.Line;
import dev.surprisal.widget.Outcome;
import dev.surprisal.widget.Picture;
import dev.surprisal.widget.Picture.Curve;
import dev.surprisal.widget.Picture.Handle;
import dev.surprisal.widget.Picture.Mark;
import dev.surprisal.widget.Picture.Mark.Shape;
import dev.surprisal.widget.Picture.Stroke;
import dev.surprisal.widget.Readout;
import dev.surprisal.widget.Role;
import dev.surprisal.widget.Table;
import java.util.ArrayList;
import java.util.List;

/**
 * The forward KL from the target to the left, and to the right what a sample of the target knows of it: the mean of ln(p/q) over
 * the points. That is least where the likelihood is largest, so maximum likelihood is the forward fit to the sample.
 */
final class SampleResult {

    /** A point of the sample is drawn by a stroke of this share of the height. */
    private static final double STROKE = 0.06;

    /** A chart has about as many points as it has room for. */
    private static final int MOST_POINTS = 120;

    private final Scene scene;
    private final FitSample sample;
    private final TargetCurves curves;
    private final Bell q;
    private final double forward;
    private final double estimate;

    SampleResult(Scene scene, View.Sample drawn) {
        this.scene = scene;
        sample = scene.sample(drawn);
        curves = scene.curves();
        q = scene.state().start();
        forward = scene.forwardKl().at(q.mean(), q.sd()).value();
        estimate = sample.estimateNats(q.mean(), q.sd());
    }

    Outcome outcome() {
        return new Outcome.Result(
                headline(),
                readouts(),
                panels(),
                table(),
                words(),
                notes(),
                "Forward KL " + scene.told(forward) + ", estimated as " + scene.told(estimate) + ".",
                figures(),
                scene.isSettled());
    }

    /** What is seen while a control is moved. */
    Outcome moving() {
        return scene.moving(headline(), readouts(), panels(), planes());
    }

    private List<Readout> headline() {
        return List.of(
                scene.amount("KL(*p* ‖ *q*)", "forward KL", forward, Role.FORWARD),
                scene.amount("mean ln(*p*/*q*)", "estimated from the sample", estimate, Role.LIKELIHOOD));
    }

    private List<Readout> readouts() {
        return List.of(
                scene.amount(
                        "−ℓ(*q*)/*n*",
                        "mean negative log-likelihood",
                        sample.meanNll(q.mean(), q.sd()),
                        Role.LIKELIHOOD),
                scene.amount(
                        "min −ℓ/*n*",
                        "its least, by maximum likelihood",
                        sample.meanNll(sample.mean(), sample.sd()),
                        Role.LIKELIHOOD),
                new Readout("*μ*", "mean of the sample", sample.mean(), "", Role.LIKELIHOOD),
                new Readout("*σ*", "sd of the sample, divided by n", sample.sd(), "", Role.LIKELIHOOD));
    }

    private Picture.Panels panels() {
        Bell best = scene.forwardBest();
        var ofTarget = new ArrayList<Curve>();
        curves.addTarget(ofTarget);
        ofTarget.add(curves.curve("optimum", Role.FORWARD, Stroke.THIN, best));
        ofTarget.add(curves.curve("*q*", Role.Q, Stroke.MAIN, q));
        var ofSample = new ArrayList<Curve>();
        curves.addTarget(ofSample);
        double stroke = STROKE * curves.axes().top();
        ofSample.add(new Curve("", Role.LIKELIHOOD, Stroke.FAINT, strokes(i -> stroke)));
        ofSample.add(curves.curve(
                "maximum likelihood", Role.LIKELIHOOD, Stroke.THIN, TargetCurves.bell(sample.mean(), sample.sd())));
        ofSample.add(curves.curve("*q*", Role.Q, Stroke.MAIN, q));
        var ofQ = new Normal(q.mean(), q.sd());
        String log = scene.unit().logarithm();
        return new Picture.Panels(
                List.of(
                        new Picture.Panel(
                                Role.FORWARD,
                                ofTarget,
                                "p " + log + "(p/q), summed up to the forward KL",
                                curves.over(
                                        new Bell[] {q},
                                        x -> scene.unit()
                                                .of(scene.p().density(x)
                                                        * (scene.p().logDensity(x) - ofQ.logDensity(x)))),
                                Line.none(),
                                List.of(FitMarks.atPeak(Shape.BEST, Role.FORWARD, best.mean(), best.sd())),
                                handles(),
                                alternative("The target p")),
                        new Picture.Panel(
                                Role.LIKELIHOOD,
                                ofSample,
                                log + "(p/q) at each point, averaged",
                                strokes(i -> scene.unit()
                                        .of(scene.p().logDensity(sample.point(i)) - ofQ.logDensity(sample.point(i)))),
                                Line.none(),
                                List.of(FitMarks.atPeak(Shape.BEST, Role.LIKELIHOOD, sample.mean(), sample.sd())),
                                handles(),
                                alternative("A sample of " + sample.size() + " points of the target p"))),
                curves.axes());
    }

    private String alternative(String what) {
        return what + " and q = " + FitWords.normal(q.mean(), q.sd()) + ".";
    }

    /** Gives a point of the sample its height. */
    private interface Height {
        double of(int i);
    }

    /** Up and down again at each point of the sample, as one line. */
    private Line strokes(Height height) {
        double[] xs = new double[3 * sample.size()];
        double[] ys = new double[xs.length];
        for (int i = 0; i < sample.size(); i++) {
            double x = Math.max(curves.axes().left(), Math.min(curves.axes().right(), sample.point(i)));
            xs[3 * i] = x;
            xs[3 * i + 1] = x;
            xs[3 * i + 2] = x;
            ys[3 * i + 1] = height.of(i);
        }
        return Line.of(xs, ys);
    }

    private List<Handle> handles() {
        var handles = new ArrayList<>(curves.handles());
        handles.add(new Handle("q-peak", "q-mean", Role.Q, q.mean(), KlFit.heightOf(1, q.sd())));
        return handles;
    }

    private List<Figure> figures() {
        var figures = new ArrayList<>(planes());
        figures.add(new Figure("descent", growth()));
        return figures;
    }

    private List<Figure> planes() {
        var figures = new ArrayList<Figure>();
        if (scene.survey().isPresent()) {
            Picture.Axes axes = FitReliefs.axes(scene.survey().get().target());
            Bell best = scene.forwardBest();
            figures.add(new Figure(
                    "plane-forward",
                    plane(
                            Role.FORWARD,
                            axes,
                            FitMarks.inPlane(Shape.BEST, Role.FORWARD, best.mean(), best.sd()),
                            "forward KL")));
            figures.add(new Figure(
                    "plane-reverse",
                    plane(
                            Role.LIKELIHOOD,
                            axes,
                            FitMarks.inPlane(Shape.BEST, Role.LIKELIHOOD, sample.mean(), sample.sd()),
                            "likelihood")));
        }
        return figures;
    }

    private Picture.Plane plane(Role role, Picture.Axes axes, Mark best, String of) {
        Mark place = FitMarks.inPlane(Shape.BEST, Role.Q, q.mean(), q.sd());
        return new Picture.Plane(
                role,
                axes,
                Line.none(),
                List.of(best),
                List.of(new Handle("place", "q-mean", Role.Q, place.x(), place.y())),
                "The place of q in the relief of the " + of + ": mean " + Figures.place(q.mean())
                        + ", standard deviation " + Figures.place(q.sd()) + ".");
    }

    /** The fit to the first points alone. */
    private Picture.Steps growth() {
        int every = 1 + sample.size() / MOST_POINTS;
        var counts = new ArrayList<Double>();
        var sds = new ArrayList<Double>();
        var limits = new ArrayList<Double>();
        for (int count = 2; count < sample.size() + every; count += every) {
            int first = Math.min(count, sample.size());
            counts.add((double) first);
            sds.add(sample.sdOfFirst(first));
            limits.add(scene.forwardBest().sd());
        }
        return new Picture.Steps(
                "The standard deviation of the fit to the first points",
                "points",
                "σ",
                counts,
                List.of(
                        new Picture.Track("maximum likelihood", Role.LIKELIHOOD, sds),
                        new Picture.Track("forward optimum", Role.FORWARD, limits)),
                "As points come in, the standard deviation of the fit comes nearer to that of *p*, "
                        + Figures.place(scene.forwardBest().sd())
                        + ": four times as many points halve what it is usually off by.");
    }

    private Table table() {
        return scene.table(List.of(
                scene.row("maximum likelihood", sample.mean(), sample.sd()), scene.row("your q", q.mean(), q.sd())));
    }

    private String words() {
        return "The sample has " + sample.size() + " points, with the mean " + Figures.place(sample.mean())
                + " and the standard deviation " + Figures.place(sample.sd())
                + ". That normal makes them likeliest. The forward optimum for *p* itself is "
                + FitWords.normal(
                        scene.forwardBest().mean(), scene.forwardBest().sd()) + ". Your *q* = "
                + FitWords.normal(q.mean(), q.sd()) + " has a forward KL of " + scene.told(forward)
                + ", which the sample estimates as " + scene.told(estimate) + ".";
    }

    private List<String> notes() {
        var notes = new ArrayList<String>();
        notes.add(
                "The estimate is the mean of ln(*p*/*q*) over the points: minus the log-likelihood of *q* divided by *n*, plus a"
                        + " part without *q*. So the *q* that makes the sample likeliest is the one with the least estimated"
                        + " forward KL.");
        if (estimate < 0) {
            notes.add("A KL is never below 0; its estimate may be, where *q* suits these points better than *p* does.");
        }
        return notes;
    }
}
