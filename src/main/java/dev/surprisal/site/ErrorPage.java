package dev.surprisal.site;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** The page for what went wrong: calm, with a reference under which the log has the cause. */
@Controller
class ErrorPage implements ErrorController {
    private static final Set<HttpStatus> TURNED_AWAY =
            Set.of(HttpStatus.TOO_MANY_REQUESTS, HttpStatus.CONTENT_TOO_LARGE, HttpStatus.SERVICE_UNAVAILABLE);

    private final Pages pages;

    ErrorPage(Pages pages) {
        this.pages = pages;
    }

    @RequestMapping("/error")
    ResponseEntity<String> error(HttpServletRequest request) {
        HttpStatus status = status(request);
        return ResponseEntity.status(status)
                .contentType(MediaType.parseMediaType("text/html;charset=UTF-8"))
                .cacheControl(CacheControl.noStore())
                .body(body(request, status));
    }

    private String body(HttpServletRequest request, HttpStatus status) {
        if (status == HttpStatus.NOT_FOUND) {
            return pages.notFound(request);
        }
        if (TURNED_AWAY.contains(status)) {
            return pages.turnedAway(request, status);
        }
        if (status.is4xxClientError()) {
            return pages.refused(request);
        }
        Object cause = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
        Mishap mishap = Mishap.of(
                String.valueOf(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI)),
                cause instanceof Throwable thrown ? thrown : null);
        return pages.failure(request, mishap.reference());
    }

    /** An address typed by hand ({@code /error}) has no status: there is nothing there. */
    private static HttpStatus status(HttpServletRequest request) {
        Object code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        HttpStatus status = code instanceof Integer number ? HttpStatus.resolve(number) : null;
        return status == null ? HttpStatus.NOT_FOUND : status;
    }
}
