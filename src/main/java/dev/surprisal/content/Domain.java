package dev.surprisal.content;

import dev.surprisal.content.markdown.SourceText;
import dev.surprisal.expression.Value;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a name varies over: {@code {1, 2, 3}}, {@code 0..1 step 0.1}, {@code compositions(10, 3) / 10}, {@code strings("AB", 5..20)}. */
sealed interface Domain {

    /** How many values there are, at least one. */
    long size();

    /** The value at a place, from 0 on. */
    Value at(long place);

    /** Values one by one. */
    record Listed(List<Value> values) implements Domain {
        public Listed {
            values = List.copyOf(values);
        }

        @Override
        public long size() {
            return values.size();
        }

        @Override
        public Value at(long place) {
            return values.get((int) place);
        }
    }

    /** All texts over an alphabet with a length between two bounds. */
    record Strings(List<String> letters, int shortest, int longest) implements Domain {
        public Strings {
            letters = List.copyOf(letters);
        }

        @Override
        public long size() {
            long size = 0;
            for (int length = shortest; length <= longest; length++) {
                size += count(length);
            }
            return size;
        }

        private long count(int length) {
            long count = 1;
            for (int i = 0; i < length; i++) {
                count *= letters.size();
            }
            return count;
        }

        @Override
        public Value at(long place) {
            long rest = place;
            int length = shortest;
            while (rest >= count(length)) {
                rest -= count(length++);
            }
            var text = new StringBuilder();
            for (int i = 0; i < length; i++) {
                text.append(letters.get((int) (rest % letters.size())));
                rest /= letters.size();
            }
            return Value.of(text.toString());
        }
    }

    String FORMS = "{1, 2, 3}, 0..1 step 0.1, compositions(10, 3) / 10 or strings(\"AB\", 5..20)";

    int MOST = 5000;

    /** The greatest number of texts: far below what a long holds, whatever is multiplied. */
    double MOST_STRINGS = 1e15;

    Pattern COMPOSITIONS = Pattern.compile("compositions\\(\\s*(\\d{1,3})\\s*,\\s*(\\d{1,2})\\s*\\)\\s*(?:/(.+))?");
    Pattern STRINGS = Pattern.compile("strings\\(\\s*([\"'])(\\w{1,26})\\1\\s*,\\s*(\\d{1,2})\\.\\.(\\d{1,2})\\s*\\)");

    MathContext STEP_DIGITS = new MathContext(12, RoundingMode.HALF_EVEN);

    /** Empty, with the reason reported, where it is no such thing. */
    static Optional<Domain> read(SourceText source, Names names, SourceFile file) {
        String text = source.text();
        Matcher compositions = COMPOSITIONS.matcher(text);
        Matcher strings = STRINGS.matcher(text);
        if (text.startsWith("{") && text.endsWith("}")) {
            return set(source.substring(1, text.length() - 1), names, file);
        }
        if (compositions.matches()) {
            Optional<Double> divisor = compositions.group(3) == null
                    ? Optional.of(1.0)
                    : number(source.substring(compositions.start(3), compositions.end(3)), names, file);
            return divisor.flatMap(by -> compositions(
                    source,
                    Integer.parseInt(compositions.group(1)),
                    Integer.parseInt(compositions.group(2)),
                    by,
                    file));
        }
        if (strings.matches()) {
            return strings(
                    source,
                    strings.group(2)
                            .chars()
                            .mapToObj(Character::toString)
                            .distinct()
                            .toList(),
                    Integer.parseInt(strings.group(3)),
                    Integer.parseInt(strings.group(4)),
                    file);
        }
        if (text.contains("..")) {
            return range(source, names, file);
        }
        return refused(source, "a name varies over " + FORMS + ", got '" + SourceFile.shortened(text) + "'", file);
    }

    private static Optional<Domain> refused(SourceText source, String message, SourceFile file) {
        file.report(Rule.VARIATION, source.offset(0), message);
        return Optional.empty();
    }

