package dev.surprisal.export;

import dev.surprisal.content.Option;
import dev.surprisal.content.Question;
import dev.surprisal.content.Task;
import dev.surprisal.content.Wording;
import dev.surprisal.math.Decimal;
import dev.surprisal.question.Choices;
import dev.surprisal.question.Posed;
import java.util.List;
import org.jsoup.nodes.Entities;

/** A question as it stands on paper: on its first variant, with room for the answer; its hints and its solution only where they are wanted. */
final class QuestionSheet {

    private static final String GAP = "<span class=\"gap\">&#8195;&#8195;&#8195;&#8195;</span>";

    private final boolean solutions;

    QuestionSheet(boolean solutions) {
        this.solutions = solutions;
    }

    String html(Question question, int number) {
        var out = new StringBuilder("<section class=\"static-question\" id=\"" + question.id()
                + "\"><p class=\"question-label\">Question " + number + "</p>");
        if (question.items().contains(question)) {
            out.append(item(question, ""));
        } else {
            out.append("<div class=\"question-stem\">")
                    .append(Posed.of(question, 0).html(question.stem()))
                    .append("</div>");
            char letter = 'a';
            for (Question part : question.items()) {
                out.append("<div class=\"static-part\" id=\"" + part.id() + "\">")
                        .append(item(part, "(" + letter++ + ") "))
                        .append("</div>");
            }
        }
        return out.append("</section>").toString();
    }

    private String item(Question item, String label) {
        Posed posed = Posed.of(item, 0);
        String stem = posed.html(item.stem()).replaceAll("<span class=\"blank\" data-blank=\"\\d+\"></span>", GAP);
        var out = new StringBuilder("<div class=\"question-stem\">" + labelled(stem, label) + "</div>");
        out.append(room(item, posed));
        if (solutions) {
            out.append(solution(item, posed));
        }
        return out.toString();
    }

    private static String labelled(String stem, String label) {
        return stem.startsWith("<p>") ? "<p>" + label + stem.substring("<p>".length()) : label + stem;
    }

    private static String room(Question item, Posed posed) {
        return switch (item.task()) {
            case Task.SingleChoice(var options) -> options(item, options, posed);
            case Task.MultipleChoice(var options) -> options(item, options, posed);
            case Task.NumberEntry number ->
                "<p class=\"static-answer\">Answer: " + GAP + " " + Entities.escape(number.unit()) + "</p>";
            case Task.Ordering ordering -> list(Choices.shown(item.id(), ordering), posed);
            case Task.Matching matching ->
                "<div class=\"static-pairs\">"
                        + list(
                                Choices.shown(item.id(), matching).stream()
                                        .map(Task.Pair::left)
                                        .toList(),
                                posed)
                        + list(Choices.partners(item.id(), matching), posed) + "</div>";
            case Task.Blanks _, Task.Parts _ -> "";
            case Task.Explanation _ -> "<p class=\"static-answer\">Answer in your own words.</p>";
            case Task.WidgetState _ ->
                "<p class=\"static-answer\">This one is answered with a calculator, in the course itself.</p>";
        };
    }

    private static String options(Question item, List<Option> options, Posed posed) {
        var out = new StringBuilder("<ol class=\"static-options\">");
        Choices.shown(item.id(), options)
                .forEach(option ->
                        out.append("<li>").append(posed.html(option.text())).append("</li>"));
        return out.append("</ol>").toString();
    }

    private static String list(List<Task.Item> items, Posed posed) {
        var out = new StringBuilder("<ul class=\"static-items\">");
        items.forEach(item -> out.append("<li>").append(posed.html(item.text())).append("</li>"));
        return out.append("</ul>").toString();
    }

    private static String solution(Question item, Posed posed) {
        var out = new StringBuilder("<details class=\"fold\"><summary>Solution</summary>");
        out.append(key(item, posed));
        Wording solution = item.solution();
        if (solution != null) {
            out.append(posed.html(solution));
        }
        return out.append("</details>").toString();
    }

    private static String key(Question item, Posed posed) {
        return switch (item.task()) {
            case Task.SingleChoice(var options) -> right(options, posed);
            case Task.MultipleChoice(var options) -> right(options, posed);
            case Task.NumberEntry number ->
                "<p>" + Decimal.significant(posed.key(number), 6) + " " + Entities.escape(number.unit()) + "</p>";
            case Task.Blanks(var blanks) ->
                "<p>"
                        + String.join(
                                ", ",
                                blanks.stream()
                                        .map(blank -> Decimal.significant(posed.key(blank), 6))
                                        .toList())
                        + "</p>";
            case Task.Ordering(var items) ->
                list(items, posed).replace("<ul", "<ol").replace("</ul>", "</ol>");
            case Task.Matching(var pairs) -> {
                var out = new StringBuilder("<ul>");
                pairs.forEach(pair -> out.append("<li>")
                        .append(posed.html(pair.left().text()))
                        .append(" → ")
                        .append(posed.html(pair.right().text()))
                        .append("</li>"));
                yield out.append("</ul>").toString();
            }
            case Task.Explanation _, Task.WidgetState _, Task.Parts _ -> "";
        };
    }

    private static String right(List<Option> options, Posed posed) {
        var out = new StringBuilder("<ul>");
        options.stream()
                .filter(Option::right)
                .forEach(option ->
                        out.append("<li>").append(posed.html(option.text())).append("</li>"));
        return out.append("</ul>").toString();
    }
}
