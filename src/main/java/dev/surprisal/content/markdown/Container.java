package dev.surprisal.content.markdown;

import org.commonmark.node.CustomBlock;

/** {@code :::kind{#id key=value}} … {@code :::}, with what stands between as its children. */
public final class Container extends CustomBlock {

    private final SourceText kind;
    private final Attributes attributes;
    private final int offset;
    private final int colons;
    private boolean closed;
    private boolean crowded;

    Container(SourceText kind, Attributes attributes, int offset, int colons) {
        this.kind = kind;
        this.attributes = attributes;
        this.offset = offset;
        this.colons = colons;
    }

    public SourceText kind() {
        return kind;
    }

    public Attributes attributes() {
        return attributes;
    }

    /** Of its first colon. */
    public int offset() {
        return offset;
    }

    /** False where the closing colons are missing. */
    public boolean closed() {
        return closed;
    }

    /** How many colons open it, and close it. */
    public int colons() {
        return colons;
    }

    /** Whether its parts are written with as many colons as it is itself. */
    public boolean crowded() {
        return crowded;
    }

    void crowd() {
        crowded = true;
    }

    void close() {
        closed = true;
    }
}
