package dev.surprisal.math.distribution;

/**
 * A probability distribution: an immutable value that knows its density, moments, mode and support and can be sampled.
 *
 * <p>Sealed, so that whoever treats families one by one (closed forms, texts) is told by the compiler when one is added.
 */
public sealed interface Distribution permits Univariate, Multivariate {

    /** The same distribution in its plainest form: a mixture of equal components, or of one, is that component. */
    default Distribution simplest() {
        return this;
    }
}
