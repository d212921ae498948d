/**
 * How the application is set up where it runs: its settings, its database, the headers that every answer carries, and
 * who is an author.
 *
 * <p>May use: learner, store. Start with {@link dev.surprisal.hosting.Settings}.
 */
@NullMarked
package dev.surprisal.hosting;

import org.jspecify.annotations.NullMarked;
