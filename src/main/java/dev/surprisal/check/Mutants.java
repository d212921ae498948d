package dev.surprisal.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the places of a text where a slip of the pen would make it wrong, and what it would be then. */
final class Mutants {

    /** What is slipped. */
    enum Kind {
        SIGN,
        DIRECTION,
        KEY,
        TOLERANCE,
        UNIT;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** {@code before} at {@code start} becomes {@code after}. */
    record Mutant(Kind kind, int start, String before, String after) {

        String in(String text) {
            return text.substring(0, start) + after + text.substring(start + before.length());
        }
    }

    private static final Pattern FORMULA = Pattern.compile("\\$\\$(?s:.+?)\\$\\$|\\$(?!\\s)[^$\n]+?(?<!\\s)\\$");
    private static final Pattern CODE = Pattern.compile("`([^`\n]*=[^`\n]*)`|\\{\\{(=[^{}]*)\\}\\}");
    private static final Pattern ANSWER = Pattern.compile("(?m)^answer: (.*)$");
    private static final Pattern ACCEPT = Pattern.compile("(?m)^accept: (abs|rel|mixed) ([0-9.e-]+)(%?)$");
    private static final Pattern UNIT =
            Pattern.compile("(?<=unit=)(nats|bits)|(?<=` |`\n)(nats|bits)\\b|(?<=\\}\\}\\$ )(nats|bits)\\b");
    private static final Pattern CROSSES = Pattern.compile("(?m)^- \\[x\\]");
    private static final Pattern EMPTY = Pattern.compile("(?m)^- \\[ \\]");
    private static final Pattern OF_TWO = Pattern.compile("\\b(?:kl|crossEntropy)\\(");
    private static final Pattern KL =
            Pattern.compile("(\\\\mathrm\\{KL\\}\\()([^()]+?)( \\\\,\\\\Vert\\\\, )([^()]+?)(\\))");

    /** KL is never negative, and zero only at equality, in both directions: turned round, such a formula is as true as before. */
    private static final Pattern EITHER_WAY = Pattern.compile("\\G\\s*+(?:\\\\geq?\\s*+0|=\\s*+0\\s*+\\\\iff)");

    /** A sign between two terms, or in front of the first one. */
    private static final Pattern BINARY = Pattern.compile("(?<=[\\w})\\]]\\s)([+-])(?=\\s)");

    private static final Pattern LEADING = Pattern.compile("(?<=(?:= |\\$))-(?=[\\\\\\w({])");

    private final String text;
    private final List<Mutant> found = new ArrayList<>();

    private Mutants(String text) {
        this.text = text;
    }

    static List<Mutant> of(String text) {
        var mutants = new Mutants(text);
        mutants.find();
        mutants.found.sort(Comparator.comparingInt(Mutant::start).thenComparing(Mutant::after));
        return List.copyOf(mutants.found);
    }

    private void find() {
        FORMULA.matcher(text).results().forEach(formula -> {
            // The expressions in it are found by themselves
            String latex = blanked(formula.group());
            signs(latex, formula.start());
            for (MatchResult leading : LEADING.matcher(latex).results().toList()) {
                add(Kind.SIGN, formula.start() + leading.start(), "-", "");
            }
            Matcher kl = KL.matcher(latex);
            while (kl.find()) {
                boolean either = EITHER_WAY
                        .matcher(latex)
                        .region(kl.end(), latex.length())
                        .find();
                if (!either && !kl.group(2).equals(kl.group(4))) {
                    String turned = kl.group(1) + kl.group(4) + kl.group(3) + kl.group(2) + kl.group(5);
                    add(Kind.DIRECTION, formula.start() + kl.start(), kl.group(), turned);
                }
            }
        });
        CODE.matcher(text).results().forEach(code -> {
            int group = code.start(1) >= 0 ? 1 : 2;
            expression(code.group(group), code.start(group));
        });
        ANSWER.matcher(text).results().forEach(answer -> {
            expression(answer.group(1), answer.start(1));
            add(Kind.KEY, answer.start(1), answer.group(1), "2 * (" + answer.group(1) + ") + 1");
        });
        CROSSES.matcher(text).results().forEach(this::cross);
        ACCEPT.matcher(text).results().forEach(this::tolerance);
        UNIT.matcher(text)
                .results()
                .forEach(unit ->
                        add(Kind.UNIT, unit.start(), unit.group(), unit.group().equals("nats") ? "bits" : "nats"));
    }

    private static String blanked(String latex) {
        return CODE.matcher(latex).replaceAll(found -> " ".repeat(found.group().length()));
    }

    private void expression(String source, int start) {
        signs(source, start);
        Matcher call = OF_TWO.matcher(source);
        while (call.find()) {
            int comma = -1;
            int depth = 0;
            for (int i = call.end(); i < source.length(); i++) {
                char c = source.charAt(i);
                if (c == ',' && depth == 0 && comma < 0) {
                    comma = i;
                } else if (c == '(' || c == '[') {
                    depth++;
                } else if (c == ']' || (c == ')' && depth > 0)) {
                    depth--;
                } else if (c == ')' && comma > 0) {
                    String first = source.substring(call.end(), comma).strip();
                    String second = source.substring(comma + 1, i).strip();
                    if (!first.equals(second)) {
                        add(Kind.DIRECTION, start + call.end(), source.substring(call.end(), i), second + ", " + first);
                    }
                    break;
                }
            }
        }
    }

    private void signs(String source, int start) {
        for (MatchResult sign : BINARY.matcher(source).results().toList()) {
            add(Kind.SIGN, start + sign.start(), sign.group(), sign.group().equals("+") ? "-" : "+");
        }
    }

    /** Moves the cross to the nearest empty box of the same question. */
    private void cross(MatchResult cross) {
        int from = text.lastIndexOf(":::", cross.start());
        int to = text.indexOf(":::", cross.start());
        Matcher empty = EMPTY.matcher(text).region(from, to < 0 ? text.length() : to);
        if (!empty.find()) {
            return;
        }
        int other = empty.start();
        int start = Math.min(other, cross.start());
        int end = Math.max(other, cross.start()) + "- [x]".length();
        String span = text.substring(start, end);
        String middle = span.substring("- [x]".length(), span.length() - "- [x]".length());
        boolean first = other > cross.start();
        add(Kind.KEY, start, span, (first ? "- [ ]" : "- [x]") + middle + (first ? "- [x]" : "- [ ]"));
    }

    private void tolerance(MatchResult accept) {
        double tolerance = Double.parseDouble(accept.group(2));
        for (double factor : new double[] {100, 0.01}) {
            String other = accept.group(1) + " " + (tolerance * factor) + accept.group(3);
            add(Kind.TOLERANCE, accept.start(1), accept.group().substring("accept: ".length()), other);
        }
    }

    private void add(Kind kind, int start, String before, String after) {
        found.add(new Mutant(kind, start, before, after));
    }
}
