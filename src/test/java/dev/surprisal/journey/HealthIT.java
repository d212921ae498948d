package dev.surprisal.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an operator's machinery asks, and how it ends what it has started. */
class HealthIT {
    /** 128 + SIGTERM: the Java virtual machine ends so after its shutdown hooks have run. */
    private static final int ENDED_BY_SIGTERM = 143;

    @TempDir
    private static Path folder;

    private static RunningCourse course;

    @BeforeAll
    static void start() throws IOException {
        course = RunningCourse.start(SmallCourse.write(folder.resolve("content")), folder.resolve("data"));
    }

    /** The same server for all, so this is seen when all else has been asked. */
    @AfterAll
    static void sigtermStopsItCleanly() {
        int status = course.stop();

        assertThat(status).isEqualTo(ENDED_BY_SIGTERM);
        assertThat(course.log()).doesNotContain("ERROR", "Exception");
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
