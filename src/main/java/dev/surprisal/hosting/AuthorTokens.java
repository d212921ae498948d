package dev.surprisal.hosting;

import dev.surprisal.store.AuthorAccess;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * Knows authors by a token, {@code SURPRISAL_AUTHOR_TOKEN} or one that is made and shown at the first start. It is exchanged for a cookie
 * that says when it was signed in and until when it is good, signed; no server keeps a list of them. Signing out counts on a number
 * in the database that every signature includes, and so ends all of them.
 */
@Component
public class AuthorTokens implements Authors {
    static final String COOKIE = "surprisal-author";

    /** Of a cookie; each page asked for starts it anew. */
    static final Duration LIFETIME = Duration.ofHours(4);

    /** However often a cookie was renewed: a stolen one does not live for ever. */
    static final Duration LONGEST = Duration.ofDays(7);

    private static final int SHORTEST = 16;
    private static final int LONGEST_TOKEN = 200;
    private static final Pattern FORM = Pattern.compile("([0-9]{1,12})\\.([0-9]{1,12})\\.([A-Za-z0-9_-]{43})");
    private static final String KNOWN = AuthorTokens.class.getName() + ".author";
    private static final Logger LOG = LoggerFactory.getLogger(AuthorTokens.class);

    private final AuthorAccess access;
    private final Tries tries;
    private final Clock clock;
    private final String tokenDigest;

    /** Signs cookies; another token makes another key, so that a new token ends what an old one has begun. */
    private final String key;

    @Autowired
    AuthorTokens(AuthorAccess access, Tries tries, Clock clock, Settings settings) {
        this(access, tries, clock, settings.authorToken(), settings.logFormat().isEmpty());
    }

    /** @param console whether somebody reads what is shown; with a log format set, it is a log too */
    AuthorTokens(AuthorAccess access, Tries tries, Clock clock, String token, boolean console) {
        this.access = access;
        this.tries = tries;
        this.clock = clock;
        String signingKey = access.signingKey(Secrets.random());
        tokenDigest = token.isBlank() ? made(access, console) : checked(token.strip());
        key = Secrets.signature(signingKey, tokenDigest);
    }

    private static String checked(String token) {
        if (token.length() < SHORTEST || token.length() > LONGEST_TOKEN) {
            throw new IllegalStateException("SURPRISAL_AUTHOR_TOKEN must have " + SHORTEST + " to " + LONGEST_TOKEN
                    + " characters, got " + token.length());
        }
        return Secrets.digest(token);
    }

    private static String made(AuthorAccess access, boolean console) {
        String token = Secrets.random();
        if (console && access.keepTokenDigest(Secrets.digest(token))) {
            show(token);
        }
        return access.tokenDigest().orElseGet(() -> {
            LOG.warn(
                    "Nobody can sign in as an author: set SURPRISAL_AUTHOR_TOKEN, since one that is made and shown would be"
                            + " in this log");
            return "";
        });
    }

    /** On the console and nowhere else: a log may be kept, and read by others. */
    @SuppressWarnings("SystemOut")
    private static void show(String token) {
        System.out.println(
                "\nThe token of the course's authors, to be entered at /author. It is shown this once:\n\n    " + token
                        + "\n\nSet SURPRISAL_AUTHOR_TOKEN to use one of your own.\n");
    }

    @Override
    public boolean isAuthor(HttpServletRequest request) {
        if (request.getAttribute(KNOWN) instanceof Boolean known) {
            return known;
        }
        boolean author = signedIn(request).isPresent();
        request.setAttribute(KNOWN, author);
        return author;
    }

    /** What became of a try to sign in. */
    public sealed interface Outcome {
        record SignedIn(Cookie cookie) implements Outcome {}

        record Wrong() implements Outcome {}

        /** Not even looked at: there were too many wrong ones. */
        record TooMany(Duration pause) implements Outcome {}
    }

    /** Exchanges the token for a cookie. */
    public Outcome signIn(String token, HttpServletRequest request) {
        Optional<Duration> wait = tries.take(request.getRemoteAddr());
        if (wait.isPresent()) {
            return new Outcome.TooMany(wait.get());
        }
        boolean right = token.length() <= LONGEST_TOKEN && Secrets.equal(Secrets.digest(token.strip()), tokenDigest);
        if (!right) {
            LOG.warn("A wrong author token was tried from {}", request.getRemoteAddr());
            return new Outcome.Wrong();
        }
        tries.giveBack(request.getRemoteAddr());
        return new Outcome.SignedIn(cookie(clock.instant(), request));
    }

    /** Signs out every author in every browser; what comes back takes the cookie away. */
    public Cookie signOut(HttpServletRequest request) {
        access.nextGeneration();
        Cookie cookie = cookie("", request);
        cookie.setMaxAge(0);
        return cookie;
    }

    /** Starts the lifetime of an author's cookie anew once a good part of it is over. */
    void renew(HttpServletRequest request, HttpServletResponse response) {
        signedIn(request)
                .filter(pass ->
                        pass.until.minus(LIFETIME.multipliedBy(9).dividedBy(10)).isBefore(clock.instant()))
                .ifPresent(pass -> response.addCookie(cookie(pass.since, request)));
    }

    /** From when until when somebody is signed in. */
    private record Pass(Instant since, Instant until) {}

    private Optional<Pass> signedIn(HttpServletRequest request) {
        if (request.getCookies() == null) {
            return Optional.empty();
        }
        for (Cookie cookie : request.getCookies()) {
            if (cookie.getName().equals(COOKIE)) {
                return pass(cookie.getValue());
            }
        }
        return Optional.empty();
    }

    private Optional<Pass> pass(String value) {
        Matcher matcher = FORM.matcher(value);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        var pass = new Pass(
                Instant.ofEpochSecond(Long.parseLong(matcher.group(1))),
                Instant.ofEpochSecond(Long.parseLong(matcher.group(2))));
        return clock.instant().isBefore(pass.until) && isGenuine(pass, matcher.group(3))
                ? Optional.of(pass)
                : Optional.empty();
    }

    /** While the database cannot be asked nobody is an author, and every page is there as learners see it. */
    private boolean isGenuine(Pass pass, String signature) {
        try {
            return Secrets.equal(signature, signature(pass));
        } catch (DataAccessException gone) {
            return false;
        }
    }

    private String signature(Pass pass) {
        return Secrets.signature(
                key, pass.since.getEpochSecond() + "." + pass.until.getEpochSecond() + "." + access.generation());
    }

    private Cookie cookie(Instant since, HttpServletRequest request) {
        Instant end = since.plus(LONGEST);
        Instant usual = clock.instant().plus(LIFETIME);
        var pass = new Pass(since, usual.isBefore(end) ? usual : end);
        String value = pass.since.getEpochSecond() + "." + pass.until.getEpochSecond() + "." + signature(pass);
        Cookie cookie = cookie(value, request);
        cookie.setMaxAge((int) Duration.between(clock.instant(), pass.until).toSeconds());
        return cookie;
    }

    private static Cookie cookie(String value, HttpServletRequest request) {
        Cookie cookie = new Cookie(COOKIE, value);
        cookie.setHttpOnly(true);
        cookie.setSecure(request.isSecure());
        cookie.setAttribute("SameSite", "Strict");
        cookie.setPath(request.getContextPath() + "/");
        return cookie;
    }
}
