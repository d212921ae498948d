package dev.surprisal.widget;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A control while it is moved. {@link Play} tells after each step all that is to be seen; here only what the last move has
 * changed is told, since between two moves there is the time of one frame.
 *
 * <p>Shown are fields, pictures and numbers. All else (words, table, choices, charts of steps) waits for rest, when a step of
 * {@link Play} shows the state whole: what a movement leaves behind is never more than that.
 *
 * @param <S> the state of the widget
 */
public final class Movement<S> {

    private final Widget<S> widget;
    private final WidgetMarkup markup;
    private final S start;
    private final Moving<S> moving;
    private final Map<String, LiveHtml> parts = new HashMap<>();
    private final List<Play.Part> anew = new ArrayList<>();
    private final List<Alteration> alterations = new ArrayList<>();

    /**
     * What is seen after a move.
     *
     * @param state the text of the state
     * @param settled whether the findings are about it
     * @param parts those that had to be written anew, and before {@link #alterations}
     */
    public record Moved(String state, boolean settled, List<Play.Part> parts, List<Alteration> alterations) {
        public Moved {
            parts = List.copyOf(parts);
            alterations = List.copyOf(alterations);
        }
    }

    /** One element or one text between two tags is another one. */
    public sealed interface Alteration {
        /** The name of the part of the widget in which it is. */
        String part();

        /** Which of the part's elements or texts it is, in their order from 0. */
        int node();

        record Attribute(String part, int node, String name, String value) implements Alteration {}

        record Flag(String part, int node, String name, boolean set) implements Alteration {}

        record Text(String part, int node, String text) implements Alteration {}
    }

    private Movement(Widget<S> widget, String id, S start, Moving<S> moving) {
        this.widget = widget;
        markup = new WidgetMarkup(id, true, List.of());
        this.start = start;
        this.moving = moving;
    }

    /**
     * The beginning of a movement, from a widget without rejected texts.
     *
     * @param start the text of the state to which each move is applied
     * @param findings those of the last survey; empty for none
     * @throws IllegalArgumentException for an unknown kind or a state that cannot be read
     */
    public static Movement<?> of(String kind, String id, String start, String findings) {
        return of(Catalogue.of(kind), id, start, findings);
    }

    private static <S> Movement<S> of(Widget<S> widget, String id, String start, String findings) {
        S state = widget.decode(start);
        Moving<S> moving =
                widget instanceof Surveyed<S> surveyed ? surveyed.moving(state, findings) : widget.moving(state);
        return new Movement<>(widget, id, state, moving);
    }

    /**
     * Shows a state in whole parts, with which the page must agree before the next move.
     *
     * @return empty where it has no result
     * @throws IllegalArgumentException when it cannot be read
     */
    public Optional<Moved> at(String state) {
        parts.clear();
        return shown(widget.decode(state));
    }

    /**
     * What a move leads to; empty where it takes a whole step to show that.
     *
     * @throws IllegalArgumentException when there is no such control
     */
    public Optional<Moved> to(Change change) {
        return widget.edit(start, change) instanceof Edit.Changed<S>(S state, String note) && note.isEmpty()
                ? shown(state)
                : Optional.empty();
    }

    private Optional<Moved> shown(S state) {
        if (!(moving.at(state) instanceof Outcome.Result result)) {
            return Optional.empty();
        }
        anew.clear();
        alterations.clear();
        List<Controls.Group> groups = widget.controls(state).groups();
        show("fields", out -> markup.fields(out, groups, List.of()));
        show("picture", out -> markup.picture(out, result.picture()));
        show("headline", out -> markup.readouts(out, result.headline()));
        show("readouts", out -> markup.readouts(out, result.readouts()));
        for (Figure figure : result.figures()) {
            if (!(figure.picture() instanceof Picture.Steps)) {
                show(WidgetMarkup.nameOf(figure), out -> markup.figure(out, figure));
            }
        }
        return Optional.of(new Moved(widget.encode(state), result.settled(), anew, alterations));
    }

    private void show(String name, Consumer<Html> writer) {
        LiveHtml before = parts.get(name);
        int told = alterations.size();
        if (before != null) {
            before.again(new Told(name));
            writer.accept(before);
            if (before.isSame()) {
                return;
            }
        }
        while (alterations.size() > told) {
            alterations.removeLast();
        }
        var html = new LiveHtml();
        writer.accept(html);
        parts.put(name, html);
        anew.add(new Play.Part(name, html.toString()));
    }

    private final class Told implements LiveHtml.Screen {
        private final String part;

        Told(String part) {
            this.part = part;
        }

        @Override
        public void attribute(int element, String name, String value) {
            alterations.add(new Alteration.Attribute(part, element, name, value));
        }

        @Override
        public void flag(int element, String name, boolean set) {
            alterations.add(new Alteration.Flag(part, element, name, set));
        }

        @Override
        public void text(int run, String text) {
            alterations.add(new Alteration.Text(part, run, text));
        }
    }
}
