package dev.surprisal.journey;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A learner who answers as fast as the server takes it, saying on the wire what the browser says: it joins the page, then calls the
 * server side of it. The cookie is kept, the rest is made anew at {@link #join}.
 */
final class Answerer {
    private static final JsonMapper JSON = new JsonMapper();

    private final RunningCourse course;
    private final String page;
    private final Map<String, String> headers;
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    /** Every cookie as it was sent, by its name; one over TLS too, which a client of plain HTTP would not keep. */
    private final Map<String, String> cookies = new LinkedHashMap<>();

    private String html = "";
    private String key = "";
    private int ui;
    private int view;
    private int serverMessage;
    private int clientMessage;

    /**
     * @param page such as {@code lesson/<id>/practice}
     */
    Answerer(RunningCourse course, String page) {
        this(course, page, Map.of());
    }

    /** @param headers that a proxy adds to each request */
    Answerer(RunningCourse course, String page, Map<String, String> headers) {
        this.course = course;
        this.page = page;
        this.headers = headers;
    }

    /** The cookies as the server has sent them last, with all that it says about them. */
    Map<String, String> cookies() {
        return Map.copyOf(cookies);
    }

    /** A page as this learner gets it. */
    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return exchange(HttpRequest.newBuilder(URI.create(course.address(path))));
    }

    /** What a form without fields asks for. */
    HttpResponse<String> post(String path) throws IOException, InterruptedException {
        return exchange(HttpRequest.newBuilder(URI.create(course.address(path)))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Sec-Fetch-Site", "same-origin")
                .POST(HttpRequest.BodyPublishers.noBody()));
    }

    void join() throws IOException, InterruptedException {
        html = send(HttpRequest.newBuilder(URI.create(course.address("/" + page))));
        String location = URLEncoder.encode(page, StandardCharsets.UTF_8);
        JsonNode first = JSON.readTree(send(
                HttpRequest.newBuilder(URI.create(course.address("/?v-r=init&location=" + location + "&query=")))));
        JsonNode setUp = first.path("appConfig");
        ui = setUp.path("v-uiId").asInt();
        key = setUp.path("uidl").path("Vaadin-Security-Key").asString();
        serverMessage = setUp.path("uidl").path("syncId").asInt();
        clientMessage = 0;
        JsonNode joined = call(Map.of(
                "type",
                "event",
                "node",
                1,
                "event",
                "ui-navigate",
                "data",
                Map.of("route", page, "query", "", "appShellTitle", "", "historyState", "", "trigger", "")));
        for (JsonNode change : joined.path("changes")) {
            if (change.path("value").asString("").equals("lesson-connection")) {
                view = change.path("node").asInt();
            }
        }
    }

    /**
     * Sends an answer.
     *
     * @return what the server says of it: {@code right}, {@code wrong} or the like
     * @throws IOException when it was not acknowledged
     */
    String answer(String question, String attempt, String input) throws IOException, InterruptedException {
        JsonNode said = call(Map.of(
                "type",
                "publishedEventHandler",
                "node",
                view,
                "templateEventMethodName",
                "answer",
                "templateEventMethodArgs",
                List.of(question, 0, tag(question), attempt, input),
                "promise",
                0));
        for (JsonNode call : said.path("execute")) {
            String outcome = call.path(1).path("outcome").asString("");
            if (!outcome.isEmpty()) {
                return outcome;
            }
        }
        throw new IOException("not acknowledged: " + said);
    }

    /** What the page says of the question that it shows. */
    private String tag(String question) {
        Matcher tag = Pattern.compile("<course-question id=\"" + question + "\"[^>]* data-tag=\"([^\"]+)\"")
                .matcher(html);
        return tag.find() ? tag.group(1) : "";
    }

    private JsonNode call(Map<String, Object> what) throws IOException, InterruptedException {
        String body = JSON.writeValueAsString(
                Map.of("csrfToken", key, "rpc", List.of(what), "syncId", serverMessage, "clientId", clientMessage));
        clientMessage++;
        JsonNode answer =
                JSON.readTree(send(HttpRequest.newBuilder(URI.create(course.address("/?v-r=uidl&v-uiId=" + ui)))
                        .header("Content-Type", "application/json; charset=UTF-8")
                        .POST(HttpRequest.BodyPublishers.ofString(body))));
        serverMessage = answer.path("syncId").asInt();
        return answer;
    }

    private String send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> response = exchange(request);
        if (response.statusCode() != 200) {
            throw new IOException("status " + response.statusCode() + ": " + response.body());
        }
        return response.body();
    }

    private HttpResponse<String> exchange(HttpRequest.Builder request) throws IOException, InterruptedException {
        headers.forEach(request::header);
        if (!cookies.isEmpty()) {
            request.header(
                    "Cookie",
                    cookies.values().stream()
                            .map(cookie -> cookie.split(";", 2)[0])
                            .collect(Collectors.joining("; ")));
        }
        HttpResponse<String> response =
                client.send(request.timeout(Duration.ofSeconds(20)).build(), BodyHandlers.ofString());
        response.headers()
                .allValues("Set-Cookie")
                .forEach(cookie -> cookies.put(cookie.substring(0, cookie.indexOf('=')), cookie));
        return response;
    }
}
