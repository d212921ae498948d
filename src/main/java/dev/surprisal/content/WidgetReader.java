package dev.surprisal.content;

import dev.surprisal.content.markdown.Attributes;
import dev.surprisal.content.markdown.Container;
import dev.surprisal.content.markdown.SourceText;
import dev.surprisal.expression.Value;
import dev.surprisal.widget.Catalogue;
import dev.surprisal.widget.Parameter;
import dev.surprisal.widget.Parameters;
import dev.surprisal.widget.Widget;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.commonmark.node.Node;

/** Reads {@code :::widget{#id kind=… p=…}}: the parameters against the widget's declaration, the body as text about it. */
final class WidgetReader {

    private static final String KIND = "kind";

    private final LessonSource lesson;
    private final SourceFile file;
    private final BlockRenderer blocks;

    WidgetReader(LessonSource lesson, BlockRenderer blocks) {
        this.lesson = lesson;
        this.file = lesson.file();
        this.blocks = blocks;
    }

    /** The kind that a container names. */
    static Optional<String> kind(Node node) {
        return node instanceof Container container
                ? container.attributes().find(KIND).map(SourceText::text)
                : Optional.empty();
    }

    /** Empty, with the reason reported, where the container is no good widget. */
    Optional<Block.WidgetBlock> read(Container container, Where where) {
        if (!blocks.isReadable(container)) {
            return Optional.empty();
        }
        String body = blocks.children(container, where.inside());
        var started = started(container, Set.of());
        var target = lesson.outline().find(container);
        if (started.isEmpty() || target.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Block.WidgetBlock(
                new WidgetId(target.get().id()),
                started.get().kind(),
                started.get().state(),
                body));
    }

    /**
     * The widget that a container names and the state it opens with, in the widget's codec; empty, with the reason reported, where
     * there is no such widget.
     *
     * @param others keys that are somebody else's
     */
    Optional<Started> started(Container container, Set<String> others) {
        var kind = container.attributes().find(KIND);
        if (kind.isEmpty()) {
            file.report(Rule.MISSING_KEY, container.offset(), "a widget needs its kind: kind=kl-discrete");
            return Optional.empty();
        }
        Optional<Widget<?>> widget = Catalogue.find(kind.get().text());
        if (widget.isEmpty()) {
            List<String> kinds =
                    Catalogue.widgets().stream().<String>map(Widget::kind).toList();
            file.reportUnknown(
                    Rule.WIDGET_KIND, kind.get().offset(0), "widget", kind.get().text(), kinds);
            return Optional.empty();
        }
        return initialState(widget.get(), container, others)
                .map(state -> new Started(widget.get().kind(), state));
    }

    /** A kind of widget and the text of a state of it. */
    record Started(String kind, String state) {}

    private <S> Optional<String> initialState(Widget<S> widget, Container container, Set<String> others) {
        Set<String> known = new HashSet<>(others);
        known.add(KIND);
        widget.parameters().forEach(parameter -> known.add(parameter.name()));
        blocks.checkKeys(container, known);
        var parameters = Parameters.none();
        var given = new ArrayList<Attributes.Entry>();
        boolean complete = true;
        for (Parameter parameter : widget.parameters()) {
            for (Attributes.Entry entry : container.attributes().entries()) {
                if (entry.name().text().equals(parameter.name())) {
                    given.add(entry);
                    var more = with(parameters, parameter, entry);
                    complete &= more.isPresent();
                    parameters = more.orElse(parameters);
                }
            }
        }
        if (!complete) {
            return Optional.empty();
        }
        try {
            return Optional.of(widget.encode(widget.initial(parameters)));
        } catch (IllegalArgumentException refused) {
            String message = String.valueOf(refused.getMessage());
            int offset = given.stream()
                    .filter(entry -> message.startsWith(entry.name().text()))
                    .findFirst()
                    .map(entry -> entry.value().offset(0))
                    .orElse(container.offset());
            file.report(Rule.WIDGET_RANGE, offset, message);
            return Optional.empty();
        }
    }

    private Optional<Parameters> with(Parameters parameters, Parameter parameter, Attributes.Entry entry) {
        String name = parameter.name();
        SourceText source = entry.value();
        if (parameter.words().contains(source.text())) {
            return Optional.of(parameters.with(name, source.text()));
        }
        if (!parameter.words().isEmpty()) {
            file.reportUnknown(Rule.WIDGET_RANGE, source.offset(0), name, source.text(), parameter.words());
            return Optional.empty();
        }
        return lesson.names().evaluate(source, file).flatMap(value -> switch (value) {
            case Value.Number(double number) -> Optional.of(parameters.with(name, List.of(number)));
            case Value.Of(var distribution) -> Optional.of(parameters.with(name, distribution));
            case Value.ListOf(var elements)
            when elements.stream().allMatch(Value.Number.class::isInstance) ->
                Optional.of(parameters.with(
                        name,
                        elements.stream()
                                .map(element -> ((Value.Number) element).value())
                                .toList()));
            case Value.ListOf _, Value.Text _, Value.Truth _, Value.Record _ -> {
                file.report(
                        Rule.WIDGET_RANGE,
                        source.offset(0),
                        name + " must be " + parameter.accepts() + ", got " + value.described());
                yield Optional.empty();
            }
        });
    }
}
