package dev.surprisal.content;

import java.util.List;

/** A part of the course: some lessons in the order in which they are best read. */
public record CourseModule(String title, List<Lesson> lessons) {

    public CourseModule {
        lessons = List.copyOf(lessons);
    }
}
