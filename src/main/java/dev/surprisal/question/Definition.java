package dev.surprisal.question;

import dev.surprisal.content.AcceptanceText;
import dev.surprisal.content.Option;
import dev.surprisal.content.Question;
import dev.surprisal.content.QuestionId;
import dev.surprisal.content.SourcePosition;
import dev.surprisal.content.Task;
import dev.surprisal.content.Task.NumberEntry;
import dev.surprisal.content.Variation;
import dev.surprisal.content.Wording;
import dev.surprisal.expression.Expression;
import dev.surprisal.expression.ExpressionException;
import dev.surprisal.expression.Scope;
import dev.surprisal.expression.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * All that decides the verdicts on a question or part, as a text that is kept beside the log: with it an answer can be graded again
 * whatever has become of the question since. It holds no wording; an option is named by the digest of its own.
 *
 * <p>One line says one thing, its parts divided by tabs. The question that is read back is graded by the same code as any other, so
 * there is one way to grade and no second one to keep in step.
 *
 * @param text the canonical text: two questions with the same one give the same verdict on every answer
 */
public record Definition(String text) {
    private static final int LENGTH = 16;
    private static final String TAB = "\t";
    private static final QuestionId NAME = new QuestionId("kept");
    private static final SourcePosition NOWHERE = new SourcePosition("log", 1, 1);

    /** Empty for a question that uses a name whose value cannot be written down. */
    public static Optional<Definition> of(Question item) {
        var lines = new ArrayList<String>();
        switch (item.task()) {
            case Task.SingleChoice(var options) -> {
                lines.add("single");
                add(options, lines);
            }
            case Task.MultipleChoice(var options) -> {
                lines.add("multiple");
                add(options, lines);
            }
            case Task.Ordering(var items) -> {
                lines.add("order");
                items.forEach(each -> lines.add("item" + TAB + each.key()));
            }
            case Task.Matching(var pairs) -> {
                lines.add("match");
                pairs.stream()
                        .map(pair -> "pair" + TAB + pair.left().key() + TAB
                                + pair.right().key())
                        .sorted()
                        .forEach(lines::add);
            }
            case Task.Explanation _ -> lines.add("explain");
            case NumberEntry number -> {
                lines.add("number");
                add(number, lines);
                return withNames(item, List.of(number.answer()), lines);
            }
            case Task.Blanks(var blanks) -> {
                lines.add("blank");
                blanks.forEach(blank -> add(blank, lines));
                return withNames(item, blanks.stream().map(NumberEntry::answer).toList(), lines);
            }
            case Task.WidgetState(var kind, var start, var accept) -> {
                lines.add("widget" + TAB + kind + TAB + start + TAB + accept);
                return withNames(item, List.of(accept), lines);
            }
            case Task.Parts _ -> throw new IllegalArgumentException("its parts are answered, not " + item.id());
        }
        return Optional.of(new Definition(String.join("\n", lines)));
    }

    private static void add(List<Option> options, List<String> lines) {
        options.stream()
                .map(option -> "option" + TAB + option.key() + TAB + (option.right() ? "right" : "wrong"))
                .sorted()
                .forEach(lines::add);
    }

    private static void add(NumberEntry number, List<String> lines) {
        lines.add("accept" + TAB + AcceptanceText.canonical(number.accept()) + TAB + number.answer());
    }

