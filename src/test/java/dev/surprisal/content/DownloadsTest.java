package dev.surprisal.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that learners may take: those of one folder, and nothing around it. */
class DownloadsTest {

    @TempDir
    Path folder;

    private Path content;

    @BeforeEach
    void writeFiles() throws IOException {
        content = folder.resolve("content");
        Files.createDirectories(content.resolve("downloads/inner"));
        Files.writeString(content.resolve("downloads/data.csv"), "x\n1\n");
        Files.writeString(content.resolve("downloads/inner/more.csv"), "x\n");
        Files.writeString(content.resolve("course.json"), "{}");
        Files.writeString(folder.resolve("secret.txt"), "secret");
    }

    @Test
    void aFileOfTheFolderIsHandedOut() throws IOException {
        assertThat(Downloads.find(content, "data.csv")).hasValue("x\n1\n".getBytes(StandardCharsets.UTF_8));
        assertThat(Downloads.list(content)).contains("data.csv");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../course.json",
                "../../secret.txt",
                "..\\..\\secret.txt",
                "%2e%2e/course.json",
                "/etc/hosts.txt",
                "inner/more.csv",
                "./data.csv",
                "data.csv\0.txt",
                "",
                "..",
                ".hidden.txt"
            })
    void nothingElseIs(String name) {
        assertThat(Downloads.find(content, name)).isEmpty();
    }

    @Test
    void aLinkThatLeadsOutOfTheContentFolderIsNotFollowed() throws IOException {
        Files.createSymbolicLink(content.resolve("downloads/leak.txt"), folder.resolve("secret.txt"));

        assertThat(Downloads.find(content, "leak.txt")).isEmpty();
        assertThat(Downloads.list(content)).doesNotContain("leak.txt");
    }

    @Test
    void aFolderThatIsALinkOutsideIsNotFollowed() throws IOException {
        Path elsewhere = Files.createDirectories(folder.resolve("elsewhere/downloads"));
        Files.writeString(elsewhere.resolve("leak.txt"), "secret");
        Path other = Files.createDirectories(folder.resolve("other"));
        Files.createSymbolicLink(other.resolve("downloads"), elsewhere);

        assertThat(Downloads.find(other, "leak.txt")).isEmpty();
    }
}