    private static Optional<Double> number(SourceText source, Names names, SourceFile file) {
        var stripped = source.strip();
        return names.parse(stripped, file).flatMap(expression -> names.number(expression, stripped, file));
    }

    private static Optional<Domain> set(SourceText inside, Names names, SourceFile file) {
        var values = new ArrayList<Value>();
        boolean good = true;
        for (SourceText element : Lists.split(inside, ',')) {
            Optional<Value> value = names.evaluate(element.strip(), file);
            good &= value.isPresent();
            if (value.isPresent() && values.contains(value.get())) {
                return refused(element.strip(), "this value stands here twice", file);
            }
            value.ifPresent(values::add);
        }
        if (values.size() > MOST) {
            return refused(inside, "a set has at most " + MOST + " values", file);
        }
        return good && !values.isEmpty() ? Optional.of(new Listed(values)) : Optional.empty();
    }

    private static Optional<Domain> range(SourceText source, Names names, SourceFile file) {
        String text = source.text();
        int dots = text.indexOf("..");
        int word = text.indexOf(" step ", dots);
        Optional<Double> from = number(source.substring(0, dots), names, file);
        Optional<Double> to = number(source.substring(dots + 2, word < 0 ? text.length() : word), names, file);
        Optional<Double> step = word < 0
                ? Optional.of(1.0)
                : number(source.substring(word + " step ".length(), text.length()), names, file);
        if (from.isEmpty() || to.isEmpty() || step.isEmpty()) {
            return Optional.empty();
        }
        double steps = (to.get() - from.get()) / step.get();
        if (!(step.get() > 0)) {
            return refused(
                    source.substring(word + " step ".length(), text.length()).strip(),
                    "the step of a range must be > 0, got "
                            + Value.of(step.get()).printed(),
                    file);
        }
        if (!(steps >= 0)) {
            String first = Value.of(from.get()).printed();
            String last = Value.of(to.get()).printed();
            return refused(
                    source,
                    "a range goes up, this one goes from " + first + " to " + last + " (did you mean " + last + ".."
                            + first + "?)",
                    file);
        }
        if (steps > MOST) {
            return refused(
                    source, "a range has at most " + MOST + " steps, this one has " + (long) Math.floor(steps), file);
        }
        var values = new ArrayList<Value>();
        // 0.1 + 2 * 0.1 is 0.3 to the author
        for (int i = 0; i <= steps + 1e-9; i++) {
            values.add(Value.of(new BigDecimal(from.get() + i * step.get())
                    .round(STEP_DIGITS)
                    .doubleValue()));
        }
        return Optional.of(new Listed(values));
    }

    /** All ways to write n as a sum of so many positive whole numbers, in order, each divided. */
    private static Optional<Domain> compositions(SourceText source, int n, int parts, double divisor, SourceFile file) {
        double count = 1;
        for (int i = 1; i < parts; i++) {
            count = count * (n - i) / i;
        }
        if (parts < 1 || parts > n || count > MOST || divisor == 0) {
            return refused(
                    source,
                    "compositions(n, k) are the ways to write n as a sum of k positive whole numbers, at most " + MOST
                            + " of them",
                    file);
        }
        var values = new ArrayList<Value>();
        compose(n, new double[parts], 0, divisor, values);
        return Optional.of(new Listed(values));
    }

    private static void compose(int rest, double[] made, int place, double divisor, List<Value> values) {
        if (place == made.length - 1) {
            made[place] = rest / divisor;
            values.add(Value.of(made));
            return;
        }
        for (int part = 1; part <= rest - (made.length - 1 - place); part++) {
            made[place] = part / divisor;
            compose(rest - part, made, place + 1, divisor, values);
        }
    }

    private static Optional<Domain> strings(
            SourceText source, List<String> letters, int shortest, int longest, SourceFile file) {
        if (shortest < 1 || shortest > longest || Math.pow(letters.size(), longest) > MOST_STRINGS) {
            return refused(
                    source,
                    "strings(\"AB\", 5..20) are texts with a least and a greatest length, of which there are not too many",
                    file);
        }
        return Optional.of(new Strings(letters, shortest, longest));
    }
}
