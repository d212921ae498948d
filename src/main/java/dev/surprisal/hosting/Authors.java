package dev.surprisal.hosting;

import jakarta.servlet.http.HttpServletRequest;

/**
 * Who sees drafts, instructor text and diagnostics. All that asks, asks here; {@link AuthorTokens} answers today, and roles that come with
 * a sign-in can take its place.
 */
@FunctionalInterface
public interface Authors {

    boolean isAuthor(HttpServletRequest request);
}
