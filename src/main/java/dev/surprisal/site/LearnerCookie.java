package dev.surprisal.site;

import dev.surprisal.learner.LearnerId;
import dev.surprisal.learner.LearnerRepository;
import dev.surprisal.learner.LearnerToken;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Which learner a request comes from: an opaque cookie that no script can read and no other site can send. */
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
        return cookie(request, NAME).flatMap(LearnerToken::find).flatMap(learners::find);
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
        cookie(request, NAME)
                .flatMap(LearnerToken::find)
                .filter(token -> learners.find(token).isPresent())
                .ifPresent(token -> send(token, request, response));
    }

    private static void send(LearnerToken token, HttpServletRequest request, HttpServletResponse response) {
        Cookie cookie = new Cookie(NAME, token.value());
        cookie.setHttpOnly(true);
        cookie.setSecure(request.isSecure());
        cookie.setAttribute("SameSite", "Lax");
        cookie.setPath(request.getContextPath() + "/");
        cookie.setMaxAge((int) LIFETIME.toSeconds());
        response.addCookie(cookie);
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
