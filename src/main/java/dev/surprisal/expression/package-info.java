/**
 * The small typed language in which content names numbers: {@code kl(normal(0, 1), normal(m, 2))}.
 *
 * <p>An {@link dev.surprisal.expression.Expression} is parsed once, with a position in every error, and evaluated in a
 * {@link dev.surprisal.expression.Scope} to a {@link dev.surprisal.expression.Value}. What it can call stands in one
 * table, {@link dev.surprisal.expression.Vocabulary}: a new function of the core is one more line there.
 * {@link dev.surprisal.expression.ProseNumber} is a number in a sentence, computed or asserted, and
 * {@link dev.surprisal.expression.LearnerNumber} reads what a learner typed. Everything is in nats unless
 * {@code bits(…)} says otherwise. Uses {@code math} and the JDK only: no clock, no locale, no I/O.
 */
@NullMarked
package dev.surprisal.expression;

import org.jspecify.annotations.NullMarked;
