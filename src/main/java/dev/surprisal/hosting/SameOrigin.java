package dev.surprisal.hosting;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * Whether a form was sent from a page of ours. Browsers say so themselves: by {@code Sec-Fetch-Site} where the connection is private, by
 * {@code Origin} everywhere. What says neither is not taken.
 */
public final class SameOrigin {

    private SameOrigin() {}

    public static boolean isSentFromHere(HttpServletRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        if (site != null) {
            return site.equals("same-origin");
        }
        String origin = request.getHeader("Origin");
        return origin != null
                && origin.regionMatches(true, 0, "http", 0, 4)
                && hostOf(origin).equalsIgnoreCase(host(request));
    }

    private static String hostOf(String origin) {
        try {
            @Nullable String authority = URI.create(origin).getRawAuthority();
            return authority == null ? "" : authority;
        } catch (IllegalArgumentException noAddress) {
            return "";
        }
    }

    private static String host(HttpServletRequest request) {
        String host = request.getHeader("Host");
        return host == null ? "" : host;
    }
}
