/**
 * The pages as a browser gets them: first a whole readable page from a handler that creates no session, then, when the
 * browser is idle, a Vaadin view that takes answers.
 * What is saved in the content folder comes into open pages by {@link dev.surprisal.site.LiveContent}.
 *
 * <p>May use every room but studio and cli. Start with {@link dev.surprisal.site.PageRoutes} (which address gives what)
 * and {@link dev.surprisal.site.LessonView} (what a lesson's page can ask).
 */
@NullMarked
package dev.surprisal.site;

import org.jspecify.annotations.NullMarked;
