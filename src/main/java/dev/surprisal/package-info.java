/**
 * Surprisal: interactive courseware on maximum likelihood, MAP and the KL view of learning.
 *
 * <p>Each package below is a room with one purpose, told in its own {@code package-info.java}. Start with {@code content}
 * (what a course is), {@code widget} (what a learner plays with) and {@code site} (how both reach the browser).
 */
@NullMarked
package dev.surprisal;

import org.jspecify.annotations.NullMarked;
