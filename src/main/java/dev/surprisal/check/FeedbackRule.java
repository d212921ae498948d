package dev.surprisal.check;

import dev.surprisal.content.Option;
import dev.surprisal.content.Problem;
import dev.surprisal.content.Question;
import dev.surprisal.content.Rule;
import dev.surprisal.content.Task;
import dev.surprisal.question.Posed;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** What is said to an option agrees with its mark: a Yes under a wrong option is a cross in the wrong place. */
final class FeedbackRule implements QuestionRule {

    private static final Pattern YES = Pattern.compile("^(?:<p>)?(?:Yes|Correct|Exactly)\\b[.,:!]");
    private static final Pattern NO = Pattern.compile("^(?:<p>)?(?:No|Wrong|Incorrect)\\b[.,:!]");

    @Override
    public void check(Question question, Consumer<Problem> problems) {
        List<Option> options = switch (question.task()) {
            case Task.SingleChoice(var several) -> several;
            case Task.MultipleChoice(var several) -> several;
            default -> List.of();
        };
        for (Option option : options) {
            if (option.feedback() == null) {
                continue;
            }
            String said = Posed.of(question, 0).html(option.feedback()).strip();
            if ((option.right() ? NO : YES).matcher(said).find()) {
                problems.accept(Problem.of(
                        Rule.FEEDBACK,
                        question.position(),
                        option.right()
                                ? "the feedback of a right option begins with No: is the cross in the right place?"
                                : "the feedback of a wrong option begins with Yes: is the cross in the right place?"));
            }
        }
    }
}
