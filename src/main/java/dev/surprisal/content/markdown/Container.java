package dev.surprisal.content.markdown;

import org.commonmark.node.CustomBlock;

/** {@code :::kind{#id key=value}} … {@code :::}, with what stands between as its children. */
public final class Container extends CustomBlock {

    private final SourceText kind;
    private final Attributes attributes;
    private final int offset;
    private boolean closed;

    Container(SourceText kind, Attributes attributes, int offset) {
        this.kind = kind;
        this.attributes = attributes;
        this.offset = offset;
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

    void close() {
        closed = true;
    }
}
