package dev.surprisal.site;

import dev.surprisal.content.Block.WidgetBlock;
import dev.surprisal.content.Lesson;
import dev.surprisal.content.PageKind;
import dev.surprisal.content.Question;
import dev.surprisal.content.Task;
import dev.surprisal.content.Variation;
import dev.surprisal.learner.Definitions;
import dev.surprisal.learner.Drafts;
import dev.surprisal.learner.Drafts.Draft;
import dev.surprisal.learner.Event;
import dev.surprisal.learner.Event.Answered;
import dev.surprisal.learner.Event.Assessed;
import dev.surprisal.learner.Event.Grounds;
import dev.surprisal.learner.Event.Reported;
import dev.surprisal.learner.Event.StartedAgain;
import dev.surprisal.learner.Event.TakenBack;
import dev.surprisal.learner.Event.VariantDrawn;
import dev.surprisal.learner.EventLog;
import dev.surprisal.learner.LearnerId;
import dev.surprisal.learner.Place;
import dev.surprisal.learner.Places;
import dev.surprisal.learner.Progress;
import dev.surprisal.learner.Timed;
import dev.surprisal.question.CoreVersion;
import dev.surprisal.question.Definition;
import dev.surprisal.question.Grading;
import dev.surprisal.question.Posed;
import dev.surprisal.question.Verdict;
import dev.surprisal.widget.Catalogue;
import io.micrometer.core.instrument.MeterRegistry;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;

/**
 * What a learner does in a lesson. Each deed is graded, appended to the log and committed before anything is said about it; what
 * is said is always derived from the log, so a repeated request says the same.
 */
@Service
class Study {
    /** A question offers it for half a minute, the progress page for as long as it is left open. */
    private static final Duration TIME_TO_TAKE_BACK = Duration.ofHours(1);

    /** As many as fit a number that is readable. */
    static final int SEEDS = 1_000_000;

    /** Twice what the largest field takes. */
    private static final int LONGEST_ANSWER = 8000;

    private final CurrentCourse course;
    private final Records records;
    private final EventLog log;
    private final Places places;
    private final Drafts drafts;
    private final Definitions definitions;
    private final Tags tags;
    private final Clock clock;
    private final String coreVersion;
    private final MeterRegistry metrics;
    private final SecureRandom random = new SecureRandom();

    Study(
            CurrentCourse course,
            Records records,
            EventLog log,
            Places places,
            Drafts drafts,
            Definitions definitions,
            Tags tags,
            Clock clock,
            @Value("${surprisal.version}") String version,
            MeterRegistry metrics) {
        this.course = course;
        this.records = records;
        this.log = log;
        this.places = places;
        this.drafts = drafts;
        this.definitions = definitions;
        this.tags = tags;
        this.clock = clock;
        this.coreVersion = version + "+" + CoreVersion.code();
        this.metrics = metrics;
    }

    /** By the course as it is now. */
    Progress progress(LearnerId learner) {
        return progress(learner, course.edition());
    }

    private Progress progress(LearnerId learner, Edition edition) {
        return records.progress(learner, edition);
    }

    void visit(LearnerId learner, Lesson lesson, PageKind page) {
        log.append(learner, new Event.Visited(lesson.id().value(), page.word()));
        Place here = new Place(lesson.id().value(), page.word(), "");
        // The overview is where one comes by to be led on: it does not make the place be forgotten
        places.keep(
                learner,
                places.of(learner).stream()
                        .filter(place -> place.lesson().equals(here.lesson()))
                        .filter(place ->
                                page == PageKind.OVERVIEW || place.page().equals(here.page()))
                        .findFirst()
                        .orElse(here));
    }

    /**
     * Remembers how far a page was read.
     *
     * @param section the id of a heading; anything else is taken for the top of the page
     */
    void reach(LearnerId learner, Lesson lesson, PageKind page, String section) {
        boolean known = lesson.find(page)
                .filter(found -> found.headings().stream()
                        .anyMatch(heading -> heading.id().equals(section)))
                .isPresent();
        places.keep(learner, new Place(lesson.id().value(), page.word(), known ? section : ""));
    }

    /** Where the learner has left off, the last place first. */
    List<Place> places(Optional<LearnerId> learner) {
        return learner.map(places::of).orElse(List.of());
    }

    /** Remembers the state in which a widget was left; what is no state of it is not kept. */
    void draft(LearnerId learner, Lesson lesson, WidgetBlock widget, String state) {
        Catalogue.reread(widget.kind(), state)
                .ifPresent(canonical -> drafts.keep(
                        learner,
                        lesson.id().value(),
                        widget.id().value(),
                        new Draft(widget.initialState(), canonical)));
    }

    /** The states in which the learner has left the widgets of a lesson, by their ids. */
    Map<String, Draft> drafts(Optional<LearnerId> learner, Lesson lesson) {
        return learner.map(known -> drafts.of(known, lesson.id().value())).orElse(Map.of());
    }

