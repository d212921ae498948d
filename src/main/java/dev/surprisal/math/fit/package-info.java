/**
 * Fits of a normal or a mixture of normals to a target by KL, in either direction and between the two.
 *
 * <p>May use {@code math}, {@code math.distribution}, {@code math.mixture} and {@code math.information}. Start with
 * {@link dev.surprisal.math.fit.ForwardFit} (one optimum, in closed form) and {@link dev.surprisal.math.fit.ReverseFit} (all
 * optima and the saddles between them). {@link dev.surprisal.math.fit.MixtureFit} (expectation maximisation) and
 * {@link dev.surprisal.math.fit.ReverseMixtureFit} fit mixtures, {@link dev.surprisal.math.fit.CovarianceFit} vectors. A
 * {@link dev.surprisal.math.fit.Landscape} is a divergence with its derivatives at any mean and sd, a
 * {@link dev.surprisal.math.fit.Descent} a path down on it, and {@link dev.surprisal.math.fit.AlphaPath} leads from one
 * direction to the other. Whatever iterates says how it ended: {@link dev.surprisal.math.Outcome}.
 */
@NullMarked
package dev.surprisal.math.fit;

import org.jspecify.annotations.NullMarked;
