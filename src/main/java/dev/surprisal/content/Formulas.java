package dev.surprisal.content;

import dev.surprisal.content.markdown.DisplayFormula;
import dev.surprisal.content.markdown.InlineFormula;
import dev.surprisal.content.markdown.SourceText;
import dev.surprisal.typeset.Formula;
import dev.surprisal.typeset.Typeset;
import dev.surprisal.typeset.Typesetter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.commonmark.node.Node;

/** The formulas of a lesson with their computed numbers in place. They are read first, so that all can be typeset side by side. */
final class Formulas {

    private static final String OPEN = "{{";
    private static final String CLOSE = "}}";

    private static final Pattern OPEN_NUMBER = Pattern.compile("\\{\\{\\s*+=");

    static final String UNCLOSED = "these braces are not closed by }}";

    private record Read(SourceText latex, boolean display) {
        Formula formula() {
            return new Formula(latex.text(), display);
        }
    }

    private final SourceFile file;
    private final Names names;
    private final IdentityHashMap<Node, Read> read = new IdentityHashMap<>();

    Formulas(SourceFile file, Names names) {
        this.file = file;
        this.names = names;
    }

    /** Reads the formulas below {@code root}, but for those that differ between the variants of a question. */
    void read(Node root) {
        Nodes.walk(root, node -> {
            switch (node) {
                case InlineFormula inline -> read(node, inline.latex(), inline.display());
                case DisplayFormula display -> read(node, display.latex(), true);
                default -> {}
            }
        });
    }

    private void read(Node node, SourceText latex, boolean display) {
        if (!latex.text().contains(OPEN) || !VariationReader.isVaried(node)) {
            read.put(node, new Read(withNumbers(latex), display));
        }
    }

    Collection<Formula> all() {
        return read.values().stream().map(Read::formula).toList();
    }

    /** Safe HTML; what does not typeset is reported, once, and shown as it was written. */
    String html(Node node, Where where, Typesetter typesetter) {
        Read formula = read.get(node);
        if (formula == null) {
            return varied(node, where);
        }
        return switch (typesetter.typeset(formula.formula())) {
            case Typeset.Html(var html) -> html;
            case Typeset.Mistake(var message, var offset) -> {
                file.report(Rule.LATEX, formula.latex.offset(offset), message);
                yield new HtmlWriter()
                        .open("code")
                        .text(formula.latex.text())
                        .close("code")
                        .toString();
            }
        };
    }

    private static String varied(Node node, Where where) {
        Inserts inserts = where.inserts();
        if (inserts == null) {
            throw new IllegalStateException("this formula was not read: " + node);
        }
        return switch (node) {
            case InlineFormula inline -> inserts.formula(inline.latex(), inline.display());
            case DisplayFormula display -> inserts.formula(display.latex(), true);
            default -> throw new IllegalStateException("not a formula: " + node);
        };
    }

    private SourceText withNumbers(SourceText latex) {
        if (!isClosed(latex, file)) {
            return SourceText.of("?", latex.offset(0));
        }
        var result = new SourceText.Builder();
        int from = 0;
        for (Braces braces : braces(latex)) {
            result.append(latex.substring(from, braces.start));
            var inside = latex.substring(braces.start + OPEN.length(), braces.end - CLOSE.length());
            result.replacement(number(inside).orElse("0"), latex.offset(braces.start));
            from = braces.end;
        }
        return from == 0
                ? latex
                : result.append(latex.substring(from, latex.text().length())).build();
    }

    /** Reports a computed number without its end; double braces without an equals sign may be a group in a group of LaTeX. */
    static boolean isClosed(SourceText latex, SourceFile file) {
        int from = braces(latex).stream().mapToInt(Braces::end).max().orElse(0);
        var open = OPEN_NUMBER.matcher(latex.text());
        if (open.find(from)) {
            file.report(Rule.EXPRESSION, latex.offset(open.start()), UNCLOSED);
            return false;
        }
        return true;
    }

    /** From the first brace to behind the last. */
    record Braces(int start, int end) {}

    /** Where double braces stand in a formula. */
    static List<Braces> braces(SourceText latex) {
        String text = latex.text();
        var found = new ArrayList<Braces>();
        int from = 0;
        for (int at = text.indexOf(OPEN); at >= 0; at = text.indexOf(OPEN, from)) {
            int open = at;
            while (text.startsWith(OPEN, open + 1)) {
                open++; // \frac{{{= 1/4}}}{2}: the outermost brace is LaTeX
            }
            int close = text.indexOf(CLOSE, open);
            if (close < 0) {
                break;
            }
            from = close + CLOSE.length();
            found.add(new Braces(open, from));
        }
        return found;
    }

    /** The LaTeX of what stands in double braces; empty, and reported, when it is neither a number nor a name. */
    private Optional<String> number(SourceText inside) {
        String text = inside.text().strip();
        if (text.startsWith("=")) {
            return names.prose(inside, file)
                    .flatMap(number -> names.print(number, inside, file))
                    .map(NumberText::latex);
        }
        var value = names.scope().find(text);
        if (value.isPresent() && Shown.isShowable(value.get())) {
            return Optional.of(Shown.latex(value.get()));
        }
        if (!names.isBroken(text)) {
            file.report(
                    Rule.EXPRESSION,
                    inside.offset(0) - OPEN.length(),
                    value.isPresent()
                            ? text + " is neither a number nor a list of numbers nor a text"
                            : "{{" + SourceFile.shortened(text)
                                    + "}} is neither a number {{= …}} nor a name; a group in a group is written with a space: { {…} }");
        }
        return Optional.empty();
    }
}
