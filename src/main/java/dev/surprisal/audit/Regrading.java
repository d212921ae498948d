package dev.surprisal.audit;

import dev.surprisal.content.Course;
import dev.surprisal.content.Question;
import dev.surprisal.content.Task;
import dev.surprisal.learner.Event;
import dev.surprisal.learner.Event.Answered;
import dev.surprisal.learner.Event.Item;
import dev.surprisal.learner.Event.Regraded;
import dev.surprisal.learner.EventLog.Deed;
import dev.surprisal.learner.EventLog.Given;
import dev.surprisal.question.Definition;
import dev.surprisal.question.Revision;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the questions as they are now would make of the answers that they have not graded last: a dry run. An edit of wording makes
 * neither another definition nor another revision and so leads to nothing here. Numbers on which no verdict rests make another
 * revision alone; a regrade then leaves the verdicts as they are.
 *
 * @param outcomes of the answers to questions that have changed since
 * @param ungradable answers that the present question cannot grade: an option was reworded, a variant is gone
 */
public record Regrading(List<Outcome> outcomes, List<Ungradable> ungradable) {

    public Regrading {
        outcomes = List.copyOf(outcomes);
        ungradable = List.copyOf(ungradable);
    }

    /**
     * An answer graded by the question as it is now.
     *
     * @param given the answer, with what it was regraded to before
     * @param item the question on its present revision
     * @param change from the definition that graded it last to the present one
     * @param before the verdict that it had last
     */
    public record Outcome(Given given, Item item, Change change, Event.Verdict before, Event.Verdict now) {

        boolean goesUp() {
            return before == Event.Verdict.WRONG && now == Event.Verdict.RIGHT;
        }

        boolean goesDown() {
            return before == Event.Verdict.RIGHT && now == Event.Verdict.WRONG;
        }
    }

    /** From one definition of a question to another, by their ids. */
    public record Change(String question, String from, String to) {

        /** Whether verdicts rest on the same as before. */
        public boolean isOfNumbersAlone() {
            return from.equals(to);
        }
    }

    /** An answer of which the question as it is now can make nothing. */
    public record Ungradable(Given given, Change change) {}

    /** A question or part as it is now. */
    private record Present(Definition definition, Definition.Grader grader, String revision, String former) {
        boolean is(Item item) {
            return revision.equals(item.revision()) || former.equals(item.revision());
        }
    }

    /** @param definitions the canonical texts by their ids */
    public static Regrading of(Iterable<Given> log, Map<String, String> definitions, Course course) {
        Map<String, Optional<Present>> present = new HashMap<>();
        Map<String, Question> items = course.lessons().stream()
                .flatMap(lesson -> lesson.questions().stream())
                .flatMap(question -> question.items().stream())
                .collect(Collectors.toMap(item -> item.id().value(), item -> item));
        List<Outcome> outcomes = new ArrayList<>();
        List<Ungradable> ungradable = new ArrayList<>();
        for (Given given : log) {
            Answered answered = given.answered();
            String name = answered.item().question();
            Optional<Present> now = present.computeIfAbsent(
                    name, _ -> Optional.ofNullable(items.get(name)).flatMap(Regrading::present));
            String then = definitions.get(answered.grounds().definition());
            if (now.isEmpty() || then == null) {
                continue;
            }
            var change = new Change(name, last(given), now.get().definition().id());
            if (change.isOfNumbersAlone() && (now.get().is(lastItem(given)) || isLeftWhereItWas(given))) {
                continue;
            }
            Optional<Outcome> outcome = outcome(given, new Definition(then), now.get(), change);
            outcome.ifPresentOrElse(outcomes::add, () -> ungradable.add(new Ungradable(given, change)));
        }
        return new Regrading(outcomes, ungradable);
    }

    /** The id of the definition that graded the answer last. */
    private static String last(Given given) {
        return given.regraded().isEmpty()
                ? given.answered().grounds().definition()
                : given.regraded().getLast().definition();
    }

    /** On which revision that was. */
    private static Item lastItem(Given given) {
        return given.regraded().isEmpty()
                ? given.answered().item()
                : given.regraded().getLast().item();
    }

    /** Whether it was decided about an answer that could not be graded anew. */
    private static boolean isLeftWhereItWas(Given given) {
        return !given.regraded().isEmpty()
                && lastItem(given).equals(given.answered().item());
    }

