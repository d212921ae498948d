package dev.surprisal.content;

import dev.surprisal.content.markdown.Blank;
import dev.surprisal.content.markdown.SourceText;
import dev.surprisal.expression.Expression;
import dev.surprisal.expression.ExpressionException;
import dev.surprisal.expression.ProseNumber;
import dev.surprisal.expression.Scope;
import dev.surprisal.expression.Value;
import dev.surprisal.typeset.Formula;
import dev.surprisal.typeset.Typeset;
import dev.surprisal.typeset.Typesetter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.commonmark.node.Node;

/**
 * What the variants of a question put into its wording, while the question is read: names and numbers in text, and formulas with
 * either. Each is tried on every variant here, so that nothing can go wrong when a learner draws one.
 *
 * <p>The renderers write text, not pieces. So an insert leaves two characters of the private use area around its number, and
 * {@link #wording} cuts the text there.
 */
final class Inserts {

    private static final Pattern DIGIT = Pattern.compile("[0-9]");
    private static final char OPEN = '\uE100';
    private static final char CLOSE = '\uE101';

    private final SourceFile file;
    private final Names names;
    private final Variation variation;
    private final Typesetter typesetter;
    private final String digest;
    private final List<Wording.Insert> inserts = new ArrayList<>();
    private final IdentityHashMap<Node, String> gaps = new IdentityHashMap<>();

    /** @param digest of all that the question is made of */
    Inserts(SourceFile file, Names names, Variation variation, Typesetter typesetter, String digest) {
        this.file = file;
        this.names = names;
        this.variation = variation;
        this.typesetter = typesetter;
        this.digest = digest;
    }

    String digest() {
        return digest;
    }

    Variation variation() {
        return variation;
    }

    boolean varies(Expression expression) {
        return variation.hasAny(expression.names());
    }

    /** The text that was written with these inserts, cut where they are. */
    Wording wording(String html) {
        var pieces = new ArrayList<Wording.Insert>();
        int from = 0;
        for (int open = html.indexOf(OPEN); open >= 0; open = html.indexOf(OPEN, open + 1)) {
            int close = html.indexOf(CLOSE, open);
            int number = close < 0 ? -1 : number(html.substring(open + 1, close));
            if (number >= 0) {
                String before = html.substring(from, open);
                pieces.add(_ -> before);
                pieces.add(inserts.get(number));
                from = close + 1;
            }
        }
        String rest = html.substring(from);
        pieces.add(_ -> rest);
        return new Wording(pieces);
    }

    /** An author may write these two characters too; they are an insert only around the number of one. */
    private int number(String text) {
        boolean digits = !text.isEmpty() && text.length() <= 4 && text.chars().allMatch(c -> c >= '0' && c <= '9');
        int number = digits ? Integer.parseInt(text) : -1;
        return number < inserts.size() ? number : -1;
    }

    private String add(Wording.Insert insert) {
        inserts.add(insert);
        return OPEN + Integer.toString(inserts.size() - 1) + CLOSE;
    }

    /** Lets these blanks stand where they are. */
    void blanks(List<Blank> blanks) {
        for (int i = 0; i < blanks.size(); i++) {
            gaps.put(blanks.get(i), Task.Blanks.gap(i));
        }
    }

    /** What stands for a blank; empty where there must be none. */
    Optional<String> gap(Blank blank) {
        return Optional.ofNullable(gaps.get(blank));
    }

    /** A computed or asserted number that depends on the variant. */
    String number(ProseNumber number, SourceText source) {
        return checked(number, source) ? add(new VariedNumber(number)) : "";
    }

    /** A number of the variant in a text. */
    private record VariedNumber(ProseNumber number) implements Wording.Insert {

        @Override
        public String html(Scope variant) {
            return NumberText.html(number.print(variant));
        }

        @Override
        public List<ProseNumber> numbers() {
            return List.of(number);
        }
    }

    /** Text with {@code {{name}}} in it. */
    void text(String text, int offset, HtmlWriter out) {
        int from = 0;
        for (int open = text.indexOf("{{"); open >= 0; open = text.indexOf("{{", from)) {
            int close = text.indexOf("}}", open);
            if (close < 0) {
                file.report(Rule.EXPRESSION, offset + open, Formulas.UNCLOSED);
                break;
            }
            out.text(text.substring(from, open));
            String inside = text.substring(open + 2, close).strip();
            if (inside.startsWith("=")) {
                var source = SourceText.of(text.substring(open + 2, close), offset + open + 2);
                names.prose(source, file).ifPresent(number -> out.html(number(number, source)));
            } else if (isKnown(inside, offset + open)) {
                out.html(add(variant -> Shown.html(value(inside, variant))));
            }
            from = close + 2;
        }
        out.text(text.substring(from));
    }

