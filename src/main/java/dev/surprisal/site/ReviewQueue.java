package dev.surprisal.site;

import dev.surprisal.content.Card;
import dev.surprisal.content.Course;
import dev.surprisal.content.Lesson;
import dev.surprisal.content.PageKind;
import dev.surprisal.content.Question;
import dev.surprisal.learner.Reviews;
import dev.surprisal.recall.Memory;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What can be asked now, and when there is more. What has been reviewed before comes first, the longest due at the head, then questions
 * that were missed, a day later, then the cards of lessons whose text or practice was opened. New cards are an offer: opening a page is
 * no promise to learn it by heart, so nobody owes them.
 *
 * @param due in the order in which it is asked
 * @param fresh how many of them, the last, are cards that were never reviewed
 * @param next when the next thing is due that is not due yet
 */
record ReviewQueue(List<Candidate> due, int fresh, Optional<Instant> next) {
    static final ReviewQueue EMPTY = new ReviewQueue(List.of(), 0, Optional.empty());

    private static final Duration DAY = Duration.ofDays(1);

    /** As many new things are met in a day of 24 hours. */
    static final int NEW_A_DAY = 20;

    ReviewQueue {
        due = List.copyOf(due);
    }

    /** How many things are due that the learner has met in a review or missed. */
    int owed() {
        return due.size() - fresh;
    }

    /** A card or a question that can come up. */
    sealed interface Candidate {
        String id();

        Lesson lesson();

        /** The question whose numbers are drawn anew each time, if there is one. */
        Optional<Question> question();
    }

    record OfCard(Lesson lesson, Card card) implements Candidate {
        @Override
        public String id() {
            return card.id().value();
        }

        @Override
        public Optional<Question> question() {
            return Optional.ofNullable(card.of()).flatMap(lesson::find);
        }
    }

    record OfQuestion(Lesson lesson, QuestionPlace place) implements Candidate {
        @Override
        public String id() {
            return place.question().id().value();
        }

        @Override
        public Optional<Question> question() {
            return Optional.of(place.question());
        }
    }

    private record Waiting(Candidate asked, Instant since) {}

    static ReviewQueue of(Course course, Reviews reviews, Instant now) {
        List<Waiting> again = new ArrayList<>();
        List<Waiting> fresh = new ArrayList<>();
        List<Instant> later = new ArrayList<>();
        course.lessons().stream().flatMap(ReviewQueue::all).forEach(asked -> {
            Optional<Memory> memory = reviews.memory(asked.id());
            Optional<Instant> since = memory.map(Memory::due).or(() -> met(asked, reviews));
            if (since.isEmpty()) {
                return;
            }
            if (since.get().isAfter(now)) {
                later.add(since.get());
            } else {
                (memory.isPresent() ? again : fresh).add(new Waiting(asked, since.get()));
            }
        });
        List<Instant> newToday = reviews.begun().stream()
                .filter(at -> at.isAfter(now.minus(DAY)))
                .toList();
        int room = Math.max(0, NEW_A_DAY - newToday.size());
        if (fresh.size() > room && !newToday.isEmpty()) {
            later.add(newToday.getFirst().plus(DAY));
        }
        List<Candidate> first = Stream.concat(
                        again.stream().sorted(Comparator.comparing(Waiting::since)),
                        fresh.stream()
                                .filter(waiting -> waiting.asked() instanceof OfQuestion)
                                .limit(room))
                .map(Waiting::asked)
                .toList();
        List<Candidate> cards = fresh.stream()
                .filter(waiting -> waiting.asked() instanceof OfCard)
                .limit(Math.max(0, room - (first.size() - again.size())))
                .map(Waiting::asked)
                .toList();
        return new ReviewQueue(
                Stream.concat(first.stream(), cards.stream()).toList(),
                cards.size(),
                later.stream().min(Comparator.naturalOrder()));
    }

    private static Stream<Candidate> all(Lesson lesson) {
        return Stream.concat(
                lesson.cards().stream().map(card -> new OfCard(lesson, card)),
                QuestionPlace.of(lesson).stream().map(place -> new OfQuestion(lesson, place)));
    }

    private static Optional<Instant> met(Candidate asked, Reviews reviews) {
        return switch (asked) {
            case OfCard(var lesson, var _) ->
                Stream.of(PageKind.LESSON, PageKind.PRACTICE)
                        .flatMap(page -> reviews.visited(lesson.id().value(), page.word()).stream())
                        .min(Comparator.naturalOrder());
            case OfQuestion(var _, var place) ->
                reviews.missed(place.question().id().value()).map(at -> at.plus(DAY));
        };
    }
}
