package dev.surprisal.site;

import dev.surprisal.content.Course;
import dev.surprisal.content.Lesson;
import dev.surprisal.content.QuestionId;
import java.util.Optional;

/** The way to a question: its address and, in words, where it stands. */
record QuestionLink(String href, String words) {

    /**
     * @param item the id of a question or part
     * @return empty when it is in the course no more
     */
    static Optional<QuestionLink> find(String root, Course course, String item) {
        Optional<QuestionId> id = QuestionId.find(item);
        return id.isEmpty()
                ? Optional.empty()
                : course.lessons().stream()
                        .flatMap(lesson -> find(root, lesson, id.get()).stream())
                        .findFirst();
    }

    private static Optional<QuestionLink> find(String root, Lesson lesson, QuestionId item) {
        return QuestionPlace.of(lesson).stream()
                .filter(place -> place.question().id().equals(item.whole()))
                .findFirst()
                .map(place -> new QuestionLink(
                        root + place.page().address(lesson.id()) + "#" + item,
                        lesson.title() + ", " + place.page().title().toLowerCase(java.util.Locale.ROOT) + ", question "
                                + place.number()));
    }
}
