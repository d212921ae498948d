package dev.surprisal.journey;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The widgets of a shipped lesson and one of its questions, in a lesson that is short: a page of it is soon loaded. */
final class PlayCourse {
    static final String PAGE = "/lesson/mle-and-the-kl-view/lesson";

    private static final String LESSON = """
            ---
            id: mle-and-the-kl-view
            title: Maximum likelihood and the KL view
            summary: To be played.
            outcomes: [play]
            minutes: {read: 1, practice: 1}
            difficulty: light
            status: published
            ---

            ## Discrete {#discrete}

            WORKBENCH

            ## A sample {#finite-sample}

            QUESTION

            ## A fit {#fit}

            FIT
            """;

    private PlayCourse() {}

    static Path write(Path folder) throws IOException {
        String shipped = Files.readString(Path.of("content/lessons/mle-and-the-kl-view/lesson.md"));
        Files.createDirectories(folder.resolve("lessons/mle-and-the-kl-view"));
        Files.writeString(folder.resolve("course.yaml"), """
                title: A course to play
                description: Its lesson has two widgets.
                authors: [Nobody]
                licence: CC BY 4.0
                modules:
                  - title: Module
                    lessons: [mle-and-the-kl-view]
                """);
        Files.writeString(
                folder.resolve("lessons/mle-and-the-kl-view/lesson.md"),
                LESSON.replace("WORKBENCH", block(shipped, ":::widget{#kl-workbench "))
                        .replace(
                                "QUESTION",
                                block(shipped, ":::question{#kl-three-outcomes ")
                                        .replace(" outcome=1", ""))
                        .replace("FIT", block(shipped, ":::widget{#kl-fit-two-modes ")));
        return folder;
    }

    private static String block(String lesson, String beginning) {
        int start = lesson.indexOf(beginning);
        return lesson.substring(start, lesson.indexOf("\n:::\n", start) + "\n:::\n".length());
    }
}
