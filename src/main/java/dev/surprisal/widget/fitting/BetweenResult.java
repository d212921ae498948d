package dev.surprisal.widget.fitting;

import dev.surprisal.math.Elementary;
import dev.surprisal.math.distribution.Normal;
import dev.surprisal.math.fit.Descent;
import dev.surprisal.math.fit.Landscape;
import dev.surprisal.math.fit.Method;
import dev.surprisal.widget.Figure;
import dev.surprisal.widget.Figures;
import dev.surprisal.widget.Line;
import dev.surprisal.widget.Outcome;
import dev.surprisal.widget.Picture;
import dev.surprisal.widget.Picture.Curve;
import dev.surprisal.widget.Picture.Mark;
import dev.surprisal.widget.Picture.Mark.Shape;
import dev.surprisal.widget.Picture.Stroke;
import dev.surprisal.widget.Readout;
import dev.surprisal.widget.Role;
import dev.surprisal.widget.Table;
import java.util.ArrayList;
import java.util.List;

/**
 * The way from one direction of KL to the other by the alpha-divergence: to the left the fit that comes from the forward optimum
 * as alpha falls, to the right the one that comes from the best reverse optimum as it rises. Where a minimum ends on the way,
 * the fit leaves it, so that the two may differ.
 */
final class BetweenResult {

    private static final int MOST_STEPS = 60;

    /** From a place on the way these are enough for what is seen of a curve and five places of a number. */
    private static final int STEPS_WHILE_MOVING = 2;

    /** Of the sd. */
    private static final double ERROR_OF_MEAN = 1e-8;

    /** Fits as near to each other as this are the same. */
    private static final double SAME = 1e-4;

    private final Scene scene;
    private final double alpha;
    private final TargetCurves curves;
    private final Way fromForward;
    private final Way fromReverse;
    private final Descent.Step left;
    private final Descent.Step right;

    static BetweenResult settled(Scene scene, double alpha) {
        return new BetweenResult(scene, alpha, MOST_STEPS);
    }

    static BetweenResult moving(Scene scene, double alpha) {
        return new BetweenResult(scene, alpha, STEPS_WHILE_MOVING);
    }

    private BetweenResult(Scene scene, double alpha, int mostSteps) {
        this.scene = scene;
        this.alpha = alpha;
        curves = scene.curves();
        fromForward = scene.survey().map(FitSurvey::fromForward).orElse(Way.UNKNOWN);
        fromReverse = scene.survey().map(FitSurvey::fromReverse).orElse(Way.UNKNOWN);
        Landscape divergence = Landscape.alpha(scene.p(), alpha);
        left = fit(
                divergence,
                fromForward,
                scene.forwardBest().mean(),
                scene.forwardBest().sd(),
                mostSteps);
        Bell best = bestReverse();
        right = fit(divergence, fromReverse, best.mean(), best.sd(), mostSteps);
    }

    /** The fit that a way leads to; where it is not known yet, the one that its beginning leads to. */
    private Descent.Step fit(Landscape divergence, Way way, double mean, double sd, int mostSteps) {
        Normal start = way.isKnown() ? way.near(alpha) : new Normal(mean, sd);
        Descent.Step end = Descent.of(divergence, start, new Method.Newton(true), mostSteps)
                .end();
        // A mean is not known better than this
        return Math.abs(end.mean()) < ERROR_OF_MEAN * end.sd() ? new Descent.Step(0, end.sd(), end.value()) : end;
    }

    private Bell bestReverse() {
        for (FitSurvey.Point point : scene.points()) {
            if (point.kind() == FitSurvey.Kind.GLOBAL) {
                return new Bell(0 + point.mean(), point.sd());
            }
        }
        return scene.forwardBest();
    }

    Outcome outcome() {
        return new Outcome.Result(
                headline(), readouts(), panels(), table(), words(), notes(), spoken(), figures(), scene.isSettled());
    }

    /** What is seen while a control is moved. */
    Outcome moving() {
        return scene.moving(headline(), readouts(), panels(), planes());
    }

    private List<Readout> headline() {
        return List.of(
                scene.amount("*D*(*p*, *q*)", "coming from forward", left.value(), Role.FORWARD),
                scene.amount("*D*(*p*, *q*)", "coming from reverse", right.value(), Role.REVERSE));
    }

