/**
 * The score d/dx ln p(x) and what is learned and done with it: score matching, denoising, diffusion by a noise schedule.
 *
 * <p>Distributions know their own score ({@code Continuous.score}); the Fisher divergence is in {@code math.information}. May
 * use {@code math}. Start with {@link dev.surprisal.math.score.ScoreMatching}, then
 * {@link dev.surprisal.math.score.Denoiser}.
 */
@NullMarked
package dev.surprisal.math.score;

import org.jspecify.annotations.NullMarked;
