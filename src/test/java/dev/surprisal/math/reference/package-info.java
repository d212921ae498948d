/**
 * The quantities of the course by name: which public method of the core gives each, held to a table of values from outside.
 *
 * <p>Start with {@link dev.surprisal.math.reference.ReferenceValuesTest}; a new quantity is one line in
 * {@link dev.surprisal.math.reference.Quantities}.
 */
@NullMarked
package dev.surprisal.math.reference;

import org.jspecify.annotations.NullMarked;
