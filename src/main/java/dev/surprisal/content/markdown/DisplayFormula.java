package dev.surprisal.content.markdown;

import org.commonmark.node.CustomBlock;

/** {@code $$ … $$}, possibly with a label: {@code {#eq-kl}}. */
public final class DisplayFormula extends CustomBlock {

    private SourceText latex;
    private Attributes attributes = Attributes.NONE;
    private boolean closed;

    DisplayFormula(int offset) {
        latex = SourceText.of("", offset);
    }

    public SourceText latex() {
        return latex;
    }

    public Attributes attributes() {
        return attributes;
    }

    /** False where the closing {@code $$} is missing. */
    public boolean closed() {
        return closed;
    }

    void complete(SourceText latex, Attributes attributes, boolean closed) {
        this.latex = latex;
        this.attributes = attributes;
        this.closed = closed;
    }
}
