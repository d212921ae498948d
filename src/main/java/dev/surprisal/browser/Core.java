package dev.surprisal.browser;

import dev.surprisal.widget.Change;
import dev.surprisal.widget.Movement;
import dev.surprisal.widget.Play;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSExport;
import org.teavm.jso.JSObject;
import org.teavm.jso.JSProperty;
import org.teavm.jso.core.JSArray;

/** What the compiled core offers to {@code frontend/widget.ts}: {@link Play} and {@link Movement}, with objects of the browser. */
public final class Core {

    private Core() {}

    /** What the compiler starts from; there is nothing to start. */
    public static void main(String[] args) {}

    /** One step of play. Throws when the request makes no sense. */
    @JSExport
    public static JsFrame step(JsRequest request) {
        var entries = new ArrayList<Play.Entry>();
        JSArray<JsEntry> given = request.getEntries();
        for (int i = 0; i < given.getLength(); i++) {
            JsEntry entry = given.get(i);
            entries.add(new Play.Entry(entry.getControl(), entry.getText(), entry.getMessage(), entry.isRejected()));
        }
        return frame(Play.step(new Play.Request(
                request.getKind(),
                request.getId(),
                request.getState(),
                Change.of(request.getHow(), request.getControl(), request.getInput()),
                request.getHeld(),
                request.getFindings(),
                entries)));
    }

    /** The movement that goes on: there is one pointer that moves, and one focus. */
    private static @Nullable Movement<?> movement;

    private static int movements;

    /**
     * Begins a movement, which ends those before it: its number, and what has to be seen before its first move. Null where
     * only whole steps can show that.
     */
    @JSExport
    public static @Nullable JsMoved begin(String kind, String id, String start, String now, String findings) {
        movement = Movement.of(kind, id, start, findings);
        movements++;
        return moved(movement.at(now));
    }

    /** The next move. Null where only a whole step can show it, or where another movement has begun since. */
    @JSExport
    public static @Nullable JsMoved move(int number, String how, String control, String input) {
        return movement == null || number != movements
                ? null
                : moved(movement.to(Change.of(how, control, input).orElseThrow()));
    }

    private static @Nullable JsMoved moved(Optional<Movement.Moved> result) {
        if (result.isEmpty()) {
            return null;
        }
        Movement.Moved moved = result.get();
        JsMoved shown = moved(movements, moved.state(), moved.settled(), parts(moved.parts()));
        for (Movement.Alteration alteration : moved.alterations()) {
            switch (alteration) {
                case Movement.Alteration.Attribute(String part, int node, String name, String value) ->
                    set(shown, part, node, name, value);
                case Movement.Alteration.Flag(String part, int node, String name, boolean set) ->
                    flag(shown, part, node, name, set);
                case Movement.Alteration.Text(String part, int node, String text) -> tell(shown, part, node, text);
            }
        }
        return shown;
    }

    @JSBody(
            params = {"number", "state", "settled", "parts"},
            script = "return {number, state, settled, parts, alterations: []};")
    private static native JsMoved moved(int number, String state, boolean settled, JSArray<JsPart> parts);

    @JSBody(
            params = {"moved", "part", "node", "name", "value"},
            script = "moved.alterations.push({part, node, name, value});")
    private static native void set(JsMoved moved, String part, int node, String name, String value);

    @JSBody(
            params = {"moved", "part", "node", "name", "set"},
            script = "moved.alterations.push({part, node, name, set});")
    private static native void flag(JsMoved moved, String part, int node, String name, boolean set);

    @JSBody(
            params = {"moved", "part", "node", "text"},
            script = "moved.alterations.push({part, node, text});")
    private static native void tell(JsMoved moved, String part, int node, String text);

    /** What takes longer than a frame, for a worker. Throws when there is nothing to survey. */
    @JSExport
    public static JsFindings survey(String kind, String id, String state) {
        Play.Findings found = Play.survey(kind, id, state);
        return findings(found.findings(), parts(found.parts()));
    }

    /** The table that a state shows, as CSV. Throws when it has no result. */
    @JSExport
    public static String data(String kind, String state) {
        return Play.data(kind, state);
    }

    /** Every number that a state shows, for the test of equal bits; none when it has no result. */
    @JSExport
    public static double[] numbers(String kind, String state) {
        return Play.numbers(kind, state);
    }

    private static JsFrame frame(Play.Frame frame) {
        var entries = new JSArray<JsEntry>();
        for (Play.Entry entry : frame.entries()) {
            entries.push(entry(entry.control(), entry.text(), entry.message(), entry.rejected()));
        }
        return frame(frame.state(), frame.fresh(), frame.due(), parts(frame.parts()), entries, frame.spoken());
    }

    private static JSArray<JsPart> parts(List<Play.Part> parts) {
        var array = new JSArray<JsPart>();
        for (Play.Part part : parts) {
            array.push(part(part.name(), part.html()));
        }
        return array;
    }

    @JSBody(
            params = {"state", "fresh", "due", "parts", "entries", "spoken"},
            script = "return {state, fresh, due, parts, entries, spoken};")
    private static native JsFrame frame(
            String state, boolean fresh, boolean due, JSArray<JsPart> parts, JSArray<JsEntry> entries, String spoken);

    @JSBody(
            params = {"findings", "parts"},
            script = "return {findings, parts};")
    private static native JsFindings findings(String findings, JSArray<JsPart> parts);

    @JSBody(
            params = {"name", "html"},
            script = "return {name, html};")
    private static native JsPart part(String name, String html);

    @JSBody(
            params = {"control", "text", "message", "rejected"},
            script = "return {control, text, message, rejected};")
    private static native JsEntry entry(String control, String text, String message, boolean rejected);

    /** {@link Play.Request}, the change in the three texts of {@link Change#of}. */
    public interface JsRequest extends JSObject {
        @JSProperty
        String getKind();

        @JSProperty
        String getId();

        @JSProperty
        String getState();

        @JSProperty
        String getHow();

        @JSProperty
        String getControl();

        @JSProperty
        String getInput();

        @JSProperty
        String getHeld();

        @JSProperty
        String getFindings();

        @JSProperty
        JSArray<JsEntry> getEntries();
    }

    /** {@link Play.Entry}. */
    public interface JsEntry extends JSObject {
        @JSProperty
        String getControl();

        @JSProperty
        String getText();

        @JSProperty
        String getMessage();

        @JSProperty
        boolean isRejected();
    }

    /** {@link Play.Frame}: state, fresh, due, parts, entries, spoken. */
    public interface JsFrame extends JSObject {}

    /** {@link Play.Findings}: findings, parts. */
    public interface JsFindings extends JSObject {}

    /** {@link Movement.Moved}: number, state, settled, parts, alterations. */
    public interface JsMoved extends JSObject {}

    /** {@link Play.Part}: name, html. */
    public interface JsPart extends JSObject {}
}
