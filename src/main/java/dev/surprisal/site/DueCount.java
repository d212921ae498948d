package dev.surprisal.site;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Component;

/** How many things are due for review, for the bar above every page. */
@Component
class DueCount {
    private static final String NOT_ASKED = DueCount.class.getName() + ".not-asked";

    private final LearnerCookie cookie;
    private final ReviewSession session;

    DueCount(LearnerCookie cookie, ReviewSession session) {
        this.cookie = cookie;
        this.session = session;
    }

    /** Keeps a page that is written in trouble from asking the database. */
    static void leaveOut(HttpServletRequest request) {
        request.setAttribute(NOT_ASKED, true);
    }

    int of(HttpServletRequest request) {
        return request.getAttribute(NOT_ASKED) == null
                ? session.queue(cookie.find(request)).due().size()
                : 0;
    }
}