    private List<Readout> readouts() {
        return List.of(
                place("*μ*", "coming from forward", left.mean(), Role.FORWARD),
                place("*μ*", "coming from reverse", right.mean(), Role.REVERSE),
                place("*σ*", "coming from forward", left.sd(), Role.FORWARD),
                place("*σ*", "coming from reverse", right.sd(), Role.REVERSE));
    }

    private static Readout place(String label, String name, double value, Role role) {
        return new Readout(label, name, 0 + value, "", role);
    }

    private Picture.Panels panels() {
        Bell forwardBest = scene.forwardBest();
        var ofForward = new ArrayList<Curve>();
        curves.addTarget(ofForward);
        ofForward.add(curves.curve("α = 1", Role.FORWARD, Stroke.THIN, forwardBest));
        ofForward.add(curves.curve("*q*", Role.Q, Stroke.MAIN, bell(left)));
        var ofReverse = new ArrayList<Curve>();
        curves.addTarget(ofReverse);
        Bell best = bestReverse();
        ofReverse.add(curves.curve("α = 0", Role.REVERSE, Stroke.THIN, best));
        ofReverse.add(curves.curve("*q*", Role.Q, Stroke.MAIN, bell(right)));
        return new Picture.Panels(
                List.of(
                        panel(
                                Role.FORWARD,
                                ofForward,
                                left,
                                path(fromForward, false, left, false),
                                FitMarks.atPeak(Shape.BEST, Role.FORWARD, forwardBest.mean(), forwardBest.sd())),
                        panel(
                                Role.REVERSE,
                                ofReverse,
                                right,
                                path(fromReverse, true, right, false),
                                FitMarks.atPeak(Shape.BEST, Role.REVERSE, best.mean(), best.sd()))),
                curves.axes());
    }

    private Picture.Panel panel(Role role, List<Curve> drawn, Descent.Step q, Line path, Mark from) {
        return new Picture.Panel(
                role,
                drawn,
                "at each place, summed up to D",
                integrand(q),
                path,
                List.of(from),
                curves.handles(),
                "The target p and, coming from " + (role == Role.FORWARD ? "forward" : "reverse") + ", q = "
                        + FitWords.normal(q.mean(), q.sd()) + ".");
    }

    /** (αp + (1−α)q − p^α q^(1−α)) / (α(1−α)), never below 0, with its limits at the ends. */
    private Line integrand(Descent.Step step) {
        Normal q = step.q();
        return curves.over(new Bell[] {bell(step)}, x -> {
            double logP = scene.p().logDensity(x);
            double logQ = q.logDensity(x);
            double ofP = Elementary.exp(logP);
            double ofQ = Elementary.exp(logQ);
            double nats = alpha == 1
                    ? ofP * (logP - logQ) - ofP + ofQ
                    : alpha == 0 ? ofQ * (logQ - logP) - ofQ + ofP : between(logP, ofP, logQ, ofQ);
            return scene.unit().of(nats);
        });
    }

    /** Next to an end, or where p and q are alike, the three terms cancel; their rise above the nearer density does not. */
    private double between(double logP, double ofP, double logQ, double ofQ) {
        boolean nearReverse = alpha <= 0.5;
        double rise = nearReverse ? alpha * (logP - logQ) : (1 - alpha) * (logQ - logP);
        double sum = Math.abs(rise) > 1
                ? alpha * ofP + (1 - alpha) * ofQ - Elementary.exp(alpha * logP + (1 - alpha) * logQ)
                : nearReverse
                        ? alpha * (ofP - ofQ) - ofQ * Elementary.expm1(rise)
                        : (1 - alpha) * (ofQ - ofP) - ofP * Elementary.expm1(rise);
        return Math.max(0, sum) / (alpha * (1 - alpha));
    }

    private static Bell bell(Descent.Step step) {
        return TargetCurves.bell(step.mean(), step.sd());
    }

    /** What a way has passed up to now, of peaks in a panel or of places in a plane. */
    private Line path(Way way, boolean up, Descent.Step now, boolean inPlane) {
        int passed = 0;
        for (int i = 0; way.isKnown() && i <= Way.INTERVALS; i++) {
            passed += isPassed(i, up) ? 1 : 0;
        }
        double[] xs = new double[passed + 1];
        double[] ys = new double[passed + 1];
        int next = 0;
        for (int k = 0; way.isKnown() && k <= Way.INTERVALS; k++) {
            int i = up ? k : Way.INTERVALS - k;
            if (isPassed(i, up)) {
                xs[next] = way.mean(i);
                ys[next++] = height(way.sd(i), inPlane);
            }
        }
        xs[next] = now.mean();
        ys[next] = height(now.sd(), inPlane);
        return Line.of(xs, ys);
    }

