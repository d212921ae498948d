/**
 * Models that predict one thing after another: p(x) = product of p(x_i | x_1 … x_(i-1)), exact likelihoods, sampling step by
 * step.
 *
 * <p>May use {@code math}. Start with {@link dev.surprisal.math.sequence.ChainRule}, which takes a joint distribution of a few
 * bits apart; {@link dev.surprisal.math.sequence.Autoregression} is the model of a time series.
 */
@NullMarked
package dev.surprisal.math.sequence;

import org.jspecify.annotations.NullMarked;
