/**
 * Mixtures of normals in flat arrays, and their entropies and KL by a quadrature that knows where they are hard.
 *
 * <p>May use {@code math} and {@code math.distribution}. Start with {@link dev.surprisal.math.mixture.NormalMixture} and
 * {@link dev.surprisal.math.mixture.MixtureKl}. The points of the rule follow from the complex zeros of the density
 * ({@code Zeros}) and the widths of its bells ({@link dev.surprisal.math.mixture.Panels}); a formula says beforehand what
 * the rule will be off.
 */
@NullMarked
package dev.surprisal.math.mixture;

import org.jspecify.annotations.NullMarked;
