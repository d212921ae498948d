package dev.surprisal.site;

import com.vaadin.flow.component.ClientCallable;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.VaadinServletRequest;
import dev.surprisal.hosting.AnswerLimits;
import dev.surprisal.learner.LearnerId;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.function.Function;

/** The server's end of the review page: it turns what is asked and takes how well it was recalled. It holds no state. */
@Route("review")
class ReviewView extends PlayView {
    private final LearnerCookie cookie;
    private final ReviewSession session;
    private final AnswerLimits limits;

    ReviewView(LearnerCookie cookie, ReviewSession session, AnswerLimits limits) {
        this.cookie = cookie;
        this.session = session;
        this.limits = limits;
    }

    /**
     * Shows the answer.
     *
     * @param turn how often the thing had been rated when the page was written
     */
    @ClientCallable
    ReviewSession.Step reveal(String item, int turn) {
        return allowed(learner -> session.reveal(root(), learner, item, turn));
    }

    /** Keeps a rating from 1, not recalled, to 4, recalled at once, and shows what is asked next. */
    @ClientCallable
    ReviewSession.Step rate(String item, int turn, int rating) {
        return allowed(learner -> session.rate(root(), learner, item, turn, rating));
    }

    private ReviewSession.Step allowed(Function<LearnerId, ReviewSession.Step> deed) {
        Optional<LearnerId> learner = cookie.find(request());
        if (learner.isEmpty()) {
            return session.step(root(), learner);
        }
        return limits.allows(learner.get()) ? deed.apply(learner.get()) : ReviewSession.Step.tooOften();
    }

    private static String root() {
        return request().getContextPath() + "/";
    }

    private static HttpServletRequest request() {
        return VaadinServletRequest.getCurrent().getHttpServletRequest();
    }
}
