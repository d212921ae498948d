package dev.surprisal.check;

import dev.surprisal.content.Allowance;
import dev.surprisal.content.Block;
import dev.surprisal.content.Course;
import dev.surprisal.content.CourseLoader;
import dev.surprisal.content.CourseModule;
import dev.surprisal.content.KnownLessons;
import dev.surprisal.content.Lesson;
import dev.surprisal.content.LessonItems;
import dev.surprisal.content.LessonText;
import dev.surprisal.content.Loaded;
import dev.surprisal.content.Passage;
import dev.surprisal.content.Problem;
import dev.surprisal.content.Question;
import dev.surprisal.content.Rule;
import dev.surprisal.content.SourcePosition;
import dev.surprisal.typeset.Typesetter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Reads a content folder and applies every rule there is: the same at the command line, at start and in the tests. */
public final class Checker {

    private static final List<PassageRule> OF_PASSAGES = List.of(
            new BareNumberRule(),
            new NamedDirectionRule(),
            new NamedUnitRule(),
            new WrongUnitRule(),
            new KlFormulaRule(),
            new BoundRule());

    private static final List<QuestionRule> OF_QUESTIONS = List.of(
            new DistractorRule(),
            new MistakeRule(),
            new EqualOptionsRule(),
            new OrderRule(),
            new FeedbackRule(),
            new AnswerUnitRule(),
            new SolutionRule(),
            new ToleranceRule(),
            new TypesetRule());

    private Checker() {}

    /**
     * The course as far as it can be shown, with all problems.
     *
     * @throws IOException when there is no such folder
     */
    public static Loaded check(Path folder, Typesetter typesetter) throws IOException {
        return check(folder, typesetter, Certificates.inMemory(), CourseLoader.ROOT);
    }

    /**
     * The same, where questions that were certified before need not be tried again.
     *
     * @param root where the course will be on its server, with a slash at its end
     * @throws IOException when there is no such folder
     */
    public static Loaded check(Path folder, Typesetter typesetter, Certificates certificates, String root)
            throws IOException {
        return check(folder, typesetter, certificates, root, new KnownLessons());
    }

    /**
     * The same, where lessons that have not changed need not even be read again.
     *
     * @throws IOException when there is no such folder
     */
    public static Loaded check(
            Path folder, Typesetter typesetter, Certificates certificates, String root, KnownLessons known)
            throws IOException {
        var reading = CourseLoader.read(folder, typesetter, root, known);
        Loaded loaded = reading.loaded();
        var problems = new ArrayList<Problem>(loaded.problems());
        Map<String, Question> questions = new HashMap<>();
        reading.items()
                .forEach(items -> items.questions()
                        .forEach(question -> questions.put(question.id().value(), question)));
        for (LessonText text : reading.texts()) {
            problems.addAll(certificates.of(text, () -> wording(text, questions)));
        }
        for (LessonItems lesson : reading.items()) {
            problems.addAll(certified(lesson, certificates));
            LongestOptionRule.check(lesson, problems::add);
        }
        return withoutFaulty(loaded, problems, withoutAllowed(problems, reading.allowances()));
    }

    private static List<Problem> wording(LessonText text, Map<String, Question> questions) {
        var problems = new ArrayList<Problem>();
        for (Passage passage : text.passages()) {
            SourcePosition place = text.position(passage);
            OF_PASSAGES.forEach(
                    rule -> Attempt.at(place, rule.rule(), problems::add, () -> rule.check(passage, problems::add)));
        }
        // What the rules about wording have said of a formula says more than that it is not true
        Set<SourcePosition> told = problems.stream().map(Problem::position).collect(Collectors.toSet());
        EquationRule.check(text, questions, problem -> {
            if (!told.contains(problem.position()) || !Attempt.succeeded(List.of(problem))) {
                problems.add(problem);
            }
        });
        return problems;
    }

    /** What is left when its authors have said what they let stand; and what they need not have said. */
    private static List<Problem> withoutAllowed(List<Problem> problems, List<Allowance> allowances) {
        var left = new ArrayList<Problem>();
        Set<Allowance> needed = new HashSet<>();
        for (Problem problem : problems) {
            List<Allowance> covering = allowances.stream()
                    .filter(allowance -> allowance.covers(problem))
                    .toList();
            needed.addAll(covering);
            if (covering.isEmpty()) {
                left.add(problem);
            }
        }
        for (Allowance allowance : allowances) {
            if (!needed.contains(allowance)) {
                left.add(Problem.of(
                        Rule.ALLOWANCE,
                        allowance.position(),
                        "this allows a warning that is not given any more: take it out"));
            }
        }
        return left;
    }

    /** What is wrong with the questions of a lesson. */
    private static List<Problem> certified(LessonItems lesson, Certificates certificates) {
        List<String> kinds = lesson.widgets().stream()
                .map(Block.WidgetBlock::kind)
                .distinct()
                .sorted()
                .toList();
        return lesson.questions().parallelStream()
                .flatMap(question ->
                        certificates.of(question, String.join(" ", kinds), () -> certified(question, kinds)).stream())
                .toList();
    }

    private static List<Problem> certified(Question question, List<String> kinds) {
        var problems = new ArrayList<Problem>();
        if (!question.items().contains(question)) {
            apply(List.of(new TypesetRule()), question, problems::add); // what its parts share
        }
        for (Question item : question.items()) {
            SourcePosition place = item.position();
            Attempt.at(place, Rule.QUESTION, problems::add, () -> PresetRule.check(item, kinds, problems::add));
            Attempt.at(place, Rule.ROUNDING, problems::add, () -> RoundingRule.check(question, item, problems::add));
            Attempt.at(place, Rule.VARIATION, problems::add, () -> CollisionRule.check(question, item, problems::add));
            apply(OF_QUESTIONS, item, problems::add);
        }
        return problems;
    }

    /** Each of some rules; one that fails keeps none of the others from being applied. */
    static void apply(List<? extends QuestionRule> rules, Question item, Consumer<Problem> problems) {
        for (QuestionRule rule : rules) {
            Attempt.at(item.position(), rule.rule(), problems, () -> rule.check(item, problems));
        }
    }

    /**
     * A lesson whose questions have errors is not shown, just as one that could not be read.
     *
     * @param told the problems without those that are allowed
     */
    private static Loaded withoutFaulty(Loaded loaded, List<Problem> problems, List<Problem> told) {
        Set<String> faulty = problems.stream()
                .filter(Problem::isError)
                .map(problem -> problem.position().file())
                .collect(Collectors.toSet());
        Predicate<Lesson> good = lesson -> lesson.questions().stream()
                .noneMatch(question -> faulty.contains(question.position().file()));
        Course course = loaded.course();
        List<CourseModule> modules = course.modules().stream()
                .map(module -> new CourseModule(
                        module.title(), module.lessons().stream().filter(good).toList()))
                .toList();
        return new Loaded(
                course.with(modules),
                loaded.unlisted().stream().filter(good).toList(),
                told,
                loaded.folders(),
                loaded.listed(),
                loaded.retired());
    }
}
