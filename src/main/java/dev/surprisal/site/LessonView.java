package dev.surprisal.site;

import com.vaadin.flow.component.ClientCallable;
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
import dev.surprisal.content.Task;
import dev.surprisal.content.WidgetId;
import dev.surprisal.hosting.AnswerLimits;
import dev.surprisal.learner.LearnerId;
import dev.surprisal.site.LearnerCookie.Newcomer;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.springframework.dao.DataAccessException;

/**
 * The server's end of an open lesson page. It shows nothing: the page is there before it. It records the visit and takes answers,
 * and holds no state that is not in the address, the cookie or the database, so that it can die at any moment.
 */
@Route("lesson")
class LessonView extends PlayView implements HasUrlParameter<String> {
    private static final Pattern SEED = Pattern.compile("[0-9]{1,6}");

    private final CurrentCourse course;
    private final LearnerCookie cookie;
    private final Study study;
    private final AnswerLimits limits;
    private String lessonId = "";
    private long seed;
    private PageKind page = PageKind.OVERVIEW;

    /** Whether the visit is recorded. */
    private boolean arrived;

    LessonView(CurrentCourse course, LearnerCookie cookie, Study study, AnswerLimits limits) {
        this.course = course;
        this.cookie = cookie;
        this.study = study;
        this.limits = limits;
    }

    /**
     * Without its lesson, which may have been taken out while the page was being read, and without the database the view is there all the
     * same: what is asked of it later is told so.
     */
    @Override
    public void setParameter(BeforeEvent event, @WildcardParameter String address) {
        String[] parts = address.split("/", -1);
        page = (parts.length == 2 ? PageKind.find(parts[1]) : Optional.<PageKind>empty())
                .orElseThrow(NotFoundException::new);
        lessonId = parts[0];
        seed = seed(event);
        lesson().filter(lesson -> lesson.find(page).isPresent()).ifPresent(lesson -> {
            try {
                arrive(learner(), lesson);
            } catch (DataAccessException e) {
                // The first deed that can be kept records the visit too
            }
        });
    }

    private void arrive(LearnerId learner, Lesson lesson) {
        if (!arrived) {
            study.visit(learner, lesson, page);
            cookie.renew(
                    VaadinServletRequest.getCurrent().getHttpServletRequest(),
                    VaadinServletResponse.getCurrent().getHttpServletResponse());
            arrived = true;
        }
    }

    /**
     * Grades an answer and keeps it.
     *
     * @param variant the numbers that the page shows
     * @param tag stands for the question that the page shows
     * @param attempt made by the browser, once for each submission, so that a repeated request is one attempt
     */
    @ClientCallable
    Status answer(String question, int variant, String tag, String attempt, String input) {
        return foresee(question, variant, tag, attempt, input, 0);
    }

    /**
     * The same with how sure the learner is of it.
     *
     * @param confidence the probability of being right, in percent; 0 where the learner did not say
     */
    @ClientCallable
    Status foresee(String question, int variant, String tag, String attempt, String input, int confidence) {
        return on(question, (learner, asked) -> study.answer(learner, asked, variant, tag, attempt, input, confidence));
    }

    /** Keeps how the learner judges the own text: 1, not there yet, to 3, all of it. */
    @ClientCallable
    Status assess(String question, int variant, String attempt, int level) {
        return on(question, (learner, asked) -> study.assess(learner, asked, variant, attempt, level));
    }

    /** Shows hint {@code number}, counted from 1, and those before it. */
    @ClientCallable
    Status hint(String question, int variant, int number) {
        return on(question, (learner, asked) -> study.hint(learner, asked, variant, number));
    }

    /** Shows the solution, which closes the question. */
    @ClientCallable
    Status solution(String question, int variant) {
        return on(question, (learner, asked) -> study.solution(learner, asked, variant));
    }

    /** Asks the question with other numbers than those that the page shows. */
    @ClientCallable
    Status vary(String question, int number, int variant, String attempt) {
        return deed(
                question,
                QuestionId::whole,
                whole -> whole.variation().varies(),
                (learner, asked) -> study.vary(learner, asked, number, variant, attempt));
    }

