package dev.surprisal.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What the guide beside the content shows is right: its blocks together are a lesson without a problem. */
class AuthorsGuideTest {

    private static final Pattern BLOCK = Pattern.compile("(?ms)^```(yaml|markdown)\\n(.*?)^```$");

    @Test
    void itsExamplesPassEveryRule() throws IOException {
        String guide = Files.readString(Path.of("content", "README.md"));
        String lesson = BLOCK.matcher(guide)
                .results()
                .map(block -> block.group(2))
                .collect(Collectors.joining("\n"))
                .replace("`/lesson/<id>/practice`", "a page");

        var loaded = ExampleFolder.of(lesson).check();

        assertThat(lesson).startsWith("---\nid: example").contains(":::part{#second");
        assertThat(loaded.problems()).isEmpty();
        assertThat(loaded.course().lessons().getFirst().questions()).hasSize(7);
    }
}
