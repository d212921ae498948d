package dev.surprisal.content;

import dev.surprisal.expression.Value;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A value in the place of its name: a number, a list as {@code (0.6, 0.3, 0.1)}, a text as it is. */
final class Shown {

    private Shown() {}

    static boolean isShowable(Value value) {
        return switch (value) {
            case Value.Number _, Value.Text _ -> true;
            case Value.ListOf(var elements) -> elements.stream().allMatch(Value.Number.class::isInstance);
            case Value.Truth _, Value.Of _, Value.Record _ -> false;
        };
    }

    static String html(Value value) {
        return switch (value) {
            case Value.Text(var text) ->
                new HtmlWriter()
                        .open("span", "class", "letters")
                        .text(text)
                        .close("span")
                        .toString();
            case Value.ListOf(var elements) -> list(elements, element -> NumberText.html(element.printed()));
            case Value.Number _, Value.Truth _, Value.Of _, Value.Record _ -> NumberText.html(value.printed());
        };
    }

    /** Negative numbers in brackets: a name may stand behind a sign or in front of a power. */
    static String latex(Value value) {
        return switch (value) {
            case Value.Text(var text) -> "\\text{" + escaped(text) + "}";
            case Value.ListOf(var elements) -> list(elements, element -> NumberText.latex(element.printed()));
            case Value.Number _, Value.Truth _, Value.Of _, Value.Record _ -> NumberText.latexOperand(value.printed());
        };
    }

    /** The letters of a text are themselves, also those that mean something to LaTeX. */
    private static String escaped(String text) {
        var latex = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '\\' -> latex.append("\\textbackslash{}");
                case '^' -> latex.append("\\textasciicircum{}");
                case '~' -> latex.append("\\textasciitilde{}");
                case '{', '}', '$', '%', '#', '&', '_' -> latex.append('\\').append(c);
                default -> latex.append(c);
            }
        }
        return latex.toString();
    }

    private static String list(List<Value> elements, Function<Value, String> element) {
        return elements.stream().map(element).collect(Collectors.joining(", ", "(", ")"));
    }
}
