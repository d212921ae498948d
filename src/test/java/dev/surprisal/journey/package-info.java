/**
 * Journeys through the packaged application in a real browser. {@link dev.surprisal.journey.RunningCourse} starts the jar,
 * {@link dev.surprisal.journey.Reader} is the browser; both know nothing of what is inside.
 */
@NullMarked
package dev.surprisal.journey;

import org.jspecify.annotations.NullMarked;
