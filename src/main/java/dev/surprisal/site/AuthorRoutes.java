package dev.surprisal.site;

import dev.surprisal.hosting.AuthorTokens;
import dev.surprisal.hosting.AuthorTokens.Outcome;
import dev.surprisal.hosting.Authors;
import dev.surprisal.hosting.SameOrigin;
import jakarta.servlet.http.Cookie;
import java.net.URI;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** Where authors sign in and out and see what there is to mend: plain forms and pages, without a session and without scripts. */
@Configuration
class AuthorRoutes {
    private final Authors authors;
    private final AuthorTokens tokens;
    private final Pages pages;

    AuthorRoutes(Authors authors, AuthorTokens tokens, Pages pages) {
        this.authors = authors;
        this.tokens = tokens;
        this.pages = pages;
    }

    /** Asked before the pages, whose last route takes everything. */
    @Bean
    @Order(0)
    RouterFunction<ServerResponse> forAuthors() {
        return RouterFunctions.route()
                .GET("/author", this::show)
                .POST("/author", this::signIn)
                .POST("/author/sign-out", this::signOut)
                .build();
    }

    private ServerResponse show(ServerRequest request) {
        boolean author = authors.isAuthor(request.servletRequest());
        return author
                ? html(HttpStatus.OK).body(pages.author(request.servletRequest()))
                : html(HttpStatus.OK).body(pages.signIn(request.servletRequest(), ""));
    }

    private ServerResponse signIn(ServerRequest request) {
        if (!isTaken(request)) {
            return refused(request);
        }
        String token = request.param("token").orElse("");
        Outcome outcome = tokens.signIn(token, request.servletRequest());
        return switch (outcome) {
            case Outcome.SignedIn(var cookie) -> toAuthorPage(request, cookie);
            case Outcome.Wrong _ ->
                html(HttpStatus.FORBIDDEN)
                        .body(pages.signIn(
                                request.servletRequest(),
                                "That is not the token. It stands where the server was started, or in its settings."));
            case Outcome.TooMany(var pause) ->
                html(HttpStatus.TOO_MANY_REQUESTS)
                        .header(HttpHeaders.RETRY_AFTER, Long.toString(seconds(pause)))
                        .body(pages.signIn(
                                request.servletRequest(),
                                "There were too many wrong tries. Please wait " + seconds(pause) + " seconds."));
        };
    }

    private ServerResponse signOut(ServerRequest request) {
        if (!isTaken(request) || !authors.isAuthor(request.servletRequest())) {
            return refused(request);
        }
        return toAuthorPage(request, tokens.signOut(request.servletRequest()));
    }

    /** From a page of ours, and with nothing in the address: a token that stands there would end in logs and histories. */
    private static boolean isTaken(ServerRequest request) {
        return SameOrigin.isSentFromHere(request.servletRequest())
                && request.servletRequest().getQueryString() == null;
    }

    private ServerResponse refused(ServerRequest request) {
        return html(HttpStatus.FORBIDDEN).body(pages.refused(request.servletRequest()));
    }

    private static ServerResponse toAuthorPage(ServerRequest request, Cookie cookie) {
        String address = request.servletRequest().getContextPath() + "/author";
        return ServerResponse.status(HttpStatus.SEE_OTHER)
                .location(URI.create(address))
                .cookie(cookie)
                .cacheControl(CacheControl.noStore())
                .build();
    }

    private static long seconds(Duration pause) {
        return Math.max(1, pause.plusMillis(999).toSeconds());
    }

    private static ServerResponse.BodyBuilder html(HttpStatus status) {
        return ServerResponse.status(status)
                .contentType(MediaType.parseMediaType("text/html;charset=UTF-8"))
                .cacheControl(CacheControl.noStore());
    }
}
