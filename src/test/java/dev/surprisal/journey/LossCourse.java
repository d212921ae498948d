package dev.surprisal.journey;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A course with one question: as little as there can be, so that a start is quick. */
final class LossCourse {
    static final String PAGE = "lesson/loss/lesson";
    static final String QUESTION = "how-many";
    static final String TEXT = "A sentence that can always be read.";

    private static final String LESSON = """
            ---
            id: loss
            title: Loss
            summary: A lesson with a question.
            outcomes: [lose nothing]
            minutes: {read: 1, practice: 1}
            difficulty: light
            status: published
            ---

            Before.

            ## Questions {#questions}

            %s

            :::question{#how-many type=number unit=nats}
            How many?

            answer: 0.7
            accept: abs 0.01
            solution: Seven tenths.
            :::
            """.formatted(TEXT);

    private LossCourse() {}

    static Path write(Path folder) throws IOException {
        Files.createDirectories(folder.resolve("lessons/loss"));
        Files.writeString(folder.resolve("course.yaml"), """
                title: A course
                description: A course with a question.
                authors: [Nobody]
                licence: CC BY 4.0
                modules:
                  - title: Module
                    lessons: [loss]
                """);
        Files.writeString(folder.resolve("lessons/loss/lesson.md"), LESSON);
        return folder;
    }
}
