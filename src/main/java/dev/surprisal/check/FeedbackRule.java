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

/** What is said to an option agrees with its mark: a Yes under a wrong option is a cross in the wrong place, and so is one True of two. */
final class FeedbackRule implements QuestionRule {

    private static final Pattern YES = Pattern.compile("^(?:<p>)?(?:Yes|Correct|Exactly)\\b[.,:!]");
    private static final Pattern TRUE = Pattern.compile("^(?:<p>)?True\\b[.,:!]");
    private static final Pattern FALSE = Pattern.compile("^(?:<p>)?False\\b[.,:!]");
    private static final Pattern NO = Pattern.compile("^(?:<p>)?(?:No|Wrong|Incorrect)\\b[.,:!]");

    @Override
    public Rule rule() {
        return Rule.FEEDBACK;
    }

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
                return;
            }
        }
        if (!areOfOneKind(question, options, TRUE) || !areOfOneKind(question, options, FALSE)) {
            problems.accept(Problem.of(
                    Rule.FEEDBACK,
                    question.position(),
                    "of the statements that the feedback calls true, or false, some have a cross and some have none: are"
                            + " the crosses in the right places?"));
        }
    }

    /** Whether the options whose feedback begins so are all right or all wrong: one may ask for the true ones or for the false ones. */
    private static boolean areOfOneKind(Question question, List<Option> options, Pattern beginning) {
        return options.stream()
                        .filter(option -> option.feedback() != null
                                && beginning
                                        .matcher(Posed.of(question, 0)
                                                .html(option.feedback())
                                                .strip())
                                        .find())
                        .map(Option::right)
                        .distinct()
                        .count()
                < 2;
    }
}
