package dev.surprisal.widget;

import java.util.List;

/**
 * A key that content may set on a widget.
 *
 * @param words the words it takes as they stand; empty when it takes an expression
 * @param accepts what it takes, for messages: "2 to 26 probabilities that sum to 1"
 */
public record Parameter(String name, List<String> words, String accepts) {

    public Parameter {
        words = List.copyOf(words);
    }

    public static Parameter ofWords(String name, List<String> words) {
        return new Parameter(name, words, "one of " + String.join(", ", words));
    }

    public static Parameter ofExpression(String name, String accepts) {
        return new Parameter(name, List.of(), accepts);
    }
}
