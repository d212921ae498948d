package dev.surprisal.site;

import dev.surprisal.content.Option;
import dev.surprisal.content.Question;
import dev.surprisal.content.Task;
import dev.surprisal.content.Wording;
import dev.surprisal.learner.Event;
import dev.surprisal.learner.Event.Answered;
import dev.surprisal.learner.Progress;
import dev.surprisal.learner.Progress.QuestionProgress;
import dev.surprisal.question.Choices;
import dev.surprisal.question.Definition;
import dev.surprisal.question.Grading;
import dev.surprisal.question.Posed;
import dev.surprisal.question.Verdict;
import dev.surprisal.widget.Catalogue;
import dev.surprisal.widget.WidgetMarkup;
import dev.surprisal.widget.WidgetMarkup.Opening;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.HtmlUtils;

/**
 * A question as HTML: the form, and beneath it what is due by now. Key, tolerance, feedback, hints and solution come out of here
 * only when the learner's progress makes them due, and the form is the same whether there are any.
 */
final class QuestionMarkup {
    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz";

    /** The browser lets an answer beside such a paragraph be checked once more as it is. */
    private static final String CHECK_AGAIN =
            "<p class=\"of-before\">The question was changed after you had answered it, so this verdict may no longer be the right one. Check your answer again if you like.</p>";

    private static final String ANSWER_AGAIN =
            "<p class=\"of-before\">The question was changed after you had answered it and no longer takes your answer as it was. Answer it again if you like.</p>";

    private static final String STAYS_RIGHT =
            "<p class=\"of-before\">The question was changed after you had answered it. What was right stays right.</p>";

    private QuestionMarkup() {}

    /**
     * The whole element, on the variant that the learner saw last, with what the learner has earned so far.
     *
     * @param number of the question on its page
     */
    static String element(Question question, int number, Progress progress, Asking asking) {
        String id = question.id().value();
        int variant = question.variation()
                .place(progress.variant(id)
                        .orElseGet(() -> question.variation().first(progress.seed(), question.id())));
        Draw draw =
                question.variation().varies() ? new Draw(question.variation().size(), progress.seed()) : null;
        if (!(question.task() instanceof Task.Parts(var parts))) {
            return item(question, variant, "Question " + number, number, draw, progress, asking);
        }
        List<String> items = new ArrayList<>();
        for (Question part : parts) {
            String letter = letter(items.size());
            // With the number: the parts of two questions are told apart in a list of the page's forms
            items.add(item(part, variant, "Question " + number + ", part " + letter, null, null, progress, asking));
        }
        return Templates.render(
                "parts",
                new Parts(id, variant, number, Posed.of(question, variant).html(question.stem()), draw, items));
    }

    /** @param number of the question on its page; null for a part */
    private static String item(
            Question item,
            int variant,
            String label,
            @Nullable Integer number,
            @Nullable Draw draw,
            Progress progress,
            Asking asking) {
        String given = progress.question(item.id().value(), variant)
                .last()
                .map(Answered::input)
                .orElse("");
        Posed posed = posed(item, progress, variant);
        Status status = status(item, progress, variant);
        // What is known by now, or judged by its writer alone, cannot be foreseen
        boolean foreseen = asking.confidence() && !status.closed() && !(item.task() instanceof Task.Explanation);
        Form form = Form.of(
                item,
                variant,
                asking.tags().apply(item.id().value()),
                label,
                stem(posed, given),
                number,
                draw,
                status,
                foreseen ? new Items<>(Confidence.steps()) : null);
        return Templates.render(
                "question",
                switch (item.task()) {
                    case Task.SingleChoice(var options) -> form.with(choices("radio", posed, options, given));
                    case Task.MultipleChoice(var options) -> form.with(choices("checkbox", posed, options, given));
                    case Task.NumberEntry entry -> form.with(new Entry(given, entry.unit()));
                    case Task.Explanation _ -> form.with(new Essay(given));
                    case Task.Ordering ordering -> form.with(new Items<>(lines(posed, ordering, given)));
                    case Task.Matching matching -> form.with(match(posed, matching, given));
                    case Task.Blanks _ -> form;
                    case Task.WidgetState(var kind, var state, var _) ->
                        form.withWidget(WidgetMarkup.element(
                                item.id().value() + "--widget",
                                kind,
                                new Opening(state, left(kind, state, given), ""),
                                ""));
                    case Task.Parts _ -> throw new IllegalArgumentException("a part has no parts: " + item.id());
                });
    }

