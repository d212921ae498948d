package dev.surprisal.site;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * What is answered where nothing can be said or done without the database: in plain words, and with the status that asks machines to
 * come again. What can be read without it is written as for anybody instead.
 */
@Component
class WithoutDatabase {
    private static final Logger LOG = LoggerFactory.getLogger(WithoutDatabase.class);

    private final Pages pages;

    WithoutDatabase(Pages pages) {
        this.pages = pages;
    }

    ServerResponse answer(Throwable cause, ServerRequest request) {
        tell(cause, request);
        boolean asking = request.servletRequest().getMethod().equals("GET")
                || request.servletRequest().getMethod().equals("HEAD");
        return ServerResponse.status(HttpStatus.SERVICE_UNAVAILABLE)
                .header("Retry-After", "10")
                .contentType(MediaType.parseMediaType("text/html;charset=UTF-8"))
                .cacheControl(CacheControl.noStore())
                .body(asking ? pages.unreachable(request.servletRequest()) : pages.undone(request.servletRequest()));
    }

    /** A line for the operator, not a page of what called what: the health of the server says the rest. */
    static void tell(Throwable cause, ServerRequest request) {
        LOG.warn("{} without the database: {}", request.path(), cause.getMessage());
    }
}
