package dev.surprisal.question;

import dev.surprisal.content.Mistake;
import dev.surprisal.content.Option;
import dev.surprisal.content.Question;
import dev.surprisal.content.Question.NumberQuestion;
import dev.surprisal.content.Question.SingleChoice;
import dev.surprisal.content.WrongValue;
import dev.surprisal.expression.LearnerNumber;
import dev.surprisal.math.Decimal;
import java.math.BigDecimal;
import java.util.OptionalDouble;

/** Grades answers. */
public final class Grading {
    /** Longer answers are not read. */
    public static final int LONGEST_INPUT = 200;

    private Grading() {}

    /**
     * Grades what a learner typed or chose: the key first, then the named mistakes, then the wrong values, all by the question's
     * acceptance.
     *
     * @param input as it came from the browser, untrusted
     */
    public static Verdict grade(Question question, String input) {
        if (input.length() > LONGEST_INPUT) {
            return new Verdict.Unreadable("An answer has at most " + LONGEST_INPUT + " characters.");
        }
        return switch (question) {
            case SingleChoice single -> grade(single, input);
            case NumberQuestion number -> grade(number, input);
        };
    }

    private static Verdict grade(SingleChoice question, String input) {
        return Choices.of(question)
                .find(input)
                .<Verdict>map((Option option) -> {
                    String feedback = option.feedbackHtml() == null ? "" : option.feedbackHtml();
                    return option.right() ? new Verdict.Right("", feedback) : new Verdict.Wrong("", feedback);
                })
                .orElseGet(() -> new Verdict.Unreadable("Choose one of the options."));
    }

    private static Verdict grade(NumberQuestion question, String input) {
        return switch (LearnerNumber.read(input)) {
            case LearnerNumber.Unreadable(var why) -> new Verdict.Unreadable("This is not read as a number: " + why);
            case LearnerNumber.Read read -> Double.isFinite(read.value()) ? grade(question, read) : infinite(read);
        };
    }

    private static Verdict grade(NumberQuestion question, LearnerNumber.Read read) {
        BigDecimal answer = decimal(read);
        if (Tolerance.accepts(question.accept(), answer, question.key())) {
            return new Verdict.Right(read.echo(), rightFeedback(question));
        }
        for (Mistake mistake : question.mistakes()) {
            OptionalDouble value = Misconceptions.value(mistake, question);
            if (value.isPresent() && Tolerance.accepts(question.accept(), answer, value.getAsDouble())) {
                return new Verdict.Wrong(read.echo(), Misconceptions.feedbackHtml(mistake, question));
            }
        }
        for (WrongValue wrong : question.wrongValues()) {
            if (Tolerance.accepts(question.accept(), answer, wrong.value())) {
                return new Verdict.Wrong(read.echo(), wrong.feedbackHtml());
            }
        }
        return new Verdict.Wrong(
                read.echo(),
                "<p>That is not the value asked for. An answer counts " + Tolerance.words(question.accept()) + ".</p>");
    }

    /** The number as typed, or its double where the text is no decimal or one so far from 1 that its digits would fill the memory. */
    private static BigDecimal decimal(LearnerNumber.Read read) {
        BigDecimal exact = read.exact();
        return exact != null && Math.abs(exact.scale()) <= LONGEST_INPUT ? exact : new BigDecimal(read.value());
    }

    private static Verdict infinite(LearnerNumber.Read read) {
        return new Verdict.Wrong(read.echo(), "<p>The value asked for is finite.</p>");
    }

    private static String rightFeedback(NumberQuestion question) {
        return "<p>To six digits the value is "
                + Decimal.significant(question.key(), 6).replace('-', '−') + ". An answer counts "
                + Tolerance.words(question.accept()) + ".</p>";
    }
}
