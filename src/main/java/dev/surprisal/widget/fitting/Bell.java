package dev.surprisal.widget.fitting;

/** N(mean, sd²) within the limits of the widget. */
record Bell(double mean, double sd) {

    static final double FURTHEST = 10;

    Bell {
        if (!(mean >= -FURTHEST && mean <= FURTHEST) || 1 / mean == Double.NEGATIVE_INFINITY) {
            throw new IllegalArgumentException("a mean lies between -10 and 10");
        }
        if (!(sd > 0 && sd <= FURTHEST)) {
            throw new IllegalArgumentException("a standard deviation lies between 0 and 10");
        }
    }

    Bell withMean(double other) {
        return new Bell(other, sd);
    }

    Bell withSd(double other) {
        return new Bell(mean, other);
    }
}
