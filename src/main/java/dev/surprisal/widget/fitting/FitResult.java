package dev.surprisal.widget.fitting;

import dev.surprisal.math.fit.Descent;
import dev.surprisal.widget.Figure;
import dev.surprisal.widget.Outcome;
import dev.surprisal.widget.Picture;
import dev.surprisal.widget.Readout;
import dev.surprisal.widget.Role;
import dev.surprisal.widget.Table;
import java.util.ArrayList;
import java.util.List;

/** What a state of {@link KlFit} shows of both directions. */
final class FitResult {

    /** A chart has about as many points as it has room for. */
    private static final int MOST_POINTS = 120;

    private final Scene scene;
    private final KlFit.State state;
    private final Descents descents;

    FitResult(Scene scene) {
        this.scene = scene;
        state = scene.state();
        descents = Descents.of(scene);
    }

    Outcome outcome() {
        var picture = new FitPicture(scene, descents);
        var words = new FitWords(state, descents, scene.forwardBest(), scene.leastForward(), scene.points());
        return new Outcome.Result(
                headline(),
                readouts(),
                picture.panels(),
                scene.table(own()),
                words.words(),
                words.notes(scene.survey().map(FitSurvey::certified).orElse(true)),
                words.spoken(),
                figures(picture, words),
                scene.isSettled());
    }

    /** What is seen while a control is moved. */
    Outcome moving() {
        var picture = new FitPicture(scene, descents);
        return scene.moving(headline(), readouts(), picture.panels(), planes(picture));
    }

    private List<Readout> headline() {
        return List.of(
                scene.amount(
                        "KL(*p* ‖ *q*)", "forward KL", descents.forward().end().value(), Role.FORWARD),
                scene.amount(
                        "KL(*q* ‖ *p*)", "reverse KL", descents.reverse().end().value(), Role.REVERSE));
    }

    private List<Readout> readouts() {
        var readouts = new ArrayList<Readout>();
        double forward = descents.forward().end().value();
        readouts.add(
                scene.amount("min KL(*p* ‖ *q*)", "forward KL of its optimum", scene.leastForward(), Role.FORWARD));
        // Nothing but rounding is below the least
        double above = Math.max(0, forward - scene.leastForward());
        readouts.add(scene.amount("KL(*p* ‖ *q*) − min", "what q has above it", above, Role.FORWARD));
        if (scene.isSettled()) {
            double reverse = descents.reverse().end().value();
            double least = leastReverse(scene.points());
            readouts.add(scene.amount("min KL(*q* ‖ *p*)", "reverse KL of its best optimum", least, Role.REVERSE));
            readouts.add(scene.amount(
                    "KL(*q* ‖ *p*) − min", "what q has above it, reverse", Math.max(0, reverse - least), Role.REVERSE));
        }
        return readouts;
    }

    private static double leastReverse(List<FitSurvey.Point> points) {
        double least = Double.POSITIVE_INFINITY;
        for (FitSurvey.Point point : points) {
            least = Math.min(least, point.reverseNats());
        }
        return least;
    }

    private List<Table.Row> own() {
        Descent.Step forward = descents.forward().end();
        Descent.Step reverse = descents.reverse().end();
        return state.steps() == 0
                ? List.of(scene.row("your q", forward.mean(), forward.sd()))
                : List.of(
                        scene.row(
                                "q after " + FitWords.steps(descents.forward()) + ", forward",
                                forward.mean(),
                                forward.sd()),
                        scene.row(
                                "q after " + FitWords.steps(descents.reverse()) + ", reverse",
                                reverse.mean(),
                                reverse.sd()));
    }

    private List<Figure> figures(FitPicture picture, FitWords words) {
        var figures = new ArrayList<>(planes(picture));
        figures.add(new Figure("descent", steps(words)));
        return figures;
    }

    private List<Figure> planes(FitPicture picture) {
        var figures = new ArrayList<Figure>();
        if (scene.survey().isPresent()) {
            Picture.Axes axes = FitReliefs.axes(scene.survey().get().target());
            figures.add(new Figure("plane-forward", picture.forwardPlane(axes)));
            figures.add(new Figure("plane-reverse", picture.reversePlane(axes)));
        }
        return figures;
    }

    private Picture.Steps steps(FitWords words) {
        int last = descents.longest();
        int every = 1 + last / MOST_POINTS;
        var numbers = new ArrayList<Double>();
        for (int step = 0; step < last; step += every) {
            numbers.add((double) step);
        }
        numbers.add((double) last);
        return new Picture.Steps(
                "KL at each step of the descents",
                "step",
                "KL in " + scene.unit().plural(),
                numbers,
                List.of(
                        new Picture.Track("forward KL", Role.FORWARD, valuesAt(numbers, descents.forward())),
                        new Picture.Track("reverse KL", Role.REVERSE, valuesAt(numbers, descents.reverse()))),
                words.descent());
    }

    /** Those of a descent that has ended stay. */
    private List<Double> valuesAt(List<Double> steps, Descent descent) {
        var values = new ArrayList<Double>();
        for (double step : steps) {
            values.add(scene.unit()
                    .of(descent.path()
                            .get((int) Math.min(step, descent.steps()))
                            .value()));
        }
        return values;
    }
}
