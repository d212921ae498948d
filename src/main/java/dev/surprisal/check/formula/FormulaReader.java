package dev.surprisal.check.formula;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads LaTeX by recursive descent. It gives up at the first thing that it does not know. */
public final class FormulaReader {

    /** What is written for the eye only. */
    private static final Pattern SPACE = Pattern.compile(
            "\\G(?:\\s|~|&|\\\\\\\\|\\\\[,;:! ]|\\\\q?quad\\b|\\\\(?:left|right|[bB]igg?[lr]?|displaystyle)(?![A-Za-z])"
                    + "|\\\\(?:begin|end)\\{aligned\\})++");

    private static final Pattern RELATION = Pattern.compile(
            "\\G(?:=|<|>|\\\\(?:approx|leq?|geq?|neq?|iff|sim|to|in|mid|equiv|propto|ll|gg|lesssim|gtrsim)(?![A-Za-z]))");

    private static final Pattern DISTRIBUTION = Pattern.compile(
            "\\G(?:\\\\pdata(?![A-Za-z])|\\\\pmodel(?![A-Za-z])|\\\\hat\\s*+(?:\\{\\s*+p\\s*+\\}|p)|(?:[pqrPQ](?:_(?:\\\\theta|\\\\phi|\\{\\\\theta\\}|\\{\\\\phi\\}))?))(?![A-Za-z{])");

    private static final Pattern OUTCOME = Pattern.compile("\\G\\(\\s*+(?:x|k|x_i|x_k|x_\\{i\\})\\s*+\\)");
    private static final Pattern INDEX = Pattern.compile("\\G_(?:[xik]|\\{[xik]\\})");
    private static final Pattern NUMBER = Pattern.compile("\\G\\d++(?:\\.\\d++)?");
    private static final Pattern INSERTED = Pattern.compile("\\G\\{\\{([^{}]*+)\\}\\}");
    private static final Pattern FRACTION = Pattern.compile("\\G\\\\[dt]?frac(?![A-Za-z])");
    private static final Pattern LOGARITHM = Pattern.compile("\\G\\\\(?:log|ln)(?![A-Za-z])(?:_(2|\\{2\\}))?");
    private static final Pattern MEAN = Pattern.compile("\\G\\\\mathbb\\{?\\s*+E\\}?\\s*+_");
    private static final Pattern SAMPLES_OF = Pattern.compile("^.*\\\\sim", Pattern.DOTALL);
    private static final Pattern SUM = Pattern.compile(
            "\\G\\\\sum(?![A-Za-z])_(?:[xik]|\\{\\s*+[ik]\\s*+=\\s*+1\\s*+\\})(?:\\^(?:\\{\\s*+[NnK]\\s*+\\}|[NnK]))?");
    private static final Pattern KL = Pattern.compile(
            "\\G(?:\\\\(?:mathrm|operatorname|text)\\{KL\\}|D(?:_\\{?(?:\\\\(?:mathrm|text)\\{KL\\}|KL)\\}?)?)\\s*+\\(");
    private static final Pattern BESIDE = Pattern.compile("\\G(?:\\\\\\||\\\\(?:Vert|parallel)(?![A-Za-z])|\\|\\|)");
    private static final Pattern ENTROPY = Pattern.compile("\\G[Hh]\\s*+\\(");
    private static final Pattern OPTIMUM = Pattern.compile(
            "\\G(?:\\\\operatorname\\*?\\{arg(?:\\\\,)?\\\\?,?\\s*+(min|max)\\}|\\\\arg\\s*+\\\\(min|max))\\s*+(?:_\\\\\\w++|_\\{\\\\?\\w++\\})?");
    private static final Pattern ROOT = Pattern.compile("\\G\\\\sqrt(?![A-Za-z])");
    private static final Pattern EXP = Pattern.compile("\\G\\\\exp(?![A-Za-z])");
    private static final Pattern DOT = Pattern.compile("\\G\\\\(?:cdot|times)(?![A-Za-z])");
    private static final Pattern LETTER = Pattern.compile(
            "\\G(?:[abcdekmnstuvwyzN]|\\\\(?:alpha|beta|lambda|mu|sigma|theta|tau)(?![A-Za-z]))(?:_(?:\\w|\\{\\w++\\}))?");
    private static final Pattern SAMPLE = Pattern.compile("\\(\\s*+x_(?:i|\\{i\\})\\s*+\\)");
    private static final Pattern WORD = Pattern.compile("\\G[A-Za-z]{2}");

