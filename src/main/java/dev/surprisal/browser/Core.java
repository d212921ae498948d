package dev.surprisal.browser;

import dev.surprisal.widget.Catalogue;
import dev.surprisal.widget.Change;
import dev.surprisal.widget.Outcome;
import dev.surprisal.widget.Play;
import dev.surprisal.widget.Widget;
import java.util.ArrayList;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSExport;
import org.teavm.jso.JSObject;
import org.teavm.jso.JSProperty;
import org.teavm.jso.core.JSArray;

/** What the compiled core offers to {@code frontend/widget.ts}: {@link Play}, with objects of the browser. */
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
                entries)));
    }

    /** Every number that a state shows, for the test of equal bits; none when it has no result. */
    @JSExport
    public static double[] numbers(String kind, String state) {
        return numbers(Catalogue.of(kind), state);
    }

    private static <S> double[] numbers(Widget<S> widget, String state) {
        return widget.result(widget.decode(state)) instanceof Outcome.Result result ? result.numbers() : new double[0];
    }

    private static JsFrame frame(Play.Frame frame) {
        var parts = new JSArray<JsPart>();
        for (Play.Part part : frame.parts()) {
            parts.push(part(part.name(), part.html()));
        }
        var entries = new JSArray<JsEntry>();
        for (Play.Entry entry : frame.entries()) {
            entries.push(entry(entry.control(), entry.text(), entry.message(), entry.rejected()));
        }
        return frame(frame.state(), frame.fresh(), parts, entries, frame.spoken());
    }

    @JSBody(
            params = {"state", "fresh", "parts", "entries", "spoken"},
            script = "return {state, fresh, parts, entries, spoken};")
    private static native JsFrame frame(
            String state, boolean fresh, JSArray<JsPart> parts, JSArray<JsEntry> entries, String spoken);

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

    /** {@link Play.Frame}: state, fresh, parts, entries, spoken. */
    public interface JsFrame extends JSObject {}

    /** {@link Play.Part}: name, html. */
    public interface JsPart extends JSObject {}
}
