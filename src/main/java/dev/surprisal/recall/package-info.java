/**
 * When something learnt should be asked again: FSRS-6, which models how well a thing is remembered by its stability and difficulty and
 * asks when the probability to recall it has fallen to nine in ten. Pure functions of ratings and their times, without a clock, a
 * calendar or a time zone.
 *
 * <p>May use: nothing. Start with {@link dev.surprisal.recall.Scheduler}.
 */
@NullMarked
package dev.surprisal.recall;

import org.jspecify.annotations.NullMarked;
