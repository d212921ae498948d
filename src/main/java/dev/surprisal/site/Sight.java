package dev.surprisal.site;

import dev.surprisal.content.Audience;
import dev.surprisal.content.Course;
import dev.surprisal.content.Lesson;
import dev.surprisal.content.LessonId;
import java.util.Optional;

/** What one request gets to see: an edition of the course, with what is for authors only or without it. */
record Sight(Edition edition, boolean author) {

    Course course() {
        return author ? edition.forAuthors() : edition.forLearners();
    }

    Audience audience() {
        return author ? Audience.INSTRUCTORS : Audience.LEARNERS;
    }

    /** The lesson that an address names, if whoever asks may see it. */
    Optional<Lesson> find(String lesson) {
        return LessonId.find(lesson).flatMap(course()::find);
    }
}
