package dev.surprisal.question;

import dev.surprisal.content.Mistake;
import dev.surprisal.content.Option;
import dev.surprisal.content.Task;
import dev.surprisal.content.Task.MultipleChoice;
import dev.surprisal.content.Task.NumberEntry;
import dev.surprisal.content.Task.Ordering;
import dev.surprisal.content.Task.SingleChoice;
import dev.surprisal.content.WidgetValues;
import dev.surprisal.content.WrongValue;
import dev.surprisal.expression.ExpressionException;
import dev.surprisal.expression.LearnerNumber;
import dev.surprisal.expression.Value;
import dev.surprisal.math.Decimal;
import dev.surprisal.widget.Catalogue;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Grades answers. */
public final class Grading {
    /** Longer answers are not read. */
    public static final int LONGEST_INPUT = 200;

    /** Nor are longer texts. */
    public static final int LONGEST_TEXT = 4000;

    /** Between the keys of several options. */
    public static final String SEPARATOR = " ";

    /** Between something and what it was matched with. */
    public static final String PARTNER = "=";

    /** Between the numbers of several blanks; a field of one line cannot hold it. */
    public static final String NEXT_BLANK = "\n";

    private static final int LONGEST_LIST = 1000;

    private Grading() {}

    /**
     * Grades what a learner typed or chose.
     *
     * @param input as it came from the browser, untrusted
     */
    public static Verdict grade(Posed posed, String input) {
        int longest = longest(posed.item().task());
        if (input.length() > longest) {
            return new Verdict.Unreadable("An answer has at most " + longest + " characters.");
        }
        return switch (posed.item().task()) {
            case SingleChoice single -> single(posed, single, input);
            case MultipleChoice multiple -> multiple(multiple, input);
            case NumberEntry number -> number(posed, number, input);
            case Ordering ordering -> ordering(ordering, input);
            case Task.Matching matching -> matching(matching, input);
            case Task.Blanks blanks -> blanks(posed, blanks, input);
            case Task.Explanation _ ->
                input.isBlank() ? new Verdict.Unreadable("There is no text yet.") : new Verdict.Kept();
            case Task.WidgetState widget -> widget(posed, widget, input);
            case Task.Parts _ -> new Verdict.Unreadable("Each part is answered by itself.");
        };
    }

    private static int longest(Task task) {
        return switch (task) {
            case Task.Explanation _, Task.WidgetState _ -> LONGEST_TEXT;
            case MultipleChoice _, Ordering _, Task.Matching _ -> LONGEST_LIST;
            case Task.Blanks(var blanks) -> (LONGEST_INPUT + 1) * blanks.size();
            case SingleChoice _, NumberEntry _, Task.Parts _ -> LONGEST_INPUT;
        };
    }

    // Choices

    private static Verdict single(Posed posed, SingleChoice question, String input) {
        Optional<Option> chosen = question.options().stream()
                .filter(option -> option.key().equals(input))
                .findFirst();
        return chosen.<Verdict>map(option -> option.right()
                        ? new Verdict.Right("", feedback(posed, option))
                        : new Verdict.Wrong("", feedback(posed, option)))
                .orElseGet(() -> new Verdict.Unreadable("Choose one of the options."));
    }

    private static String feedback(Posed posed, Option option) {
        return option.feedback() == null ? "" : posed.html(option.feedback());
    }

    private static Verdict multiple(MultipleChoice question, String input) {
        Set<String> chosen = new TreeSet<>(List.of(input.split(SEPARATOR, -1)));
        Set<String> known = question.options().stream().map(Option::key).collect(Collectors.toSet());
        if (!known.containsAll(chosen)) {
            return new Verdict.Unreadable("Choose one or more of the options.");
        }
        long judgedRightly = question.options().stream()
                .filter(option -> option.right() == chosen.contains(option.key()))
                .count();
        int all = question.options().size();
        if (judgedRightly == all) {
            return new Verdict.Right("", "<p>All " + all + " are judged rightly.</p>");
        }
        return new Verdict.Wrong("", "<p>" + judgedRightly + " of " + all + " are judged rightly.</p>");
    }

