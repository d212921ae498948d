package dev.surprisal.content;

import dev.surprisal.expression.Expression;
import dev.surprisal.expression.Scope;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A question as the author wrote it, checked. Grading is the business of the room {@code question}. */
public sealed interface Question {

    QuestionId id();

    /** What is asked. */
    String stemHtml();

    /** Each more telling than the one before; hint n is due after hint n − 1 was asked for. */
    List<String> hintsHtml();

    /** Due on request; null where the author gave none. */
    @Nullable
    String solutionHtml();

    SourcePosition position();

    /** One of several options is right. */
    record SingleChoice(
            QuestionId id,
            String stemHtml,
            List<Option> options,
            List<String> hintsHtml,
            @Nullable String solutionHtml,
            SourcePosition position)
            implements Question {

        public SingleChoice {
            options = List.copyOf(options);
            hintsHtml = List.copyOf(hintsHtml);
            long right = options.stream().filter(Option::right).count();
            if (options.size() < 2 || right != 1) {
                throw new IllegalArgumentException("a single choice has two or more options, one of them right, got "
                        + right + " right of " + options.size());
            }
        }
    }

    /**
     * The answer is a number.
     *
     * @param unit plain text shown behind the field, possibly empty
     * @param answer the expression of the key
     * @param scope the names it uses; the misconceptions are evaluated in it too
     * @param key its value, finite
     * @param mistakes the named misconceptions to be recognised, in the order in which they are tried
     * @param wrongValues wrong numbers with their feedback, tried after the named ones
     */
    record NumberQuestion(
            QuestionId id,
            String stemHtml,
            String unit,
            Expression answer,
            Scope scope,
            double key,
            Acceptance accept,
            List<Mistake> mistakes,
            List<WrongValue> wrongValues,
            List<String> hintsHtml,
            @Nullable String solutionHtml,
            SourcePosition position)
            implements Question {

        public NumberQuestion {
            if (!Double.isFinite(key)) {
                throw new IllegalArgumentException("key must be finite, got " + key);
            }
            mistakes = List.copyOf(mistakes);
            wrongValues = List.copyOf(wrongValues);
            hintsHtml = List.copyOf(hintsHtml);
        }
    }
}
