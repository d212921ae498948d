/**
 * The checker of content: what the content engine finds while it reads, and rules about wording, questions and numbers on top, one
 * class each.
 *
 * <p>May use {@code cache}, {@code content}, {@code question}, {@code widget}, {@code expression} and {@code math}. Start with
 * {@link dev.surprisal.check.Checker}; the ids and severities of all rules stand in {@link dev.surprisal.content.Rule}.
 */
@NullMarked
package dev.surprisal.check;

import org.jspecify.annotations.NullMarked;
