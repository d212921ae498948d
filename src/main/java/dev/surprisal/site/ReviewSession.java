package dev.surprisal.site;

import dev.surprisal.content.Question;
import dev.surprisal.learner.Event.Item;
import dev.surprisal.learner.Event.Reviewed;
import dev.surprisal.learner.Event.SolutionShown;
import dev.surprisal.learner.EventLog;
import dev.surprisal.learner.LearnerId;
import dev.surprisal.learner.LearnerRepository;
import dev.surprisal.learner.Progress;
import dev.surprisal.learner.Reviews;
import dev.surprisal.learner.Timed;
import dev.surprisal.recall.Rating;
import dev.surprisal.site.ReviewMarkup.Showing;
import dev.surprisal.site.ReviewQueue.Candidate;
import dev.surprisal.site.ReviewQueue.OfQuestion;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;

/**
 * Asks again what is due. What is shown follows from the log and the time alone, so a session can end at any moment and goes on in
 * whichever tab is used next.
 */
@Service
class ReviewSession {
    private final CurrentCourse course;
    private final LearnerRepository learners;
    private final EventLog log;
    private final Records records;
    private final Clock clock;

    ReviewSession(CurrentCourse course, LearnerRepository learners, EventLog log, Records records, Clock clock) {
        this.course = course;
        this.learners = learners;
        this.log = log;
        this.records = records;
        this.clock = clock;
    }

    /**
     * What the page shows.
     *
     * @param html of the thing that is asked, or that nothing is due
     * @param owed how many of the things that can be asked now are no new cards
     * @param notice why nothing was done; with it the page stays as it is
     */
    record Step(String html, int owed, String notice) {
        Step(String html, ReviewQueue queue) {
            this(html, queue.owed(), "");
        }

        /** For a learner who asks more often than anybody reads. */
        static Step tooOften() {
            return new Step("", 0, "That was very fast. Please wait half a minute, then go on.");
        }
    }

    /** What a learner, who may not be known yet, has to review. */
    ReviewQueue queue(Optional<LearnerId> learner) {
        Edition edition = course.edition();
        return learner.map(known ->
                        ReviewQueue.of(edition.forLearners(), records.reviews(known, edition), clock.instant()))
                .orElse(ReviewQueue.EMPTY);
    }

    /** What is asked next, without its answer. */
    Step step(String root, Optional<LearnerId> learner) {
        if (learner.isEmpty()) {
            return new Step(ReviewMarkup.nothing(Optional.empty(), false, clock.instant()), ReviewQueue.EMPTY);
        }
        Instant now = clock.instant();
        Edition edition = course.edition();
        Reviews reviews = records.reviews(learner.get(), edition);
        ReviewQueue queue = ReviewQueue.of(edition.forLearners(), reviews, now);
        String html = queue.due().stream()
                .findFirst()
                .map(asked -> ReviewMarkup.asked(
                        root,
                        showing(learner.get(), asked, reviews),
                        queue.due().size()))
                .orElseGet(() ->
                        ReviewMarkup.nothing(queue.next(), !reviews.begun().isEmpty(), now));
        return new Step(html, queue);
    }

    /**
     * The same with its answer. The solution of a question, also of one that a card asks, counts as shown on these numbers, unless they
     * had been answered.
     *
     * @param turn which showing of the thing the page has; an older one is answered with what is asked now
     */
    Step reveal(String root, LearnerId learner, String item, int turn) {
        List<Timed> events = log.timed(learner);
        Instant now = clock.instant();
        Reviews reviews = Reviews.of(events, course.edition());
        ReviewQueue queue = ReviewQueue.of(course.course(), reviews, now);
        Optional<Candidate> asked = find(queue, reviews, item, turn);
        if (asked.isEmpty()) {
            return step(root, Optional.of(learner));
        }
        Showing showing = showing(learner, asked.get(), reviews);
        asked.get().question().ifPresent(question -> close(learner, showing, question, events));
        return new Step(ReviewMarkup.revealed(root, showing, queue.due().size(), reviews.memory(item), now), queue);
    }

    private void close(LearnerId learner, Showing showing, Question question, List<Timed> events) {
        Progress progress = Progress.of(0, events.stream().map(Timed::event).toList(), course.edition());
        for (Question each : question.items()) {
            if (!progress.question(each.id().value(), showing.variant()).closed()) {
                log.append(
                        learner,
                        new SolutionShown(
                                new Item(
                                        showing.asked().lesson().id().value(),
                                        each.id().value(),
                                        revision(each),
                                        showing.variant()),
                                progress.round(),
                                true));
            }
        }
    }

    /**
     * Keeps how well something was recalled, and asks the next.
     *
     * @param rating from 1 to 4; anything else changes nothing, nor does the rating of an older showing
     */
    Step rate(String root, LearnerId learner, String item, int turn, int rating) {
        Reviews reviews = Reviews.of(log.timed(learner), course.edition());
        ReviewQueue queue = ReviewQueue.of(course.course(), reviews, clock.instant());
        find(queue, reviews, item, turn)
                .ifPresent(asked -> Rating.find(rating).ifPresent(recalled -> {
                    Showing showing = showing(learner, asked, reviews);
                    String revision = asked instanceof OfQuestion(var _, var place) ? revision(place.question()) : "";
                    log.append(
                            learner,
                            new Reviewed(
                                    new Item(asked.lesson().id().value(), item, revision, showing.variant()),
                                    turn,
                                    recalled));
                }));
        return step(root, Optional.of(learner));
    }

    private String revision(Question item) {
        return course.edition()
                .find(item.id().value())
                .map(Edition.Known::revision)
                .orElseThrow(() -> new IllegalStateException("no question " + item.id() + " in this course"));
    }

    private static Optional<Candidate> find(ReviewQueue queue, Reviews reviews, String item, int turn) {
        return queue.due().stream()
                .filter(asked -> asked.id().equals(item) && reviews.turns(item) == turn)
                .findFirst();
    }

    private Showing showing(LearnerId learner, Candidate asked, Reviews reviews) {
        int turn = reviews.turns(asked.id());
        int variant = asked.question()
                .map(question -> question.variation().again(learners.seed(learner), question.id(), turn))
                .orElse(0);
        return new Showing(asked, turn, variant);
    }
}
