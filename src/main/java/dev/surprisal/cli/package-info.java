/**
 * The words of the command line that need no server: {@code eval} and {@code lint}. They start fast, since nothing here
 * boots Spring.
 *
 * <p>Start reading at {@link dev.surprisal.cli.Cli}: it lists the words, each one class. May use every room except
 * {@code site} and {@code studio}.
 */
@NullMarked
package dev.surprisal.cli;

import org.jspecify.annotations.NullMarked;
