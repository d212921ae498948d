/**
 * The widgets that draw at random and ask how far the result may be off: means of draws, gradients estimated from draws, batches
 * of a data set, texts drawn piece by piece. Start with {@link dev.surprisal.widget.sampling.MonteCarloError}; all are
 * {@link dev.surprisal.widget.SeededCalculator}s.
 */
@NullMarked
package dev.surprisal.widget.sampling;

import org.jspecify.annotations.NullMarked;
