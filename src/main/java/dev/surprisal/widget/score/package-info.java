/**
 * The widgets on the slope of a log-density: what it is and how it denoises, and how it is learned. Start with
 * {@link dev.surprisal.widget.score.ScoreField}.
 */
@NullMarked
package dev.surprisal.widget.score;

import org.jspecify.annotations.NullMarked;
