package dev.surprisal.hosting;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Asks the server for what its first readers will ask for, and stops it. The build runs it once ({@code -Dsurprisal.rehearsal=true}) while
 * the Java runtime writes down which classes are needed, so that they are at hand when the first reader comes.
 */
@Component
@ConditionalOnBooleanProperty("surprisal.rehearsal")
class Rehearsal {
    private static final Logger LOG = LoggerFactory.getLogger(Rehearsal.class);
    private static final Pattern LESSON = Pattern.compile("href=\"/(lesson/[a-z0-9-]+)\"");
    private static final Pattern FILE = Pattern.compile("(?:href|src)=\"/(VAADIN/build/[^\"]+)\"");
    private static final List<String> PAGES = List.of("", "/lesson", "/practice", "/references");
    private static final int ENOUGH = 2; // lessons; the others need the same classes

    private final HttpClient client = HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .connectTimeout(Duration.ofSeconds(10))
            .build();

    @EventListener
    void run(ApplicationReadyEvent ready) {
        String port = ready.getApplicationContext().getEnvironment().getProperty("local.server.port");
        int status = 0;
        try {
            int asked = rehearse("http://localhost:" + port + "/");
            LOG.info("Rehearsed with {} requests", asked);
        } catch (IOException | IllegalStateException e) {
            LOG.error("The rehearsal failed", e);
            status = 1;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            status = 1;
        }
        int end = status;
        System.exit(SpringApplication.exit(ready.getApplicationContext(), () -> end));
    }

    private int rehearse(String root) throws IOException, InterruptedException {
        String home = get(root);
        List<String> paths =
                new ArrayList<>(List.of("health/liveness", "favicon.svg", "progress", "nothing", "privacy"));
        FILE.matcher(home).results().map(found -> found.group(1)).forEach(paths::add);
        LESSON.matcher(home)
                .results()
                .map(found -> found.group(1))
                .distinct()
                .limit(ENOUGH)
                .forEach(lesson -> {
                    PAGES.forEach(page -> paths.add(lesson + page));
                    paths.add("?v-r=init&location=" + lesson + "/lesson&query=");
                });
        for (String path : paths) {
            get(root + path);
        }
        return paths.size() + 1;
    }

    private String get(String address) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address))
                .timeout(Duration.ofSeconds(60))
                .build();
        HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() >= 500) {
            throw new IllegalStateException(address + " was answered with " + answer.statusCode());
        }
        return answer.body();
    }
}
