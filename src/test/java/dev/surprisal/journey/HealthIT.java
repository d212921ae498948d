package dev.surprisal.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an operator's machinery asks. */
class HealthIT {
    @TempDir
    private static Path folder;

    private static RunningCourse course;

    @BeforeAll
    static void start() {
        course = RunningCourse.start(folder.resolve("data"));
    }

    @AfterAll
    static void stop() {
        course.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/health", "/health/liveness", "/health/readiness"})
    void saysThatItIsWellAndNoMore(String address) {
        HttpResponse<String> answer = course.get(address);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("\"status\":\"UP\"").doesNotContain("components", "database", "path");
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/actuator", "/env", "/beans", "/heapdump", "/metrics", "/info", "/shutdown", "/health/db"})
    void offersNothingElse(String address) {
        HttpResponse<String> answer = course.get(address);

        assertThat(answer.statusCode()).isEqualTo(404);
    }

    @Test
    void leavesTheHomePageAlone() {
        HttpResponse<String> home = course.get("/");

        assertThat(home.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/html"));
    }
}
