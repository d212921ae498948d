/**
 * Objectives with a divergence inside. Latent-variable models whose evidence is known exactly, and the lower bounds on it: ELBO,
 * its two terms, its gap, the importance-weighted bound. Policies held by a KL, the adversarial game, distillation.
 *
 * <p>In nats throughout. May use {@code math}. Start with {@link dev.surprisal.math.variational.LinearGaussian}, the model
 * with a latent number, then {@link dev.surprisal.math.variational.LatentMixture}, the model with a latent component.
 */
@NullMarked
package dev.surprisal.math.variational;

import org.jspecify.annotations.NullMarked;
