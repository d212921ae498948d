package dev.surprisal.content.markdown;

import org.commonmark.node.CustomNode;

/** {@code $…$}, or {@code $$…$$} in the midst of a paragraph. */
public final class InlineFormula extends CustomNode {

    private final SourceText latex;
    private final boolean display;

    InlineFormula(SourceText latex, boolean display) {
        this.latex = latex;
        this.display = display;
    }

    public SourceText latex() {
        return latex;
    }

    public boolean display() {
        return display;
    }
}
