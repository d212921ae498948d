package dev.surprisal.site;

import static org.springframework.web.servlet.function.RequestPredicates.method;
import static org.springframework.web.servlet.function.RequestPredicates.path;

import dev.surprisal.content.Downloads;
import dev.surprisal.content.Lesson;
import dev.surprisal.content.PageKind;
import dev.surprisal.hosting.Settings;
import dev.surprisal.hosting.Shares.Room;
import dev.surprisal.learner.LearnerId;
import dev.surprisal.learner.Progress;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.dao.DataAccessException;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.RequestPredicate;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * Which address gives what. Every page comes from here, whole and without a session; Vaadin gets its own messages, which all go to
 * the root, and the files it has built. What is neither is not found.
 */
@Configuration
class PageRoutes {
    /** A browser asks again by itself. */
    private static final Duration LISTENING = Duration.ofMinutes(30);

    /** The kinds of message that Flow's client sends. */
    private static final Set<String> FLOW_MESSAGES = Set.of("init", "uidl", "heartbeat");

    private static final Pattern BUILT_FILE = Pattern.compile("/VAADIN/build/[A-Za-z0-9_.-]+");

    private static final String FIGURE_POLICY =
            "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'none'; sandbox";

    private static final MediaType HTML = MediaType.parseMediaType("text/html;charset=UTF-8");

    /** What {@link Fingerprints} knows. */
    private static final Pattern LISTENED = Pattern.compile("home|author|lesson/[a-z0-9-]{1,100}/[a-z]{1,20}");

    /** A newcomer's page says with it which numbers it shows, so that it gets the same again. */
    private static final String SEED = "Surprisal-Seed";

    private static final Pattern SEED_FORM = Pattern.compile("[0-9]{1,6}");

    private final CurrentCourse course;
    private final Pages pages;
    private final LearnerCookie cookie;
    private final Study study;
    private final ReviewSession reviewSession;
    private final PublicFiles publicFiles;
    private final OpenPages openPages;
    private final Listeners listeners;
    private final WithoutDatabase withoutDatabase;
    private final Settings settings;

    PageRoutes(
            CurrentCourse course,
            Pages pages,
            LearnerCookie cookie,
            Study study,
            ReviewSession reviewSession,
            PublicFiles publicFiles,
            OpenPages openPages,
            Listeners listeners,
            WithoutDatabase withoutDatabase,
            Settings settings) {
        this.listeners = listeners;
        this.withoutDatabase = withoutDatabase;
        this.settings = settings;
        this.course = course;
        this.pages = pages;
        this.cookie = cookie;
        this.study = study;
        this.reviewSession = reviewSession;
        this.publicFiles = publicFiles;
        this.openPages = openPages;
    }

    @Bean
    RouterFunction<ServerResponse> routes() {
        return RouterFunctions.route()
                .route(isJoin().and(request -> room(request) != Room.THERE_IS), request -> full(room(request)))
                .route(isForPage("/"), this::home)
                .route(isForPage("/lesson/{id}"), request -> lesson(request, Optional.of(PageKind.OVERVIEW)))
                .route(isForPage("/lesson/{id}/{page}"), request -> lesson(request, further(request)))
                .route(isForPage("/progress"), this::progress)
                .route(isForPage("/confidence"), this::confidence)
                .route(isForPage("/review"), this::review)
                .route(isForPage("/figures/{digest}/{name}"), this::figure)
                .route(isForPage("/downloads/{name}"), this::download)
                .route(isForPage("/search"), this::search)
                .route(isForPage("/glossary"), request -> html(HttpStatus.OK, pages.glossary(request.servletRequest())))
                .route(isForPage("/changes").and(method(HttpMethod.GET)), this::changes)
                .add(about())
                .add(publicFiles.routes())
                .route(isForVaadin().negate().and(isGet()), this::notFound)
                .route(isForVaadin().negate(), this::refused)
                .onError(DataAccessException.class, withoutDatabase::answer)
                .build();
    }

    private RouterFunction<ServerResponse> about() {
        RouterFunctions.Builder routes = RouterFunctions.route();
        for (AboutPage page : AboutPage.values()) {
            routes.route(
                    isForPage("/" + page.path()),
                    request -> html(HttpStatus.OK, pages.about(request.servletRequest(), page)));
        }
        return routes.build();
    }