    private boolean isPassed(int i, boolean up) {
        return up ? Way.alpha(i) < alpha : Way.alpha(i) > alpha;
    }

    private static double height(double sd, boolean inPlane) {
        return inPlane ? Elementary.log(sd) : KlFit.heightOf(1, sd);
    }

    private List<Figure> figures() {
        var figures = new ArrayList<>(planes());
        figures.add(new Figure("descent", widths()));
        return figures;
    }

    private List<Figure> planes() {
        var figures = new ArrayList<Figure>();
        if (scene.survey().isPresent()) {
            Picture.Axes axes = FitReliefs.axes(scene.survey().get().target());
            Bell best = scene.forwardBest();
            Mark optimum = FitMarks.inPlane(Shape.BEST, Role.FORWARD, best.mean(), best.sd());
            figures.add(new Figure(
                    "plane-forward",
                    plane(Role.FORWARD, axes, path(fromForward, false, left, true), List.of(optimum), left)));
            figures.add(new Figure(
                    "plane-reverse",
                    plane(
                            Role.REVERSE,
                            axes,
                            path(fromReverse, true, right, true),
                            FitMarks.inPlane(scene.points()),
                            right)));
        }
        return figures;
    }

    private static Picture.Plane plane(Role role, Picture.Axes axes, Line path, List<Mark> optima, Descent.Step now) {
        var marks = new ArrayList<>(optima);
        marks.add(FitMarks.inPlane(Shape.BEST, Role.Q, now.mean(), now.sd()));
        return new Picture.Plane(
                role,
                axes,
                path,
                marks,
                List.of(),
                "The way of q over the relief of this end; now at mean " + Figures.place(now.mean())
                        + ", standard deviation " + Figures.place(now.sd()) + ".");
    }

    private Picture.Steps widths() {
        var alphas = new ArrayList<Double>();
        var ofForward = new ArrayList<Double>();
        var ofReverse = new ArrayList<Double>();
        for (int i = 0; fromForward.isKnown() && fromReverse.isKnown() && i <= Way.INTERVALS; i++) {
            alphas.add(Way.alpha(i));
            ofForward.add(fromForward.sd(i));
            ofReverse.add(fromReverse.sd(i));
        }
        return new Picture.Steps(
                "The standard deviation of q on both ways",
                "α",
                "σ",
                alphas,
                List.of(
                        new Picture.Track("coming from forward", Role.FORWARD, ofForward),
                        new Picture.Track("coming from reverse", Role.REVERSE, ofReverse)),
                "How wide the fit is on both ways, from reverse on the left to forward on the right. A way that jumps has lost"
                        + " the minimum that it followed.");
    }

    private Table table() {
        return scene.table(List.of(
                scene.row("q, coming from forward", left.mean(), left.sd()),
                scene.row("q, coming from reverse", right.mean(), right.sd())));
    }

    private boolean isSame() {
        return Math.abs(left.mean() - right.mean()) < SAME && Math.abs(left.sd() - right.sd()) < SAME;
    }

    private String words() {
        String at = "At α = " + Figures.ratio(alpha) + " ";
        String divergence = alpha == 0 ? "the reverse KL" : alpha == 1 ? "the forward KL" : "the divergence *D*";
        if (isSame()) {
            return at + "both ways have met: *q* = " + FitWords.normal(left.mean(), left.sd()) + ", where " + divergence
                    + " is " + scene.told(left.value()) + ".";
        }
        return at + "the way that comes from the forward optimum is at " + FitWords.normal(left.mean(), left.sd())
                + ", where " + divergence + " is " + scene.told(left.value())
                + ". The one that comes from the best reverse optimum is at "
                + FitWords.normal(right.mean(), right.sd()) + ", at " + scene.told(right.value()) + ".";
    }

    private List<String> notes() {
        return List.of(
                "α = 1 is the forward KL, α = 0 the reverse one, and between them *D* is the integral of"
                        + " (α*p* + (1 − α)*q* − *p*^α *q*^(1 − α)) / (α(1 − α)): it charges for missing mass and for surplus,"
                        + " in shares that α decides.",
                "Each way follows its own minimum. Where that minimum ends, the fit drops into another one.");
    }

    private String spoken() {
        return "Alpha " + Figures.ratio(alpha) + ": standard deviation " + Figures.amount(left.sd())
                + " coming from forward, " + Figures.amount(right.sd()) + " coming from reverse.";
    }
}
