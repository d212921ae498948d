package dev.surprisal.site;

import dev.surprisal.content.Course;
import dev.surprisal.content.Loaded;
import dev.surprisal.learner.Progress;
import dev.surprisal.question.Definition;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What answers mean by a course as the application shows it, for the tests of other rooms. */
public final class Editions {
    private Editions() {}

    /** @param definitions the texts that were kept, by their ids */
    public static Progress.Yardstick yardstick(Course course, Map<String, String> definitions) {
        var loaded = new Loaded(course, List.of(), List.of(), Map.of(), List.of(), Set.of());
        return Edition.of(loaded, id -> Optional.ofNullable(definitions.get(id)).map(Definition::new));
    }
}
