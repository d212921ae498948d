package dev.surprisal.hosting;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Keeps an author signed in who goes on working. */
@Component
class AuthorCookieFilter extends OncePerRequestFilter {
    private final AuthorTokens tokens;

    AuthorCookieFilter(AuthorTokens tokens) {
        this.tokens = tokens;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        // Before the answer, whose head may be gone afterwards. Signing out sends a later cookie of the same name,
        // which wins
        if (request.getMethod().equals("GET") && !request.getServletPath().startsWith("/VAADIN/")) {
            tokens.renew(request, response);
        }
        chain.doFilter(request, response);
    }
}