    /** The state that was last given as an answer, so that the verdict stands beside what it is about. */
    private static String left(String kind, String start, String given) {
        return Catalogue.reread(kind, given).orElse(start);
    }

    /** The question with other numbers, to stand in the place of the one that was shown. */
    static Status renewed(Question question, int number, Progress progress, Asking asking) {
        return new Status(
                question.id().value(),
                "",
                "open",
                false,
                element(question, number, progress, asking).strip(),
                List.of());
    }

    /** The question as it is now, for an answer to what it was before: that is not scored. */
    static Status changed(Question question, int number, Progress progress, Asking asking) {
        return new Status(
                question.id().value(),
                "",
                "changed",
                false,
                element(question, number, progress, asking).strip(),
                List.of());
    }

    /** The question or part with what the learner answered to the earlier parts on this variant. */
    static Posed posed(Question item, Progress progress, int variant) {
        Map<String, Double> own = new HashMap<>();
        for (Question part : item.earlier()) {
            progress.question(part.id().value(), item.variation().place(variant))
                    .last()
                    .map(Answered::input)
                    .map(Grading::number)
                    .ifPresent(number ->
                            number.ifPresent(value -> own.put(part.id().part(), value)));
        }
        return new Posed(item, variant, own);
    }

    /** Where the learner stands with the question. */
    static Status status(Question item, Progress progress, int variant) {
        return status(
                item,
                progress,
                variant,
                progress.question(item.id().value(), variant)
                        .last()
                        .map(answer -> verdict(posed(item, progress, variant), answer)));
    }

    /** The same, for an answer that could not be scored and so is no part of the progress. */
    static Status status(Question item, Progress progress, int variant, Verdict.Unreadable unreadable) {
        return status(item, progress, item.variation().place(variant), Optional.of(unreadable));
    }

    /**
     * What is said of a stored answer. The verdict is the one that was given; where it would not be given again, because the question
     * was changed or an earlier part was answered otherwise since, there is no more to say than that.
     */
    private static Verdict verdict(Posed posed, Answered answer) {
        Verdict now = Grading.grade(posed, answer.input());
        boolean same = switch (now) {
            case Verdict.Right _ -> answer.verdict() == Event.Verdict.RIGHT;
            case Verdict.Wrong _ -> answer.verdict() == Event.Verdict.WRONG;
            case Verdict.Kept _ -> answer.verdict() == Event.Verdict.KEPT;
            case Verdict.Unreadable _ -> false;
        };
        if (same) {
            return now;
        }
        boolean changed = isOfAnotherDefinition(posed.item(), answer);
        return switch (answer.verdict()) {
            case RIGHT -> new Verdict.Right("", changed ? STAYS_RIGHT : "");
            case WRONG -> {
                String say = now instanceof Verdict.Unreadable ? ANSWER_AGAIN : CHECK_AGAIN;
                yield new Verdict.Wrong("", changed ? say : "");
            }
            case KEPT -> new Verdict.Kept();
        };
    }

    private static boolean isOfAnotherDefinition(Question item, Answered answer) {
        String by = answer.grounds().definition();
        return !by.isEmpty()
                && Definition.of(item).filter(now -> !now.id().equals(by)).isPresent();
    }

    /** For a question that is no longer where the browser saw it. */
    static Status gone(String question) {
        return unscored(
                question,
                "Not scored.",
                "This question has changed since the page was opened. Please reload the page.");
    }

