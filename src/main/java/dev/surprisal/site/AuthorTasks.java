package dev.surprisal.site;

import dev.surprisal.learner.Reports;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** What waits for authors beside the problems of the content, in words; nothing is said of it while the database is gone. */
@Component
class AuthorTasks {
    private final Reports reports;
    private final Regrades regrades;

    AuthorTasks(Reports reports, Regrades regrades) {
        this.reports = reports;
        this.regrades = regrades;
    }

    /** "2 reports"; empty where none waits. */
    String reports() {
        try {
            int open = reports.open();
            return open == 0 ? "" : open == 1 ? "1 report" : open + " reports";
        } catch (DataAccessException gone) {
            return "";
        }
    }

    /** "11 verdicts change, 9 up, 2 down"; empty where no key has changed. */
    String regrades() {
        try {
            return regrades.open();
        } catch (DataAccessException gone) {
            return "";
        }
    }
}
