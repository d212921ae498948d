/**
 * The widgets on single distributions. Start with {@link dev.surprisal.widget.probability.NormalDensity}.
 */
@NullMarked
package dev.surprisal.widget.probability;

import org.jspecify.annotations.NullMarked;
