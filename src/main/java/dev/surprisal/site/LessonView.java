package dev.surprisal.site;

import com.vaadin.flow.component.ClientCallable;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.WildcardParameter;
import com.vaadin.flow.server.VaadinServletRequest;
import com.vaadin.flow.server.VaadinServletResponse;
import com.vaadin.flow.server.VaadinSession;
import dev.surprisal.content.Lesson;
import dev.surprisal.content.PageKind;
import dev.surprisal.content.Question;
import dev.surprisal.content.QuestionId;
import dev.surprisal.learner.LearnerId;
import dev.surprisal.widget.Play;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * The server's end of an open lesson page. It shows nothing: the page is there before it. It records the visit and takes answers,
 * and holds no state that is not in the address, the cookie or the database, so that it can die at any moment.
 */
@Tag("lesson-connection")
@Route("lesson")
class LessonView extends Component implements HasUrlParameter<String> {
    private final CurrentCourse course;
    private final LearnerCookie cookie;
    private final Study study;
    private String lessonId = "";

    LessonView(CurrentCourse course, LearnerCookie cookie, Study study) {
        this.course = course;
        this.cookie = cookie;
        this.study = study;
    }

    @Override
    public void setParameter(BeforeEvent event, @WildcardParameter String address) {
        String[] parts = address.split("/", -1);
        PageKind page = (parts.length == 2 ? PageKind.find(parts[1]) : Optional.<PageKind>empty())
                .orElseThrow(NotFoundException::new);
        lessonId = parts[0];
        Lesson lesson = lesson();
        if (lesson.find(page).isEmpty()) {
            throw new NotFoundException();
        }
        study.visit(learner(), lesson, page.word());
        cookie.renew(
                VaadinServletRequest.getCurrent().getHttpServletRequest(),
                VaadinServletResponse.getCurrent().getHttpServletResponse());
    }

    /**
     * Grades an answer and keeps it.
     *
     * @param attempt made by the browser, once for each submission, so that a repeated request is one attempt
     */
    @ClientCallable
    Status answer(String question, String attempt, String input) {
        return on(question, (learner, found) -> study.answer(learner, lesson(), found, attempt, input));
    }

    /** Shows hint {@code number}, counted from 1, and those before it. */
    @ClientCallable
    Status hint(String question, int number) {
        return on(question, (learner, found) -> study.hint(learner, lesson(), found, number));
    }

    /** Shows the solution, which closes the question. */
    @ClientCallable
    Status solution(String question) {
        return on(question, (learner, found) -> study.solution(learner, lesson(), found));
    }

    /** Takes a step in a widget for a browser that could not load the compiled core, with the very same class. */
    @ClientCallable
    Play.Frame step(WidgetStep step) {
        return Play.step(step.toRequest());
    }

    private Status on(String question, BiFunction<LearnerId, Question, Status> deed) {
        Optional<Question> found = QuestionId.find(question).flatMap(id -> lesson().find(id));
        return found.map(each -> deed.apply(learner(), each)).orElseGet(() -> QuestionMarkup.gone(question));
    }

    private Lesson lesson() {
        return course.find(lessonId).orElseThrow(NotFoundException::new);
    }

    /** Asked anew at each request: another tab may have been given the cookie meanwhile. */
    private LearnerId learner() {
        VaadinServletRequest request = VaadinServletRequest.getCurrent();
        VaadinServletResponse response = VaadinServletResponse.getCurrent();
        VaadinSession session = VaadinSession.getCurrent();
        LearnerId known = cookie.find(request.getHttpServletRequest())
                .or(() -> Optional.ofNullable(session.getAttribute(LearnerId.class))) // when the cookie is on its way
                .orElseGet(() -> cookie.create(request.getHttpServletRequest(), response.getHttpServletResponse()));
        session.setAttribute(LearnerId.class, known);
        return known;
    }
}
