package dev.surprisal.check;

import dev.surprisal.content.Passage;
import dev.surprisal.content.Passage.Piece;
import dev.surprisal.content.Problem;
import dev.surprisal.content.Rule;
import dev.surprisal.expression.ExpressionException;
import dev.surprisal.expression.ProseNumber;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The word behind a number is the unit in which its expression gives it: {@code 0.0872 == kl(p, q)} is in nats, not in bits. */
final class WrongUnitRule implements PassageRule {

    /** As much of the text behind a number as can hold its unit. */
    private static final int NEAR = 40;

    private static final Pattern WORD = Pattern.compile("^\\s*+(nats?|bits?)\\b");

    /** The number that a formula ends in. */
    private static final Pattern LAST = Pattern.compile("\\{\\{(\\s*+=[^{}]*+)\\}\\}\\s*+$");

    @Override
    public Rule rule() {
        return Rule.WRONG_UNIT;
    }

    @Override
    public void check(Passage passage, Consumer<Problem> problems) {
        List<Piece> pieces = passage.pieces();
        for (int i = 0; i + 1 < pieces.size(); i++) {
            Piece piece = pieces.get(i);
            Optional<InformationUnit> given = number(piece).flatMap(InformationUnit::of);
            Optional<InformationUnit> said = given.isEmpty() ? given : said(pieces, i + 1);
            if (said.isPresent() && !given.equals(said)) {
                problems.accept(Problem.of(
                        Rule.WRONG_UNIT,
                        piece.position(0),
                        "this number is in " + given.get() + ", and the text calls it " + said.get()
                                + (said.get() == InformationUnit.BITS ? ": bits(…) converts it" : "")));
            }
        }
    }

    private static Optional<ProseNumber> number(Piece piece) {
        try {
            return switch (piece.kind()) {
                case CODE -> ProseNumber.find(piece.text());
                case FORMULA -> {
                    Matcher last = LAST.matcher(piece.text());
                    yield last.find() ? ProseNumber.find(last.group(1).strip()) : Optional.empty();
                }
                case TEXT -> Optional.empty();
            };
        } catch (ExpressionException reported) {
            return Optional.empty(); // where it is read to be shown
        }
    }

    /** The unit at the beginning of what follows; the line may end between a number and its unit. */
    private static Optional<InformationUnit> said(List<Piece> pieces, int next) {
        var text = new StringBuilder();
        for (int i = next;
                i < pieces.size() && pieces.get(i).kind() == Passage.Kind.TEXT && text.length() < NEAR;
                i++) {
            text.append(pieces.get(i).text());
        }
        Matcher word = WORD.matcher(text);
        return word.find() ? InformationUnit.find(word.group(1)) : Optional.empty();
    }
}
