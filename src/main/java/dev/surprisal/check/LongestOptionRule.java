package dev.surprisal.check;

import dev.surprisal.content.LessonItems;
import dev.surprisal.content.Option;
import dev.surprisal.content.Problem;
import dev.surprisal.content.Question;
import dev.surprisal.content.Rule;
import dev.surprisal.content.Task;
import dev.surprisal.question.Posed;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** The right option is not the longest by habit: who knows that guesses well. */
final class LongestOptionRule {

    private static final double MOST = 0.35;

    /** Of fewer questions no habit can be seen. */
    private static final int FEWEST = 6;

    private LongestOptionRule() {}

    static void check(LessonItems lesson, Consumer<Problem> problems) {
        var telling = new ArrayList<Question>();
        int choices = 0;
        for (Question question : lesson.questions()) {
            for (Question item : question.items()) {
                if (item.task() instanceof Task.SingleChoice(var options)) {
                    choices++;
                    if (isLongest(item, options)) {
                        telling.add(item);
                    }
                }
            }
        }
        if (choices >= FEWEST && telling.size() > MOST * choices) {
            String ids = telling.stream()
                    .map(item -> item.id().value())
                    .reduce((a, b) -> a + ", " + b)
                    .orElse("");
            problems.accept(Problem.of(
                    Rule.LONGEST_OPTION,
                    telling.getFirst().position(),
                    "the right option is the longest in " + telling.size() + " of " + choices
                            + " single choices of this lesson, which gives it away: " + ids));
        }
    }

    private static boolean isLongest(Question item, List<Option> options) {
        int right = 0;
        int wrong = 0;
        for (Option option : options) {
            int length = length(Posed.of(item, 0).html(option.text()));
            if (option.right()) {
                right = length;
            } else {
                wrong = Math.max(wrong, length);
            }
        }
        return right > wrong;
    }

    /** Of what is seen: a formula by its LaTeX, without its markup. */
    private static int length(String html) {
        return html.replaceAll("(?s)<span class=\"katex-html\".*?</span></span>", "")
                .replaceAll("<[^>]*>", "")
                .length();
    }
}
