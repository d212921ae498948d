package dev.surprisal.site;

import dev.surprisal.hosting.SecurityHeadersFilter;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;

/**
 * Our page for what Tomcat refuses before it looks for an application, such as an escaped slash ({@code /a%2fb}) or a character
 * that no address may have, or what lies outside of the path below which the course is. No filter and no handler sees such a request.
 */
@Component
class UnreadableRequests implements WebServerFactoryCustomizer<TomcatServletWebServerFactory>, Ordered {
    private final ObjectProvider<Pages> pages;

    UnreadableRequests(ObjectProvider<Pages> pages) {
        this.pages = pages;
    }

    /** After Spring Boot, whose own plain report comes to the same place: the last one added is asked first. */
    @Override
    public int getOrder() {
        return LOWEST_PRECEDENCE;
    }

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        factory.addContextCustomizers(
                context -> context.getParent().getPipeline().addValve(new Report()));
    }

    private final class Report extends ErrorReportValve {
        @Override
        protected void report(Request request, Response response, @Nullable Throwable cause) {
            boolean unanswered = response.getStatus() >= 400 && response.getContentWritten() == 0;
            if (!unanswered || !response.setErrorReported()) {
                return;
            }
            try {
                SecurityHeadersFilter.protect(request.getRequest(), response, SecurityHeadersFilter.newNonce());
                response.setHeader("Cache-Control", "no-store");
                response.setContentType("text/html;charset=UTF-8");
                PrintWriter writer = response.getReporter();
                if (writer != null) {
                    writer.write(
                            response.getStatus() == HttpServletResponse.SC_NOT_FOUND
                                    ? pages.getObject().elsewhere()
                                    : pages.getObject().unreadable());
                    response.finishResponse();
                }
            } catch (IOException e) {
                // Whoever asked has gone
            }
        }
    }
}