    /**
     * Grades and keeps an answer. What cannot be read is not kept and costs no attempt; the same attempt again changes nothing.
     *
     * @param asked a question, or a part of one
     * @param variant the numbers that the browser shows
     * @param tag of the question that the browser shows; an answer to another one than the present is not scored
     * @param attempt made by the browser, once for each submission
     * @param confidence in percent, as it came from the browser
     * @throws IllegalArgumentException when {@code attempt} has not the form of an id
     */
    Status answer(
            LearnerId learner, Asked asked, int variant, String tag, String attempt, String input, int confidence) {
        Question item = asked.item();
        if (log.has(learner, attempt)) {
            return status(learner, asked, variant);
        }
        Progress progress = progress(learner, asked.edition());
        if (!tag.equals(tags.of(asked.edition(), asked.id()))) {
            return QuestionMarkup.changed(asked.whole(), asked.number(), progress, tags.asking(asked.edition()));
        }
        Posed posed;
        Verdict verdict;
        try {
            posed = QuestionMarkup.posed(item, progress, variant);
            verdict = input.length() > LONGEST_ANSWER
                    ? new Verdict.Unreadable("An answer has at most " + LONGEST_ANSWER + " characters.")
                    : Grading.grade(posed, input);
            count(verdict);
            if (verdict instanceof Verdict.Unreadable unreadable) {
                return QuestionMarkup.status(item, progress, variant, unreadable);
            }
        } catch (RuntimeException e) {
            return QuestionMarkup.failed(item.id().value(), false, Mishap.of(item.id(), e));
        }
        Event.Verdict stored = switch (verdict) {
            case Verdict.Right _ -> Event.Verdict.RIGHT;
            case Verdict.Kept _ -> Event.Verdict.KEPT;
            case Verdict.Wrong _, Verdict.Unreadable _ -> Event.Verdict.WRONG;
        };
        log.append(
                learner,
                new Answered(
                        attempt,
                        asked.item(variant),
                        input,
                        stored,
                        coreVersion,
                        grounds(asked, posed),
                        confidence(asked, stored, confidence)));
        return status(learner, asked, variant);
    }

    /**
     * Keeps how a learner judges the own text.
     *
     * @param level from 1 to 3; anything else changes nothing, nor does a judgement before there is a text
     */
    Status assess(LearnerId learner, Asked asked, int variant, String attempt, int level) {
        boolean kept =
                progress(learner, asked.edition()).question(asked.id(), variant).kept();
        if (kept && asked.item().task() instanceof Task.Explanation && level >= 1 && level <= Assessed.MOST) {
            log.append(learner, new Assessed(attempt, asked.item(variant), level));
        }
        return status(learner, asked, variant);
    }

    /**
     * Shows hint {@code number}, if the one before it was shown.
     *
     * @param number counted from 1; where a question has no hint, the first says so
     */
    Status hint(LearnerId learner, Asked asked, int variant, int number) {
        Progress progress = progress(learner, asked.edition());
        int shown = progress.question(asked.id(), variant).hints();
        int last = Math.max(1, asked.item().hints().size());
        if (number == shown + 1 && number <= last) {
            log.append(learner, new Event.HintShown(asked.item(variant), number, progress.round()));
        }
        return status(learner, asked, variant);
    }

    Status solution(LearnerId learner, Asked asked, int variant) {
        int round = progress(learner, asked.edition()).round();
        log.append(learner, new Event.SolutionShown(asked.item(variant), round));
        return status(learner, asked, variant);
    }

    /**
     * Asks a question with other numbers, with such as are not closed while there are some; what was done with the earlier ones is kept.
     *
     * @param asked by itself or in parts, no part
     * @param number of the question on its page
     * @param variant the numbers that the browser shows
     */
    Status vary(LearnerId learner, Asked asked, int number, int variant, String attempt) {
        int fresh = fresh(asked.item(), variant, progress(learner, asked.edition()));
        log.append(learner, new VariantDrawn(attempt, asked.item(fresh)));
        return QuestionMarkup.renewed(
                asked.item(), number, progress(learner, asked.edition()), tags.asking(asked.edition()));
    }

    private static int fresh(Question question, int variant, Progress progress) {
        Variation variation = question.variation();
        return Stream.iterate(variation.next(variant), variation::next)
                .limit(variation.size() - 1)
                .filter(other -> question.items().stream()
                        .noneMatch(item ->
                                progress.question(item.id().value(), other).closed()))
                .findFirst()
                .orElseGet(() -> variation.next(variant));
    }

    private void count(Verdict verdict) {
        String word = switch (verdict) {
            case Verdict.Right _ -> "right";
            case Verdict.Wrong _ -> "wrong";
            case Verdict.Kept _ -> "kept";
            case Verdict.Unreadable _ -> "unreadable";
        };
        metrics.counter("surprisal.answers", "verdict", word).increment();
    }

