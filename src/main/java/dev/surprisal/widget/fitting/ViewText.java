package dev.surprisal.widget.fitting;

import dev.surprisal.widget.StateText;
import java.util.List;

/**
 * A view at the end of a text: nothing for both directions, so that texts from before there were others still read back, else
 * its word and its numbers.
 */
final class ViewText {

    private ViewText() {}

    static void write(View view, StateText.Writer writer) {
        switch (view) {
            case View.Directions _ -> {}
            case View.Between(double alpha) -> writer.word(view.word()).numbers(List.of(alpha));
            case View.Sample(int size, int number) ->
                writer.word(view.word()).numbers(List.of((double) size, (double) number));
        }
    }

    static View read(StateText.Reader reader) {
        if (reader.isAtEnd()) {
            return new View.Directions();
        }
        return switch (reader.word()) {
            case "between" -> new View.Between(reader.numbers(1).getFirst());
            case "sample" -> {
                List<Double> numbers = reader.numbers(2);
                yield new View.Sample(whole(numbers.get(0)), whole(numbers.get(1)));
            }
            default -> throw new IllegalArgumentException("there is no view of this name");
        };
    }

    private static int whole(double number) {
        int whole = (int) number;
        if (whole != number || (number == 0 && 1 / number < 0)) {
            throw new IllegalArgumentException("a whole number is due here");
        }
        return whole;
    }
}
