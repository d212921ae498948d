package dev.surprisal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LintTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    Path folder;

    @BeforeEach
    void writeACourse() throws IOException {
        Files.writeString(
                folder.resolve("course.yaml"),
                "title: T\ndescription: D\nmodules:\n  - title: M\n    lessons: [example]\n");
        Files.createDirectories(folder.resolve("lessons/example"));
    }

    @Test
    void printsAllProblemsAndFails() throws IOException {
        lesson("The KL is `0.09 == 0.08` nats, \"one\\third\": 0.333.\n\n## Title\n");

        int status = run(folder.toString());

        assertThat(status).isEqualTo(1);
        assertThat(out.toString(StandardCharsets.UTF_8).lines())
                .hasSize(4)
                .anyMatch(line -> line.startsWith("lessons/example/lesson.md:7:12 error wrong-number: 0.09 is written"))
                .anyMatch(line -> line.startsWith("lessons/example/lesson.md:7:1 warning unnamed-direction: "))
                .anyMatch(line -> line.startsWith("lessons/example/lesson.md:9:1 error missing-id: "));
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("2 errors, 2 warnings, 0 lessons without an error");
    }

    @Test
    void aWarningIsNoFailure() throws IOException {
        lesson("One third is 0.333.\n");

        assertThat(run(folder.toString())).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("warning bare-number");
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("0 errors, 1 warning, 1 lesson without an error");
    }

    @Test
    void printsJson() throws IOException {
        lesson("See ‘[a](\"x\")’ 😀 <b>\n");

        assertThat(run("--json", folder.toString())).isEqualTo(1);
        assertThat(out.toString(StandardCharsets.UTF_8))
                .startsWith("[\n{\"file\":\"lessons/example/lesson.md\",\"line\":7,\"column\":")
                .contains(
                        "\"severity\":\"error\",\"rule\":\"raw-html\",\"message\":\"HTML is not available in lessons: <b>; a less-than sign is written \\\\<\"}")
                .endsWith("\n]\n");
    }

    @Test
    void printsSarif() throws IOException {
        lesson("One third is 0.333, and <b>.\n");

        assertThat(run("--sarif", folder.toString())).isEqualTo(1);

        var json = new tools.jackson.databind.ObjectMapper().readTree(out.toString(StandardCharsets.UTF_8));
        assertThat(json.at("/version").asString()).isEqualTo("2.1.0");
        var results = json.at("/runs/0/results");
        assertThat(results.size()).isEqualTo(2);
        assertThat(results.at("/0/ruleId").asString()).isEqualTo("bare-number");
        assertThat(results.at("/0/level").asString()).isEqualTo("warning");
        assertThat(results.at("/1/level").asString()).isEqualTo("error");
        assertThat(results.at("/0/locations/0/physicalLocation/artifactLocation/uri")
                        .asString())
                .endsWith("/lessons/example/lesson.md");
        assertThat(results.at("/0/locations/0/physicalLocation/region/startLine")
                        .asInt())
                .isEqualTo(7);
        assertThat(results.at("/0/locations/0/physicalLocation/region/startColumn")
                        .asInt())
                .isEqualTo(14);
    }

    @Test
    void writesMissingIdsAndNothingElse() throws IOException {
        String text = """
                ## The $x$ of it

                :::question{type=number}
                How much is 1 + 1?

                answer: 2
                accept: abs 0.1
                :::

                ::::question{type=parts}
                Two parts.

                :::part{#one type=number}
                How much is 1 + 2?
                answer: 3
                accept: abs 0.1
                :::
                ::::

                ## The x of it {#the-of-it}

                ## The x of it
                """.replace("\n", "\r\n");
        lesson(text);
        Path file = folder.resolve("lessons/example/lesson.md");
        String before = Files.readString(file);

        assertThat(run("--fix", folder.toString())).isZero();

        assertThat(err.toString(StandardCharsets.UTF_8)).startsWith("4 ids written");
        assertThat(Files.readString(file))
                .isEqualTo(before.replace("The $x$ of it\r", "The $x$ of it {#the-of-it-2}\r")
                        .replace("question{type=number}", "question{#how-much-is-1-1 type=number}")
                        .replace("question{type=parts}", "question{#two-parts type=parts}")
                        .replace("The x of it\r", "The x of it {#the-x-of-it}\r"));
    }

    @Test
    void saysWhatItCannotUse() {
        assertThat(run(folder.resolve("nothing").toString())).isEqualTo(2);
        assertThat(run("a", "b")).isEqualTo(2);
        assertThat(run("--sarif", "--json")).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains("there is no folder", "lint [folder] [--json | --sarif]");
    }

    private void lesson(String body) throws IOException {
        Files.writeString(
                folder.resolve("lessons/example/lesson.md"),
                "---\nid: example\ntitle: T\nsummary: S.\nminutes: {read: 1, practice: 1}\n---\n" + body);
    }

    private int run(String... arguments) {
        return new Lint()
                .run(
                        List.of(arguments),
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8));
    }
}
