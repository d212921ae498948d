package dev.surprisal.check;

import dev.surprisal.content.Passage;
import dev.surprisal.content.Problem;
import java.util.function.Consumer;

/** A rule about how something is said. */
interface PassageRule {

    void check(Passage passage, Consumer<Problem> problems);
}