    /** What the expressions are computed from: earlier parts, names, and for each variant those that vary. */
    private static Optional<Definition> withNames(Question item, List<Expression> expressions, List<String> lines) {
        Set<String> used = new LinkedHashSet<>();
        expressions.forEach(expression -> used.addAll(expression.names()));
        if (used.contains(Question.GIVEN)) {
            for (Question part : item.earlier()) {
                if (part.task() instanceof NumberEntry number) {
                    lines.add("given" + TAB + part.id().part() + TAB + number.answer());
                    used.addAll(number.answer().names());
                }
            }
        }
        Variation variation = item.variation();
        List<String> varying = variation.names().stream().filter(used::contains).toList();
        Scope first = variation.at(0);
        for (String name : used.stream().sorted().toList()) {
            Optional<Value> value = first.find(name);
            if (value.isPresent() && !varying.contains(name)) {
                Optional<String> exact = value.get().exact();
                if (exact.isEmpty()) {
                    return Optional.empty();
                }
                lines.add("name" + TAB + name + TAB + exact.get());
            }
        }
        if (!varying.isEmpty()) {
            lines.add("vary" + TAB + String.join(TAB, varying));
            for (Scope variant : variation.variants()) {
                List<Optional<String>> values = varying.stream()
                        .map(name -> variant.find(name).flatMap(Value::exact))
                        .toList();
                if (values.stream().anyMatch(Optional::isEmpty)) {
                    return Optional.empty();
                }
                lines.add("variant" + TAB + values.stream().map(Optional::get).collect(Collectors.joining(TAB)));
            }
        }
        return Optional.of(new Definition(String.join("\n", lines)));
    }

    /** Names the definition among all. */
    public String id() {
        return Choices.digest(text).substring(0, LENGTH);
    }

    /**
     * The variant with the numbers on which the verdicts of {@code other} rest on one of its own, the same where it still has them:
     * variants may have been added before it since. Verdicts that depend on no numbers are there on all of them.
     */
    public OptionalInt variantLike(Definition other, int variant) {
        Numbers theirs = Numbers.of(other);
        Numbers ours = Numbers.of(this);
        Map<String, String> then = theirs.at(variant);
        if (ours.variants().isEmpty()) {
            return ours.are(0, then, theirs.varying())
                    ? OptionalInt.of(theirs.variants().isEmpty() ? variant : 0)
                    : OptionalInt.empty();
        }
        int same = theirs.variants().isEmpty()
                ? 0
                : Math.floorMod(variant, theirs.variants().size());
        return IntStream.concat(
                        IntStream.of(same), IntStream.range(0, ours.variants().size()))
                .filter(each -> each < ours.variants().size() && ours.are(each, then, theirs.varying()))
                .findFirst();
    }

    /**
     * From what the keys are computed.
     *
     * @param fixed the names with the same value on every variant
     * @param variants for each the values of those that vary
     */
    private record Numbers(Map<String, String> fixed, List<String> varying, List<String> variants) {
        static Numbers of(Definition definition) {
            Map<String, String> fixed = new HashMap<>();
            List<String> varying = List.of();
            List<String> variants = new ArrayList<>();
            for (String line : definition.text.lines().toList()) {
                if (line.startsWith("name" + TAB)) {
                    String[] parts = line.split(TAB, -1);
                    fixed.put(parts[1], parts[2]);
                } else if (line.startsWith("vary" + TAB)) {
                    varying = behind(line);
                } else if (line.startsWith("variant" + TAB)) {
                    variants.add(line);
                }
            }
            return new Numbers(fixed, varying, variants);
        }

        private static List<String> behind(String line) {
            List<String> parts = List.of(line.split(TAB, -1));
            return parts.subList(1, parts.size());
        }

        /** All names with their values. */
        Map<String, String> at(int variant) {
            Map<String, String> all = new HashMap<>(fixed);
            if (!variants.isEmpty()) {
                List<String> values = behind(variants.get(Math.floorMod(variant, variants.size())));
                for (int i = 0; i < varying.size(); i++) {
                    all.put(varying.get(i), values.get(i));
                }
            }
            return all;
        }

        /** Whether a variant has the numbers that there were: what varies now or did then is in both, and nothing has another value. */
        boolean are(int variant, Map<String, String> then, List<String> varyingThen) {
            Map<String, String> now = at(variant);
            return now.keySet().containsAll(varyingThen)
                    && then.keySet().containsAll(varying)
                    && now.entrySet().stream()
                            .allMatch(each -> then.getOrDefault(each.getKey(), each.getValue())
                                    .equals(each.getValue()));
        }
    }

    /** Whether both take the same kind of answer: the states of two kinds of widget have nothing in common. */
    boolean isOfSameType(Definition other) {
        return type().equals(other.type());
    }

    private String type() {
        String[] first = text.lines().findFirst().orElse("").split(TAB, -1);
        return first[0].equals("widget") ? first[0] + TAB + first[1] : first[0];
    }

