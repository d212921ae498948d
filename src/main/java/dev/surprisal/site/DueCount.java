package dev.surprisal.site;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** How many things are due for review, for the bar above every page, and how many new cards there are. */
@Component
class DueCount {
    private static final String NOT_ASKED = DueCount.class.getName() + ".not-asked";
    private static final String QUEUE = DueCount.class.getName() + ".queue";

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
        return queue(request).owed();
    }

    ReviewQueue queue(HttpServletRequest request) {
        if (request.getAttribute(NOT_ASKED) != null) {
            return ReviewQueue.EMPTY;
        }
        if (request.getAttribute(QUEUE) instanceof ReviewQueue asked) {
            return asked;
        }
        ReviewQueue queue;
        try {
            queue = session.queue(cookie.find(request));
        } catch (DataAccessException gone) {
            queue = ReviewQueue.EMPTY;
        }
        request.setAttribute(QUEUE, queue);
        return queue;
    }
}
