package dev.surprisal.export;

import dev.surprisal.content.Acceptance;
import dev.surprisal.content.Course;
import dev.surprisal.content.Lesson;
import dev.surprisal.content.Mistake;
import dev.surprisal.content.Option;
import dev.surprisal.content.Question;
import dev.surprisal.content.Task;
import dev.surprisal.content.Wording;
import dev.surprisal.content.WrongValue;
import dev.surprisal.math.Decimal;
import dev.surprisal.question.Misconceptions;
import dev.surprisal.question.Posed;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * The questions of a course as other platforms can ask them: each variant that is taken along is an item of its own with fixed numbers,
 * and each part of a question too, with the keys of the parts before it. States of widgets stay here.
 */
public final class QuestionBank {

    /**
     * An item. All texts are HTML with formulas in LaTeX.
     *
     * @param name unique among all
     * @param category the lesson
     * @param solution possibly empty
     */
    record Item(String name, String category, String text, String solution, Form form) {}

    /** What is answered, and how. */
    sealed interface Form {
        record Choice(boolean several, List<Chosen> options) implements Form {}

        /** @param values the first of them right */
        record Numerical(String unit, List<Value> values) implements Form {}

        /** Each left side with its partner; things to be ordered go with their numbers. */
        record Matching(List<Matched> pairs) implements Form {}

        /** Numbers in the text, whose gaps are {@code \uE200} and their number. */
        record Gaps(List<Value> values) implements Form {}

        record Essay(String model) implements Form {}
    }

    record Chosen(String text, boolean right, String feedback) {}

    /** @param tolerance as an absolute one, bounds included */
    record Value(BigDecimal number, BigDecimal tolerance, boolean right, String feedback) {}

    record Matched(String left, String right) {}

    static final char GAP = '\uE200';

    private final int variants;
    private final List<Item> items = new ArrayList<>();
    private int left;

    private QuestionBank(int variants) {
        this.variants = variants;
    }

    /**
     * Collects the items.
     *
     * @param variants how many of each question are taken along, at most
     */
    public static QuestionBank of(Course course, int variants) {
        if (variants < 1) {
            throw new IllegalArgumentException("variants must be >= 1, got " + variants);
        }
        var bank = new QuestionBank(variants);
        for (Lesson lesson : course.lessons()) {
            for (Question question : lesson.questions()) {
                bank.add(lesson, question);
            }
        }
        return bank;
    }

    List<Item> items() {
        return List.copyOf(items);
    }

    public int size() {
        return items.size();
    }

    /** Questions that no other platform can ask. */
    public int left() {
        return left;
    }

    private void add(Lesson lesson, Question question) {
        int all = question.variation().size();
        int taken = Math.min(variants, all);
        for (int i = 0; i < taken; i++) {
            int variant = taken == 1 ? 0 : (int) ((long) i * (all - 1) / (taken - 1));
            for (Question item : question.items()) {
                String shared = item.equals(question) ? "" : text(question.stem(), Posed.of(question, variant));
                String name = item.id() + (taken > 1 ? "-v" + (i + 1) : "");
                add(lesson, item, Posed.of(item, variant), shared, name);
            }
        }
    }

    private void add(Lesson lesson, Question item, Posed posed, String shared, String name) {
        Wording solution = item.solution();
        String worked = solution == null ? "" : text(solution, posed);
        Form form = switch (item.task()) {
            case Task.SingleChoice(var options) -> new Form.Choice(false, chosen(options, posed));
            case Task.MultipleChoice(var options) -> new Form.Choice(true, chosen(options, posed));
            case Task.NumberEntry number -> new Form.Numerical(number.unit(), values(posed, number));
            case Task.Blanks(var blanks) ->
                new Form.Gaps(blanks.stream().map(blank -> key(posed, blank)).toList());
            case Task.Ordering(var ordered) -> {
                var pairs = new ArrayList<Matched>();
                for (Task.Item thing : ordered) {
                    pairs.add(new Matched(text(thing.text(), posed), String.valueOf(pairs.size() + 1)));
                }
                yield new Form.Matching(pairs);
            }
            case Task.Matching(var pairs) ->
                new Form.Matching(pairs.stream()
                        .map(pair -> new Matched(
                                text(pair.left().text(), posed),
                                text(pair.right().text(), posed)))
                        .toList());
            case Task.Explanation _ -> new Form.Essay(worked);
            case Task.WidgetState _, Task.Parts _ -> null;
        };
        if (form == null) {
            left++;
            return;
        }
        items.add(new Item(
                name,
                lesson.title(),
                shared + text(item.stem(), posed),
                form instanceof Form.Essay ? "" : worked,
                form));
    }

    private static List<Chosen> chosen(List<Option> options, Posed posed) {
        return options.stream()
                .map(option -> new Chosen(text(option.text(), posed), option.right(), text(option.feedback(), posed)))
                .toList();
    }

    private static List<Value> values(Posed posed, Task.NumberEntry number) {
        var values = new ArrayList<Value>();
        values.add(key(posed, number));
        for (Mistake mistake : number.mistakes()) {
            OptionalDouble value = Misconceptions.value(mistake, posed, number);
            if (value.isPresent()) {
                addWrong(values, value.getAsDouble(), number, "");
            }
        }
        for (WrongValue wrong : number.wrongValues()) {
            addWrong(
                    values,
                    wrong.value().finiteNumber(posed.item().scope(posed.variant())),
                    number,
                    text(wrong.feedback(), posed));
        }
        return values;
    }

    private static Value key(Posed posed, Task.NumberEntry number) {
        double key = posed.key(number);
        return new Value(decimal(key), tolerance(number.accept(), key), true, "");
    }

    /** Where two values cannot be told apart the first one is meant, as it is here. */
    private static void addWrong(List<Value> values, double number, Task.NumberEntry entry, String feedback) {
        BigDecimal value = decimal(number);
        BigDecimal tolerance = tolerance(entry.accept(), number);
        boolean free = values.stream()
                .noneMatch(other -> other.number()
                                .subtract(value)
                                .abs()
                                .compareTo(other.tolerance().add(tolerance))
                        <= 0);
        if (free) {
            values.add(new Value(value, tolerance, false, feedback));
        }
    }

    private static BigDecimal decimal(double number) {
        return new BigDecimal(Decimal.shortest(number)).round(new MathContext(12));
    }

    /** The acceptance as an absolute tolerance, which is all that others know. */
    private static BigDecimal tolerance(Acceptance acceptance, double key) {
        BigDecimal size = decimal(Math.abs(key));
        return switch (acceptance) {
            case Acceptance.Abs(var tolerance) -> tolerance;
            case Acceptance.Rel(var tolerance) -> tolerance.multiply(size);
            case Acceptance.Mixed(var tolerance) -> tolerance.multiply(size.max(BigDecimal.ONE));
            case Acceptance.Digits(var count) ->
                size.signum() == 0
                        ? BigDecimal.ZERO
                        : BigDecimal.ONE
                                .movePointRight(size.precision() - size.scale() - count)
                                .divide(BigDecimal.TWO);
        };
    }

    private static String text(@Nullable Wording wording, Posed posed) {
        return wording == null ? "" : PortableText.of(posed.html(wording));
    }
}
