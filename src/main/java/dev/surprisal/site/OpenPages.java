package dev.surprisal.site;

import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinServiceInitListener;
import dev.surprisal.hosting.Settings;
import dev.surprisal.hosting.Shares;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.stereotype.Component;

/**
 * Counts the pages that are joined to the server, each of which holds some of its memory, and says when there is room for no more. What
 * is asked for at the same moment may come a few over it.
 */
@Component
class OpenPages implements VaadinServiceInitListener {
    /** Of all places, what the pages of one network may have: this part. */
    private static final int SHARE = 10;

    private final AtomicInteger sessions = new AtomicInteger();
    private final Shares pages;

    OpenPages(Settings settings, MeterRegistry metrics) {
        int most = settings.limits().sessions();
        pages = new Shares(most, Math.max(1, most / SHARE));
        Gauge.builder("surprisal.pages.open", pages, Shares::taken)
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
            String address = String.valueOf(VaadinRequest.getCurrent().getRemoteAddr());
            pages.add(address);
            opened.getUI().addDetachListener(_ -> pages.giveBack(address));
        });
    }

    /** Whether one more page of this address can join. */
    Shares.Room room(String address) {
        return pages.room(address);
    }
}