    /** The options that a graded input chooses. */
    public static List<Option> chosen(MultipleChoice question, String input) {
        Set<String> chosen = Set.copyOf(List.of(input.split(SEPARATOR, -1)));
        return question.options().stream()
                .filter(option -> chosen.contains(option.key()))
                .toList();
    }

    // Order

    private static Verdict ordering(Ordering question, String input) {
        List<String> right = question.items().stream().map(Task.Item::key).toList();
        List<String> given = List.of(input.split(SEPARATOR, -1));
        if (given.size() != right.size() || !Set.copyOf(given).equals(Set.copyOf(right))) {
            return new Verdict.Unreadable("Put each of the lines in its place.");
        }
        if (given.equals(right)) {
            return new Verdict.Right("", "");
        }
        int inPlace = 0;
        while (given.get(inPlace).equals(right.get(inPlace))) {
            inPlace++;
        }
        return new Verdict.Wrong(
                "",
                switch (inPlace) {
                    case 0 -> "<p>Something else comes first.</p>";
                    case 1 -> "<p>The first line is right. Look at what follows it.</p>";
                    default -> "<p>The first " + inPlace + " lines are right. Look at what follows them.</p>";
                });
    }

    // Pairs

    private static Verdict matching(Task.Matching question, String input) {
        Map<String, String> partners = partners(input);
        Set<String> left =
                question.pairs().stream().map(pair -> pair.left().key()).collect(Collectors.toSet());
        Set<String> right = question.choices().stream().map(Task.Item::key).collect(Collectors.toSet());
        if (!partners.keySet().equals(left) || !right.containsAll(partners.values())) {
            return new Verdict.Unreadable("Choose a partner for each.");
        }
        int all = question.pairs().size();
        int matched = matchedRightly(question, input).size();
        return matched == all
                ? new Verdict.Right("", "<p>All " + all + " are matched rightly.</p>")
                : new Verdict.Wrong("", "<p>" + matched + " of " + all + " are matched rightly.</p>");
    }

    /** What an input matches each with, by their keys; empty for one of another form. */
    public static Map<String, String> partners(String input) {
        Map<String, String> partners = new HashMap<>();
        for (String pair : input.split(SEPARATOR, -1)) {
            String[] sides = pair.split(PARTNER, -1);
            if (sides.length != 2 || partners.put(sides[0], sides[1]) != null) {
                return Map.of();
            }
        }
        return partners;
    }

    /** The pairs that a graded input has found. */
    public static List<Task.Pair> matchedRightly(Task.Matching question, String input) {
        Map<String, String> partners = partners(input);
        return question.pairs().stream()
                .filter(pair ->
                        pair.right().key().equals(partners.get(pair.left().key())))
                .toList();
    }

    // Blanks

    private static Verdict blanks(Posed posed, Task.Blanks question, String input) {
        List<NumberEntry> blanks = question.blanks();
        List<String> given = List.of(input.split(NEXT_BLANK, -1));
        if (given.size() != blanks.size()) {
            return new Verdict.Unreadable("Fill in each of the blanks.");
        }
        if (blanks.size() == 1) {
            return number(posed, blanks.getFirst(), given.getFirst());
        }
        var readings = new ArrayList<String>();
        var praise = new StringBuilder();
        var feedback = new StringBuilder();
        int right = 0;
        for (int i = 0; i < blanks.size(); i++) {
            switch (number(posed, blanks.get(i), given.get(i))) {
                case Verdict.Unreadable(var why) -> {
                    return new Verdict.Unreadable("Blank " + (i + 1) + ": " + why);
                }
                case Verdict.Right(var reading, var why) -> {
                    right++;
                    readings.add(reading);
                    praise.append(named(i, why));
                }
                case Verdict.Wrong(var reading, var why) -> {
                    readings.add(reading);
                    feedback.append(named(i, why));
                }
                case Verdict.Kept _ -> throw new IllegalStateException("a number is never just kept");
            }
        }
        String reading = String.join("; ", readings);
        return right == blanks.size()
                ? new Verdict.Right(reading, praise.toString())
                : new Verdict.Wrong(
                        reading,
                        "<p>" + right + " of " + blanks.size() + " blanks " + (right == 1 ? "is" : "are")
                                + " right.</p>" + feedback);
    }

    private static String named(int blank, String html) {
        return "<p class=\"blank-name\">Blank " + (blank + 1) + "</p>" + html;
    }

