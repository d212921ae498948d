package dev.surprisal.site;

import com.vaadin.flow.server.ErrorEvent;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * Tells the operator what went wrong in an open page; whoever reads it is told by the page itself. That the database cannot be reached
 * is worth a line each time, not a page of what called what.
 */
@Component
class PageErrors implements VaadinServiceInitListener {
    private static final Logger LOG = LoggerFactory.getLogger(PageErrors.class);

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource().addSessionInitListener(begun -> begun.getSession().setErrorHandler(PageErrors::tell));
    }

    private static void tell(ErrorEvent event) {
        for (Throwable cause = event.getThrowable(); cause != null; cause = cause.getCause()) {
            if (cause instanceof DataAccessException unreachable) {
                LOG.warn("What a learner did was not kept: {}", unreachable.getMessage());
                return;
            }
        }
        Mishap.of("an open page", event.getThrowable());
    }
}
