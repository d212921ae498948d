package dev.surprisal.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surprisal.typeset.Typesetter;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The course that this project ships. */
class ContentTest {

    @Test
    void theCourseHasNoProblems() throws IOException {
        var loaded = Checker.check(Path.of("content"), Typesetter.inMemory());

        assertThat(loaded.problems()).isEmpty();
        assertThat(loaded.course().lessons()).isNotEmpty();
    }
}
