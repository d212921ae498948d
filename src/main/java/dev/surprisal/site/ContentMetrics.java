package dev.surprisal.site;

import dev.surprisal.content.Problem;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.stereotype.Component;

/** Tells whoever watches the server how much of the content its authors have still to mend. */
@Component
class ContentMetrics {

    ContentMetrics(CurrentCourse current, MeterRegistry metrics) {
        Gauge.builder("surprisal.content.problems", current, ContentMetrics::errors)
                .tag("severity", "error")
                .description("Problems of the content")
                .register(metrics);
        Gauge.builder("surprisal.content.problems", current, course -> problems(course) - errors(course))
                .tag("severity", "warning")
                .description("Problems of the content")
                .register(metrics);
    }

    private static long problems(CurrentCourse course) {
        return course.edition().problems().size();
    }

    private static long errors(CurrentCourse course) {
        return course.edition().problems().stream().filter(Problem::isError).count();
    }
}
