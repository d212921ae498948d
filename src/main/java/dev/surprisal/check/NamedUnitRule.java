package dev.surprisal.check;

import dev.surprisal.content.Passage;
import dev.surprisal.content.Passage.Piece;
import dev.surprisal.content.Problem;
import dev.surprisal.content.Rule;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** A paragraph or table that shows the value of an entropy or divergence says somewhere whether it is in nats or in bits. */
final class NamedUnitRule implements PassageRule {

    private static final Pattern INFORMATION =
            Pattern.compile("\\b(?:kl|entropy|crossEntropy|js|jeffreys|surprisal|mutualInformation|nll)\\s*+\\(");

    private static final Pattern UNIT = Pattern.compile("\\b(?:nats?|bits?)\\b");

    @Override
    public Rule rule() {
        return Rule.UNNAMED_UNIT;
    }

    @Override
    public void check(Passage passage, Consumer<Problem> problems) {
        boolean unit = passage.pieces().stream()
                .anyMatch(piece -> piece.kind() == Passage.Kind.TEXT
                        && UNIT.matcher(piece.text()).find());
        if (unit) {
            return;
        }
        for (Piece piece : passage.pieces()) {
            boolean number = piece.text().contains("=") && piece.kind() == Passage.Kind.CODE;
            if (number && INFORMATION.matcher(piece.text()).find()) {
                problems.accept(Problem.of(
                        Rule.UNNAMED_UNIT, piece.position(0), "nobody says here whether this is in nats or in bits"));
                return;
            }
        }
    }
}
