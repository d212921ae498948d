package dev.surprisal.learner;

import dev.surprisal.learner.Event.Answered;
import dev.surprisal.learner.Event.HintShown;
import dev.surprisal.learner.Event.SolutionShown;
import dev.surprisal.learner.Event.Verdict;
import dev.surprisal.learner.Event.Visited;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Where a learner stands, derived from the log.
 *
 * @param visits the pages opened, as {@code lesson/page}
 * @param questions by question id; a question never touched is not in it
 */
public record Progress(Set<String> visits, Map<String, QuestionProgress> questions) {
    public static final Progress NONE = new Progress(Set.of(), Map.of());

    public Progress {
        visits = Set.copyOf(visits);
        questions = Map.copyOf(questions);
    }

    /**
     * Folds a learner's events.
     *
     * @param revisions the semantic revision of each question as it stands now; what was done on another revision, or on a
     *     question that is gone, stays in the log and counts for nothing here
     */
    public static Progress of(List<Event> events, Map<String, String> revisions) {
        Set<String> visits = new HashSet<>();
        Map<String, QuestionProgress> questions = new HashMap<>();
        for (Event event : events) {
            switch (event) {
                case Visited(var lesson, var page) -> visits.add(lesson + "/" + page);
                case Answered answered -> {
                    if (answered.revision().equals(revisions.get(answered.question()))) {
                        questions.merge(
                                answered.question(),
                                QuestionProgress.NONE.with(answered),
                                (old, first) -> old.with(answered));
                    }
                }
                case HintShown hint -> {
                    if (hint.revision().equals(revisions.get(hint.question()))) {
                        questions.merge(
                                hint.question(), QuestionProgress.NONE.with(hint), (old, first) -> old.with(hint));
                    }
                }
                case SolutionShown solution -> {
                    if (solution.revision().equals(revisions.get(solution.question()))) {
                        questions.merge(
                                solution.question(),
                                QuestionProgress.NONE.withSolution(),
                                (old, first) -> old.withSolution());
                    }
                }
            }
        }
        return new Progress(visits, questions);
    }

    public boolean visited(String lesson, String page) {
        return visits.contains(lesson + "/" + page);
    }

    public QuestionProgress question(String id) {
        return questions.getOrDefault(id, QuestionProgress.NONE);
    }

    /**
     * How far a learner is with one question.
     *
     * @param attempts graded answers so far
     * @param hints hints shown so far
     * @param solutionShown whether the solution was shown
     * @param right whether it was answered rightly, with or without aid
     * @param aided whether the solution was shown before the first right answer
     * @param last the last graded answer
     */
    public record QuestionProgress(
            int attempts, int hints, boolean solutionShown, boolean right, boolean aided, Optional<Answered> last) {
        public static final QuestionProgress NONE = new QuestionProgress(0, 0, false, false, false, Optional.empty());

        private QuestionProgress with(Answered answer) {
            return new QuestionProgress(
                    attempts + 1,
                    hints,
                    solutionShown,
                    right || answer.verdict() == Verdict.RIGHT,
                    aided,
                    Optional.of(answer));
        }

        private QuestionProgress with(HintShown hint) {
            return new QuestionProgress(attempts, Math.max(hints, hint.number()), solutionShown, right, aided, last);
        }

        private QuestionProgress withSolution() {
            return new QuestionProgress(attempts, hints, true, right, aided || !right, last);
        }

        /** Whether all there is to know may be shown: answered rightly, or given up for the solution. */
        public boolean closed() {
            return right || solutionShown;
        }
    }
}
