package dev.surprisal.content;

import java.util.List;

/** What stands under one address: its blocks from top to bottom, and its headings in the same order. */
public record Page(List<Block> blocks, List<Heading> headings) {

    public Page {
        blocks = List.copyOf(blocks);
        headings = List.copyOf(headings);
    }

    public List<Question> questions() {
        return Block.questions(blocks);
    }

    public List<Block.WidgetBlock> widgets() {
        return Block.widgets(blocks);
    }
}
