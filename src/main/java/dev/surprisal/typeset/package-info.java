/**
 * LaTeX to HTML with MathML, on the server: KaTeX in Rhino, so that a lesson is readable before any script runs and a mistake in a
 * formula is found when the content is read.
 *
 * <p>Uses the JDK, Rhino and {@code cache}. Start with {@link dev.surprisal.typeset.Typesetter}. The browser needs only KaTeX's stylesheet and fonts.
 */
@NullMarked
package dev.surprisal.typeset;

import org.jspecify.annotations.NullMarked;
