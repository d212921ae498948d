package dev.surprisal.widget;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Markup that is written again and again with other values, and says each time which of them have changed.
 *
 * <p>The first time it is HTML like any other, and is remembered piece by piece. After {@link #again} nothing is written: each
 * piece is held against the one before it. As long as all markup is the same, what has changed is told as alterations of the
 * elements and the runs of text that the markup has, each counted from 0 in its order.
 */
final class LiveHtml extends Html {

    /** Where the markup stands, and what changes is to be seen. */
    interface Screen {
        void attribute(int element, String name, String value);

        void flag(int element, String name, boolean set);

        void text(int run, String text);
    }

    private enum Kind {
        MARKUP,
        TEXT,
        ATTRIBUTE,
        LENGTH,
        FOLLOWING,
        FLAG
    }

    private static final class Piece {
        private final Kind kind;

        /** Of an attribute; markup as it stands. */
        private final String name;

        /** The number of the element whose attribute it is, or of the run of which it is a part. */
        private final int node;

        /** Which of the texts of its run it is. */
        private int place;

        private Object value = "";
        private double length;

        Piece(Kind kind, String name, int node) {
            this.kind = kind;
            this.name = name;
            this.node = node;
        }
    }

    /** The text between two tags, in the pieces in which it was written. */
    private static final class Run {
        private final List<String> texts = new ArrayList<>();
        private boolean changed;
    }

    private static final int NOWHERE = -1;

    private final List<Piece> pieces = new ArrayList<>();
    private final List<Run> runs = new ArrayList<>();
    private int elements;
    private boolean inTag;
    private boolean quoted;
    private boolean inRun;

    private @Nullable Screen screen;
    private int next;
    private boolean same = true;

    /** From now on the same is written again. */
    void again(Screen to) {
        screen = to;
        next = 0;
    }

    /**
     * Ends what is written again: whether the markup was the same, so that the screen has been told all that has changed.
     * Otherwise it has to be written anew.
     */
    boolean isSame() {
        for (int i = 0; i < runs.size(); i++) {
            Run run = runs.get(i);
            if (run.changed && screen != null) {
                run.changed = false;
                screen.text(i, String.join("", run.texts));
            }
        }
        return same && next == pieces.size();
    }

    @Override
    Html raw(String markup) {
        if (screen == null) {
            remember(Kind.MARKUP, markup, NOWHERE);
            scan(markup);
            return write(markup);
        }
        nextOf(Kind.MARKUP, markup);
        return this;
    }

    /** Keeps account of elements and runs. */
    private void scan(String markup) {
        int from = 0;
        for (int i = 0; i < markup.length(); i++) {
            char c = markup.charAt(i);
            if (quoted) {
                quoted = c != '"';
            } else if (inTag) {
                quoted = c == '"';
                inTag = c != '>';
                from = i + 1;
            } else if (c == '<') {
                addToRun(markup.substring(from, i));
                inTag = true;
                inRun = false;
                elements += isLetter(markup, i + 1) ? 1 : 0;
            }
        }
        if (!inTag) {
            addToRun(markup.substring(from));
        }
    }

    private static boolean isLetter(String markup, int at) {
        return at < markup.length() && markup.charAt(at) >= 'a' && markup.charAt(at) <= 'z';
    }

    /** Which of its texts it is. */
    private int addToRun(String text) {
        if (text.isEmpty() && !inRun) {
            return NOWHERE;
        }
        if (!inRun) {
            inRun = true;
            runs.add(new Run());
        }
        List<String> texts = runs.getLast().texts;
        texts.add(text);
        return texts.size() - 1;
    }

    @Override
    Html text(String text) {
        if (screen == null) {
            int place = inTag ? NOWHERE : addToRun(text);
            Piece piece = remember(Kind.TEXT, "", place == NOWHERE ? NOWHERE : runs.size() - 1);
            piece.place = place;
            piece.value = text;
            return super.text(text);
        }
        Piece piece = nextOf(Kind.TEXT, "");
        if (piece != null && !piece.value.equals(text)) {
            // Where there was no text between two tags there is no node that could show it
            same &= piece.node != NOWHERE;
            if (same) {
                piece.value = text;
                Run run = runs.get(piece.node);
                run.texts.set(piece.place, text);
                run.changed = true;
            }
        }
        return this;
    }

    @Override
    Html attribute(String name, String value) {
        if (screen == null) {
            remember(Kind.ATTRIBUTE, name, elements - 1).value = value;
            return super.attribute(name, value);
        }
        Piece piece = nextOf(Kind.ATTRIBUTE, name);
        if (piece != null && !piece.value.equals(value)) {
            piece.value = value;
            screen.attribute(piece.node, name, value);
        }
        return this;
    }

    @Override
    Html attribute(String name, double value) {
        if (screen == null) {
            remember(Kind.LENGTH, name, elements - 1).length = value;
            return super.attribute(name, value);
        }
        Piece piece = nextOf(Kind.LENGTH, name);
        if (piece != null && piece.length != value) {
            piece.length = value;
            screen.attribute(piece.node, name, hundredths(value));
        }
        return this;
    }

    @Override
    Html attribute(String name, Object source, Supplier<String> value) {
        if (screen == null) {
            remember(Kind.FOLLOWING, name, elements - 1).value = source;
            return super.attribute(name, source, value);
        }
        Piece piece = nextOf(Kind.FOLLOWING, name);
        if (piece != null && !piece.value.equals(source)) {
            piece.value = source;
            screen.attribute(piece.node, name, value.get());
        }
        return this;
    }

    @Override
    Html flag(String name, boolean set) {
        if (screen == null) {
            remember(Kind.FLAG, name, elements - 1).value = set;
            return super.flag(name, set);
        }
        Piece piece = nextOf(Kind.FLAG, name);
        if (piece != null && !piece.value.equals(set)) {
            piece.value = set;
            screen.flag(piece.node, name, set);
        }
        return this;
    }

    private Piece remember(Kind kind, String name, int node) {
        var piece = new Piece(kind, name, node);
        pieces.add(piece);
        return piece;
    }

    /** The piece that was written here before; nothing once anything was another one. */
    private @Nullable Piece nextOf(Kind kind, String name) {
        Piece piece = same && next < pieces.size() ? pieces.get(next++) : null;
        same = piece != null && piece.kind == kind && piece.name.equals(name);
        return same ? piece : null;
    }
}
