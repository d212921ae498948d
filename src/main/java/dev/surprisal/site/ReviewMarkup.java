package dev.surprisal.site;

import dev.surprisal.content.Option;
import dev.surprisal.content.PageKind;
import dev.surprisal.content.Question;
import dev.surprisal.content.Task;
import dev.surprisal.content.Wording;
import dev.surprisal.question.Choices;
import dev.surprisal.question.Posed;
import dev.surprisal.recall.Memory;
import dev.surprisal.recall.Rating;
import dev.surprisal.recall.Scheduler;
import dev.surprisal.site.ReviewQueue.Candidate;
import dev.surprisal.site.ReviewQueue.OfCard;
import dev.surprisal.site.ReviewQueue.OfQuestion;
import dev.surprisal.widget.WidgetMarkup;
import dev.surprisal.widget.WidgetMarkup.Opening;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.HtmlUtils;

/** A step of a review as HTML: what is asked, and with the answer once that is due. */
final class ReviewMarkup {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm 'UTC'", Locale.UK).withZone(ZoneOffset.UTC);

    private static final String GAP = "<span class=\"review-gap\"><span class=\"unseen\">a blank</span></span>";

    private ReviewMarkup() {}

    /**
     * Something that is asked.
     *
     * @param turn how often it was rated before
     * @param variant of its question's numbers; 0 where it has none
     */
    record Showing(Candidate asked, int turn, int variant) {}

    static String asked(String root, Showing showing, int due) {
        return Templates.render("review-step", step(root, showing, due, null));
    }

