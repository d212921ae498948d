/**
 * From data to parameters: likelihoods, maximum likelihood, MAP and penalties, regressions, conjugate priors, Bayes' rule.
 *
 * <p>May use {@code math}, {@code math.distribution} and {@code math.information}. Start with
 * {@link dev.surprisal.math.estimation.Likelihood}, then {@link dev.surprisal.math.estimation.MaximumLikelihood} and
 * {@link dev.surprisal.math.estimation.Conjugate}. Negative log-likelihoods (NLL) are in nats and sums over the data unless
 * a name says mean. Where there is no maximum, the result says so; no search returns its last point in silence.
 */
@NullMarked
package dev.surprisal.math.estimation;

import org.jspecify.annotations.NullMarked;
