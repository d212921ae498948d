package dev.surprisal.check.formula;

/** What the names of a formula stand for. */
public interface Setting {

    /** There is no value: a name stands for nothing here, or a probability for no outcome in particular. */
    final class NoValue extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public NoValue(String what) {
            super(what, null, false, false);
        }
    }

    /** The outcome of a probability that stands in no sum. */
    int NO_OUTCOME = -1;

    /** @throws NoValue when nothing is known of this distribution */
    double[] distribution(String name);

    /** @throws NoValue when nothing is known of this number */
    double number(String name);

    /**
     * The number that {@code {{…}}} puts there.
     *
     * @throws NoValue when it is none
     */
    double inserted(String source);

    /** How many samples stand for a distribution that is sampled: each outcome as often as its probability says. */
    int samples();

    /**
     * The distribution of which samples are taken.
     *
     * @throws NoValue when it is not known
     */
    String sampled();
}
