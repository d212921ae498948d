/**
 * Drawing at random and what is learned from it: normal draws, reparameterised gradients, Monte Carlo estimates with their
 * error, sums that become normal, and how language models choose the next token.
 *
 * <p>May use {@code math}. Randomness comes in as numbers in [0, 1], as standard normal numbers or as a
 * {@link dev.surprisal.math.distribution.Generator} of a seed. Sampling by the inverse CDF is {@code quantile(u)} of a distribution. Start with {@link dev.surprisal.math.sampling.MonteCarlo} or
 * {@link dev.surprisal.math.sampling.Decoding}.
 */
@NullMarked
package dev.surprisal.math.sampling;

import org.jspecify.annotations.NullMarked;
