/**
 * Surprisal, entropy, cross-entropy and divergences, all in nats.
 *
 * <p>May use {@code math} and {@code math.distribution}. Start with {@link dev.surprisal.math.information.Entropy}
 * and {@link dev.surprisal.math.information.Divergence}. The first argument is always the distribution that the average
 * is taken under: {@code klNats(p, q)} is KL(p||q). Everywhere 0 log 0 = 0, and an outcome that p allows and q rules out
 * makes KL(p||q) and H(p, q) infinite.
 */
@NullMarked
package dev.surprisal.math.information;

import org.jspecify.annotations.NullMarked;
