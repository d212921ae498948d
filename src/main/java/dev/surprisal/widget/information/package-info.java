/**
 * The widgets on information and divergence. Start with {@link dev.surprisal.widget.information.KlDiscrete}.
 */
@NullMarked
package dev.surprisal.widget.information;

import org.jspecify.annotations.NullMarked;
