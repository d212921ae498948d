package dev.surprisal.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a server with a log format has written: a line of JSON for each event, and no secret in any of them. */
record LogLines(List<JsonNode> events, String text) {
    private static final JsonMapper JSON = new JsonMapper();

    /** What the Java runtime says by itself when it is handed options. */
    private static final String RUNTIME = "Picked up JAVA_TOOL_OPTIONS: ";

    /**
     * Reads a log.
     *
     * @param message the field in which the format has what happened
     */
    static LogLines of(RunningCourse course, String message) {
        String text = course.log();
        List<JsonNode> events = text.lines()
                .filter(line -> !line.startsWith(RUNTIME))
                .map(LogLines::event)
                .toList();
        assertThat(events).isNotEmpty();
        assertThat(events)
                .allSatisfy(event -> assertThat(event.path(message).asString(""))
                        .as(event.toString())
                        .isNotEmpty());
        return new LogLines(events, text);
    }

    private static JsonNode event(String line) {
        JsonNode event = JSON.readTree(line);
        assertThat(event.isObject()).as(line).isTrue();
        return event;
    }

    /** Neither as it is, nor as the digest that the database keeps, however that is written. */
    void assertHideEvery(Stream<String> secrets) {
        secrets.forEach(secret -> {
            byte[] digest = sha256(secret);
            String hex = HexFormat.of().formatHex(digest);
            assertThat(text)
                    .doesNotContain(
                            secret,
                            hex,
                            hex.toUpperCase(Locale.ROOT),
                            Base64.getEncoder().withoutPadding().encodeToString(digest),
                            Base64.getUrlEncoder().withoutPadding().encodeToString(digest));
        });
    }

    private static byte[] sha256(String secret) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
