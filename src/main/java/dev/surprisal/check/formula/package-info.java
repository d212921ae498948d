/**
 * Reads the LaTeX of the subject as arithmetic: probabilities, means, sums over outcomes or samples, entropies and divergences. What it
 * reads can be tried on drawn distributions or computed with the ones that the text names, so that a formula is checked like a number.
 * What it does not know it says nothing about. Start at {@link dev.surprisal.check.formula.FormulaReader}.
 */
@NullMarked
package dev.surprisal.check.formula;

import org.jspecify.annotations.NullMarked;
