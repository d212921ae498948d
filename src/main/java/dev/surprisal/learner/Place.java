package dev.surprisal.learner;

/**
 * Where a learner was reading.
 *
 * @param page the page of the lesson, as in {@link Event.Visited}
 * @param section the id of the section read last; empty for the top of the page
 */
public record Place(String lesson, String page, String section) {}