    /** @param memory what was known of it before this review */
    static String revealed(String root, Showing showing, int due, Optional<Memory> memory, Instant now) {
        List<Grade> grades = new ArrayList<>();
        for (Rating rating : Rating.values()) {
            Memory after = memory.map(known -> Scheduler.next(known, rating, now))
                    .orElseGet(() -> Scheduler.first(rating, now));
            String name = rating.word();
            grades.add(new Grade(
                    rating.number(),
                    name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1),
                    interval(Duration.between(now, after.due()))));
        }
        return Templates.render("review-step", step(root, showing, due, new Back(back(showing), grades)));
    }

    static String nothing(Optional<Instant> next, boolean begun, Instant now) {
        return Templates.render(
                "review-nothing",
                new Nothing(
                        begun,
                        next.map(at -> new Next(
                                        at.toString(), TIME.format(at), "in " + interval(Duration.between(now, at))))
                                .orElse(null)));
    }

    private static Step step(String root, Showing showing, int due, @Nullable Back back) {
        Candidate asked = showing.asked();
        PageKind page = asked instanceof OfQuestion(var _, var place) ? place.page() : PageKind.PRACTICE;
        return new Step(
                asked.id(),
                showing.turn(),
                asked instanceof OfQuestion
                        ? "A question that you missed"
                        : showing.turn() == 0 ? "New flashcard" : "Flashcard",
                root + page.address(asked.lesson().id()) + "#" + asked.id(),
                asked.lesson().title(),
                due == 1 ? "the last one" : due + " to go",
                front(showing),
                back);
    }

    /** Rounded to what one would say. */
    static String interval(Duration interval) {
        long minutes = Math.max(1, Math.round(interval.toSeconds() / 60.0));
        if (minutes < 60) {
            return count(minutes, "minute");
        }
        long hours = Math.round(minutes / 60.0);
        if (hours < 24) {
            return count(hours, "hour");
        }
        long days = Math.round(hours / 24.0);
        if (days < 60) {
            return count(days, "day");
        }
        return days < 730 ? count(Math.round(days / 30.4), "month") : count(Math.round(days / 365.25), "year");
    }

    private static String count(long number, String unit) {
        return number + " " + unit + (number == 1 ? "" : "s");
    }

    // What is asked: nothing here depends on the key

    private static String front(Showing showing) {
        return switch (showing.asked()) {
            case OfCard card -> {
                String front = "<p>" + card.card().frontHtml() + "</p>";
                yield card.question()
                        .map(question -> front + asked(question, showing.variant()))
                        .orElse(front);
            }
            case OfQuestion(var _, var place) -> asked(place.question(), showing.variant());
        };
    }

    private static String asked(Question question, int variant) {
        Posed posed = Posed.of(question, variant);
        String stem = posed.html(question.stem());
        return switch (question.task()) {
            case Task.SingleChoice(var options) -> stem + list("ul", options(posed, options));
            case Task.MultipleChoice(var options) -> stem + list("ul", options(posed, options));
            case Task.Ordering ordering ->
                stem
                        + list(
                                "ul",
                                Choices.shown(question.id(), ordering).stream()
                                        .map(item -> posed.html(item.text()))
                                        .toList());
            case Task.Matching matching ->
                stem
                        + list(
                                "ul",
                                Choices.shown(question.id(), matching).stream()
                                        .map(pair -> posed.html(pair.left().text()))
                                        .toList())
                        + "<p>Each goes with one of these:</p>"
                        + list(
                                "ul",
                                Choices.partners(question.id(), matching).stream()
                                        .map(item -> posed.html(item.text()))
                                        .toList());
            case Task.Blanks(var blanks) -> {
                String html = stem;
                for (int i = 0; i < blanks.size(); i++) {
                    html = html.replace(Task.Blanks.gap(i), GAP);
                }
                yield html;
            }
            case Task.Parts(var parts) ->
                stem
                        + list(
                                "ol",
                                parts.stream().map(part -> asked(part, variant)).toList());
            case Task.NumberEntry(var unit, var _, var _, var _, var _) ->
                unit.isEmpty()
                        ? stem
                        : stem + "<p class=\"review-unit\">In " + HtmlUtils.htmlEscape(unit, "UTF-8") + ".</p>";
            case Task.WidgetState(var kind, var state, var _) ->
                stem
                        + WidgetMarkup.element(
                                question.id().value() + "--widget", kind, new Opening(state, state, ""), "");
            case Task.Explanation _ -> stem;
        };
    }

    private static List<String> options(Posed posed, List<Option> options) {
        return Choices.shown(posed.item().id(), options).stream()
                .map(option -> posed.html(option.text()))
                .toList();
    }

    private static String list(String kind, List<String> items) {
        return items.stream()
                .map(item -> "<li>" + item + "</li>")
                .collect(Collectors.joining("\n", "<" + kind + " class=\"review-list\">\n", "\n</" + kind + ">"));
    }

    // The answer

    private static String back(Showing showing) {
        return switch (showing.asked()) {
            case OfCard card -> {
                String back = "<p>" + card.card().backHtml() + "</p>";
                yield card.question()
                        .map(question -> answer(question, showing.variant()) + back)
                        .orElse(back);
            }
            case OfQuestion(var _, var place) -> answer(place.question(), showing.variant());
        };
    }

    private static String answer(Question question, int variant) {
        Posed posed = Posed.of(question, variant);
        String answer = switch (question.task()) {
            case Task.SingleChoice(var options) -> list("ul", right(posed, options));
            case Task.MultipleChoice(var options) -> {
                List<String> right = right(posed, options);
                yield right.isEmpty() ? "<p>None of them.</p>" : list("ul", right);
            }
            case Task.Ordering(var items) ->
                list("ol", items.stream().map(item -> posed.html(item.text())).toList());
            case Task.Matching(var pairs) ->
                list(
                        "ul",
                        pairs.stream()
                                .map(pair -> posed.html(pair.left().text())
                                        + " <span class=\"goes-with\">goes with</span> "
                                        + posed.html(pair.right().text()))
                                .toList());
            case Task.NumberEntry number -> "<p>" + value(posed, number) + "</p>";
            case Task.Blanks(var blanks) ->
                "<p>" + blanks.stream().map(blank -> value(posed, blank)).collect(Collectors.joining("; ")) + "</p>";
            case Task.Parts(var parts) ->
                list("ol", parts.stream().map(part -> answer(part, variant)).toList());
            case Task.Explanation _, Task.WidgetState _ -> "";
        };
        Wording solution = question.solution();
        return answer + (solution == null ? "" : posed.html(solution));
    }

    private static List<String> right(Posed posed, List<Option> options) {
        return Choices.shown(posed.item().id(), options).stream()
                .filter(Option::right)
                .map(option -> posed.html(option.text())
                        + (option.feedback() == null
                                ? ""
                                : "<div class=\"review-why\">" + posed.html(option.feedback()) + "</div>"))
                .toList();
    }

    private static String value(Posed posed, Task.NumberEntry number) {
        String unit = number.unit().isEmpty() ? "" : " " + HtmlUtils.htmlEscape(number.unit(), "UTF-8");
        return "<span class=\"number\">" + posed.printedKey(number) + "</span>" + unit;
    }

    // What the templates show

    private record Step(
            String id,
            int turn,
            String kind,
            String href,
            String lesson,
            String left,
            String front,
            @Nullable Back back) {}

    private record Back(String html, List<Grade> grades) {}

    private record Grade(int number, String name, String interval) {}

    private record Nothing(boolean begun, @Nullable Next next) {}

    private record Next(String iso, String time, String interval) {}
}
