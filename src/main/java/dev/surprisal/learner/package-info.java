/**
 * Who learns, and what they did: an opaque cookie names a learner, an append-only log of events in a SQL database keeps
 * visits, answers, hints and solutions, and all progress is derived from that log.
 *
 * <p>May use: question and lesson ids, SQL, store, recall. Start with {@link dev.surprisal.learner.Event} (what can happen) and {@link
 * dev.surprisal.learner.EventLog} (where it is kept).
 */
@NullMarked
package dev.surprisal.learner;

import org.jspecify.annotations.NullMarked;