    // A widget's state

    private static Verdict widget(Posed posed, Task.WidgetState question, String input) {
        Value.Record state;
        try {
            state = WidgetValues.of(question.kind(), input);
        } catch (IllegalArgumentException unreadable) {
            return new Verdict.Unreadable("This is no state of the widget. Please reload the page.");
        }
        if (!Catalogue.of(question.kind()).isComplete(input)) {
            return new Verdict.Unreadable("The widget has no result yet. It says what is missing.");
        }
        try {
            return question.accept().truth(posed.scope().with(WidgetValues.STATE, state))
                    ? new Verdict.Right("", "")
                    : new Verdict.Wrong("", "<p>This state does not do what is asked.</p>");
        } catch (ExpressionException failed) {
            return new Verdict.Unreadable("This state cannot be judged.");
        }
    }

    // Numbers

    private static Verdict number(Posed posed, NumberEntry question, String input) {
        return switch (LearnerNumber.read(input)) {
            case LearnerNumber.Unreadable(var why) -> new Verdict.Unreadable("This is not read as a number: " + why);
            case LearnerNumber.Read read ->
                Double.isFinite(read.value())
                        ? number(posed, question, read)
                        : new Verdict.Wrong(echo(read), "<p>The value asked for is finite.</p>");
        };
    }

    /** The key first, then what follows from the learner's own earlier results, then the named mistakes, then the wrong values. */
    private static Verdict number(Posed posed, NumberEntry question, LearnerNumber.Read read) {
        BigDecimal answer = decimal(read);
        if (Tolerance.accepts(question.accept(), answer, posed.key(question))) {
            return new Verdict.Right(echo(read), rightFeedback(posed.key(question), question));
        }
        double carried = posed.carried(question);
        if (Tolerance.accepts(question.accept(), answer, carried)) {
            return new Verdict.Right(
                    echo(read),
                    "<p>This follows from your own earlier results. With the exact ones the value is "
                            + printed(posed.key(question)) + ". An answer counts "
                            + Tolerance.words(question.accept(), carried) + ".</p>");
        }
        for (Mistake mistake : question.mistakes()) {
            OptionalDouble value = Misconceptions.value(mistake, posed, question);
            if (value.isPresent() && Tolerance.accepts(question.accept(), answer, value.getAsDouble())) {
                return new Verdict.Wrong(echo(read), Misconceptions.feedbackHtml(mistake, question));
            }
        }
        for (WrongValue wrong : question.wrongValues()) {
            if (Tolerance.accepts(question.accept(), answer, wrong.value().finiteNumber(posed.scope()))) {
                return new Verdict.Wrong(echo(read), posed.html(wrong.feedback()));
            }
        }
        return new Verdict.Wrong(
                echo(read),
                "<p>That is not the value asked for. An answer counts "
                        + Tolerance.words(question.accept(), posed.key(question)) + ".</p>");
    }

    /** Whether a text is taken for one of the numbers that a question asks for. */
    public static boolean accepts(Posed posed, NumberEntry number, String input) {
        return number(posed, number, input) instanceof Verdict.Right;
    }

    /** The number that a learner's answer was read as; empty for what is none. */
    public static OptionalDouble number(String input) {
        return LearnerNumber.read(input) instanceof LearnerNumber.Read read && Double.isFinite(read.value())
                ? OptionalDouble.of(read.value())
                : OptionalDouble.empty();
    }

    /** The number as typed, or its double where the text is no decimal or one so far from 1 that its digits would fill the memory. */
    private static BigDecimal decimal(LearnerNumber.Read read) {
        BigDecimal exact = read.exact();
        return exact != null && Math.abs(exact.scale()) <= LONGEST_INPUT ? exact : new BigDecimal(read.value());
    }

    private static String rightFeedback(double key, NumberEntry question) {
        return "<p>To six digits the value is " + printed(key) + ". An answer counts "
                + Tolerance.words(question.accept(), key) + ".</p>";
    }

    /** With the sign that is read aloud as minus; a hyphen often is not. */
    private static String echo(LearnerNumber.Read read) {
        return read.echo().replace('-', '−');
    }

    static String printed(double key) {
        return Decimal.significant(key, 6).replace('-', '−');
    }
}
