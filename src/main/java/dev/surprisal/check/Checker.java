package dev.surprisal.check;

import dev.surprisal.content.CourseLoader;
import dev.surprisal.content.LessonText;
import dev.surprisal.content.Loaded;
import dev.surprisal.content.Passage;
import dev.surprisal.content.Problem;
import dev.surprisal.content.Question;
import dev.surprisal.typeset.Typesetter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads a content folder and applies every rule there is: the same at the command line, at start and in the tests. */
public final class Checker {

    private static final List<PassageRule> OF_PASSAGES =
            List.of(new BareNumberRule(), new NamedDirectionRule(), new NamedUnitRule());

    private static final List<QuestionRule> OF_QUESTIONS = List.of(new DistractorRule(), new MistakeRule());

    private Checker() {}

    /**
     * The course as far as it can be shown, with all problems.
     *
     * @throws IOException when there is no such folder
     */
    public static Loaded check(Path folder, Typesetter typesetter) throws IOException {
        var reading = CourseLoader.read(folder, typesetter);
        Loaded loaded = reading.loaded();
        var problems = new ArrayList<Problem>(loaded.problems());
        for (LessonText text : reading.texts()) {
            for (Passage passage : text.passages()) {
                OF_PASSAGES.forEach(rule -> rule.check(passage, problems::add));
            }
        }
        for (Question question : loaded.course().lessons().stream()
                .flatMap(lesson -> lesson.questions().stream())
                .toList()) {
            OF_QUESTIONS.forEach(rule -> rule.check(question, problems::add));
        }
        return new Loaded(loaded.course(), problems);
    }
}
