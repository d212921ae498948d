/**
 * Whether a function gives the same bits on the server and in the browser, and how long it takes on either side. The classes
 * here but {@code EqualBitsIT} and {@code TimesOfBothSides} are compiled twice too, by javac and to a file of their own beside
 * the shipped core.
 *
 * <p>May use the math core and what the browser's compiler knows of the JDK. To have a function compared, add a line to
 * {@link dev.surprisal.browser.bits.SeededFunctions}.
 */
@NullMarked
package dev.surprisal.browser.bits;

import org.jspecify.annotations.NullMarked;
