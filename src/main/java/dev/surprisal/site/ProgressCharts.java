package dev.surprisal.site;

import dev.surprisal.chart.Chart;
import dev.surprisal.chart.Chart.Axis;
import dev.surprisal.chart.Chart.Kind;
import dev.surprisal.chart.Chart.Names;
import dev.surprisal.chart.Chart.Role;
import dev.surprisal.chart.Chart.Series;
import dev.surprisal.chart.Chart.Value;
import dev.surprisal.content.Lesson;
import dev.surprisal.learner.Event.Answered;
import dev.surprisal.learner.Event.Verdict;
import dev.surprisal.learner.Judged;
import dev.surprisal.learner.Progress;
import dev.surprisal.learner.Timed;
import dev.surprisal.site.LearnerRecord.Standing;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A learner's answers as charts. */
final class ProgressCharts {

    private ProgressCharts() {}

    /** The share of right answers so far, after each answer, without what was put away; empty before the first one. */
    static Optional<Chart> overAttempts(List<Timed> events, Progress.Yardstick yardstick) {
        List<String> places = new ArrayList<>();
        List<Value> shares = new ArrayList<>();
        int right = 0;
        for (Timed timed : Judged.of(events, yardstick)) {
            if (timed.event() instanceof Answered answered && answered.verdict() != Verdict.KEPT) {
                right += answered.verdict() == Verdict.RIGHT ? 1 : 0;
                int number = places.size() + 1;
                places.add(Integer.toString(number));
                shares.add(new Value((double) right / number, right + " of " + number));
            }
        }
        if (places.isEmpty()) {
            return Optional.empty();
        }
        String words = places.size() == 1
                ? "One answer so far, and it was " + (right == 1 ? "right." : "not yet right.")
                : right + " of your " + places.size() + " answers " + (right == 1 ? "was" : "were") + " right.";
        return Optional.of(new Chart(
                Kind.LINE,
                "Share of right answers after each answer",
                words,
                new Names("answer", places),
                Axis.from0To1("share right so far"),
                List.of(new Series("right so far", Role.PLAIN, shares))));
    }

    /** How many questions of each lesson are right, and right with help; empty where nothing is asked. */
    static Optional<Chart> byLesson(List<Lesson> lessons, Progress progress) {
        Map<String, List<Standing>> standings = new LinkedHashMap<>();
        for (Lesson lesson : lessons) {
            if (!lesson.questions().isEmpty()) {
                standings.put(
                        lesson.title(),
                        lesson.questions().stream()
                                .map(question -> Standing.of(question, progress))
                                .toList());
            }
        }
        if (standings.isEmpty()) {
            return Optional.empty();
        }
        List<Standing> all = standings.values().stream().flatMap(List::stream).toList();
        return Optional.of(new Chart(
                Kind.BAR,
                "Questions of each lesson",
                count(all, Standing.RIGHT) + " of " + all.size() + " questions are right without help, in "
                        + standings.size() + (standings.size() == 1 ? " lesson." : " lessons."),
                new Names("lesson", List.copyOf(standings.keySet())),
                Axis.from0("questions"),
                List.of(
                        series("right", Role.PLAIN, standings, Standing.RIGHT),
                        series("with help", Role.PRIOR, standings, Standing.AIDED))));
    }

    private static Series series(String name, Role role, Map<String, List<Standing>> lessons, Standing standing) {
        List<Value> values = lessons.values().stream()
                .map(each -> count(each, standing))
                .map(count -> new Value(count, Long.toString(count)))
                .toList();
        return new Series(name, role, values);
    }

    private static long count(List<Standing> standings, Standing standing) {
        return standings.stream().filter(standing::equals).count();
    }
}
