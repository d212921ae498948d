package dev.surprisal.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A page asks nobody but its own server for anything: links lead away, but nothing is loaded from there. */
class NothingFromElsewhereTest {
    /** What makes a browser fetch, followed by an address with a host. */
    private static final Pattern FOREIGN = Pattern.compile(
            "(?:\\bsrc\\s*=\\s*[\"']|<link[^>]*\\bhref\\s*=\\s*[\"']|url\\(\\s*[\"']?|@import\\s+[\"']|\\bimport\\(?\\s*[\"'])\\s*(?:https?:)?//");

    static Stream<Path> files() throws IOException {
        List<Path> roots = List.of(
                Path.of("src/main/resources/dev/surprisal/site"),
                Path.of("frontend/styles"),
                Path.of("frontend/index.html"));
        Stream.Builder<Path> files = Stream.builder();
        for (Path root : roots) {
            try (Stream<Path> found = Files.walk(root)) {
                found.filter(Files::isRegularFile).forEach(files);
            }
        }
        return files.build();
    }

    @ParameterizedTest
    @MethodSource("files")
    void noFileOfThePagesNamesAnotherServerToLoadFrom(Path file) throws IOException {
        assertThat(FOREIGN.matcher(Files.readString(file)).results().map(MatchResult::group))
                .as(file.toString())
                .isEmpty();
    }
}
