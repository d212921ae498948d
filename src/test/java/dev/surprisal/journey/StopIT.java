package dev.surprisal.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StopIT {
    /** 128 + SIGTERM: the Java virtual machine ends so after its shutdown hooks have run. */
    private static final int ENDED_BY_SIGTERM = 143;

    @Test
    void sigtermStopsItCleanly(@TempDir Path folder) {
        RunningCourse course = RunningCourse.start(folder.resolve("data"));

        int status = course.stop();

        assertThat(status).isEqualTo(ENDED_BY_SIGTERM);
        assertThat(course.log()).doesNotContain("ERROR", "Exception");
    }
}
