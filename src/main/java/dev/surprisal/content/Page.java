package dev.surprisal.content;

import java.util.List;

/** What stands under one address: its blocks from top to bottom, and its headings in the same order. */
public record Page(List<Block> blocks, List<Heading> headings) {

    public Page {
        blocks = List.copyOf(blocks);
        headings = List.copyOf(headings);
    }

    /** The blocks that an audience gets; all of them for instructors. */
    public List<Block> blocks(Audience audience) {
        return blocks.stream().filter(audience::gets).toList();
    }

    public List<Question> questions() {
        return Block.questions(blocks);
    }

    public List<Block.WidgetBlock> widgets() {
        return Block.widgets(blocks);
    }
}