    /** Formulas are short; what is longer is nothing that one could check. */
    private static final int LONGEST = 2000;

    private static final int DEEPEST = 40;
    private static final Set<Character> CLOSING = Set.of(')', ']', '}', ',', '.', ';', ':', '?', '|');

    private final String text;
    private int at;
    private int depth;

    private FormulaReader(String text) {
        this.text = text;
    }

    private static final class Unknown extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Unknown() {
            super("unknown", null, false, false);
        }
    }

    /** Empty for what is no formula of sides and relations; a side that is not understood is {@link Term.Opaque}. */
    public static Optional<Chain> read(String latex) {
        if (latex.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            return Optional.of(new FormulaReader(latex).chain());
        } catch (Unknown _) {
            return Optional.empty();
        }
    }

    private Chain chain() {
        var sides = new ArrayList<Term>();
        var relations = new ArrayList<Relation>();
        skip();
        relation().ifPresent(relations::add);
        sides.add(side());
        while (at < text.length()) {
            relations.add(relation().orElseThrow(Unknown::new));
            sides.add(side());
        }
        return new Chain(sides, relations);
    }

    /** All up to the next relation that stands in no brackets. */
    private Term side() {
        int start = at;
        depth = 0;
        try {
            Term side = sum();
            skip();
            while (isAt('.') || isAt(',')) {
                at++;
                skip();
            }
            if (at == text.length() || matcher(RELATION).find()) {
                return side;
            }
        } catch (Unknown _) {
            // Said of this side alone
        }
        at = start;
        int brackets = 0;
        while (at < text.length() && (brackets > 0 || !matcher(RELATION).find())) {
            char c = text.charAt(at);
            brackets += "([{".indexOf(c) >= 0 ? 1 : ")]}".indexOf(c) >= 0 ? -1 : 0;
            at += c == '\\' ? 2 : 1;
        }
        at = Math.min(at, text.length());
        return new Term.Opaque(text.substring(start, at).strip());
    }

    private Optional<Relation> relation() {
        Matcher found = matcher(RELATION);
        if (!found.find()) {
            return Optional.empty();
        }
        at = found.end();
        return Optional.of(
                switch (found.group()) {
                    case "=" -> Relation.EQUAL;
                    case "<" -> Relation.LESS;
                    case ">" -> Relation.GREATER;
                    case "\\approx" -> Relation.ABOUT;
                    case "\\le", "\\leq" -> Relation.AT_MOST;
                    case "\\ge", "\\geq" -> Relation.AT_LEAST;
                    case "\\ne", "\\neq" -> Relation.UNEQUAL;
                    default -> Relation.OTHER;
                });
    }

    private Term sum() {
        if (++depth > DEEPEST) {
            throw new Unknown();
        }
        skip();
        Matcher optimum = matcher(OPTIMUM);
        if (optimum.find()) {
            at = optimum.end();
            String word = optimum.group(1) == null ? optimum.group(2) : optimum.group(1);
            Term of = sum();
            depth--;
            return new Term.Optimum(word.equals("min"), of);
        }
        Term sum = null;
        while (true) {
            skip();
            boolean minus = isAt('-');
            if (minus || isAt('+')) {
                at++;
            } else if (sum != null) {
                depth--;
                return sum;
            }
            Term product = product();
            Term signed = minus ? new Term.Minus(product) : product;
            sum = sum == null ? signed : new Term.Plus(sum, signed);
        }
    }

    private Term product() {
        Term product = factor();
        while (true) {
            skip();
            Matcher dot = matcher(DOT);
            if (dot.find()) {
                at = dot.end();
                product = new Term.Times(product, factor());
            } else if (isAt('/')) {
                at++;
                product = new Term.Over(product, factor());
            } else if (isEnd()) {
                return product;
            } else {
                product = new Term.Times(product, factor());
            }
        }
    }

    /** Whether a product ends here. */
    private boolean isEnd() {
        return at >= text.length()
                || CLOSING.contains(text.charAt(at))
                || isAt('+')
                || isAt('-')
                || matcher(RELATION).find()
                || matcher(BESIDE).find();
    }

    private Term factor() {
        skip();
        Term base = atom();
        skip();
        if (isAt('^')) {
            at++;
            Term exponent = argument();
            return base instanceof Term.Letter(var name) && name.equals("e")
                    ? new Term.Exponential(exponent)
                    : new Term.Power(base, exponent);
        }
        if (base instanceof Term.Letter(var name) && name.equals("e")) {
            return new Term.Exponential(new Term.Numeral(1, 0));
        }
        return base;
    }

    private Term atom() {
        if (at >= text.length() || ++depth > DEEPEST) {
            throw new Unknown();
        }
        Term atom = known();
        depth--;
        return atom;
    }

    private Term known() {
        Optional<String> inserted = taken(INSERTED, 1);
        if (inserted.isPresent()) {
            return new Term.Inserted(inserted.get().strip());
        }
        Optional<String> number = taken(NUMBER, 0);
        if (number.isPresent()) {
            return numeral(number.get());
        }
        if (taken(FRACTION, 0).isPresent()) {
            Term above = argument();
            return new Term.Over(above, argument());
        }
        Optional<String> logarithm = taken(LOGARITHM, 0);
        if (logarithm.isPresent()) {
            return new Term.Logarithm(logarithm.get().contains("_"), ofLogarithm());
        }
        if (taken(MEAN, 0).isPresent()) {
            return mean();
        }
        Optional<String> sum = taken(SUM, 0);
        if (sum.isPresent()) {
            int from = at;
            Term each = product();
            return SAMPLE.matcher(text.substring(from, at)).find() ? new Term.SampleSum(each) : new Term.Sum(each);
        }
        if (taken(KL, 0).isPresent()) {
            String p = distribution();
            skip();
            if (taken(BESIDE, 0).isEmpty()) {
                throw new Unknown();
            }
            String q = distribution();
            expect(')');
            return new Term.Kl(p, q);
        }
        if (taken(ENTROPY, 0).isPresent()) {
            return entropy();
        }
        if (taken(ROOT, 0).isPresent()) {
            return new Term.Root(argument());
        }
        if (taken(EXP, 0).isPresent()) {
            return new Term.Exponential(group());
        }
        Optional<String> distribution = taken(DISTRIBUTION, 0);
        if (distribution.isPresent()) {
            return probability(distribution.get());
        }
        return isAt('(') || isAt('[') || isAt('{') ? group() : letter();
    }

    private static Term numeral(String digits) {
        int point = digits.indexOf('.');
        double unit = 0;
        if (point >= 0) {
            unit = 0.5;
            for (int i = point + 1; i < digits.length(); i++) {
                unit /= 10;
            }
        }
        return new Term.Numeral(Double.parseDouble(digits), unit);
    }

    /** What a logarithm is of: brackets, or all up to the next sign or logarithm. */
    private Term ofLogarithm() {
        skip();
        if (isAt('(') || isAt('[')) {
            return group();
        }
        Term of = factor();
        while (true) {
            skip();
            // ln n / ln 2 is a ratio of logarithms
            if (isAt('/') && !follows(LOGARITHM, at + 1)) {
                at++;
                of = new Term.Over(of, factor());
            } else if (isAt('/')
                    || isEnd()
                    || matcher(LOGARITHM).find()
                    || matcher(DOT).find()) {
                return of;
            } else {
                of = new Term.Times(of, factor());
            }
        }
    }

    private Term mean() {
        String under;
        if (isAt('{')) {
            int close = text.indexOf('}', at);
            // \hat{p} has braces of its own
            while (close > 0
                    && text.substring(at, close).chars().filter(c -> c == '{').count()
                            > text.substring(at, close + 1)
                                    .chars()
                                    .filter(c -> c == '}')
                                    .count()) {
                close = text.indexOf('}', close + 1);
            }
            if (close < 0) {
                throw new Unknown();
            }
            String inside = SAMPLES_OF
                    .matcher(text.substring(at + 1, close))
                    .replaceFirst("")
                    .strip();
            under = new FormulaReader(inside).wholeDistribution();
            at = close + 1;
        } else {
            under = distribution();
        }
        skip();
        if (!isAt('[') && !isAt('(')) {
            throw new Unknown();
        }
        return new Term.Mean(under, group());
    }

    private String wholeDistribution() {
        String name = distribution();
        skip();
        if (at < text.length()) {
            throw new Unknown();
        }
        return name;
    }

    private Term entropy() {
        String p = distribution();
        skip();
        String q = p;
        if (isAt(',')) {
            at++;
            q = distribution();
        }
        expect(')');
        return new Term.CrossEntropy(p, q);
    }

    private String distribution() {
        skip();
        return name(taken(DISTRIBUTION, 0).orElseThrow(Unknown::new));
    }

    /** One spelling for each name: {@code \\hat{p}} is {@code \\hat p}. */
    private static String name(String latex) {
        return latex.replaceAll("[{}\\s]", "");
    }

    private Term probability(String latex) {
        boolean atOutcome = taken(OUTCOME, 0).isPresent() || taken(INDEX, 0).isPresent();
        skip();
        // p(1 - p) is a product, p(x, z) something that is not known here
        if (!atOutcome && (isAt('(') || isAt('_'))) {
            throw new Unknown();
        }
        return new Term.Probability(name(latex), atOutcome);
    }

    private Term letter() {
        if (matcher(WORD).find()) {
            throw new Unknown();
        }
        String name = taken(LETTER, 0).orElseThrow(Unknown::new);
        return new Term.Letter(name(name));
    }

    /** What stands in brackets: a sum, or several with commas between them. */
    private Term group() {
        skip();
        if (!isAt('(') && !isAt('[') && !isAt('{')) {
            throw new Unknown();
        }
        char close = isAt('(') ? ')' : isAt('[') ? ']' : '}';
        at++;
        Term first = sum();
        skip();
        if (!isAt(',') || close == '}') {
            expect(close);
            return first;
        }
        var elements = new ArrayList<Term>(List.of(first));
        while (isAt(',')) {
            at++;
            elements.add(sum());
            skip();
        }
        expect(close);
        return new Term.Vector(elements);
    }

    /** What a command takes: braces, a command, or one character. */
    private Term argument() {
        skip();
        if (at < text.length() && Character.isDigit(text.charAt(at))) {
            return numeral(text.substring(at, ++at));
        }
        return matcher(INSERTED).find() || !isAt('{') ? atom() : group();
    }

    private Optional<String> taken(Pattern pattern, int group) {
        Matcher matcher = matcher(pattern);
        if (!matcher.find()) {
            return Optional.empty();
        }
        at = matcher.end();
        return Optional.of(matcher.group(group));
    }

    private Matcher matcher(Pattern pattern) {
        return pattern.matcher(text)
                .region(at, text.length())
                .useTransparentBounds(true)
                .useAnchoringBounds(false);
    }

    private boolean follows(Pattern pattern, int from) {
        int start = from;
        while (start < text.length() && text.charAt(start) == ' ') {
            start++;
        }
        return pattern.matcher(text).region(start, text.length()).find();
    }

    private void skip() {
        Matcher space = matcher(SPACE);
        if (space.find()) {
            at = space.end();
        }
    }

    private boolean isAt(char c) {
        return at < text.length() && text.charAt(at) == c;
    }

    private void expect(char c) {
        skip();
        if (!isAt(c)) {
            throw new Unknown();
        }
        at++;
    }
}
