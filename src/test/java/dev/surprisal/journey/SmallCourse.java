package dev.surprisal.journey;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A course of one lesson with one question, which a journey has soon finished. */
final class SmallCourse {
    private static final String LESSON = """
            ---
            id: small
            title: A small lesson
            summary: It has one question.
            outcomes: [double a number]
            minutes: {read: 1, practice: 1}
            difficulty: light
            status: published
            ---

            ## One question {#one}

            It comes soon.

            :::question{#twice type=number}
            Twice 3.

            answer: 6
            accept: abs 0.01
            hint: Add it to itself.
            solution: It is six.
            :::
            """;

    private SmallCourse() {}

    static Path write(Path content) throws IOException {
        Path lesson = Files.createDirectories(content.resolve("lessons/small")).resolve("lesson.md");
        Files.writeString(content.resolve("course.yaml"), """
                title: A small course
                description: It has one lesson.
                authors: [Nobody]
                licence: CC BY 4.0
                modules:
                  - title: Module
                    lessons: [small]
                """);
        Files.writeString(lesson, LESSON);
        return content;
    }

    /** Saves the lesson with other texts in it. */
    static void rewrite(Path content, String before, String after, String beforeToo, String afterToo)
            throws IOException {
        Files.writeString(
                content.resolve("lessons/small/lesson.md"),
                LESSON.replace(before, after).replace(beforeToo, afterToo));
    }
}
