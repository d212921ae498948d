package dev.surprisal.content;

import dev.surprisal.expression.ProseNumber;
import dev.surprisal.expression.Scope;
import java.util.List;
import java.util.Optional;

/** What is said to a learner, with the numbers of the learner's variant put in. Safe HTML comes out. */
public final class Wording {

    /** Something that a variant decides. */
    interface Insert {
        String html(Scope variant);

        /** The numbers that it prints by expressions of its own. */
        default List<ProseNumber> numbers() {
            return List.of();
        }

        /** What is wrong with it on the first of these variants on which something is. */
        default Optional<Problem> problem(Variation variation, int[] variants) {
            return Optional.empty();
        }
    }

    private final List<Insert> pieces;

    Wording(List<Insert> pieces) {
        this.pieces = List.copyOf(pieces);
    }

    /** The same on every variant; {@code html} is taken as it is. */
    public static Wording of(String html) {
        return new Wording(List.of(_ -> html));
    }

    /** The numbers that are printed in it by an expression and a format, {@code {{= 1 - h; 2dp}}}. */
    public List<ProseNumber> numbers() {
        return pieces.stream().flatMap(piece -> piece.numbers().stream()).toList();
    }

    /** What cannot be shown as it was meant on one of these variants. */
    public Optional<Problem> problem(Variation variation, int[] variants) {
        return pieces.stream()
                .flatMap(piece -> piece.problem(variation, variants).stream())
                .findFirst();
    }

    public String html(Scope variant) {
        if (pieces.size() == 1) {
            return pieces.getFirst().html(variant);
        }
        var html = new StringBuilder();
        for (Insert piece : pieces) {
            html.append(piece.html(variant));
        }
        return html.toString();
    }
}
