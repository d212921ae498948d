package dev.surprisal.content;

import dev.surprisal.content.markdown.DisplayFormula;
import dev.surprisal.content.markdown.InlineFormula;
import dev.surprisal.content.markdown.SourceText;
import dev.surprisal.expression.Value;
import dev.surprisal.typeset.Formula;
import dev.surprisal.typeset.Typeset;
import dev.surprisal.typeset.Typesetter;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.Optional;
import org.commonmark.node.Node;

/** The formulas of a lesson with their computed numbers in place. They are read first, so that all can be typeset side by side. */
final class Formulas {

    private static final String OPEN = "{{";
    private static final String CLOSE = "}}";

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

    /** Reads the formulas below {@code root}. */
    void read(Node root) {
        Nodes.walk(root, node -> {
            switch (node) {
                case InlineFormula inline -> read.put(node, new Read(withNumbers(inline.latex()), inline.display()));
                case DisplayFormula display -> read.put(node, new Read(withNumbers(display.latex()), true));
                default -> {}
            }
        });
    }

    Collection<Formula> all() {
        return read.values().stream().map(Read::formula).toList();
    }

    /** Safe HTML; what does not typeset is reported, once, and shown as it was written. */
    String html(Node node, Typesetter typesetter) {
        Read formula = read.get(node);
        if (formula == null) {
            throw new IllegalStateException("this formula was not read: " + node);
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

    private SourceText withNumbers(SourceText latex) {
        String text = latex.text();
        if (!text.contains(OPEN)) {
            return latex;
        }
        var result = new SourceText.Builder();
        int from = 0;
        for (int found = text.indexOf(OPEN); found >= 0; found = text.indexOf(OPEN, from)) {
            int open = found;
            while (text.startsWith(OPEN, open + 1)) {
                open++; // \frac{{{= 1/4}}}{2}: the outermost brace is LaTeX
            }
            int close = text.indexOf(CLOSE, open);
            if (close < 0) {
                break;
            }
            result.append(latex.substring(from, open));
            var inside = latex.substring(open + OPEN.length(), close);
            result.replacement(number(inside).orElse("0"), latex.offset(open));
            from = close + CLOSE.length();
        }
        return result.append(latex.substring(from, text.length())).build();
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
        if (value.isPresent() && value.get() instanceof Value.Number number) {
            return Optional.of(NumberText.latexOperand(number.printed()));
        }
        if (!names.isBroken(text)) {
            file.report(
                    Rule.EXPRESSION,
                    inside.offset(0) - OPEN.length(),
                    value.isPresent()
                            ? text + " is no number"
                            : "{{" + SourceFile.shortened(text)
                                    + "}} is neither a number {{= …}} nor a name; a group in a group is written with a space: { {…} }");
        }
        return Optional.empty();
    }
}
