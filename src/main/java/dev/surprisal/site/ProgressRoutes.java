package dev.surprisal.site;

import dev.surprisal.content.LessonId;
import dev.surprisal.hosting.AnswerLimits;
import dev.surprisal.hosting.SameOrigin;
import dev.surprisal.learner.LearnerId;
import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;
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

/** What the forms of the progress page do: start a lesson or everything again, and take that back. */
@Configuration
class ProgressRoutes {
    private static final Pattern ATTEMPT = Pattern.compile("[0-9a-f-]{36}");

    private final CurrentCourse course;
    private final LearnerCookie cookie;
    private final AnswerLimits limits;
    private final Study study;
    private final Pages pages;
    private final WithoutDatabase withoutDatabase;

    ProgressRoutes(
            CurrentCourse course,
            LearnerCookie cookie,
            AnswerLimits limits,
            Study study,
            Pages pages,
            WithoutDatabase withoutDatabase) {
        this.course = course;
        this.cookie = cookie;
        this.limits = limits;
        this.study = study;
        this.pages = pages;
        this.withoutDatabase = withoutDatabase;
    }

    /** Asked before the pages, whose last route takes everything. */
    @Bean
    @Order(0)
    RouterFunction<ServerResponse> formsOfProgress() {
        return RouterFunctions.route()
                .POST("/progress/again", this::again)
                .POST("/progress/undo", this::undo)
                .onError(DataAccessException.class, withoutDatabase::answer)
                .build();
    }

    private ServerResponse again(ServerRequest request) {
        Optional<LearnerId> learner = cookie.find(request.servletRequest());
        String lesson = request.param("lesson").orElse("");
        String attempt = request.param("attempt").orElse("");
        boolean known = lesson.isEmpty()
                || LessonId.find(lesson)
                        .flatMap(course.sight(request.servletRequest()).course()::find)
                        .isPresent();
        if (!SameOrigin.isSentFromHere(request.servletRequest())
                || !known
                || !ATTEMPT.matcher(attempt).matches()) {
            return refused(request);
        }
        if (learner.isPresent() && !limits.allows(learner.get())) {
            return toProgress(request, "?busy");
        }
        learner.ifPresent(each -> study.startAgain(each, lesson, attempt));
        return toProgress(request, learner.isPresent() ? "?again=" + attempt : "");
    }

    private ServerResponse undo(ServerRequest request) {
        String attempt = request.param("again").orElse("");
        if (!SameOrigin.isSentFromHere(request.servletRequest())
                || !ATTEMPT.matcher(attempt).matches()) {
            return refused(request);
        }
        Optional<LearnerId> learner = cookie.find(request.servletRequest());
        if (learner.isPresent() && !limits.allows(learner.get())) {
            return toProgress(request, "?busy&again=" + attempt); // which offers it again
        }
        boolean back = learner.isPresent() && study.takeBack(learner.get(), attempt);
        return toProgress(request, back ? "" : "?late");
    }

    private ServerResponse refused(ServerRequest request) {
        return ServerResponse.status(HttpStatus.FORBIDDEN)
                .contentType(MediaType.parseMediaType("text/html;charset=UTF-8"))
                .cacheControl(CacheControl.noStore())
                .body(pages.refused(request.servletRequest()));
    }

    private static ServerResponse toProgress(ServerRequest request, String query) {
        return ServerResponse.status(HttpStatus.SEE_OTHER)
                .location(URI.create(request.servletRequest().getContextPath() + "/progress" + query))
                .cacheControl(CacheControl.noStore())
                .build();
    }
}
