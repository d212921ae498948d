package dev.surprisal.widget.fitting;

import dev.surprisal.math.distribution.Normal;
import dev.surprisal.math.fit.AlphaPath;
import java.util.ArrayList;
import java.util.List;

/**
 * Where the fit is at alpha = 0, 1/40, … 1, to four places: near enough for a descent to be there in a few steps.
 *
 * @param places mean and sd of each in turn; none before a survey has found them
 */
record Way(List<Double> places) {

    static final Way UNKNOWN = new Way(List.of());

    static final int INTERVALS = 40;

    Way {
        places = List.copyOf(places);
        if (!places.isEmpty() && places.size() != 2 * (INTERVALS + 1)) {
            throw new IllegalArgumentException("a way has " + (INTERVALS + 1) + " places");
        }
        for (int i = 1; i < places.size(); i += 2) {
            if (!(places.get(i) > 0)) {
                throw new IllegalArgumentException("a standard deviation is above 0");
            }
        }
    }

    static Way of(AlphaPath path) {
        List<AlphaPath.Place> found = path.places();
        boolean up = found.getFirst().alpha() == 0;
        var places = new ArrayList<Double>();
        for (int i = 0; i < found.size(); i++) {
            Normal q = found.get(up ? i : found.size() - 1 - i).q();
            places.add(rounded(q.mean()));
            places.add(Math.max(1e-4, rounded(q.sd())));
        }
        return new Way(places);
    }

    private static double rounded(double x) {
        return 0 + Math.floor(1e4 * x + 0.5) / 1e4;
    }

    boolean isKnown() {
        return !places.isEmpty();
    }

    static double alpha(int i) {
        return (double) i / INTERVALS;
    }

    double mean(int i) {
        return places.get(2 * i);
    }

    double sd(int i) {
        return places.get(2 * i + 1);
    }

    /** The place whose alpha is nearest. */
    Normal near(double alpha) {
        int i = (int) Math.floor(alpha * INTERVALS + 0.5);
        return new Normal(mean(i), sd(i));
    }
}
