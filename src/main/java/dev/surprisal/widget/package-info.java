/**
 * Everything a learner plays with: a widget declares its parameters, keeps its state in a record and turns a state into a
 * result (numbers, picture, table, words), all as pure functions of their arguments.
 *
 * <p>May use {@code math} only, and none of what differs between the JVM and the browser: the same classes run on the
 * server, which puts the whole widget into the page, and compiled in the browser, which draws it again while it is played
 * with. Start with {@link dev.surprisal.widget.Widget}; {@link dev.surprisal.widget.Play} is one step of play and
 * {@link dev.surprisal.widget.WidgetMarkup} its HTML. The widgets themselves stand in packages by subject and in the
 * {@link dev.surprisal.widget.Catalogue}; their texts stand next to them.
 */
@NullMarked
package dev.surprisal.widget;

import org.jspecify.annotations.NullMarked;
