package dev.surprisal.content.markdown;

import org.commonmark.node.CustomNode;

/** A dollar sign that opens no formula and is not written {@code \$}. */
public final class StrayDollar extends CustomNode {

    private final int offset;

    StrayDollar(int offset) {
        this.offset = offset;
    }

    public int offset() {
        return offset;
    }
}
