package dev.surprisal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surprisal.store.DatabaseAddress;
import dev.surprisal.store.Store;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The two words as they are typed. */
class BackUpTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    Path folder;

    @Test
    void whatWasBackedUpIsPutBackElsewhere() {
        Path data = folder.resolve("data");
        Store.open(new DatabaseAddress.Sqlite(data)).close();
        String file = folder.resolve("course.backup").toString();

        int backedUp = run(new BackUp(Map.of("SURPRISAL_DATA", data.toString())), file);
        int putBack =
                run(new PutBack(Map.of("SURPRISAL_DATA", folder.resolve("other").toString())), file);

        assertThat(err.toString(StandardCharsets.UTF_8)).isEmpty();
        assertThat(List.of(backedUp, putBack)).containsOnly(Cli.DONE);
        String tables = ": 0 in author_access, .*, 0 in event, .*, 0 in learner, .*\n";
        assertThat(out.toString(StandardCharsets.UTF_8))
                .matches(Pattern.quote(file)
                        + tables
                        + Pattern.quote("the database " + folder.resolve("other/surprisal.db"))
                        + tables);
        assertThat(folder.resolve("other/surprisal.db")).exists();
    }

    @Test
    void whatIsWrongIsOneSentenceAndAStatus() {
        int status = run(new PutBack(Map.of("SURPRISAL_DATA", folder.toString())), "no-such-file");

        assertThat(status).isEqualTo(Cli.FOUND_ERRORS);
        assertThat(err.toString(StandardCharsets.UTF_8)).isEqualTo("there is no file no-such-file\n");
    }

    @Test
    void wordsThatLackTheirFileSayHowTheyAreUsed() {
        assertThat(run(new BackUp(Map.of()))).isEqualTo(Cli.WRONG_USE);
        assertThat(run(new PutBack(Map.of()), "--replace")).isEqualTo(Cli.WRONG_USE);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("backup FILE", "restore FILE [--replace]");
    }

    private int run(Word word, String... arguments) {
        return word.run(
                List.of(arguments),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
    }
}
