package dev.surprisal.widget.fitting;

import dev.surprisal.math.distribution.Mixture;
import dev.surprisal.math.fit.Landscape;
import dev.surprisal.math.fit.ReverseFit;
import dev.surprisal.math.fit.StationaryPoint;
import dev.surprisal.widget.StateText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What takes longer to find out about a target: all stationary points of the reverse KL.
 *
 * @param certified whether it is sure that no point is missing
 */
record FitSurvey(Modes target, List<Point> points, boolean certified) {

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

    static FitSurvey of(Modes target) {
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
        return new FitSurvey(target, points, fit.isCertified());
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
            reader.end();
            if (numbers.size() % 5 != 0) {
                return Optional.empty();
            }
            var points = new ArrayList<Point>();
            for (int i = 0; i < numbers.size(); i += 5) {
                points.add(new Point(
                        Kind.of(numbers.get(i)),
                        numbers.get(i + 1),
                        numbers.get(i + 2),
                        numbers.get(i + 3),
                        numbers.get(i + 4)));
            }
            return Optional.of(new FitSurvey(target, points, certified));
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
        return new StateText.Writer(VERSION)
                .numbers(target.numbers())
                .word(certified ? "sure" : "unsure")
                .numbers(numbers)
                .toString();
    }
}
