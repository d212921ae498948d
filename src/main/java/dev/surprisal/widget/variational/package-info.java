/**
 * The widgets on models with latent variables. Start with {@link dev.surprisal.widget.variational.ElboGap}.
 */
@NullMarked
package dev.surprisal.widget.variational;

import org.jspecify.annotations.NullMarked;