    /** Vaadin's servlet is for what is forwarded from here; nobody calls it by its own address. */
    @Bean
    FilterRegistrationBean<Filter> onlyForwardsReachVaadin() {
        FilterRegistrationBean<Filter> registration = new FilterRegistrationBean<>((request, response, chain) ->
                ((HttpServletResponse) response).sendError(HttpServletResponse.SC_NOT_FOUND));
        registration.addUrlPatterns("/vaadinServlet/*");
        registration.setDispatcherTypes(DispatcherType.REQUEST);
        return registration;
    }

    private static RequestPredicate isForPage(String pattern) {
        return path(pattern).and(isGet()).and(isForVaadin().negate());
    }

    private static RequestPredicate isGet() {
        return method(HttpMethod.GET).or(method(HttpMethod.HEAD));
    }

    private static RequestPredicate isForVaadin() {
        return request -> {
            String path = request.requestPath().pathWithinApplication().value();
            boolean message = path.equals("/")
                    && request.param("v-r").filter(FLOW_MESSAGES::contains).isPresent();
            return message || isBuiltFile(path) || path.equals("/error");
        };
    }

    /** The message by which a page joins the server. */
    private static RequestPredicate isJoin() {
        return path("/")
                .and(request -> request.param("v-r").filter("init"::equals).isPresent());
    }

    private Room room(ServerRequest request) {
        return openPages.room(String.valueOf(request.servletRequest().getRemoteAddr()));
    }

    /** In words that a question shows as they are. */
    private static ServerResponse full(Room room) {
        String who = room == Room.NONE_FOR_THIS_NETWORK
                ? "So many pages are open in your network that no more answers can be taken from it just now."
                : "So many people are here that no more answers can be taken just now.";
        return ServerResponse.status(HttpStatus.SERVICE_UNAVAILABLE)
                .header("Retry-After", "60")
                .contentType(MediaType.parseMediaType("text/plain;charset=UTF-8"))
                .cacheControl(CacheControl.noStore())
                .body(who + " Read on; yours is kept in this browser and sent as soon as there is room.");
    }

    private static boolean isBuiltFile(String path) {
        return BUILT_FILE.matcher(path).matches()
                && PageRoutes.class.getResource("/META-INF/VAADIN/webapp" + path) != null;
    }

    private ServerResponse home(ServerRequest request) {
        return own(
                request,
                learner -> pages.home(
                        request.servletRequest(),
                        study.progress(learner),
                        study.places(learner),
                        Openings.of(request.servletRequest().getQueryString(), Map.of())));
    }

    private ServerResponse progress(ServerRequest request) {
        Optional<LearnerId> learner = cookie.find(request.servletRequest());
        return html(
                HttpStatus.OK,
                pages.progress(
                        request.servletRequest(),
                        study.progress(learner),
                        study.places(learner),
                        study.timed(learner),
                        learner.flatMap(known -> study.canTakeBack(
                                        known, request.param("again").orElse("")))
                                .orElse(null),
                        request.param("late").isPresent(),
                        request.param("busy").isPresent()));
    }

    /** There only where the course asks how sure its learners are. */
    private ServerResponse confidence(ServerRequest request) {
        return course.sight(request.servletRequest()).course().asksConfidence()
                ? html(
                        HttpStatus.OK,
                        pages.confidence(request.servletRequest(), study.timed(cookie.find(request.servletRequest()))))
                : notFound(request);
    }

    private ServerResponse review(ServerRequest request) {
        String root = request.servletRequest().getContextPath() + "/";
        return html(
                HttpStatus.OK,
                pages.review(
                        request.servletRequest(), reviewSession.step(root, cookie.find(request.servletRequest()))));
    }

    /** A page of whoever asks. Where the database cannot be asked who that is, it is there as for anybody, and says so. */
    private ServerResponse own(ServerRequest request, Function<Optional<LearnerId>, String> page) {
        String html;
        try {
            html = page.apply(cookie.find(request.servletRequest()));
        } catch (DataAccessException e) {
            WithoutDatabase.tell(e, request);
            Pages.sayThatTheRecordIsMissing(request.servletRequest());
            html = page.apply(Optional.empty());
        }
        return html(HttpStatus.OK, html);
    }

