package dev.surprisal.site;

import dev.surprisal.content.Course;
import dev.surprisal.content.Lesson;
import dev.surprisal.content.LessonId;
import dev.surprisal.content.PageKind;
import dev.surprisal.hosting.Settings;
import dev.surprisal.learner.LearnerId;
import dev.surprisal.site.Slips.Slip;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessException;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** Where completion slips are printed and checked. */
@Configuration
class SlipRoutes {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);

    private final CurrentCourse course;
    private final LearnerCookie cookie;
    private final Study study;
    private final Slips slips;
    private final Settings settings;
    private final Clock clock;
    private final Pages pages;
    private final WithoutDatabase withoutDatabase;

    SlipRoutes(
            CurrentCourse course,
            LearnerCookie cookie,
            Study study,
            Slips slips,
            Settings settings,
            Clock clock,
            Pages pages,
            WithoutDatabase withoutDatabase) {
        this.course = course;
        this.cookie = cookie;
        this.study = study;
        this.slips = slips;
        this.settings = settings;
        this.clock = clock;
        this.pages = pages;
        this.withoutDatabase = withoutDatabase;
    }

    /** The page of a slip. */
    private record Shown(
            String root,
            String course,
            String title,
            String href,
            boolean done,
            String day,
            String words,
            String record,
            String code,
            String verify,
            String check) {}

    /** The page that checks one. */
    private record Checked(
            String root,
            String code,
            boolean genuine,
            boolean asked,
            String lesson,
            String day,
            String words,
            String record) {}

    /** Asked before the pages, whose last route takes everything. */
    @Bean
    @Order(0)
    RouterFunction<ServerResponse> completionSlips() {
        return RouterFunctions.route()
                .GET("/slip/{lesson}", this::slip)
                .GET("/verify", this::verify)
                .onError(DataAccessException.class, withoutDatabase::answer)
                .build();
    }

    private ServerResponse slip(ServerRequest request) {
        Course now = course.sight(request.servletRequest()).course();
        Optional<Lesson> lesson = LessonId.find(request.pathVariable("lesson")).flatMap(now::find);
        if (lesson.isEmpty()) {
            return html(HttpStatus.NOT_FOUND).body(pages.notFound(request.servletRequest()));
        }
        Optional<LearnerId> learner = cookie.find(request.servletRequest());
        Optional<Slip> slip = learner.flatMap(known ->
                slips.of(known, lesson.get(), study.progress(known), LocalDate.now(clock.withZone(ZoneOffset.UTC))));
        String root = request.servletRequest().getContextPath() + "/";
        String code = slip.map(slips::code).orElse("");
        // On paper, so with all that it takes to get there
        String verify = settings.address("verify")
                .orElse(request.uri().getScheme() + "://" + request.uri().getAuthority() + root + "verify");
        var shown = new Shown(
                root,
                now.title(),
                lesson.get().title(),
                root + PageKind.PRACTICE.address(lesson.get().id()),
                slip.isPresent(),
                slip.map(each -> DAY.format(each.day())).orElse(""),
                slip.map(SlipRoutes::words).orElse(""),
                slip.map(Slip::record).orElse(""),
                code,
                verify,
                root + "verify?code=" + URLEncoder.encode(code, StandardCharsets.UTF_8));
        return html(HttpStatus.OK)
                .body(pages.of(
                        request.servletRequest(),
                        "Completion slip, " + lesson.get().title(),
                        "A slip that says what was finished.",
                        "slip",
                        shown));
    }

    private ServerResponse verify(ServerRequest request) {
        String code = request.param("code").orElse("").strip();
        Optional<Slip> slip = slips.find(code);
        Course now = course.sight(request.servletRequest()).course();
        var checked = new Checked(
                request.servletRequest().getContextPath() + "/",
                code.substring(0, Math.min(code.length(), 200)),
                slip.isPresent(),
                !code.isEmpty(),
                slip.map(each -> LessonId.find(each.lesson())
                                .flatMap(now::find)
                                .map(Lesson::title)
                                .orElse(each.lesson()))
                        .orElse(""),
                slip.map(each -> DAY.format(each.day())).orElse(""),
                slip.map(SlipRoutes::words).orElse(""),
                slip.map(Slip::record).orElse(""));
        return html(HttpStatus.OK)
                .body(pages.of(
                        request.servletRequest(),
                        "Check a slip",
                        "Whether a completion slip is from this server.",
                        "verify",
                        checked));
    }

    /** "11 of 12 questions right, 1 with help or not all there". */
    private static String words(Slip slip) {
        return slip.right() + " of " + slip.total() + (slip.total() == 1 ? " question" : " questions") + " right"
                + (slip.aided() == 0 ? "" : ", " + slip.aided() + " finished with help or not all there");
    }

    private static ServerResponse.BodyBuilder html(HttpStatus status) {
        return ServerResponse.status(status)
                .contentType(MediaType.parseMediaType("text/html;charset=UTF-8"))
                .cacheControl(CacheControl.noStore());
    }
}