    private static Optional<Present> present(Question item) {
        return item.task() instanceof Task.Parts
                ? Optional.empty()
                : Definition.of(item)
                        .map(definition -> new Present(
                                definition, definition.grading(), Revision.of(item), Revision.former(item)));
    }

    private static Optional<Outcome> outcome(Given given, Definition then, Present now, Change change) {
        Answered answered = given.answered();
        OptionalInt variant = now.definition().variantLike(then, answered.item().variant());
        if (variant.isEmpty()) {
            return Optional.empty();
        }
        Item item = new Item(answered.item().lesson(), answered.item().question(), now.revision(), variant.getAsInt());
        Event.Verdict before = before(given);
        return Verdicts.stored(now.grader()
                        .grade(
                                variant.getAsInt(),
                                answered.input(),
                                answered.grounds().numbers()))
                .map(verdict -> new Outcome(given, item, change, before, verdict));
    }

    private static Event.Verdict before(Given given) {
        return given.regraded().isEmpty()
                ? given.answered().verdict()
                : given.regraded().getLast().verdict();
    }

    /** Whether there is anything to decide. */
    public boolean isEmpty() {
        return outcomes.isEmpty() && ungradable.isEmpty();
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
        long carried = outcomes.stream()
                .filter(outcome -> outcome.change().isOfNumbersAlone())
                .count();
        return counted(changes, "verdict changes", "verdicts change") + ", " + up() + " up, " + down() + " down"
                + (carried == 0 ? "" : "; " + counted(carried, "answer stays", "answers stay") + " as given")
                + (ungradable.isEmpty()
                        ? ""
                        : "; " + counted(ungradable.size(), "answer", "answers") + " cannot be graded anew");
    }

    /** The same for each question that is concerned, by its id. */
    public Map<String, Regrading> byQuestion() {
        Set<String> questions = new TreeSet<>();
        outcomes.forEach(outcome -> questions.add(outcome.change().question()));
        ungradable.forEach(each -> questions.add(each.change().question()));
        Map<String, Regrading> some = new TreeMap<>();
        for (String question : questions) {
            some.put(
                    question,
                    new Regrading(
                            outcomes.stream()
                                    .filter(outcome ->
                                            outcome.change().question().equals(question))
                                    .toList(),
                            ungradable.stream()
                                    .filter(each -> each.change().question().equals(question))
                                    .toList()));
        }
        return some;
    }

    /** From which definitions to which the questions have changed, each once. */
    public Set<Change> changes() {
        Set<Change> changes = new LinkedHashSet<>();
        outcomes.forEach(outcome -> changes.add(outcome.change()));
        ungradable.forEach(each -> changes.add(each.change()));
        return changes;
    }

    /** What becomes of the verdicts. */
    public enum Decision {
        /** They are those of the questions as they are now. */
        AS_NOW,
        /** The same, but what was right stays right. */
        NEVER_LOWER,
        /** They stay as they were given. */
        LEAVE
    }

    /**
     * What is to be appended to carry it out. Answers whose verdict stays are among them: the question as it is now has decided on them too.
     * So are those that cannot be graded anew, which stay as they are on the question as it was.
     */
    public List<Deed> events(Decision decision) {
        Stream<Deed> graded = outcomes.stream()
                .map(outcome ->
                        regraded(outcome.given(), outcome.item(), verdict(outcome, decision), outcome.change()));
        Stream<Deed> left = ungradable.stream()
                .map(each ->
                        regraded(each.given(), each.given().answered().item(), before(each.given()), each.change()));
        return Stream.concat(graded, left).toList();
    }

    private static Deed regraded(Given given, Item item, Event.Verdict verdict, Change change) {
        return new Deed(
                given.learner(),
                new Regraded(
                        item,
                        given.answered().id(),
                        verdict,
                        change.to(),
                        given.regraded().size()));
    }

    private static Event.Verdict verdict(Outcome outcome, Decision decision) {
        return switch (decision) {
            case AS_NOW -> outcome.now();
            case NEVER_LOWER -> outcome.goesDown() ? outcome.before() : outcome.now();
            case LEAVE -> outcome.before();
        };
    }

    static String counted(long count, String one, String many) {
        return count + " " + (count == 1 ? one : many);
    }
}