    /** For a question of a lesson that was taken out of the course while its page was open. */
    static Status withdrawn(String question) {
        return unscored(
                question,
                "Not scored.",
                "This lesson has been taken out of the course since the page was opened. What you had answered before is kept.");
    }

    /** For a learner who asks more often than anybody reads. */
    static Status tooOften(String question) {
        return unscored(
                question,
                "later",
                "Not yet.",
                "That was very much in a short time. Please wait half a minute, then try again.");
    }

    /** For a learner whose report is kept. */
    static Status reported(String question) {
        return new Status(question, "", "reported", false, "", List.of());
    }

    /** For one who has said nothing in it. */
    static Status emptyReport(String question) {
        return unscored(question, "Not sent.", "There is nothing in this report.");
    }

    /** For a learner who takes back what was started again long ago. */
    static Status tooLate(String question) {
        return unscored(
                question,
                "late",
                "Too late.",
                "This can no longer be taken back. Your earlier answers stay listed on the progress page.");
    }

    /**
     * For what failed while it was scored or shown.
     *
     * @param kept whether the answer is in the log all the same
     */
    static Status failed(String question, boolean kept, Mishap mishap) {
        String words = kept
                ? "Your answer is saved, but what there is to say about it cannot be shown just now."
                : "This question cannot score your answer. Nothing is counted, and everything else works.";
        return unscored(
                question,
                kept ? "Saved." : "Not scored.",
                words + " That is our mistake. Reference " + mishap.reference());
    }

    private static Status unscored(String question, String title, String words) {
        return unscored(question, "unreadable", title, words);
    }

    private static Status unscored(String question, String outcome, String title, String words) {
        Box box = new Box("unreadable", title, "", "<p>" + words + "</p>");
        String html = Templates.render("verdict", new Due(box, null, null, null, null, null, null, "", false));
        return new Status(question, html.strip(), outcome, false, "", List.of());
    }

    private static Status status(Question item, Progress progress, int variant, Optional<Verdict> verdict) {
        QuestionProgress own = progress.question(item.id().value(), variant);
        Posed posed = posed(item, progress, variant);
        Box box = verdict.map(each -> box(each, own)).orElse(null);
        if (own.aided() && box == null) {
            box = new Box("aided", "Closed with help.", "", "");
        } else if (own.aided() && box != null && box.outcome().equals("right")) {
            box = new Box("aided", "Right, with help.", box.reading(), box.feedback());
        }
        String html = Templates.render(
                "verdict",
                new Due(
                        box,
                        review(posed, own, verdict),
                        own.hints() == 0 ? null : new Items<>(hints(posed, own)),
                        solution(posed, own),
                        rightOrder(posed, own),
                        own.kept() ? new Items<>(levels(own)) : null,
                        past(posed, own),
                        attempts(item, progress, own),
                        own.begun()));
        String outcome = verdict.map(QuestionMarkup::outcome).orElse("open");
        return new Status(item.id().value(), html.strip(), outcome, own.closed(), "", List.of());
    }