    private ServerResponse search(ServerRequest request) {
        return html(
                HttpStatus.OK,
                pages.search(request.servletRequest(), request.param("q").orElse("")));
    }

    /** Tells an open page when what it shows has changed. Where there is no place left, the browser is told not to ask again. */
    private ServerResponse changes(ServerRequest request) {
        String page = request.param("page").orElse("");
        String address = String.valueOf(request.servletRequest().getRemoteAddr());
        if (!LISTENED.matcher(page).matches() || !listeners.enter(address)) {
            return ServerResponse.noContent().build();
        }
        String seen = Optional.ofNullable(request.headers().firstHeader("Last-Event-ID"))
                .or(() -> request.param("seen"))
                .orElse("");
        Sight sight = course.sight(request.servletRequest());
        return ServerResponse.sse(
                sse -> listeners.open(sse, address, page, sight.author(), seen, course.edition()), LISTENING);
    }

    /** The overview has the lesson's own address. */
    private static Optional<PageKind> further(ServerRequest request) {
        return PageKind.find(request.pathVariable("page")).filter(page -> page != PageKind.OVERVIEW);
    }

    private ServerResponse lesson(ServerRequest request, Optional<PageKind> page) {
        return page.flatMap(kind -> course.sight(request.servletRequest())
                        .find(request.pathVariable("id"))
                        .filter(lesson -> lesson.find(kind).isPresent())
                        .map(lesson -> lesson(request, lesson, kind)))
                .orElseGet(() -> notFound(request));
    }

    private ServerResponse lesson(ServerRequest request, Lesson lesson, PageKind page) {
        return own(
                request,
                learner -> pages.lesson(
                        request.servletRequest(),
                        lesson,
                        page,
                        progress(request, learner),
                        study.places(learner),
                        Openings.of(request.servletRequest().getQueryString(), study.drafts(learner, lesson))));
    }

    /**
     * Its address has its digest, so it can be kept for ever, unless only authors see it; opened by itself an SVG may
     * do nothing.
     */
    private ServerResponse figure(ServerRequest request) {
        String address = "figures/" + request.pathVariable("digest") + "/" + request.pathVariable("name");
        return course.sight(request.servletRequest())
                .course()
                .findPicture(address)
                .map(picture -> ServerResponse.ok()
                        .contentType(MediaType.parseMediaType(picture.form().mediaType()))
                        .cacheControl(kept(address))
                        .header("Content-Security-Policy", FIGURE_POLICY)
                        .body(picture.bytes()))
                .orElseGet(() -> notFound(request));
    }

    /** To be saved and never to be shown: so nothing of it can run here, whatever it is. */
    private ServerResponse download(ServerRequest request) {
        String name = request.pathVariable("name");
        return Downloads.find(settings.content(), name)
                .map(bytes -> ServerResponse.ok()
                        .contentType(MediaType.APPLICATION_OCTET_STREAM)
                        .header("Content-Disposition", "attachment; filename=\"" + name + "\"")
                        .header("Content-Security-Policy", "default-src 'none'; sandbox")
                        .cacheControl(CacheControl.maxAge(Duration.ofMinutes(5)))
                        .body(bytes))
                .orElseGet(() -> notFound(request));
    }

    private CacheControl kept(String picture) {
        boolean ofDraft = course.course().findPicture(picture).isEmpty();
        return ofDraft
                ? CacheControl.noStore()
                : CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();
    }

    private Progress progress(ServerRequest request, Optional<LearnerId> learner) {
        return Optional.ofNullable(request.headers().firstHeader(SEED))
                .filter(seed -> learner.isEmpty() && SEED_FORM.matcher(seed).matches())
                .map(seed -> Progress.none(Long.parseLong(seed)))
                .orElseGet(() -> study.progress(learner));
    }

    private ServerResponse notFound(ServerRequest request) {
        return html(HttpStatus.NOT_FOUND, pages.notFound(request.servletRequest()));
    }

    private ServerResponse refused(ServerRequest request) {
        return html(HttpStatus.METHOD_NOT_ALLOWED, pages.refused(request.servletRequest()));
    }

    /** Never stored by a cache: it carries a nonce and a learner's progress. */
    private static ServerResponse html(HttpStatus status, String html) {
        return ServerResponse.status(status)
                .contentType(HTML)
                .cacheControl(CacheControl.noStore())
                .body(html);
    }
}
