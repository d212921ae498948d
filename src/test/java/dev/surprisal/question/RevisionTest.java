package dev.surprisal.question;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surprisal.content.Acceptance;
import dev.surprisal.content.Option;
import dev.surprisal.content.Question;
import dev.surprisal.content.Question.NumberQuestion;
import dev.surprisal.content.Question.SingleChoice;
import dev.surprisal.content.QuestionId;
import dev.surprisal.content.SourcePosition;
import dev.surprisal.expression.Expression;
import dev.surprisal.expression.Scope;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class RevisionTest {

    @Test
    void wordingLeavesItAsItIs() {
        assertThat(Revision.of(single("Which?", true, false)))
                .isEqualTo(Revision.of(single("Which one?", true, false)));
        assertThat(Revision.of(number("What?", 0.25, "0.01")))
                .isEqualTo(Revision.of(number("How much?", 0.25, "0.010")));
    }

    @Test
    void whatChangesAVerdictChangesIt() {
        assertThat(Revision.of(single("Which?", true, false))).isNotEqualTo(Revision.of(single("Which?", false, true)));
        assertThat(Revision.of(number("What?", 0.25, "0.01"))).isNotEqualTo(Revision.of(number("What?", 0.26, "0.01")));
        assertThat(Revision.of(number("What?", 0.25, "0.01"))).isNotEqualTo(Revision.of(number("What?", 0.25, "0.02")));
    }

    private static Question single(String stem, boolean... right) {
        List<Option> options = new java.util.ArrayList<>();
        for (boolean each : right) {
            options.add(new Option(stem + options.size(), each, null, null));
        }
        return new SingleChoice(
                new QuestionId("which"), stem, options, List.of(), null, new SourcePosition("lesson.md", 1, 1));
    }

    private static Question number(String stem, double key, String tolerance) {
        return new NumberQuestion(
                new QuestionId("what"),
                stem,
                "",
                Expression.parse("1/4"),
                Scope.EMPTY,
                key,
                new Acceptance.Abs(new BigDecimal(tolerance)),
                List.of(),
                List.of(),
                List.of(),
                null,
                new SourcePosition("lesson.md", 1, 1));
    }
}
