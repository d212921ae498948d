package dev.surprisal.audit;

import dev.surprisal.content.Course;
import dev.surprisal.content.Question;
import dev.surprisal.content.Task;
import dev.surprisal.learner.Event;
import dev.surprisal.learner.Event.Answered;
import dev.surprisal.learner.Event.Item;
import dev.surprisal.learner.Event.Regraded;
import dev.surprisal.learner.EventLog.Given;
import dev.surprisal.learner.LearnerId;
import dev.surprisal.question.Definition;
import dev.surprisal.question.Revision;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/**
 * What the questions as they are now would make of the answers that earlier revisions have graded: a dry run. An edit of wording
 * makes no other definition and so leads to nothing here.
 *
 * @param outcomes of the answers to questions whose definition has changed since
 * @param ungradable answers that the present question cannot grade: an option was reworded, a variant is gone
 */
public record Regrading(List<Outcome> outcomes, int ungradable) {

    public Regrading {
        outcomes = List.copyOf(outcomes);
    }

    /**
     * An answer graded by the question as it is now.
     *
     * @param item the question on its present revision
     */
    public record Outcome(LearnerId learner, Answered answered, Item item, Event.Verdict now) {

        boolean goesUp() {
            return answered.verdict() == Event.Verdict.WRONG && now == Event.Verdict.RIGHT;
        }

        boolean goesDown() {
            return answered.verdict() == Event.Verdict.RIGHT && now == Event.Verdict.WRONG;
        }
    }

    /** An event that is to be appended to the log of a learner. */
    public record Deed(LearnerId learner, Regraded event) {}

    /** A question or part as it is now. */
    private record Present(Definition definition, Definition.Grader grader, String revision) {}

    /** @param definitions the canonical texts by their ids */
    public static Regrading of(Iterable<Given> log, Map<String, String> definitions, Course course) {
        Map<String, Optional<Present>> present = new HashMap<>();
        Map<String, Question> items = course.lessons().stream()
                .flatMap(lesson -> lesson.questions().stream())
                .flatMap(question -> question.items().stream())
                .collect(Collectors.toMap(item -> item.id().value(), item -> item));
        List<Outcome> outcomes = new ArrayList<>();
        int ungradable = 0;
        for (Given given : log) {
            Answered answered = given.answered();
            String name = answered.item().question();
            Optional<Present> now = present.computeIfAbsent(
                    name, _ -> Optional.ofNullable(items.get(name)).flatMap(Regrading::present));
            String then = definitions.get(answered.grounds().definition());
            if (now.isEmpty()
                    || then == null
                    || now.get().definition().id().equals(answered.grounds().definition())) {
                continue;
            }
            Optional<Outcome> outcome = outcome(given, new Definition(then), now.get());
            outcome.ifPresent(outcomes::add);
            ungradable += outcome.isPresent() ? 0 : 1;
        }
        return new Regrading(outcomes, ungradable);
    }

    private static Optional<Present> present(Question item) {
        return item.task() instanceof Task.Parts
                ? Optional.empty()
                : Definition.of(item)
                        .map(definition -> new Present(definition, definition.grading(), Revision.of(item)));
    }

    private static Optional<Outcome> outcome(Given given, Definition then, Present now) {
        Answered answered = given.answered();
        OptionalInt variant = now.definition().variantLike(then, answered.item().variant());
        if (variant.isEmpty()) {
            return Optional.empty();
        }
        Item item = new Item(answered.item().lesson(), answered.item().question(), now.revision(), variant.getAsInt());
        return Verdicts.stored(now.grader()
                        .grade(
                                variant.getAsInt(),
                                answered.input(),
                                answered.grounds().numbers()))
                .map(verdict -> new Outcome(given.learner(), answered, item, verdict));
    }

    /** Verdicts that would change from wrong to right. */
    public long up() {
        return outcomes.stream().filter(Outcome::goesUp).count();
    }

    /** Verdicts that would change from right to wrong. */
    public long down() {
        return outcomes.stream().filter(Outcome::goesDown).count();
    }

    /** "11 verdicts change, 9 up, 2 down". */
    public String words() {
        long changes = up() + down();
        return counted(changes, "verdict changes", "verdicts change") + ", " + up() + " up, " + down() + " down"
                + (ungradable == 0 ? "" : "; " + counted(ungradable, "answer", "answers") + " cannot be graded anew");
    }

    /** The same for each question that is concerned, by its id. */
    public Map<String, Regrading> byQuestion() {
        return outcomes.stream()
                .collect(Collectors.groupingBy(
                        outcome -> outcome.item().question(),
                        java.util.TreeMap::new,
                        Collectors.collectingAndThen(Collectors.toList(), some -> new Regrading(some, 0))));
    }

    /**
     * What is to be appended to carry it out. Answers whose verdict stays are among them: they count for the present question again.
     *
     * @param neverLower whether an answer that was right stays right
     */
    public List<Deed> events(boolean neverLower) {
        return outcomes.stream()
                .map(outcome -> new Deed(
                        outcome.learner(),
                        new Regraded(
                                outcome.item(),
                                outcome.answered().id(),
                                neverLower && outcome.goesDown() ? Event.Verdict.RIGHT : outcome.now())))
                .toList();
    }

    static String counted(long count, String one, String many) {
        return count + " " + (count == 1 ? one : many);
    }
}
