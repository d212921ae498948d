/**
 * The mathematics of the course as pure functions of their arguments, with the same bits on the server and in the browser.
 *
 * <p>The room uses the JDK without the transcendental functions of {@link java.lang.Math}: only operations that both
 * compilers carry out exactly ({@code + - * /}, comparisons, {@code sqrt}, {@code abs}, {@code floor}, {@code ceil}), no
 * {@code long} where it is hot, no clock, locale or I/O. A cast to {@code int} is the same on both sides only inside the
 * range of {@code int}, a cast to {@code float} rounds on the server alone.
 *
 * <p>How exact results are: where a method says no more, a closed form is off by less than 1e-11 of itself or 1e-13, whichever
 * is more, and what needs quadrature by 1e-9. Tests hold each quantity of the course to that against a table of values with
 * more digits, and the functions underneath to a few units in the last place.
 *
 * <p>Start with {@link dev.surprisal.math.Elementary} (exp, log and their kin), then
 * {@link dev.surprisal.math.LogSpace} (probabilities as logarithms), {@link dev.surprisal.math.Sum} and
 * {@link dev.surprisal.math.Decimal} (numbers as text and back); {@link dev.surprisal.math.Special} has the error, gamma and
 * beta functions.
 */
@NullMarked
package dev.surprisal.math;

import org.jspecify.annotations.NullMarked;
