package dev.surprisal.content;

import dev.surprisal.content.markdown.Container;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.commonmark.node.Image;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;

/** Writes {@code :::figure{#id}}: one image by itself with what it shows in words, and below it the caption. */
final class FigureWriter {

    private static final String FOLDER = "figures/";
    private static final String FORM =
            "a figure is an image in a line of its own, with what it shows in the brackets, and below it its caption: ![Two bumps under one wide curve.](figures/two-bumps.svg)";

    private final LessonSource lesson;
    private final SourceFile file;
    private final Map<String, Optional<Picture>> pictures;
    private final Addresses addresses;
    private final InlineRenderer inline;

    FigureWriter(
            LessonSource lesson, Map<String, Optional<Picture>> pictures, Addresses addresses, InlineRenderer inline) {
        this.lesson = lesson;
        this.file = lesson.file();
        this.pictures = pictures;
        this.addresses = addresses;
        this.inline = inline;
    }

    void write(Container container, BlockRenderer blocks, Where where, HtmlWriter out) {
        blocks.checkKeys(container, Set.of());
        List<Node> children = Nodes.children(container);
        if (children.isEmpty()
                || !(children.getFirst() instanceof Paragraph first)
                || !(first.getFirstChild() instanceof Image image)
                || image.getNext() != null) {
            file.report(Rule.IMAGE, container.offset(), FORM);
            return;
        }
        String words = InlineRenderer.plain(image).strip();
        if (words.isEmpty()) {
            file.report(
                    Rule.IMAGE,
                    Nodes.offset(image),
                    "say in the brackets what the image shows, for those who do not see it: ![Two bumps under one wide curve.](…)");
        }
        Optional<Picture> picture = picture(image);
        var target = lesson.outline().find(container);
        if (picture.isPresent() && target.isPresent()) {
            out.open("figure", "class", "figure", "id", target.get().id())
                    .open(
                            "img",
                            "src",
                            addresses.at(picture.get().address()),
                            "alt",
                            words,
                            "width",
                            String.valueOf(picture.get().width()),
                            "height",
                            String.valueOf(picture.get().height()),
                            "loading",
                            "lazy",
                            "decoding",
                            "async")
                    .line()
                    .open("figcaption")
                    .open(
                            "a",
                            "class",
                            "figure-number",
                            "href",
                            "#" + target.get().id())
                    .text("Figure " + target.get().number())
                    .close("a")
                    .text(" ");
        }
        caption(children.subList(1, children.size()), where, out);
        if (picture.isPresent() && target.isPresent()) {
            out.close("figcaption").close("figure").line();
        }
    }

    private void caption(List<Node> paragraphs, Where where, HtmlWriter out) {
        String separator = "";
        for (Node node : paragraphs) {
            if (node instanceof Paragraph paragraph) {
                out.html(separator).html(inline.html(paragraph, where.inside()));
                separator = " ";
            } else {
                file.report(Rule.IMAGE, Nodes.offset(node), "a caption is text: " + FORM);
            }
        }
    }

    private Optional<Picture> picture(Image image) {
        String address = image.getDestination();
        String name = address.startsWith(FOLDER) ? address.substring(FOLDER.length()) : "";
        if (!pictures.containsKey(name)) {
            file.reportUnknown(
                    Rule.IMAGE,
                    Nodes.offset(image),
                    "image",
                    address,
                    pictures.keySet().stream()
                            .sorted()
                            .map(each -> FOLDER + each)
                            .toList());
            return Optional.empty();
        }
        return pictures.getOrDefault(name, Optional.empty());
    }
}
