package dev.surprisal.check;

import dev.surprisal.content.Passage;
import dev.surprisal.content.Passage.Piece;
import dev.surprisal.content.Problem;
import dev.surprisal.content.Rule;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A decimal number in prose is computed or asserted, so that it cannot be wrong. In a formula this holds for a result only, a decimal
 * right behind {@code =} or {@code \approx}; the numbers that something is computed from are nobody's mistake.
 */
final class BareNumberRule implements PassageRule {

    private static final Pattern IN_TEXT = Pattern.compile("(?<![\\w.])\\d+\\.\\d+(?!\\d|\\.\\d)");
    private static final Pattern IN_FORMULA = Pattern.compile("(?:=|\\\\approx)\\s*+(-?\\d+\\.\\d+)");

    private static final Pattern COMPUTED = Pattern.compile("\\{\\{[^{}]*+\\}\\}");

    @Override
    public Rule rule() {
        return Rule.BARE_NUMBER;
    }

    @Override
    public void check(Passage passage, Consumer<Problem> problems) {
        for (Piece piece : passage.pieces()) {
            switch (piece.kind()) {
                case TEXT -> find(piece, IN_TEXT.matcher(piece.text()), 0, "`= 1/3; 3dp` or `0.333 == 1/3`", problems);
                case FORMULA ->
                    find(piece, IN_FORMULA.matcher(withoutComputed(piece.text())), 1, "{{= 1/3; 3dp}}", problems);
                case CODE -> {}
            }
        }
    }

    /** The formula with blanks in the place of {@code {{= …}}}, and all else where it was. */
    private static String withoutComputed(String latex) {
        return COMPUTED.matcher(latex)
                .replaceAll(found -> " ".repeat(found.group().length()));
    }

    private static void find(Piece piece, Matcher numbers, int group, String mend, Consumer<Problem> problems) {
        while (numbers.find()) {
            problems.accept(Problem.of(
                    Rule.BARE_NUMBER,
                    piece.position(numbers.start(group)),
                    "the number " + numbers.group(group) + " is neither computed nor asserted: " + mend));
        }
    }
}
