/**
 * What was made once with some effort and can be made again: kept in files, and not for ever.
 *
 * <p>Uses the JDK alone. Start with {@link dev.surprisal.cache.KeptTexts}.
 */
@NullMarked
package dev.surprisal.cache;

import org.jspecify.annotations.NullMarked;
