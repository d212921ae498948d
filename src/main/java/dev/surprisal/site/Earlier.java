package dev.surprisal.site;

import dev.surprisal.question.Definition;
import java.util.Optional;

/** The definitions by which answers of the log were graded, whatever has become of their questions since. */
@FunctionalInterface
interface Earlier {
    Optional<Definition> find(String id);
}
