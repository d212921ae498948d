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

    Resources withDefinitions(Map<String, String> others) {
        return new Resources(addresses, bibliography, mistakes, typesetter, glossary, others);
    }
}