    /**
     * The verdict on an answer.
     *
     * @param own what the learner had answered to earlier parts, by their names
     * @throws IllegalArgumentException when the text is no definition
     */
    public Verdict grade(int variant, String input, Map<String, Double> own) {
        return grading().grade(variant, input, own);
    }

    /** The same for many answers: the text is read once. */
    public Grader grading() {
        try {
            return new Grader(question());
        } catch (ExpressionException | IndexOutOfBoundsException unreadable) {
            throw new IllegalArgumentException("this is no definition of a question: " + text, unreadable);
        }
    }

    /** A definition that was read. */
    public static final class Grader {
        private final Question question;

        private Grader(Question question) {
            this.question = question;
        }

        /** The verdict on an answer, as {@link Definition#grade}. */
        public Verdict grade(int variant, String input, Map<String, Double> own) {
            return Grading.grade(new Posed(question, variant, own), input);
        }
    }

    private Question question() {
        List<String[]> lines = text.lines().map(line -> line.split(TAB, -1)).toList();
        Scope names = Scope.EMPTY;
        List<String> varying = List.of();
        List<Scope> variants = new ArrayList<>();
        for (String[] line : lines) {
            switch (line[0]) {
                case "name" -> names = names.with(line[1], value(line[2]));
                case "vary" -> varying = List.of(line).subList(1, line.length);
                case "variant" -> {
                    Scope variant = names;
                    for (int i = 0; i < varying.size(); i++) {
                        variant = variant.with(varying.get(i), value(line[i + 1]));
                    }
                    variants.add(variant);
                }
                default -> {}
            }
        }
        Variation variation = variants.isEmpty() ? Variation.none(names) : Variation.of(varying, variants);
        List<Question> earlier = new ArrayList<>();
        for (String[] line : lines) {
            if (line[0].equals("given")) {
                var number = new NumberEntry(
                        "", Expression.parse(line[2]), AcceptanceText.parse("digits 1"), List.of(), List.of());
                earlier.add(question(NAME.part(line[1]), number, variation, List.copyOf(earlier)));
            }
        }
        return question(NAME, task(lines), variation, earlier);
    }

    private static Value value(String exact) {
        return Expression.parse(exact).evaluate(Scope.EMPTY);
    }

    private static Question question(QuestionId id, Task task, Variation variation, List<Question> earlier) {
        return new Question(id, task, Wording.of(""), List.of(), null, variation, earlier, NOWHERE, "");
    }

    private static Task task(List<String[]> lines) {
        String[] first = lines.getFirst();
        return switch (first[0]) {
            case "single" -> new Task.SingleChoice(options(lines));
            case "multiple" -> new Task.MultipleChoice(options(lines));
            case "order" ->
                new Task.Ordering(lines.stream()
                        .filter(line -> line[0].equals("item"))
                        .map(line -> new Task.Item(line[1], Wording.of("")))
                        .toList());
            case "match" ->
                new Task.Matching(lines.stream()
                        .filter(line -> line[0].equals("pair"))
                        .map(line -> new Task.Pair(
                                new Task.Item(line[1], Wording.of("")), new Task.Item(line[2], Wording.of("")), null))
                        .toList());
            case "explain" -> new Task.Explanation();
            case "number" -> numbers(lines).getFirst();
            case "blank" -> new Task.Blanks(numbers(lines));
            case "widget" -> new Task.WidgetState(first[1], first[2], Expression.parse(first[3]));
            default -> throw new IllegalArgumentException("no type of question: " + first[0]);
        };
    }

    private static List<Option> options(List<String[]> lines) {
        return lines.stream()
                .filter(line -> line[0].equals("option"))
                .map(line -> new Option(line[1], Wording.of(""), line[2].equals("right"), null, null))
                .toList();
    }

    private static List<NumberEntry> numbers(List<String[]> lines) {
        return lines.stream()
                .filter(line -> line[0].equals("accept"))
                .map(line -> new NumberEntry(
                        "", Expression.parse(line[2]), AcceptanceText.parse(line[1]), List.of(), List.of()))
                .toList();
    }
}
