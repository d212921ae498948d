package dev.surprisal.content;

import dev.surprisal.expression.Scope;
import java.util.List;

/** What is said to a learner, with the numbers of the learner's variant put in. Safe HTML comes out. */
public final class Wording {

    /** Something that a variant decides. */
    interface Insert {
        String html(Scope variant);
    }

    private final List<Insert> pieces;

    Wording(List<Insert> pieces) {
        this.pieces = List.copyOf(pieces);
    }

    /** The same on every variant; {@code html} is taken as it is. */
    public static Wording of(String html) {
        return new Wording(List.of(_ -> html));
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
