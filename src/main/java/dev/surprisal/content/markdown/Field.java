package dev.surprisal.content.markdown;

import org.commonmark.node.CustomBlock;

/**
 * A field of a question: {@code hint: Over which distribution …}. What a field of text says are its children; the others have only
 * their data.
 */
public final class Field extends CustomBlock {

    private final SourceText name;
    private SourceText data;

    Field(SourceText name, SourceText data) {
        this.name = name;
        this.data = data;
    }

    public SourceText name() {
        return name;
    }

    /** What stands behind the colon of a field of data; for {@code wrong}, what stands before the arrow. */
    public SourceText data() {
        return data;
    }

    void data(SourceText more) {
        data = more;
    }
}
