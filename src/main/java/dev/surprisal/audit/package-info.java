/**
 * What the log says again: {@link dev.surprisal.audit.Replay} grades every answer anew by the definition that was kept with it and
 * compares the verdicts; {@link dev.surprisal.audit.Regrading} says what the questions as they are now would change. Both are
 * functions of what they are given; nothing is changed until {@link dev.surprisal.audit.Regrading#events} are appended.
 *
 * <p>May use {@code content}, {@code question} and {@code learner}.
 */
@NullMarked
package dev.surprisal.audit;

import org.jspecify.annotations.NullMarked;
