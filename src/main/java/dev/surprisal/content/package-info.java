/**
 * The content folder as an immutable {@link dev.surprisal.content.Course}: what an instructor writes, read, computed, typeset and
 * rendered to HTML that is safe by construction, with every mistake reported as a {@link dev.surprisal.content.Problem} at its line
 * and column.
 *
 * <p>May use {@code expression}, {@code typeset}, the catalogue of {@code widget}, commonmark and a YAML reader. Start with
 * {@link dev.surprisal.content.Course} for what comes out.
 */
@NullMarked
package dev.surprisal.content;

import org.jspecify.annotations.NullMarked;