    /**
     * Starts a question again; what was done stays in the log.
     *
     * @param asked by itself or in parts, no part
     * @param number of the question on its page
     * @param attempt made by the browser, once for each request; with it this can be taken back
     */
    Status startAgain(LearnerId learner, Asked asked, int number, String attempt) {
        log.append(learner, new StartedAgain(attempt, asked.lesson().id().value(), asked.id()));
        return renewed(learner, asked, number);
    }

    /**
     * Starts a lesson again, or everything.
     *
     * @param lesson its id; empty for everything
     * @param attempt made with the page, so that a double click is one event
     */
    void startAgain(LearnerId learner, String lesson, String attempt) {
        log.append(learner, new StartedAgain(attempt, lesson, ""));
    }

    /** Takes that back, if it was done lately; otherwise nothing changes, and that is said. */
    Status takeBack(LearnerId learner, Asked asked, int number, String attempt) {
        return takeBack(learner, attempt) ? renewed(learner, asked, number) : QuestionMarkup.tooLate(asked.id());
    }

    /**
     * The same for whatever was started again.
     *
     * @return whether it is taken back, now or by the same request before
     */
    boolean takeBack(LearnerId learner, String attempt) {
        canTakeBack(learner, attempt).ifPresent(again -> log.append(learner, new TakenBack(again.lesson(), attempt)));
        return log.has(learner, new TakenBack("", attempt).id());
    }

    /** What was started again lately by this attempt and not taken back since. */
    Optional<StartedAgain> canTakeBack(LearnerId learner, String attempt) {
        Instant since = clock.instant().minus(TIME_TO_TAKE_BACK);
        List<Timed> lately = log.timed(learner).stream()
                .filter(timed -> timed.at().isAfter(since))
                .toList();
        boolean takenBack = lately.stream()
                .anyMatch(timed ->
                        timed.event() instanceof TakenBack back && back.again().equals(attempt));
        return takenBack
                ? Optional.empty()
                : lately.stream()
                        .map(Timed::event)
                        .filter(StartedAgain.class::isInstance)
                        .map(StartedAgain.class::cast)
                        .filter(again -> again.id().equals(attempt))
                        .findFirst();
    }

    private Status renewed(LearnerId learner, Asked asked, int number) {
        Progress progress = progress(learner, asked.edition());
        return QuestionMarkup.renewed(asked.item(), number, progress, tags.asking(asked.edition()))
                .with(List.of(Marks.of(asked.lesson(), progress)));
    }

    /** Keeps what a learner says is wrong with a question, for its authors; nothing is kept of an empty report. */
    Status report(LearnerId learner, Asked asked, int variant, String attempt, String text) {
        String said = text.strip();
        if (said.isEmpty()) {
            return QuestionMarkup.emptyReport(asked.id());
        }
        String kept = said.substring(0, Math.min(said.length(), Reported.LONGEST));
        log.append(learner, new Reported(attempt, asked.item(variant), kept));
        return QuestionMarkup.reported(asked.id());
    }

    /** Nothing where the course does not ask, or where nobody but the learner judges. */
    private static int confidence(Asked asked, Event.Verdict verdict, int percent) {
        boolean asks = asked.edition().forLearners().asksConfidence() && verdict != Event.Verdict.KEPT;
        return asks ? Confidence.read(percent) : 0;
    }

    /** By what the answer was graded; the definition is kept by now. */
    private Grounds grounds(Asked asked, Posed posed) {
        Definition definition = asked.known().definition();
        if (definition == null) {
            return Grounds.of("", posed.own());
        }
        definitions.keep(definition.id(), asked.id(), definition.text());
        return Grounds.of(definition.id(), posed.own());
    }

    private Status status(LearnerId learner, Asked asked, int variant) {
        Question item = asked.item();
        Progress progress = progress(learner, asked.edition());
        Status.Mark mark = Marks.of(asked.lesson(), progress);
        try {
            return QuestionMarkup.status(item, progress, item.variation().place(variant))
                    .with(List.of(mark));
        } catch (RuntimeException e) {
            return QuestionMarkup.failed(item.id().value(), true, Mishap.of(item.id(), e))
                    .with(List.of(mark));
        }
    }

    /** What a learner has done, in order; nothing for somebody who is not known yet. */
    List<Timed> timed(Optional<LearnerId> learner) {
        return learner.map(log::timed).orElse(List.of());
    }

    /**
     * The progress of somebody who may not be known yet. Whoever is new gets the variants of a number drawn now, and keeps them: the
     * page hands the number back when it joins.
     */
    Progress progress(Optional<LearnerId> learner) {
        return learner.map(this::progress).orElseGet(() -> Progress.none(random.nextInt(SEEDS)));
    }
}
