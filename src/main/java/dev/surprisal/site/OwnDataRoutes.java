package dev.surprisal.site;

import dev.surprisal.hosting.AnswerLimits;
import dev.surprisal.hosting.CodeTries;
import dev.surprisal.hosting.SameOrigin;
import dev.surprisal.hosting.Settings;
import dev.surprisal.learner.Devices;
import dev.surprisal.learner.Erasure;
import dev.surprisal.learner.LearnerId;
import dev.surprisal.learner.LearnerToken;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
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

/** Where learners take along, move and erase what is kept of them: plain forms and files, without a session and without scripts. */
@Configuration
class OwnDataRoutes {
    private static final String PAGE = "your-data";

    private final LearnerCookie cookie;
    private final OwnData data;
    private final Devices devices;
    private final Erasure erasure;
    private final AnswerLimits limits;
    private final CodeTries tries;
    private final Settings settings;
    private final Study study;
    private final Pages pages;
    private final Records records;
    private final WithoutDatabase withoutDatabase;

    OwnDataRoutes(
            LearnerCookie cookie,
            OwnData data,
            Devices devices,
            Erasure erasure,
            AnswerLimits limits,
            CodeTries tries,
            Settings settings,
            Study study,
            Pages pages,
            Records records,
            WithoutDatabase withoutDatabase) {
        this.cookie = cookie;
        this.data = data;
        this.devices = devices;
        this.erasure = erasure;
        this.limits = limits;
        this.tries = tries;
        this.settings = settings;
        this.study = study;
        this.pages = pages;
        this.records = records;
        this.withoutDatabase = withoutDatabase;
    }

    /**
     * The page of it.
     *
     * @param kept how much is kept, in words
     * @param known whether anything is
     * @param note what has just happened, possibly nothing
     * @param code by which another device joins, possibly nothing
     * @param complaint about a code that was typed in, possibly nothing
     */
    private record Shown(String root, String kept, boolean known, String note, String code, String complaint) {}

    private record Confirm(String root, String kept) {}

    /** Asked before the pages, whose last route takes everything. */
    @Bean
    @Order(0)
    RouterFunction<ServerResponse> pagesOfOwnData() {
        return RouterFunctions.route()
                .GET("/your-data", request -> show(request, HttpStatus.OK, "", "", ""))
                .GET("/your-data/events.json", request -> file(request, "json", (learner, _) -> data.asJson(learner)))
                .GET("/your-data/events.csv", request -> file(request, "csv", (learner, _) -> data.asCsv(learner)))
                .GET("/your-data/statements.json", request -> file(request, "json", data::asStatements))
                .POST("/your-data/code", this::code)
                .POST("/your-data/join", this::join)
                .GET("/your-data/erase", this::confirm)
                .POST("/your-data/erase", this::erase)
                .onError(DataAccessException.class, withoutDatabase::answer)
                .build();
    }

    private Optional<LearnerId> learner(ServerRequest request) {
        return cookie.find(request.servletRequest());
    }

    private ServerResponse show(ServerRequest request, HttpStatus status, String note, String code, String complaint) {
        Optional<LearnerId> learner = learner(request);
        return html(status)
                .body(pages.of(
                        request.servletRequest(),
                        "Your data",
                        "What is kept of you, to take along, to move or to erase.",
                        PAGE,
                        new Shown(root(request), kept(learner), learner.isPresent(), note, code, complaint)));
    }

    private String kept(Optional<LearnerId> learner) {
        int events = study.timed(learner).size();
        return learner.isEmpty()
                ? "Nothing is kept of you on this server: this browser has no number yet"
                : events == 1 ? "One event is kept under your number" : events + " events are kept under your number";
    }

