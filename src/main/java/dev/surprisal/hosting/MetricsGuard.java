package dev.surprisal.hosting;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Shows the metrics to whoever knows the operator's token; without a token there are none to be found. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 20)
class MetricsGuard extends OncePerRequestFilter {
    private final String expected;

    MetricsGuard(Settings settings) {
        expected = settings.metricsToken().isEmpty() ? "" : "Bearer " + settings.metricsToken();
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return isFree(request);
    }

    static boolean isFree(HttpServletRequest request) {
        // As the container has read it: %6d is an m to whatever answers
        String inside = request.getPathInfo();
        String path = request.getServletPath() + (inside == null ? "" : inside);
        return !path.startsWith("/metrics");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String shown = request.getHeader("Authorization");
        if (expected.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } else if (shown == null || !same(shown)) {
            response.setHeader("WWW-Authenticate", "Bearer");
            response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
        } else {
            chain.doFilter(request, response);
        }
    }

    /** Takes as long for a token that is nearly right as for any other. */
    private boolean same(String shown) {
        return MessageDigest.isEqual(shown.getBytes(StandardCharsets.UTF_8), expected.getBytes(StandardCharsets.UTF_8));
    }
}
