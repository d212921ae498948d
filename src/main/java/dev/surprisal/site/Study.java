package dev.surprisal.site;

import dev.surprisal.content.Lesson;
import dev.surprisal.content.Question;
import dev.surprisal.learner.Event;
import dev.surprisal.learner.Event.Answered;
import dev.surprisal.learner.EventLog;
import dev.surprisal.learner.LearnerId;
import dev.surprisal.learner.Progress;
import dev.surprisal.learner.Progress.QuestionProgress;
import dev.surprisal.question.Grading;
import dev.surprisal.question.Verdict;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;

/**
 * What a learner does in a lesson. Each deed is graded, appended to the log and committed before anything is said about it; what
 * is said is always derived from the log, so a repeated request says the same.
 */
@Service
class Study {
    private final CurrentCourse course;
    private final EventLog log;
    private final String coreVersion;

    Study(CurrentCourse course, EventLog log, @Value("${surprisal.version}") String coreVersion) {
        this.course = course;
        this.log = log;
        this.coreVersion = coreVersion;
    }

    Progress progress(LearnerId learner) {
        return Progress.of(log.events(learner), course.revisions());
    }

    void visit(LearnerId learner, Lesson lesson, String page) {
        log.append(learner, new Event.Visited(lesson.id().value(), page));
    }

    /**
     * Grades and keeps an answer. What cannot be read is not kept and costs no attempt; the same attempt again changes nothing.
     *
     * @param attempt made by the browser, once for each submission
     * @throws IllegalArgumentException when {@code attempt} has not the form of an id
     */
    Status answer(LearnerId learner, Lesson lesson, Question question, String attempt, String input) {
        Verdict verdict = Grading.grade(question, input);
        if (verdict instanceof Verdict.Unreadable unreadable) {
            QuestionProgress progress = progress(learner).question(question.id().value());
            return QuestionMarkup.status(question, progress, unreadable);
        }
        Event.Verdict stored = verdict instanceof Verdict.Right ? Event.Verdict.RIGHT : Event.Verdict.WRONG;
        log.append(
                learner,
                new Answered(
                        attempt,
                        lesson.id().value(),
                        question.id().value(),
                        course.revision(question),
                        input,
                        stored,
                        coreVersion));
        return status(learner, lesson, question);
    }

    /**
     * Shows hint {@code number}, if the one before it was shown.
     *
     * @param number counted from 1; where a question has no hint, the first says so
     */
    Status hint(LearnerId learner, Lesson lesson, Question question, int number) {
        int shown = progress(learner).question(question.id().value()).hints();
        int last = Math.max(1, question.hintsHtml().size());
        if (number == shown + 1 && number <= last) {
            log.append(
                    learner,
                    new Event.HintShown(lesson.id().value(), question.id().value(), course.revision(question), number));
        }
        return status(learner, lesson, question);
    }

    Status solution(LearnerId learner, Lesson lesson, Question question) {
        log.append(
                learner,
                new Event.SolutionShown(lesson.id().value(), question.id().value(), course.revision(question)));
        return status(learner, lesson, question);
    }

    private Status status(LearnerId learner, Lesson lesson, Question question) {
        Progress progress = progress(learner);
        return QuestionMarkup.status(question, progress.question(question.id().value()))
                .with(List.of(Marks.of(lesson, progress)));
    }

    /** The progress of somebody who may not be known yet. */
    Progress progress(Optional<LearnerId> learner) {
        return learner.map(this::progress).orElse(Progress.NONE);
    }
}
