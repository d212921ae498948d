/**
 * What we add to the compiler that turns Java into JavaScript. Runs while we build, never in the application.
 *
 * <p>May use the compiler only. Start with {@link dev.surprisal.browser.compiler.ParenthesesPlugin}.
 */
@NullMarked
package dev.surprisal.browser.compiler;

import org.jspecify.annotations.NullMarked;
