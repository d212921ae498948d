/**
 * The course leaves the server: as a folder of static pages that read well by themselves, and its questions in the two formats that
 * learning platforms read, GIFT and Moodle XML.
 *
 * <p>May use {@code content}, {@code question}, {@code widget}, {@code expression} and {@code math}. Start with
 * {@link dev.surprisal.export.StaticCourse} and {@link dev.surprisal.export.QuestionBank}.
 */
@NullMarked
package dev.surprisal.export;

import org.jspecify.annotations.NullMarked;
