package dev.surprisal.content;

import dev.surprisal.typeset.Typesetter;
import java.util.Set;

/**
 * What the lessons of a course share while they are rendered.
 *
 * @param mistakes the course's own names of mistakes
 */
record Resources(Addresses addresses, Bibliography bibliography, Set<String> mistakes, Typesetter typesetter) {}