    /** A formula with {@code {{name}}} or {@code {{= expression}}} in it. */
    String formula(SourceText latex, boolean display) {
        if (!Formulas.isClosed(latex, file)) {
            return "";
        }
        var parts = new ArrayList<Function<Scope, String>>();
        var numbers = new ArrayList<ProseNumber>();
        var first = new SourceText.Builder();
        boolean good = true;
        int from = 0;
        for (Formulas.Braces braces : Formulas.braces(latex)) {
            SourceText before = latex.substring(from, braces.start());
            parts.add(_ -> before.text());
            first.append(before);
            var inside = latex.substring(braces.start() + 2, braces.end() - 2);
            Optional<Function<Scope, String>> part = part(inside, numbers);
            good &= part.isPresent();
            part.ifPresent(found -> {
                parts.add(found);
                first.replacement(found.apply(variation.at(0)), latex.offset(braces.start()));
            });
            from = braces.end();
        }
        SourceText rest = latex.substring(from, latex.text().length());
        parts.add(_ -> rest.text());
        SourceText onFirst = first.append(rest).build();
        if (!good) {
            return "";
        }
        // Kept on disk like the formulas of the page: so a start typesets none of them anew
        if (typesetter.typeset(new Formula(onFirst.text(), display))
                instanceof Typeset.Mistake(var message, var offset)) {
            file.report(Rule.LATEX, onFirst.offset(offset), message);
            return "";
        }
        return add(new VariedFormula(parts, numbers, display, typesetter, file.position(latex.offset(0))));
    }

    /** A formula with numbers of the variant in it. */
    private record VariedFormula(
            List<Function<Scope, String>> parts,
            List<ProseNumber> numbers,
            boolean display,
            Typesetter typesetter,
            SourcePosition position)
            implements Wording.Insert {

        @Override
        public String html(Scope variant) {
            String latex = latex(variant);
            return switch (typesetter.typesetVariant(new Formula(latex, display))) {
                case Typeset.Html(var html) -> html;
                case Typeset.Mistake _ ->
                    new HtmlWriter().open("code").text(latex).close("code").toString();
            };
        }

        /** A digit is as good as another to KaTeX: of the many variants only a few are typeset. */
        @Override
        public Optional<Problem> problem(Variation variation, int[] variants) {
            Set<String> tried = new HashSet<>();
            for (int variant : variants) {
                String latex = latex(variation.at(variant));
                if (tried.add(DIGIT.matcher(latex).replaceAll("0"))
                        && typesetter.typesetVariant(new Formula(latex, display))
                                instanceof Typeset.Mistake(var message, var _)) {
                    return Optional.of(Problem.of(
                            Rule.LATEX, position, "on the variant " + variation.described(variant) + ": " + message));
                }
            }
            return Optional.empty();
        }

        private String latex(Scope variant) {
            var latex = new StringBuilder();
            parts.forEach(part -> latex.append(part.apply(variant)));
            return latex.toString();
        }
    }

    private Optional<Function<Scope, String>> part(SourceText inside, List<ProseNumber> numbers) {
        String text = inside.text().strip();
        if (text.startsWith("=")) {
            return names.prose(inside, file)
                    .filter(number -> checked(number, inside))
                    .filter(numbers::add)
                    .map(number -> variant -> NumberText.latex(number.print(variant)));
        }
        return isKnown(text, inside.offset(0) - 2)
                ? Optional.of(variant -> Shown.latex(value(text, variant)))
                : Optional.empty();
    }

    private static Value value(String name, Scope variant) {
        return variant.find(name).orElseThrow(() -> new IllegalStateException("no " + name + " on this variant"));
    }

    /** Whether the name has a value that can be shown; reported where it has none. */
    private boolean isKnown(String name, int offset) {
        Optional<Value> value = variation.at(0).find(name);
        if (value.isPresent() && Shown.isShowable(value.get())) {
            return true;
        }
        if (!names.isBroken(name)) {
            file.report(
                    Rule.EXPRESSION,
                    offset,
                    value.isPresent()
                            ? name + " is neither a number nor a list of numbers nor a text"
                            : "{{" + SourceFile.shortened(name) + "}} is neither a number {{= …}} nor a name");
        }
        return false;
    }

    /** Whether the number can be printed on every variant; reported for the first on which it cannot. */
    private boolean checked(ProseNumber number, SourceText source) {
        return names.tried(
                        file,
                        "number\n" + digest + "\n" + source.text(),
                        Boolean.class,
                        () -> Optional.of(isPrintable(number, source)).filter(printable -> printable))
                .isPresent();
    }

    private boolean isPrintable(ProseNumber number, SourceText source) {
        if ((long) number.expression().work() * variation.size() > Evaluations.MOST_OF_FIELD) {
            file.report(
                    Rule.TOO_MUCH,
                    source.offset(0),
                    "it takes too much to compute this on all " + variation.size() + " variants; vary fewer numbers");
            return false;
        }
        for (int variant = 0; variant < variation.size(); variant++) {
            try {
                number.print(variation.at(variant));
            } catch (ExpressionException wrong) {
                names.reportOnVariant(wrong, number.expression(), source, file, variation, variant);
                return false;
            }
        }
        return true;
    }
}
