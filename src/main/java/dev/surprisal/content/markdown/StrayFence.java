package dev.surprisal.content.markdown;

import org.commonmark.node.CustomBlock;

/** A line of colons that closes nothing. */
public final class StrayFence extends CustomBlock {

    private final int offset;

    StrayFence(int offset) {
        this.offset = offset;
    }

    public int offset() {
        return offset;
    }
}
