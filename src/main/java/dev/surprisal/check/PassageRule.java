package dev.surprisal.check;

import dev.surprisal.content.Passage;
import dev.surprisal.content.Problem;
import dev.surprisal.content.Rule;
import java.util.function.Consumer;

/** A rule about how something is said. */
interface PassageRule {

    /** Under which its problems are reported. */
    Rule rule();

    void check(Passage passage, Consumer<Problem> problems);
}
