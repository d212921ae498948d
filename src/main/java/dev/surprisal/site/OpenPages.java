package dev.surprisal.site;

import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import dev.surprisal.hosting.Settings;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.stereotype.Component;

/** Counts the pages that are joined to the server, each of which holds some of its memory, and says when there is room for no more. */
@Component
class OpenPages implements VaadinServiceInitListener {
    private final AtomicInteger pages = new AtomicInteger();
    private final AtomicInteger sessions = new AtomicInteger();
    private final int most;

    OpenPages(Settings settings, MeterRegistry metrics) {
        most = settings.limits().sessions();
        Gauge.builder("surprisal.pages.open", pages, AtomicInteger::get)
                .description("Pages joined to the server")
                .register(metrics);
        Gauge.builder("surprisal.sessions.open", sessions, AtomicInteger::get)
                .description("Sessions with such pages")
                .register(metrics);
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource().addSessionInitListener(_ -> sessions.incrementAndGet());
        event.getSource().addSessionDestroyListener(_ -> sessions.decrementAndGet());
        event.getSource().addUIInitListener(opened -> {
            pages.incrementAndGet();
            opened.getUI().addDetachListener(_ -> pages.decrementAndGet());
        });
    }

    boolean isFull() {
        return pages.get() >= most;
    }
}
