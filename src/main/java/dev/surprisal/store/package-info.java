/**
 * Where everything that is known of learners is kept: the database that the operator has chosen (a SQLite file, or PostgreSQL),
 * its schema, the way writes are committed, backups.
 *
 * <p>The SQL and the migrations are the same on both; what differs is in this room. May use: nothing of ours. Start with {@link
 * dev.surprisal.store.Store}.
 */
@NullMarked
package dev.surprisal.store;

import org.jspecify.annotations.NullMarked;
