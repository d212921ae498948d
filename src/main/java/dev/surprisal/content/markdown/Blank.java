package dev.surprisal.content.markdown;

import org.commonmark.node.CustomNode;

/** A number that is missing in what is asked: {@code [[= bits(entropy(p)) ± 0.01]]}. */
public final class Blank extends CustomNode {

    private final SourceText source;

    Blank(SourceText source) {
        this.source = source;
    }

    /** What stands between {@code [[=} and {@code ]]}. */
    public SourceText source() {
        return source;
    }
}
