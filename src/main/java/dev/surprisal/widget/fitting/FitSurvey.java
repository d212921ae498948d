package dev.surprisal.widget.fitting;

import dev.surprisal.math.distribution.Mixture;
import dev.surprisal.math.distribution.Normal;
import dev.surprisal.math.fit.AlphaPath;
import dev.surprisal.math.fit.Landscape;
import dev.surprisal.math.fit.ReverseFit;
import dev.surprisal.math.fit.StationaryPoint;
import dev.surprisal.widget.StateText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What takes longer to find out about a target: all stationary points of the reverse KL, and for the way between the directions
 * where it leads.
 *
 * @param ground of the view that it was made for: see {@link View#ground}
 * @param certified whether it is sure that no point is missing
 * @param fromForward the way that begins at the forward fit; unknown unless it was asked for
 * @param fromReverse the way that begins at the best reverse fit; unknown unless it was asked for
 */
record FitSurvey(Modes target, View ground, List<Point> points, boolean certified, Way fromForward, Way fromReverse) {

    private static final int VERSION = 1;

    /** Of the sd: a mean is not known better. */
    private static final double ERROR_OF_MEAN = 1e-11;

    FitSurvey {
        points = List.copyOf(points);
    }

    /** A stationary point of the reverse KL; minima come first, by their means. */
    record Point(Kind kind, double mean, double sd, double reverseNats, double forwardNats) {}

    enum Kind {
        GLOBAL(0),
        LOCAL(1),
        SADDLE(2);

        /** In the text of the findings. */
        private final double code;

        Kind(double code) {
            this.code = code;
        }

        private static Kind of(double code) {
            for (Kind kind : values()) {
                if (kind.code == code) {
                    return kind;
                }
            }
            throw new IllegalArgumentException("there is no kind of point with this number");
        }
    }

    static FitSurvey of(Modes target, View view) {
        Mixture p = target.toMixture();
        ReverseFit fit = ReverseFit.of(p);
        Landscape forward = Landscape.forward(p);
        var points = new ArrayList<Point>();
        for (StationaryPoint point : fit.points()) {
            Kind kind = switch (point.kind()) {
                case GLOBAL_MINIMUM -> Kind.GLOBAL;
                case LOCAL_MINIMUM -> Kind.LOCAL;
                case SADDLE -> Kind.SADDLE;
            };
            double sd = point.q().sd();
            double mean = Math.abs(point.q().mean()) < ERROR_OF_MEAN * sd
                    ? 0
                    : point.q().mean();
            points.add(new Point(
                    kind, mean, sd, point.klNats(), forward.at(mean, sd).value()));
        }
        Way fromForward = Way.UNKNOWN;
        Way fromReverse = Way.UNKNOWN;
        if (view instanceof View.Between) {
            Point best = best(points);
            fromForward = Way.of(AlphaPath.fromForward(p, Way.INTERVALS));
            fromReverse = Way.of(AlphaPath.fromReverse(p, new Normal(best.mean, best.sd), Way.INTERVALS));
        }
        return new FitSurvey(target, view.ground(), points, fit.isCertified(), fromForward, fromReverse);
    }

    /** The first of the global minima. */
    private static Point best(List<Point> points) {
        Point best = points.getFirst();
        for (Point point : points) {
            best = point.kind == Kind.GLOBAL && best.kind != Kind.GLOBAL ? point : best;
        }
        return best;
    }

    boolean isAbout(KlFit.State state) {
        return target.equals(state.target()) && ground.equals(state.view().ground());
    }

    /** The survey that wrote a text; empty for any other. */
    static Optional<FitSurvey> find(String findings) {
        if (findings.isEmpty()) {
            return Optional.empty();
        }
        try {
            var reader = new StateText.Reader(findings, VERSION);
            Modes target = Modes.of(reader.numbers());
            boolean certified = reader.word().equals("sure");
            List<Double> numbers = reader.numbers();
            if (numbers.size() % 5 != 0) {
                return Optional.empty();
            }
            View ground = ViewText.read(reader);
            boolean ways = ground instanceof View.Between;
            Way fromForward = ways ? new Way(reader.numbers()) : Way.UNKNOWN;
            Way fromReverse = ways ? new Way(reader.numbers()) : Way.UNKNOWN;
            reader.end();
            var points = new ArrayList<Point>();
            for (int i = 0; i < numbers.size(); i += 5) {
                points.add(new Point(
                        Kind.of(numbers.get(i)),
                        numbers.get(i + 1),
                        numbers.get(i + 2),
                        numbers.get(i + 3),
                        numbers.get(i + 4)));
            }
            return Optional.of(new FitSurvey(target, ground, points, certified, fromForward, fromReverse));
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    List<Point> minima() {
        var minima = new ArrayList<Point>();
        for (Point point : points) {
            if (point.kind != Kind.SADDLE) {
                minima.add(point);
            }
        }
        return minima;
    }

    /** For {@link #find}. */
    String toText() {
        var numbers = new ArrayList<Double>();
        for (Point point : points) {
            numbers.addAll(List.of(point.kind.code, point.mean, point.sd, point.reverseNats, point.forwardNats));
        }
        var writer = new StateText.Writer(VERSION)
                .numbers(target.numbers())
                .word(certified ? "sure" : "unsure")
                .numbers(numbers);
        ViewText.write(ground, writer);
        if (ground instanceof View.Between) {
            writer.numbers(fromForward.places()).numbers(fromReverse.places());
        }
        return writer.toString();
    }
}
