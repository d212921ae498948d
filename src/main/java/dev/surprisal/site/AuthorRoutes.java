package dev.surprisal.site;

import dev.surprisal.audit.Regrading;
import dev.surprisal.hosting.AuthorTokens;
import dev.surprisal.hosting.AuthorTokens.Outcome;
import dev.surprisal.hosting.Authors;
import dev.surprisal.hosting.SameOrigin;
import dev.surprisal.learner.Reports;
import jakarta.servlet.http.Cookie;
import java.net.URI;
import java.time.Duration;
import java.util.function.Supplier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessException;
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
    private final WithoutDatabase withoutDatabase;
    private final Regrades regrades;
    private final Reports reports;
    private final CurrentCourse course;

    AuthorRoutes(
            Authors authors,
            AuthorTokens tokens,
            Pages pages,
            WithoutDatabase withoutDatabase,
            Regrades regrades,
            Reports reports,
            CurrentCourse course) {
        this.authors = authors;
        this.tokens = tokens;
        this.pages = pages;
        this.withoutDatabase = withoutDatabase;
        this.regrades = regrades;
        this.reports = reports;
        this.course = course;
    }

    /** Asked before the pages, whose last route takes everything. */
    @Bean
    @Order(0)
    RouterFunction<ServerResponse> forAuthors() {
        return RouterFunctions.route()
                .GET("/author", this::show)
                .POST("/author", this::signIn)
                .POST("/author/sign-out", this::signOut)
                .GET("/author/regrade", request -> forAuthors(request, () -> regrade(request, "")))
                .POST("/author/regrade", request -> doneByAuthors(request, () -> applyRegrade(request)))
                .GET("/author/reports", request -> forAuthors(request, () -> reports(request)))
                .POST("/author/reports", request -> doneByAuthors(request, () -> markReport(request)))
                .onError(DataAccessException.class, withoutDatabase::answer)
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

    /** Whoever is no author is asked to sign in first. */
    private ServerResponse forAuthors(ServerRequest request, Supplier<ServerResponse> page) {
        return authors.isAuthor(request.servletRequest()) ? page.get() : show(request);
    }

    private ServerResponse doneByAuthors(ServerRequest request, Supplier<ServerResponse> deed) {
        return isTaken(request) && authors.isAuthor(request.servletRequest()) ? deed.get() : refused(request);
    }

    private ServerResponse regrade(ServerRequest request, String note) {
        return html(HttpStatus.OK)
                .body(pages.of(
                        request.servletRequest(),
                        "Changed keys",
                        "What changed keys would change.",
                        "regrade",
                        regrades.show(root(request), note)));
    }

    private ServerResponse applyRegrade(ServerRequest request) {
        Regrading.Decision decision = switch (request.param("decision").orElse("")) {
            case "as-now" -> Regrading.Decision.AS_NOW;
            case "leave" -> Regrading.Decision.LEAVE;
            default -> Regrading.Decision.NEVER_LOWER;
        };
        return regrade(request, regrades.apply(request.param("seen").orElse(""), decision));
    }

    private ServerResponse reports(ServerRequest request) {
        return html(HttpStatus.OK)
                .body(pages.of(
                        request.servletRequest(),
                        "Reports of learners",
                        "What learners have reported.",
                        "reports",
                        ReportList.of(root(request), course.edition().forAuthors(), reports.all())));
    }

    private ServerResponse markReport(ServerRequest request) {
        reports.mark(
                request.param("report").orElse(""),
                request.param("done").orElse("").equals("yes"));
        return seeOther(request, "author/reports");
    }

    private static ServerResponse seeOther(ServerRequest request, String path) {
        return ServerResponse.status(HttpStatus.SEE_OTHER)
                .location(URI.create(root(request) + path))
                .cacheControl(CacheControl.noStore())
                .build();
    }

    private static String root(ServerRequest request) {
        return request.servletRequest().getContextPath() + "/";
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