    private static String outcome(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Right _ -> "right";
            case Verdict.Wrong _ -> "wrong";
            case Verdict.Kept _ -> "kept";
            case Verdict.Unreadable _ -> "unreadable";
        };
    }

    private static Box box(Verdict verdict, QuestionProgress own) {
        return switch (verdict) {
            case Verdict.Right(var reading, var feedback) -> new Box("right", "Right.", reading, feedback);
            case Verdict.Wrong(var reading, var feedback) -> new Box("wrong", "Not yet.", reading, feedback);
            case Verdict.Kept _ ->
                new Box(
                        "kept",
                        own.level() == 0 ? "Your answer is kept." : "Kept, and judged by you.",
                        "",
                        own.level() == 0 ? "<p>Compare it with ours.</p>" : "");
            case Verdict.Unreadable(var why) ->
                new Box("unreadable", "Not scored.", "", "<p>" + HtmlUtils.htmlEscape(why, "UTF-8") + "</p>");
        };
    }

    // What is answered with

    private static Options choices(String kind, Posed posed, List<Option> options, String given) {
        List<String> chosen = List.of(given.split(Grading.SEPARATOR, -1));
        return new Options(
                kind,
                Choices.shown(posed.item().id(), options).stream()
                        .map(option ->
                                new Choice(option.key(), posed.html(option.text()), chosen.contains(option.key())))
                        .toList());
    }

    /** The things to be ordered as the learner has left them, or as everybody finds them. */
    private static List<Line> lines(Posed posed, Task.Ordering ordering, String given) {
        List<Task.Item> shown = new ArrayList<>(Choices.shown(posed.item().id(), ordering));
        List<String> order = List.of(given.split(Grading.SEPARATOR, -1));
        if (shown.stream().map(Task.Item::key).allMatch(order::contains)) {
            shown.sort((a, b) -> Integer.compare(order.indexOf(a.key()), order.indexOf(b.key())));
        }
        return shown.stream()
                .map(item -> new Line(item.key(), posed.html(item.text())))
                .toList();
    }

    private static Match match(Posed posed, Task.Matching matching, String given) {
        List<Task.Item> partners = Choices.partners(posed.item().id(), matching);
        List<String> texts =
                partners.stream().map(partner -> posed.html(partner.text())).toList();
        // A menu shows plain text only: what is more than that stands above, and the menu has its letters
        boolean letters = texts.stream().anyMatch(html -> html.indexOf('<') >= 0);
        Map<String, String> chosen = Grading.partners(given);
        List<Row> rows = new ArrayList<>();
        for (Task.Pair pair : Choices.shown(posed.item().id(), matching)) {
            List<Choice> menu = new ArrayList<>();
            for (Task.Item partner : partners) {
                menu.add(new Choice(
                        partner.key(),
                        letters ? letter(menu.size()).toUpperCase(Locale.ROOT) : texts.get(menu.size()),
                        partner.key().equals(chosen.get(pair.left().key()))));
            }
            rows.add(new Row(pair.left().key(), posed.html(pair.left().text()), menu));
        }
        return new Match(letters ? new Items<>(texts) : null, rows);
    }

    /** What is asked, with fields in the place of its blanks. */
    private static String stem(Posed posed, String given) {
        String html = posed.html(posed.item().stem());
        if (posed.item().task() instanceof Task.Blanks(var blanks)) {
            List<String> typed = List.of(given.split(Grading.NEXT_BLANK, -1));
            for (int i = 0; i < blanks.size(); i++) {
                String name = blanks.size() == 1 ? "Blank" : "Blank " + (i + 1) + " of " + blanks.size();
                String value = typed.size() == blanks.size() ? typed.get(i) : "";
                html = html.replace(
                        Task.Blanks.gap(i),
                        Templates.render("blank", new Blank(posed.item().id().value(), name, value))
                                .strip());
            }
        }
        return html;
    }

    private static String letter(int place) {
        int at = place % LETTERS.length();
        return LETTERS.substring(at, at + 1);
    }

    // What is due

    /** All options once the question is closed; before that, of several chosen ones, each with its own feedback. */
    private static @Nullable Review review(Posed posed, QuestionProgress own, Optional<Verdict> verdict) {
        boolean all = own.right() || own.solutionShown();
        return switch (posed.item().task()) {
            case Task.SingleChoice(var options) -> all ? review("All options", posed, options) : null;
            case Task.MultipleChoice(var options) when all -> review("All options", posed, options);
            case Task.MultipleChoice multiple
            when own.last().isPresent()
                    && verdict.filter(Verdict.Wrong.class::isInstance).isPresent() ->
                review(
                        "The options you chose",
                        posed,
                        Grading.chosen(multiple, own.last().get().input()));
            case Task.Matching(var pairs) when all -> pairs("All pairs", posed, pairs);
            case Task.Matching matching
            when own.last().isPresent()
                    && verdict.filter(Verdict.Wrong.class::isInstance).isPresent() -> {
                List<Task.Pair> found =
                        Grading.matchedRightly(matching, own.last().get().input());
                yield found.isEmpty() ? null : pairs("Matched rightly", posed, found);
            }
            case Task.MultipleChoice _,
                    Task.NumberEntry _,
                    Task.Blanks _,
                    Task.Ordering _,
                    Task.Matching _,
                    Task.Explanation _,
                    Task.WidgetState _,
                    Task.Parts _ -> null;
        };
    }

    private static Review review(String label, Posed posed, List<Option> options) {
        return new Review(
                label,
                Choices.shown(posed.item().id(), options).stream()
                        .map(option -> new Reviewed(
                                option.right(),
                                option.right() ? "Right:" : "Not right:",
                                posed.html(option.text()),
                                html(posed, option.feedback())))
                        .toList());
    }

    private static Review pairs(String label, Posed posed, List<Task.Pair> pairs) {
        return new Review(
                label,
                pairs.stream()
                        .map(pair -> new Reviewed(
                                true,
                                "Right:",
                                posed.html(pair.left().text()) + " <span class=\"goes-with\">goes with</span> "
                                        + posed.html(pair.right().text()),
                                html(posed, pair.feedback())))
                        .toList());
    }

    private static String html(Posed posed, @Nullable Wording wording) {
        return wording == null ? "" : posed.html(wording);
    }

    private static List<Hint> hints(Posed posed, QuestionProgress own) {
        List<Wording> all = posed.item().hints();
        if (all.isEmpty()) {
            return List.of(new Hint("No hint", "<p>There is no hint for this question.</p>"));
        }
        List<Hint> hints = new ArrayList<>();
        for (Wording hint : all.subList(0, Math.min(own.hints(), all.size()))) {
            hints.add(new Hint("Hint " + (hints.size() + 1) + " of " + all.size(), posed.html(hint)));
        }
        return hints;
    }

    private static @Nullable Solution solution(Posed posed, QuestionProgress own) {
        boolean essay = posed.item().task() instanceof Task.Explanation;
        if (!own.solutionShown() && !(essay && own.kept())) {
            return null;
        }
        Wording solution = posed.item().solution();
        return new Solution(
                essay ? "Our answer" : "Solution",
                solution == null ? "<p>There is no written solution for this question.</p>" : posed.html(solution));
    }

    private static @Nullable Items<String> rightOrder(Posed posed, QuestionProgress own) {
        return own.solutionShown() && posed.item().task() instanceof Task.Ordering(var items)
                ? new Items<>(
                        items.stream().map(item -> posed.html(item.text())).toList())
                : null;
    }

    private static List<Level> levels(QuestionProgress own) {
        return List.of(
                new Level(1, "Not there yet", own.level() == 1),
                new Level(2, "Partly there", own.level() == 2),
                new Level(3, "All there", own.level() == 3));
    }

    /** The learner's earlier answers to these numbers, the last one aside: that stands in the form. */
    private static @Nullable Items<Past> past(Posed posed, QuestionProgress own) {
        if (own.attempts() < 2) {
            return null;
        }
        return new Items<>(own.answers().subList(0, own.attempts() - 1).stream()
                .map(answer -> new Past(
                        LearnerRecord.given(posed, answer.input()),
                        switch (answer.verdict()) {
                            case RIGHT -> "right";
                            case WRONG -> "not yet";
                            case KEPT -> "kept";
                        }))
                .toList());
    }

    private static String attempts(Question item, Progress progress, QuestionProgress own) {
        int others = progress.attempts(item.id().value()) - own.attempts();
        String here = switch (own.attempts()) {
            case 0 -> "";
            case 1 -> "One attempt";
            default -> own.attempts() + " attempts";
        };
        if (others == 0 || item.task() instanceof Task.Explanation) {
            return here.isEmpty() || item.task() instanceof Task.Explanation ? "" : here + ".";
        }
        return (here.isEmpty() ? "No attempt" : here) + " with these numbers, " + others + " with others.";
    }

    // What the templates show

    /** A form with one of its ways to answer. */
    private record Form(
            String id,
            String type,
            int variant,
            String tag,
            String label,
            String stem,
            @Nullable Integer number,
            @Nullable Draw draw,
            Status status,
            String check,
            String ask,
            boolean hasHints,
            @Nullable Items<Confidence> confidence,
            @Nullable Options options,
            @Nullable Entry entry,
            @Nullable Essay essay,
            @Nullable Items<Line> order,
            @Nullable Match match,
            @Nullable String widget) {

        static Form of(
                Question item,
                int variant,
                String tag,
                String label,
                String stem,
                @Nullable Integer number,
                @Nullable Draw draw,
                Status status,
                @Nullable Items<Confidence> confidence) {
            boolean essay = item.task() instanceof Task.Explanation;
            return new Form(
                    item.id().value(),
                    type(item.task()),
                    variant,
                    tag,
                    label,
                    stem,
                    number,
                    draw,
                    status,
                    essay ? "Keep and compare" : "Check",
                    essay ? "Show our answer" : "Show solution",
                    !essay,
                    confidence,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null);
        }

        private static String type(Task task) {
            return switch (task) {
                case Task.SingleChoice _ -> "single";
                case Task.MultipleChoice _ -> "multiple";
                case Task.NumberEntry _ -> "number";
                case Task.Explanation _ -> "explain";
                case Task.Ordering _ -> "order";
                case Task.Matching _ -> "match";
                case Task.Blanks _ -> "blank";
                case Task.WidgetState _ -> "widget";
                case Task.Parts _ -> "parts";
            };
        }

        Form with(Options choices) {
            return with(choices, null, null, null, null, null);
        }

        Form with(Entry field) {
            return with(null, field, null, null, null, null);
        }

        Form with(Essay text) {
            return with(null, null, text, null, null, null);
        }

        Form with(Items<Line> lines) {
            return with(null, null, null, lines, null, null);
        }

        Form with(Match pairs) {
            return with(null, null, null, null, pairs, null);
        }

        Form withWidget(String html) {
            return with(null, null, null, null, null, html);
        }

        private Form with(
                @Nullable Options choices,
                @Nullable Entry field,
                @Nullable Essay text,
                @Nullable Items<Line> lines,
                @Nullable Match pairs,
                @Nullable String playable) {
            return new Form(
                    id,
                    type,
                    variant,
                    tag,
                    label,
                    stem,
                    number,
                    draw,
                    status,
                    check,
                    ask,
                    hasHints,
                    confidence,
                    choices,
                    field,
                    text,
                    lines,
                    pairs,
                    playable);
        }
    }

    private record Parts(
            String id,
            int variant,
            int number,
            String stem,
            @Nullable Draw draw,
            List<String> items) {}

    /**
     * @param count of the variants
     * @param seed that decides which of them a newcomer meets first
     */
    private record Draw(int count, long seed) {}

    private record Options(String kind, List<Choice> choices) {}

    private record Choice(String value, String html, boolean chosen) {}

    private record Entry(String typed, String unit) {}

    private record Essay(String typed) {}

    private record Line(String key, String html) {}

    /** @param letters what the letters in the menus stand for; null where the menus say it themselves */
    private record Match(@Nullable Items<String> letters, List<Row> rows) {}

    private record Row(String key, String html, List<Choice> menu) {}

    private record Blank(String question, String name, String typed) {}

    private record Due(
            @Nullable Box box,
            @Nullable Review review,
            @Nullable Items<Hint> hints,
            @Nullable Solution solution,
            @Nullable Items<String> rightOrder,
            @Nullable Items<Level> assess,
            @Nullable Items<Past> past,
            String attempts,
            boolean again) {}

    /** An earlier answer. */
    private record Past(String answer, String verdict) {}

    private record Box(String outcome, String title, String reading, String feedback) {}

    private record Items<T>(List<T> items) {}

    private record Review(String label, List<Reviewed> items) {}

    private record Reviewed(boolean right, String word, String html, String feedback) {}

    private record Hint(String title, String html) {}

    private record Solution(String title, String html) {}

    private record Level(int level, String label, boolean chosen) {}
}
