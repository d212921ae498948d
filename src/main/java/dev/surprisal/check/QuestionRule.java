package dev.surprisal.check;

import dev.surprisal.content.Problem;
import dev.surprisal.content.Question;
import dev.surprisal.content.Rule;
import java.util.function.Consumer;

/** A rule about what a question asks and takes for an answer. */
interface QuestionRule {

    /** Under which its problems are reported. */
    Rule rule();

    void check(Question question, Consumer<Problem> problems);
}
