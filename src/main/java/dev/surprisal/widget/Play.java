package dev.surprisal.widget;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One step of play: a change is applied to a state, and what the learner sees next comes back as HTML.
 *
 * <p>The page keeps the state and the entries between the steps and hands them in again; nothing is remembered here. The
 * browser and the server take the same steps.
 */
public final class Play {

    private Play() {}

    /**
     * @param id the id of the widget in its page
     * @param state the text of the state before the change
     * @param change what the learner did; empty to show the state as it is
     * @param held the text of the state in which a movement that still goes on has begun, whose axes stay; empty for none
     * @param findings those of the last survey; empty for none
     * @param entries what is told at the fields, from the last {@link Frame}
     */
    public record Request(
            String kind,
            String id,
            String state,
            Optional<Change> change,
            String held,
            String findings,
            List<Entry> entries) {
        public Request {
            entries = List.copyOf(entries);
        }
    }

    /**
     * What is told at a field.
     *
     * @param text what was typed
     * @param rejected whether the field still shows a text that was not taken; otherwise the message is a mere note
     */
    public record Entry(String control, String text, String message, boolean rejected) {}

    /**
     * @param state the text of the state after the change
     * @param fresh whether the result belongs to this state; otherwise the last one stays, marked as not updated
     * @param due whether the findings are about another state, so that a survey of this one is due
     * @param parts the parts of the widget that are to be shown now
     * @param spoken for those who listen, once the learner pauses
     */
    public record Frame(
            String state, boolean fresh, boolean due, List<Part> parts, List<Entry> entries, String spoken) {
        public Frame {
            parts = List.copyOf(parts);
            entries = List.copyOf(entries);
        }
    }

    /**
     * What a survey has found.
     *
     * @param findings for later steps
     * @param parts the parts of the widget that show nothing else
     */
    public record Findings(String findings, List<Part> parts) {
        public Findings {
            parts = List.copyOf(parts);
        }
    }

    /** The HTML inside one part of the widget. */
    public record Part(String name, String html) {}

    /**
     * What takes longer than a frame to find out about a state.
     *
     * @throws IllegalArgumentException for an unknown kind, a kind that has nothing to survey or a state that cannot be read
     */
    public static Findings survey(String kind, String id, String state) {
        if (Catalogue.of(kind) instanceof Surveyed<?> widget) {
            return survey(widget, id, state);
        }
        throw new IllegalArgumentException("there is nothing to survey in a widget of kind " + kind);
    }

    private static <S> Findings survey(Surveyed<S> widget, String id, String state) {
        S surveyed = widget.decode(state);
        return new Findings(
                widget.findings(surveyed), new WidgetMarkup(id, true, List.of()).figures(widget.grounds(surveyed)));
    }

    /**
     * The table that a state shows, as the text of a file: see {@link Csv}.
     *
     * @throws IllegalArgumentException for an unknown kind, a state that cannot be read or one that has no result
     */
    public static String data(String kind, String state) {
        return data(Catalogue.of(kind), state);
    }

    private static <S> String data(Widget<S> widget, String state) {
        if (widget.result(widget.decode(state)) instanceof Outcome.Result result) {
            return Csv.of(result.table());
        }
        throw new IllegalArgumentException("this state has no result");
    }

    /** Every number that a state and its survey show: what must be the same to the bit wherever it is computed. */
    public static double[] numbers(String kind, String state) {
        return numbers(Catalogue.of(kind), state);
    }

    private static <S> double[] numbers(Widget<S> widget, String text) {
        S state = widget.decode(text);
        var numbers = new ArrayList<Double>();
        if (widget instanceof Surveyed<S> surveyed) {
            surveyed.grounds(state).forEach(figure -> figure.picture().addNumbersTo(numbers));
        }
        if (widget.result(state) instanceof Outcome.Result result) {
            result.addNumbersTo(numbers);
        }
        var array = new double[numbers.size()];
        for (int i = 0; i < array.length; i++) {
            array[i] = numbers.get(i);
        }
        return array;
    }

    /** @throws IllegalArgumentException for an unknown kind, a state that cannot be read or a control that is not there */
    public static Frame step(Request request) {
        return step(Catalogue.of(request.kind()), request);
    }

    private static <S> Frame step(Widget<S> widget, Request request) {
        S before = widget.decode(request.state());
        S after = before;
        var entries = new ArrayList<Entry>();
        for (Entry entry : request.entries()) {
            // A note has been read by the time of the next change
            if (entry.rejected() || request.change().isEmpty()) {
                entries.add(entry);
            }
        }
        if (request.change().isPresent()) {
            Change change = request.change().get();
            entries.removeIf(entry -> entry.control().equals(change.control()));
            switch (widget.edit(before, change)) {
                case Edit.Rejected<S> rejected ->
                    entries.add(new Entry(change.control(), typed(change), rejected.message(), true));
                case Edit.Changed<S> changed -> {
                    after = changed.state();
                    if (!changed.note().isEmpty()) {
                        entries.add(new Entry(change.control(), typed(change), changed.note(), false));
                    }
                }
            }
        }
        Controls controls = widget.controls(after);
        keepThoseThatStillStand(entries, widget.controls(before), controls);
        return frame(widget, request, after, controls, entries);
    }

    private static <S> Frame frame(Widget<S> widget, Request request, S state, Controls controls, List<Entry> entries) {
        Outcome outcome = outcome(widget, request, state);
        String complaint = complaint(entries);
        boolean fresh = outcome instanceof Outcome.Result && complaint.isEmpty();
        var markup = new WidgetMarkup(request.id(), true, entries);
        var parts = new ArrayList<>(markup.controls(controls, outcome));
        if (fresh) {
            parts.addAll(markup.result((Outcome.Result) outcome));
        }
        boolean due = widget instanceof Surveyed<S> surveyed && !surveyed.isAbout(request.findings(), state);
        return new Frame(
                widget.encode(state), fresh, due, parts, entries, complaint.isEmpty() ? spoken(outcome) : complaint);
    }

    private static <S> Outcome outcome(Widget<S> widget, Request request, S state) {
        if (widget instanceof Surveyed<S> surveyed) {
            S begun = request.held().isEmpty() ? state : widget.decode(request.held());
            return surveyed.result(state, begun, request.findings());
        }
        Outcome outcome = widget.result(state);
        return request.held().isEmpty() ? outcome : outcome.onAxesOf(widget.result(widget.decode(request.held())));
    }

    /** A rejected text is dropped once another control has given its field a new number, or taken the field away. */
    private static void keepThoseThatStillStand(List<Entry> entries, Controls before, Controls after) {
        entries.removeIf(entry -> {
            Optional<Double> now = after.valueOf(entry.control());
            return now.isEmpty() || (entry.rejected() && !now.equals(before.valueOf(entry.control())));
        });
    }

    private static String typed(Change change) {
        return change instanceof Change.Typed typed ? typed.text() : "";
    }

    /** The message of the last rejected text; empty when there is none. */
    private static String complaint(List<Entry> entries) {
        String complaint = "";
        for (Entry entry : entries) {
            complaint = entry.rejected() ? entry.message() : complaint;
        }
        return complaint;
    }

    private static String spoken(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Result result -> result.spoken();
            case Outcome.Invalid invalid ->
                Html.plain(invalid.problems().getFirst().message());
        };
    }
}
