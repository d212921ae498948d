package dev.surprisal.question;

import dev.surprisal.content.Acceptance;
import dev.surprisal.content.Option;
import dev.surprisal.content.Question;
import dev.surprisal.content.QuestionId;
import dev.surprisal.content.SourcePosition;
import dev.surprisal.content.Task;
import dev.surprisal.content.Variation;
import dev.surprisal.content.Wording;
import dev.surprisal.expression.Expression;
import dev.surprisal.expression.Scope;
import java.math.BigDecimal;
import java.util.List;

/** Questions put together by hand. */
final class Questions {
    static final SourcePosition HERE = new SourcePosition("lesson.md", 1, 1);

    private Questions() {}

    static Question of(Task task) {
        return of("which", task, List.of());
    }

    static Question of(String id, Task task, List<Question> earlier) {
        return new Question(
                new QuestionId(id),
                task,
                Wording.of("<p>Which?</p>"),
                List.of(),
                null,
                Variation.none(Scope.EMPTY),
                earlier,
                HERE,
                id);
    }

    /** @param accept {@code abs 0.002} */
    static Question number(String id, String answer, String accept, List<Question> earlier) {
        var tolerance = new Acceptance.Abs(new BigDecimal(accept.substring("abs ".length())));
        return of(id, new Task.NumberEntry("", Expression.parse(answer), tolerance, List.of(), List.of()), earlier);
    }

    static Option option(String key, boolean right) {
        return new Option(key, Wording.of(key), right, Wording.of("<p>on " + key + "</p>"), null);
    }
}
