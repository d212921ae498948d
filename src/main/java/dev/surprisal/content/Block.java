package dev.surprisal.content;

import java.util.List;

/** A piece of a page. The pieces of a page in their order are the page; each is complete HTML by itself. */
public sealed interface Block {

    /** Readable as it stands, escaped and safe. */
    record Html(String html) implements Block {}

    /** What instructors alone see; as safe as {@link Html}. */
    record ForInstructors(String html) implements Block {}

    /** A question to be asked here. */
    record QuestionBlock(Question question) implements Block {}

    /**
     * A widget to be played with here.
     *
     * @param kind a kind of the widget catalogue
     * @param initialState the state it opens with, in the widget's own codec
     * @param bodyHtml what the author says about it, possibly nothing
     */
    record WidgetBlock(WidgetId id, String kind, String initialState, String bodyHtml) implements Block {}

    /** The questions among {@code blocks}. */
    static List<Question> questions(List<Block> blocks) {
        return blocks.stream()
                .<Question>mapMulti((block, found) -> {
                    if (block instanceof QuestionBlock(var question)) {
                        found.accept(question);
                    }
                })
                .toList();
    }

    /** The widgets among {@code blocks}. */
    static List<WidgetBlock> widgets(List<Block> blocks) {
        return blocks.stream()
                .<WidgetBlock>mapMulti((block, found) -> {
                    if (block instanceof WidgetBlock widget) {
                        found.accept(widget);
                    }
                })
                .toList();
    }
}
