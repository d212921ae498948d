package dev.surprisal.site;

import dev.surprisal.content.Option;
import dev.surprisal.content.Question;
import dev.surprisal.content.Question.NumberQuestion;
import dev.surprisal.content.Question.SingleChoice;
import dev.surprisal.learner.Event.Answered;
import dev.surprisal.learner.Progress.QuestionProgress;
import dev.surprisal.question.Choices;
import dev.surprisal.question.Grading;
import dev.surprisal.question.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.HtmlUtils;

/**
 * A question as HTML: the form, and beneath it what is due by now. Key, tolerance, feedback, hints and solution come out of here
 * only when the learner's progress makes them due, and the form is the same whether there are any.
 */
final class QuestionMarkup {

    private QuestionMarkup() {}

    /** The whole element, with what the learner has earned so far. */
    static String element(Question question, int number, QuestionProgress progress) {
        String given = progress.last().map(Answered::input).orElse("");
        return Templates.render(
                "question",
                switch (question) {
                    case SingleChoice single ->
                        new Form(
                                question.id().value(),
                                "single",
                                number,
                                question.stemHtml(),
                                new Single(choices(single, given)),
                                null,
                                status(question, progress));
                    case NumberQuestion numeric ->
                        new Form(
                                question.id().value(),
                                "number",
                                number,
                                question.stemHtml(),
                                null,
                                new Entry(given, numeric.unit()),
                                status(question, progress));
                });
    }

    /** Where the learner stands with the question. */
    static Status status(Question question, QuestionProgress progress) {
        Optional<Verdict> verdict = progress.last().map(answer -> Grading.grade(question, answer.input()));
        return status(question, progress, verdict);
    }

    /** The same, for an answer that could not be scored and so is no part of the progress. */
    static Status status(Question question, QuestionProgress progress, Verdict.Unreadable unreadable) {
        return status(question, progress, Optional.of(unreadable));
    }

    /** For a question that is no longer where the browser saw it. */
    static Status gone(String question) {
        Box box = new Box(
                "unreadable",
                "Not scored.",
                "",
                "<p>This question has changed since the page was opened. Please reload the page.</p>");
        String html = Templates.render("verdict", new Due(box, null, null, "", ""));
        return new Status(question, html.strip(), "unreadable", false, List.of());
    }

    private static Status status(Question question, QuestionProgress progress, Optional<Verdict> verdict) {
        Box box = verdict.map(QuestionMarkup::box).orElse(null);
        if (progress.aided() && box == null) {
            box = new Box("aided", "Closed with help.", "", "");
        } else if (progress.aided() && box != null && box.outcome().equals("right")) {
            box = new Box("aided", "Right, with help.", box.reading(), box.feedback());
        }
        boolean closed = progress.closed();
        String html = Templates.render(
                "verdict",
                new Due(
                        box,
                        closed && question instanceof SingleChoice single ? new Items<>(review(single)) : null,
                        progress.hints() == 0 ? null : new Items<>(hints(question, progress)),
                        progress.solutionShown() ? solution(question) : "",
                        attempts(progress)));
        String outcome = verdict.map(QuestionMarkup::outcome).orElse("open");
        return new Status(question.id().value(), html.strip(), outcome, closed, List.of());
    }

    private static String outcome(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Right _ -> "right";
            case Verdict.Wrong _ -> "wrong";
            case Verdict.Unreadable _ -> "unreadable";
        };
    }

    private static Box box(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Right(var reading, var feedback) -> new Box("right", "Right.", reading, feedback);
            case Verdict.Wrong(var reading, var feedback) -> new Box("wrong", "Not yet.", reading, feedback);
            case Verdict.Unreadable(var why) ->
                new Box("unreadable", "Not scored.", "", "<p>" + HtmlUtils.htmlEscape(why, "UTF-8") + "</p>");
        };
    }

    private static List<Choice> choices(SingleChoice question, String given) {
        List<Choice> choices = new ArrayList<>();
        for (Option option : Choices.of(question).options()) {
            String value = Integer.toString(choices.size() + 1);
            choices.add(new Choice(value, option.html(), value.equals(given)));
        }
        return choices;
    }

    private static List<Reviewed> review(SingleChoice question) {
        return Choices.of(question).options().stream()
                .map(option -> new Reviewed(
                        option.right(), option.html(), option.feedbackHtml() == null ? "" : option.feedbackHtml()))
                .toList();
    }

    private static List<Hint> hints(Question question, QuestionProgress progress) {
        List<String> all = question.hintsHtml();
        if (all.isEmpty()) {
            return List.of(new Hint("No hint", "<p>There is no hint for this question.</p>"));
        }
        List<Hint> hints = new ArrayList<>();
        for (String hint : all.subList(0, Math.min(progress.hints(), all.size()))) {
            hints.add(new Hint("Hint " + (hints.size() + 1) + " of " + all.size(), hint));
        }
        return hints;
    }

    private static String solution(Question question) {
        String solution = question.solutionHtml();
        return solution == null ? "<p>There is no written solution for this question.</p>" : solution;
    }

    private static String attempts(QuestionProgress progress) {
        return switch (progress.attempts()) {
            case 0 -> "";
            case 1 -> "One attempt.";
            default -> progress.attempts() + " attempts.";
        };
    }

    private record Form(
            String id,
            String type,
            int number,
            String stem,
            @Nullable Single single,
            @Nullable Entry entry,
            Status status) {}

    private record Single(List<Choice> options) {}

    private record Choice(String value, String html, boolean chosen) {}

    private record Entry(String typed, String unit) {}

    private record Due(
            @Nullable Box box,
            @Nullable Items<Reviewed> review,
            @Nullable Items<Hint> hints,
            String solution,
            String attempts) {}

    private record Box(String outcome, String title, String reading, String feedback) {}

    private record Items<T>(List<T> items) {}

    private record Reviewed(boolean right, String html, String feedback) {}

    private record Hint(String title, String html) {}
}