    /** Starts a question, with all its parts, again. */
    @ClientCallable
    Status again(String question, int number, String attempt) {
        return onWhole(question, (learner, whole) -> study.startAgain(learner, whole, number, attempt));
    }

    /** Takes that back, if it was done lately. */
    @ClientCallable
    Status takeBack(String question, int number, String attempt) {
        return onWhole(question, (learner, whole) -> study.takeBack(learner, whole, number, attempt));
    }

    /** Keeps what is said to be wrong with a question, and says whether it has. */
    @ClientCallable
    Status report(String question, int variant, String attempt, String text) {
        return deed(
                question,
                UnaryOperator.identity(),
                _ -> true,
                (learner, asked) -> study.report(learner, asked, variant, attempt, text));
    }

    /** Remembers the state in which a widget of this lesson was left. */
    @ClientCallable
    void draft(String widget, String state) {
        lesson().ifPresent(lesson -> WidgetId.find(widget)
                .flatMap(lesson::find)
                .ifPresent(found -> study.draft(learner(), lesson, found, state)));
    }

    /** Remembers the section that is being read, so that reading can go on there. */
    @ClientCallable
    void reach(String section) {
        lesson().ifPresent(lesson -> study.reach(learner(), lesson, page, section));
    }

    /** What is done with a question or a part; where there are parts, they are answered, not the whole. */
    private Status on(String question, BiFunction<LearnerId, Asked, Status> deed) {
        return deed(question, UnaryOperator.identity(), item -> !(item.task() instanceof Task.Parts), deed);
    }

    private Status onWhole(String question, BiFunction<LearnerId, Asked, Status> deed) {
        return deed(
                question,
                UnaryOperator.identity(),
                item -> item.id().equals(item.id().whole()),
                deed);
    }

    private Status deed(
            String question,
            UnaryOperator<QuestionId> which,
            Predicate<Question> takesIt,
            BiFunction<LearnerId, Asked, Status> deed) {
        Lesson lesson = lesson().orElse(null);
        if (lesson == null) {
            return QuestionMarkup.withdrawn(question);
        }
        Asked asked = asked(lesson, question, which)
                .filter(each -> takesIt.test(each.item()))
                .orElse(null);
        if (asked == null) {
            return QuestionMarkup.gone(question);
        }
        LearnerId learner = learner();
        if (!limits.allows(learner)) {
            return QuestionMarkup.tooOften(asked.id());
        }
        arrive(learner, lesson);
        return deed.apply(learner, asked);
    }

    private Optional<Asked> asked(Lesson lesson, String question, UnaryOperator<QuestionId> which) {
        Edition edition = sight().edition();
        return QuestionId.find(question).map(which).flatMap(lesson::find).map(item -> new Asked(edition, lesson, item));
    }

    /** The number that decided which variants the page shows, which a newcomer keeps; any where it shows none. */
    private static long seed(BeforeEvent event) {
        String text = event.getLocation()
                .getQueryParameters()
                .getSingleParameter("seed")
                .orElse("");
        return SEED.matcher(text).matches()
                ? Long.parseLong(text)
                : ThreadLocalRandom.current().nextInt(Study.SEEDS);
    }

    private Sight sight() {
        return course.sight(VaadinServletRequest.getCurrent().getHttpServletRequest());
    }

    /** As it is now; nothing where it has been taken out of the course. */
    private Optional<Lesson> lesson() {
        return sight().find(lessonId);
    }

    /** Asked anew at each request: another tab may have been given the cookie meanwhile. */
    private LearnerId learner() {
        HttpServletRequest request = VaadinServletRequest.getCurrent().getHttpServletRequest();
        HttpServletResponse response = VaadinServletResponse.getCurrent().getHttpServletResponse();
        VaadinSession session = VaadinSession.getCurrent();
        Optional<LearnerId> known = cookie.find(request);
        if (known.isPresent()) {
            return known.get();
        }
        Newcomer newcomer = session.getAttribute(Newcomer.class);
        if (newcomer == null || !cookie.isKnown(newcomer)) {
            newcomer = cookie.create(seed, request, response);
            session.setAttribute(Newcomer.class, newcomer);
        } else {
            cookie.sendAgain(newcomer, request, response);
        }
        return newcomer.id();
    }
}
