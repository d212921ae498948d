/**
 * Mixtures of normals taken apart, and the quadrature that integrates what is made of their logarithms.
 *
 * <p>May use {@code math} and {@code math.distribution}. Start with {@link dev.surprisal.math.mixture.NormalPanels}: the line
 * is cut into panels by the complex zeros of the densities, and each panel states its error. {@code math.information} and
 * {@code math.fit} integrate with it; whoever wants a divergence asks those.
 */
@NullMarked
package dev.surprisal.math.mixture;

import org.jspecify.annotations.NullMarked;
