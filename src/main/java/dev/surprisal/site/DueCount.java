package dev.surprisal.site;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.dao.DataAccessException;
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

    /** None while the database cannot be asked: the page itself is worth more than the number above it. */
    int of(HttpServletRequest request) {
        if (request.getAttribute(NOT_ASKED) != null) {
            return 0;
        }
        try {
            return session.queue(cookie.find(request)).due().size();
        } catch (DataAccessException gone) {
            return 0;
        }
    }
}
