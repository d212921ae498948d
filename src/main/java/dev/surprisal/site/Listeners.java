package dev.surprisal.site;

import dev.surprisal.hosting.Shares;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.function.ServerResponse.SseBuilder;

/**
 * The open pages that want to hear of changes, by server-sent events: no session, no thread while nothing happens. Each hears of its own
 * page only. There are no more than can be served; whoever comes later sees changes at the next reload.
 */
@Component
class Listeners {
    private static final int MOST = 2000;
    private static final int MOST_OF_ONE_NETWORK = 40;

    /** So often something is said, so that proxies keep the connection and broken ones are found out. */
    private static final Duration HEARTBEAT = Duration.ofSeconds(20);

    private final Set<Listener> listeners = ConcurrentHashMap.newKeySet();
    private final Shares shares = new Shares(MOST, MOST_OF_ONE_NETWORK);
    private final ScheduledExecutorService heart = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("content-heart").factory());
    private volatile boolean closed;

    @SuppressWarnings("FutureReturnValueIgnored") // it beats until the executor ends
    Listeners() {
        heart.scheduleAtFixedRate(
                () -> listeners.forEach(listener -> listener.send("")),
                HEARTBEAT.toSeconds(),
                HEARTBEAT.toSeconds(),
                TimeUnit.SECONDS);
    }

    /** Takes a place for one more, if there is one; to be used with {@link #open}. */
    boolean enter(String address) {
        return !closed && shares.take(address);
    }

    /**
     * Begins to tell a page of its changes.
     *
     * @param seen the fingerprint of the page as it is open
     */
    void open(SseBuilder sse, String address, String page, boolean author, String seen, Edition edition) {
        var listener = new Listener(sse, page, author, seen);
        Runnable end = () -> {
            if (listeners.remove(listener)) {
                shares.giveBack(address);
            }
        };
        listeners.add(listener);
        sse.onComplete(end);
        sse.onTimeout(end);
        sse.onError(_ -> end.run());
        if (!listener.tell(edition)) {
            listener.send("listening");
        }
    }

    /** Tells all whose page has changed; how many those were. */
    int tell(Edition edition) {
        return (int)
                listeners.stream().filter(listener -> listener.tell(edition)).count();
    }

    int count() {
        return listeners.size();
    }

    void close() {
        closed = true;
        heart.shutdownNow();
        listeners.forEach(Listener::complete);
    }

    private static final class Listener {
        private final SseBuilder sse;
        private final String page;
        private final boolean author;
        private final AtomicBoolean sending = new AtomicBoolean();
        private final AtomicReference<String> due = new AtomicReference<>("");
        private String seen;

        Listener(SseBuilder sse, String page, boolean author, String seen) {
            this.sse = sse;
            this.page = page;
            this.author = author;
            this.seen = seen;
        }

        synchronized boolean tell(Edition edition) {
            String now = edition.fingerprints().of(page, author);
            if (now.equals(seen)) {
                return false;
            }
            seen = now;
            due.set(now);
            send("");
            return true;
        }

        /**
         * What is due, and before it a comment, on a thread of its own, so that one who does not read keeps nobody waiting. What becomes
         * due while that thread is at work is sent by it, or after it.
         */
        void send(String comment) {
            if (sending.compareAndSet(false, true)) {
                Thread.startVirtualThread(() -> {
                    try {
                        sse.comment(comment);
                        for (String now = due.getAndSet(""); !now.isEmpty(); now = due.getAndSet("")) {
                            sse.id(now).event("changed").data(now);
                        }
                    } catch (IOException | RuntimeException gone) {
                        sse.error(gone);
                        return;
                    } finally {
                        sending.set(false);
                    }
                    if (!"".equals(due.get())) {
                        send("");
                    }
                });
            }
        }

        void complete() {
            try {
                sse.complete();
            } catch (RuntimeException alreadyGone) {
                // Which is what was wanted
            }
        }
    }
}
