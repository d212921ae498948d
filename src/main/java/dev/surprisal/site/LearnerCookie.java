package dev.surprisal.site;

import dev.surprisal.learner.LearnerId;
import dev.surprisal.learner.LearnerRepository;
import dev.surprisal.learner.LearnerToken;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Which learner a request comes from: an opaque cookie that no script can read and no other site can send. Over TLS its name has a
 * prefix, by which browsers refuse it from any other host ({@code __Host-}, which needs the path {@code /}) or at least from a
 * connection that is not encrypted ({@code __Secure-}, where the course is below a path and others may be beside it).
 */
@Component
class LearnerCookie {
    static final String NAME = "surprisal-learner";
    private static final Duration LIFETIME = Duration.ofDays(400); // the longest that browsers keep one

    private final LearnerRepository learners;

    LearnerCookie(LearnerRepository learners) {
        this.learners = learners;
    }

    /** The learner, if the request names one that we know. */
    Optional<LearnerId> find(HttpServletRequest request) {
        return tokens(request).flatMap(token -> learners.find(token).stream()).findFirst();
    }

    /** Of the best name first: who came before the course had TLS has the plain one, until it is renewed. */
    private static Stream<LearnerToken> tokens(HttpServletRequest request) {
        return Stream.of(name(request), NAME)
                .distinct()
                .flatMap(name -> cookie(request, name).stream())
                .flatMap(value -> LearnerToken.find(value).stream());
    }

    static String name(HttpServletRequest request) {
        if (!request.isSecure()) {
            return NAME;
        }
        return (request.getContextPath().isEmpty() ? "__Host-" : "__Secure-") + NAME;
    }

    /**
     * Makes a new learner and gives the browser its cookie.
     *
     * @param seed decides which variants of questions the learner meets first
     */
    Newcomer create(long seed, HttpServletRequest request, HttpServletResponse response) {
        LearnerToken token = LearnerToken.random();
        LearnerId learner = learners.create(token, seed);
        send(token, request, response);
        return new Newcomer(learner, token);
    }

    /** Gives the browser its cookie once more: the answer that brought it may never have arrived, on a page left early. */
    void sendAgain(Newcomer newcomer, HttpServletRequest request, HttpServletResponse response) {
        send(newcomer.token(), request, response);
    }

    /** A learner whose cookie is on its way; kept in the session until it comes back. */
    record Newcomer(LearnerId id, LearnerToken token) {}

    /** Starts the lifetime of a known learner's cookie anew, so that nobody who keeps coming back is forgotten. */
    void renew(HttpServletRequest request, HttpServletResponse response) {
        Optional<LearnerToken> known = tokens(request)
                .filter(token -> learners.find(token).isPresent())
                .findFirst();
        known.ifPresent(token -> {
            send(token, request, response);
            if (request.isSecure() && cookie(request, NAME).isPresent()) {
                response.addCookie(cookie(NAME, "", Duration.ZERO, request));
            }
        });
    }

    /** What gives a browser the cookie of a token. */
    static Cookie of(LearnerToken token, HttpServletRequest request) {
        return cookie(name(request), token.value(), LIFETIME, request);
    }

    /** What takes the cookie away, under whichever name it came. */
    static List<Cookie> gone(HttpServletRequest request) {
        return Stream.of(name(request), NAME)
                .distinct()
                .map(name -> cookie(name, "", Duration.ZERO, request))
                .toList();
    }

    /** Whether a newcomer is still known; may have been erased since, from another tab. */
    boolean isKnown(Newcomer newcomer) {
        return learners.find(newcomer.token()).isPresent();
    }

    private static void send(LearnerToken token, HttpServletRequest request, HttpServletResponse response) {
        response.addCookie(of(token, request));
    }

    private static Cookie cookie(String name, String value, Duration lifetime, HttpServletRequest request) {
        Cookie cookie = new Cookie(name, value);
        cookie.setHttpOnly(true);
        cookie.setSecure(request.isSecure());
        cookie.setAttribute("SameSite", "Lax");
        cookie.setPath(request.getContextPath() + "/");
        cookie.setMaxAge((int) lifetime.toSeconds());
        return cookie;
    }

    static Optional<String> cookie(HttpServletRequest request, String name) {
        Cookie[] cookies = request.getCookies();
        if (cookies != null) {
            for (Cookie cookie : cookies) {
                if (cookie.getName().equals(name)) {
                    return Optional.of(cookie.getValue());
                }
            }
        }
        return Optional.empty();
    }
}
