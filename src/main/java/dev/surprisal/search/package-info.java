/**
 * Finds a place of the course by words: an index in memory over what a page shows to a learner who has not answered anything, so
 * that no key, hint, solution or feedback can be found.
 *
 * <p>May use {@code content}, the catalogue of {@code widget}, {@code expression} for the numbers of a question's first variant,
 * Lucene and jsoup. Start with {@link dev.surprisal.search.Index}.
 */
@NullMarked
package dev.surprisal.search;

import org.jspecify.annotations.NullMarked;
