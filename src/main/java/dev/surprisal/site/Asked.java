package dev.surprisal.site;

import dev.surprisal.content.Lesson;
import dev.surprisal.content.Question;
import dev.surprisal.learner.Event.Item;
import dev.surprisal.site.Edition.Known;

/** A question or part as a request has found it; the same from its beginning to its end, whatever is saved meanwhile. */
record Asked(Edition edition, Lesson lesson, Question item) {

    String id() {
        return item.id().value();
    }

    /** The question that it is, or is a part of. */
    Question whole() {
        return lesson.find(item.id().whole()).orElse(item);
    }

    /** The number of that question on its page. */
    int number() {
        return QuestionPlace.of(lesson).stream()
                .filter(place -> place.question().id().equals(item.id().whole()))
                .mapToInt(QuestionPlace::number)
                .findFirst()
                .orElse(1);
    }

    /** With its revision and its definition. */
    Known known() {
        return edition.find(id())
                .orElseThrow(() -> new IllegalArgumentException("no question " + id() + " in this edition"));
    }

    /** What an event about it is about. */
    Item item(int variant) {
        return new Item(
                lesson.id().value(), id(), known().revision(), item.variation().place(variant));
    }
}
