package dev.surprisal.content.markdown;

import java.util.List;
import org.commonmark.node.CustomNode;

/** {@code [@cover2006, ch. 2]}, or several works with semicolons between them. */
public final class Citation extends CustomNode {

    /**
     * One of the works.
     *
     * @param locator the place in it, possibly empty
     */
    public record Work(SourceText key, SourceText locator) {}

    private final List<Work> works;
    private final int offset;

    Citation(List<Work> works, int offset) {
        this.works = List.copyOf(works);
        this.offset = offset;
    }

    public List<Work> works() {
        return works;
    }

    /** Of its opening bracket. */
    public int offset() {
        return offset;
    }
}
