package dev.surprisal.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptTextsTest {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final KeptTexts.Limits LIMITS = new KeptTexts.Limits(Duration.ofDays(60), 3, 100);

    @TempDir
    Path folder;

    private KeptTexts onDay(int day) {
        return KeptTexts.in(folder, InstantSource.fixed(START.plus(Duration.ofDays(day))), LIMITS);
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void whatWasKeptIsFound() {
        onDay(0).keep("a", "x²\n");

        assertThat(onDay(1).find("a")).contains("x²\n");
        assertThat(onDay(1).find("b")).isEmpty();
    }

    @Test
    void whatNobodyAsksForGoesAndWhatIsAskedForStays() throws IOException {
        onDay(0).keep("asked", "1");
        onDay(0).keep("unasked", "2");
        assertThat(onDay(59).find("asked")).contains("1");

        onDay(61);

        assertThat(names()).containsExactly("asked");
    }

    @Test
    void ofTooManyTheLatestStay() throws IOException {
        for (int day = 0; day < 5; day++) {
            onDay(day).keep("day-" + day, "x");
        }

        onDay(5);

        assertThat(names()).containsExactly("day-2", "day-3", "day-4");
    }

    @Test
    void ofTooMuchTheLatestStay() throws IOException {
        onDay(0).keep("early", "x".repeat(60));
        onDay(1).keep("late", "x".repeat(60));

        onDay(2);

        assertThat(names()).containsExactly("late");
    }

    @Test
    void whatWasNeverFinishedGoesAfterADay() throws IOException {
        Path half = Files.writeString(folder.resolve("text1.tmp"), "ha");
        Files.setLastModifiedTime(half, FileTime.from(START));
        onDay(0);
        assertThat(names()).containsExactly("text1.tmp");

        onDay(2);

        assertThat(names()).isEmpty();
    }

    @Test
    void aFolderThatCannotBeUsedCostsNothingElse() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "no folder");
        var texts = KeptTexts.in(file.resolve("below"), InstantSource.fixed(START), LIMITS);

        texts.keep("a", "1");

        assertThat(texts.find("a")).isEmpty();
    }
}
