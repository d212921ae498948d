package dev.surprisal.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The course that this project ships. */
class ContentTest {

    @Test
    void theCourseHasNoProblems() {
        var loaded = OwnCourse.checked();

        assertThat(loaded.problems()).isEmpty();
        assertThat(loaded.course().lessons()).isNotEmpty();
    }
}
