/**
 * What an answer is worth: how a question is put to a learner, how what the learner says is graded, which misconception a wrong
 * answer shows, and which revision of the question said so. Pure functions of the question and the input.
 *
 * <p>May use {@code content} (its model), {@code expression}, {@code math}. Start with {@link dev.surprisal.question.Grading}.
 */
@NullMarked
package dev.surprisal.question;

import org.jspecify.annotations.NullMarked;
