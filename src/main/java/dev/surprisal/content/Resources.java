package dev.surprisal.content;

import dev.surprisal.typeset.Typesetter;
import java.util.Map;
import java.util.Set;

/**
 * What the lessons of a course share while they are rendered.
 *
 * @param definitions of the terms of the glossary as HTML, by their ids
 * @param mistakes the course's own names of mistakes
 */
record Resources(
        Addresses addresses,
        Bibliography bibliography,
        Set<String> mistakes,
        Typesetter typesetter,
        Glossary glossary,
        Map<String, String> definitions) {

    Resources {
        definitions = Map.copyOf(definitions);
    }

    Resources with(Addresses others, Map<String, String> defined) {
        return new Resources(others, bibliography, mistakes, typesetter, glossary, defined);
    }

    /** The same, for a lesson of which is to be known what it asks about others. */
    Resources unasked() {
        return with(addresses.unasked(), definitions);
    }
}
