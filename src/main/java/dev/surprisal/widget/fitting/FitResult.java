package dev.surprisal.widget.fitting;

import dev.surprisal.math.distribution.Mixture;
import dev.surprisal.math.fit.Descent;
import dev.surprisal.widget.Figure;
import dev.surprisal.widget.Outcome;
import dev.surprisal.widget.Picture;
import dev.surprisal.widget.Readout;
import dev.surprisal.widget.Role;
import dev.surprisal.widget.Table;
import dev.surprisal.widget.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a state of {@link KlFit} shows. */
final class FitResult {

    /** A chart has about as many points as it has room for. */
    private static final int MOST_POINTS = 120;

    private final KlFit.State state;
    private final KlFit.State begun;
    private final Optional<FitSurvey> survey;
    private final boolean settled;
    private final Unit unit;
    private final Descents descents;
    private final Bell forwardBest;
    private final double leastForward;

    FitResult(KlFit.State state, KlFit.State begun, Optional<FitSurvey> survey) {
        this.state = state;
        this.begun = begun;
        this.survey = survey;
        settled = survey.isPresent() && survey.get().target().equals(state.target());
        unit = state.unit();
        descents = Descents.of(state);
        Mixture p = state.target().toMixture();
        forwardBest = new Bell(0 + p.mean(), Math.sqrt(p.variance()));
        leastForward =
                descents.forwardKl().at(forwardBest.mean(), forwardBest.sd()).value();
    }

    Outcome outcome() {
        List<FitSurvey.Point> points = survey.map(FitSurvey::points).orElse(List.of());
        var picture = new FitPicture(state, begun, descents, forwardBest, points);
        var words = new FitWords(state, descents, forwardBest, leastForward, points);
        return new Outcome.Result(
                headline(),
                readouts(points),
                picture.panels(),
                table(points),
                words.words(),
                words.notes(survey.map(FitSurvey::certified).orElse(true)),
                words.spoken(),
                figures(picture, words),
                settled);
    }

    private List<Readout> headline() {
        return List.of(
                amount("KL(*p* ‖ *q*)", "forward KL", descents.forward().end().value(), Role.FORWARD),
                amount("KL(*q* ‖ *p*)", "reverse KL", descents.reverse().end().value(), Role.REVERSE));
    }

    private Readout amount(String label, String name, double nats, Role role) {
        return new Readout(label, name, unit.of(nats), unit.plural(), role);
    }

    private List<Readout> readouts(List<FitSurvey.Point> points) {
        var readouts = new ArrayList<Readout>();
        double forward = descents.forward().end().value();
        readouts.add(amount("min KL(*p* ‖ *q*)", "forward KL of its optimum", leastForward, Role.FORWARD));
        // Nothing but rounding is below the least
        double above = Math.max(0, forward - leastForward);
        readouts.add(amount("KL(*p* ‖ *q*) − min", "what q has above it", above, Role.FORWARD));
        if (settled) {
            double reverse = descents.reverse().end().value();
            double least = leastReverse(points);
            readouts.add(amount("min KL(*q* ‖ *p*)", "reverse KL of its best optimum", least, Role.REVERSE));
            readouts.add(amount(
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

    private Table table(List<FitSurvey.Point> points) {
        var rows = new ArrayList<Table.Row>();
        double reverseOfBest =
                descents.reverseKl().at(forwardBest.mean(), forwardBest.sd()).value();
        rows.add(row("forward optimum", forwardBest.mean(), forwardBest.sd(), leastForward, reverseOfBest, true));
        for (FitSurvey.Point point : points) {
            String name = switch (point.kind()) {
                case GLOBAL -> "reverse, global minimum";
                case LOCAL -> "reverse, local minimum";
                case SADDLE -> "reverse, saddle";
            };
            boolean striking = point.kind() == FitSurvey.Kind.GLOBAL;
            rows.add(row(name, point.mean(), point.sd(), point.forwardNats(), point.reverseNats(), striking));
        }
        var own = new ArrayList<Table.Row>();
        if (state.steps() == 0) {
            own.add(row("your q", descents.forward().end()));
        } else {
            own.add(row(
                    "q after " + FitWords.steps(descents.forward()) + ", forward",
                    descents.forward().end()));
            own.add(row(
                    "q after " + FitWords.steps(descents.reverse()) + ", reverse",
                    descents.reverse().end()));
        }
        return new Table(
                "All optima and your q, KL in " + unit.plural(),
                List.of(
                        new Table.Column("normal", Role.PLAIN),
                        new Table.Column("*μ*", Role.PLAIN),
                        new Table.Column("*σ*", Role.PLAIN),
                        new Table.Column("KL(*p* ‖ *q*)", Role.FORWARD, unit.plural()),
                        new Table.Column("KL(*q* ‖ *p*)", Role.REVERSE, unit.plural())),
                rows,
                own);
    }

    private Table.Row row(String name, Descent.Step q) {
        double forward = descents.forwardKl().at(q.mean(), q.sd()).value();
        double reverse = descents.reverseKl().at(q.mean(), q.sd()).value();
        return row(name, q.mean(), q.sd(), forward, reverse, false);
    }

    private Table.Row row(String name, double mean, double sd, double forward, double reverse, boolean striking) {
        return new Table.Row(
                List.of(
                        new Table.Cell.Words(name),
                        new Table.Cell.Place(mean),
                        new Table.Cell.Place(sd),
                        new Table.Cell.Amount(unit.of(forward)),
                        new Table.Cell.Amount(unit.of(reverse))),
                striking);
    }

    private List<Figure> figures(FitPicture picture, FitWords words) {
        var figures = new ArrayList<Figure>();
        if (survey.isPresent()) {
            Picture.Axes axes = FitReliefs.axes(survey.get().target());
            figures.add(new Figure("plane-forward", picture.forwardPlane(axes)));
            figures.add(new Figure("plane-reverse", picture.reversePlane(axes)));
        }
        figures.add(new Figure("descent", steps(words)));
        return figures;
    }

    private Picture.Steps steps(FitWords words) {
        int last = descents.longest();
        int every = 1 + last / MOST_POINTS;
        var numbers = new ArrayList<Integer>();
        for (int step = 0; step < last; step += every) {
            numbers.add(step);
        }
        numbers.add(last);
        return new Picture.Steps(
                "KL at each step of the descents",
                "step",
                "KL in " + unit.plural(),
                numbers,
                List.of(
                        new Picture.Track("forward KL", Role.FORWARD, valuesAt(numbers, descents.forward())),
                        new Picture.Track("reverse KL", Role.REVERSE, valuesAt(numbers, descents.reverse()))),
                words.descent());
    }

    /** Those of a descent that has ended stay. */
    private List<Double> valuesAt(List<Integer> steps, Descent descent) {
        var values = new ArrayList<Double>();
        for (int step : steps) {
            values.add(
                    unit.of(descent.path().get(Math.min(step, descent.steps())).value()));
        }
        return values;
    }
}
