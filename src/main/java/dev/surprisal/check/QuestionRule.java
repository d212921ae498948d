package dev.surprisal.check;

import dev.surprisal.content.Problem;
import dev.surprisal.content.Question;
import java.util.function.Consumer;

/** A rule about what a question asks and takes for an answer. */
interface QuestionRule {

    void check(Question question, Consumer<Problem> problems);
}
