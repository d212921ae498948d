/**
 * Probability distributions as immutable values: density, moments, mode, support, sampling.
 *
 * <p>May use {@code math} only. Start with {@link dev.surprisal.math.distribution.Distribution}: it is sealed, so a
 * {@code switch} over families needs no default. Logarithms are natural and their unit is the nat. Normal, Laplace and
 * the like take a scale (a standard deviation, never a variance); exponential and gamma take a rate. What compares two
 * distributions lives in {@code math.information}.
 */
@NullMarked
package dev.surprisal.math.distribution;

import org.jspecify.annotations.NullMarked;
