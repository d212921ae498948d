package dev.surprisal.expression;

import java.util.List;

/** What the language asks of texts, letter by letter, and of lists. */
final class Sequences {

    private Sequences() {}

    /** How many letters a text has, how many elements a list. */
    static double length(Value sequence) {
        return elements(sequence).size();
    }

    /** How often {@code item} occurs: one letter in a text, an element in a list, numbers up to rounding. */
    static double count(Value sequence, Value item) {
        if (sequence instanceof Value.Text && !(item instanceof Value.Text(String letter) && isLetter(letter))) {
            throw new IllegalArgumentException("item must be one letter of a text, got " + item.printed());
        }
        return elements(sequence).stream()
                .filter(element -> Evaluator.equal(element, item))
                .count();
    }

    /** The element at a place, which is counted from 1. */
    static Value element(Value sequence, double place) {
        List<Value> elements = elements(sequence);
        int index = (int) place;
        if (index != place || index < 1 || index > elements.size()) {
            throw new IllegalArgumentException(
                    "place must be a whole number from 1 to " + elements.size() + ", got " + Format.upTo(place, 15));
        }
        return elements.get(index - 1);
    }

    private static boolean isLetter(String text) {
        return text.codePointCount(0, text.length()) == 1;
    }

    private static List<Value> elements(Value sequence) {
        return switch (sequence) {
            case Value.ListOf(List<Value> elements) -> elements;
            case Value.Text(String text) ->
                text.codePoints().mapToObj(Character::toString).map(Value::of).toList();
            case Value.Number _, Value.Truth _, Value.Record _, Value.Of _ ->
                throw new IllegalStateException("unchecked argument: " + sequence.described());
        };
    }
}