    private ServerResponse file(ServerRequest request, String ending, BiFunction<LearnerId, String, String> content) {
        Optional<LearnerId> learner = learner(request);
        if (learner.isEmpty()) {
            return show(request, HttpStatus.NOT_FOUND, "", "", "");
        }
        String name = request.path().substring(request.path().lastIndexOf('/') + 1);
        return ServerResponse.ok()
                .contentType(MediaType.parseMediaType(
                        ending.equals("csv") ? "text/csv;charset=UTF-8" : "application/json;charset=UTF-8"))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"surprisal-" + name + "\"")
                .cacheControl(CacheControl.noStore())
                .body(content.apply(learner.get(), home(request)));
    }

    /** Where the course is, for what leaves it. */
    private String home(ServerRequest request) {
        String here = request.uri().getScheme() + "://" + request.uri().getAuthority()
                + request.servletRequest().getContextPath();
        return settings.address("").orElse(here).replaceFirst("/$", "");
    }

    private ServerResponse code(ServerRequest request) {
        Optional<LearnerId> learner = learner(request);
        if (!SameOrigin.isSentFromHere(request.servletRequest())) {
            return refused(request);
        }
        if (learner.isEmpty() || !limits.allows(learner.get())) {
            return show(request, HttpStatus.OK, "", "", "");
        }
        return show(request, HttpStatus.OK, "", devices.newCode(learner.get()), "");
    }

    /** Another device's record comes here, together with what is here already or in its place. */
    private ServerResponse join(ServerRequest request) {
        if (!SameOrigin.isSentFromHere(request.servletRequest())) {
            return refused(request);
        }
        String address = request.servletRequest().getRemoteAddr();
        Optional<Duration> wait = tries.take(address);
        if (wait.isPresent()) {
            return show(
                    request,
                    HttpStatus.TOO_MANY_REQUESTS,
                    "",
                    "",
                    "There were too many wrong codes. Please wait "
                            + (wait.get().toSeconds() + 1) + " seconds.");
        }
        Optional<LearnerId> owner = devices.redeem(request.param("code").orElse(""));
        if (owner.isEmpty()) {
            return show(
                    request,
                    HttpStatus.OK,
                    "",
                    "",
                    "No device has shown this code, or it is older than ten minutes. Ask there for a new one.");
        }
        tries.giveBack(address);
        Optional<LearnerId> here = learner(request);
        boolean replace = request.param("how").orElse("").equals("replace");
        if (here.isPresent() && replace && !here.equals(owner)) {
            erase(here.get());
        } else if (here.isPresent()) {
            devices.merge(here.get(), owner.get());
            records.forget(here.get());
            records.forget(owner.get());
        }
        return here.isPresent() && !replace ? redirect(request, null) : redirect(request, owner.get());
    }

    /** @param joining whose new device this browser is; null when its cookie is the learner's already */
    private ServerResponse redirect(ServerRequest request, @Nullable LearnerId joining) {
        ServerResponse.HeadersBuilder<?> response = ServerResponse.status(HttpStatus.SEE_OTHER)
                .location(URI.create(root(request) + "progress"))
                .cacheControl(CacheControl.noStore());
        if (joining != null) {
            LearnerToken token = LearnerToken.random();
            devices.add(joining, token);
            response.cookie(LearnerCookie.of(token, request.servletRequest()));
        }
        return response.build();
    }

    private ServerResponse confirm(ServerRequest request) {
        Optional<LearnerId> learner = learner(request);
        return learner.isEmpty()
                ? show(request, HttpStatus.OK, "", "", "")
                : html(HttpStatus.OK)
                        .body(pages.of(
                                request.servletRequest(),
                                "Erase everything?",
                                "Erase what is kept of you.",
                                "erase",
                                new Confirm(root(request), kept(learner))));
    }

    private ServerResponse erase(ServerRequest request) {
        if (!SameOrigin.isSentFromHere(request.servletRequest())) {
            return refused(request);
        }
        learner(request).ifPresent(this::erase);
        ServerResponse.BodyBuilder response = html(HttpStatus.OK);
        LearnerCookie.gone(request.servletRequest()).forEach(response::cookie);
        // What was typed and not yet sent lies in the browser: this page clears it, of this course alone
        return response.body(pages.of(
                request.servletRequest(),
                "Erased",
                "Nothing is kept of you.",
                "erased",
                new Confirm(root(request), "")));
    }

    private void erase(LearnerId learner) {
        erasure.erase(learner);
        records.forget(learner);
    }

    private ServerResponse refused(ServerRequest request) {
        return html(HttpStatus.FORBIDDEN).body(pages.refused(request.servletRequest()));
    }

    private static String root(ServerRequest request) {
        return request.servletRequest().getContextPath() + "/";
    }

    private static ServerResponse.BodyBuilder html(HttpStatus status) {
        return ServerResponse.status(status)
                .contentType(MediaType.parseMediaType("text/html;charset=UTF-8"))
                .cacheControl(CacheControl.noStore());
    }
}
