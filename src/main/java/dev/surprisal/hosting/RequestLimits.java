package dev.surprisal.hosting;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Turns away who asks too often from one address (429), or sends too much at once (413). Health and files are free: a monitor must not
 * be turned away because of others, and a file costs next to nothing.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class RequestLimits extends OncePerRequestFilter {
    /** As many addresses are remembered; of more, those that were quiet the longest are forgotten, and start anew. */
    private static final int ADDRESSES = 100_000;

    private static final Duration PERIOD = Duration.ofMinutes(1);
    private static final List<String> FREE =
            List.of("/VAADIN/build/", "/figures/", "/health", "/favicon.", "/cover.png", "/robots.txt");

    private final int requests;
    private final long body;
    private final TimeMeter clock;
    private final Cache<String, Bucket> buckets = Caffeine.newBuilder()
            .maximumSize(ADDRESSES)
            .expireAfterAccess(PERIOD.multipliedBy(2))
            .build();

    @Autowired
    RequestLimits(Settings settings) {
        this(settings.limits(), TimeMeter.SYSTEM_NANOTIME);
    }

    RequestLimits(Settings.Limits limits, TimeMeter clock) {
        this.requests = limits.requests();
        this.body = limits.body().toBytes();
        this.clock = clock;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        return FREE.stream().anyMatch(path::startsWith);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        ConsumptionProbe probe = bucket(Network.of(request.getRemoteAddr())).tryConsumeAndReturnRemaining(1);
        if (!probe.isConsumed()) {
            long seconds = TimeUnit.NANOSECONDS.toSeconds(probe.getNanosToWaitForRefill()) + 1;
            response.setHeader("Retry-After", Long.toString(seconds));
            // Flow's client gives up on 429 but tries again on 503
            response.sendError(isMessage(request) ? HttpServletResponse.SC_SERVICE_UNAVAILABLE : 429);
            return;
        }
        if (request.getContentLengthLong() > body) {
            response.sendError(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
            return;
        }
        if (request.getHeader("Transfer-Encoding") == null) {
            chain.doFilter(request, response);
            return;
        }
        // Nothing says how long it is: it is read before anybody waits for the rest of it
        byte[] read = request.getInputStream().readNBytes((int) Math.min(body + 1, Integer.MAX_VALUE));
        if (read.length > body) {
            response.sendError(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
        } else {
            chain.doFilter(new ReadRequest(request, read), response);
        }
    }

    private static boolean isMessage(HttpServletRequest request) {
        String query = request.getQueryString();
        return query != null && query.startsWith("v-r=");
    }

    private Bucket bucket(String network) {
        return buckets.get(
                network,
                _ -> Bucket.builder()
                        .addLimit(limit -> limit.capacity(requests).refillGreedy(requests, PERIOD))
                        .withCustomTimePrecision(clock)
                        .build());
    }
}
