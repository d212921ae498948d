/**
 * The widgets that fit one distribution to another. Start with {@link dev.surprisal.widget.fitting.KlFit}; {@code FitResult}
 * is what a state of it shows in a frame, {@code FitSurvey} what a worker finds out meanwhile.
 */
@NullMarked
package dev.surprisal.widget.fitting;

import org.jspecify.annotations.NullMarked;
