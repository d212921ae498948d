/**
 * The widgets that estimate parameters from data. Start with {@link dev.surprisal.widget.estimation.RegressionDescent};
 * {@code RegressionData} is what it fits.
 */
@NullMarked
package dev.surprisal.widget.estimation;

import org.jspecify.annotations.NullMarked;
