package dev.surprisal.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surprisal.content.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** A folder with one of each mistake: what its author is told, in full. The expected lines were read one by one against the text. */
class OneOfEachMistakeTest {

    @Test
    void allAreToldAtOnceInTheOrderOfTheText() throws IOException {
        String problems = ExampleFolder.of(resource("one-of-each-mistake.txt")).check().problems().stream()
                .map(Problem::toString)
                .reduce("", (text, line) -> text + line + "\n");

        assertThat(problems).isEqualTo(resource("one-of-each-mistake.expected.txt"));
    }

    private static String resource(String name) throws IOException {
        try (var in = OneOfEachMistakeTest.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IOException("there is no " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
