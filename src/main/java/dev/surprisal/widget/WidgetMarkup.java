package dev.surprisal.widget;

import dev.surprisal.widget.Controls.Action;
import dev.surprisal.widget.Controls.Choice;
import dev.surprisal.widget.Controls.Field;
import dev.surprisal.widget.Controls.Group;
import dev.surprisal.widget.Controls.Option;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A widget as HTML: whole for the first response of the server, in parts for the browser.
 *
 * <p>The page's element knows no widget; it acts on these attributes. {@code data-part}: an element whose content a
 * {@link Play.Part} replaces. {@code data-type}, {@code data-slide}, {@code data-drag}, {@code data-choose},
 * {@code data-press}: the control that typing, sliding, dragging, choosing, pressing changes; {@code data-repeat}: a press goes
 * on until it changes nothing more; {@code data-key}: the slider that does by keyboard what dragging does. {@code data-copy}: the text
 * that a button copies, {@code data-copied}: what is then said. {@code data-do}: undo, redo, reset, link, or a file to download, which the
 * element does by itself. {@code state}: where Reset goes, {@code now}: what is shown instead at first.
 */
public final class WidgetMarkup {

    /** What the name of a further picture's part begins with. */
    private static final String FIGURE = "figure-";

    private final String id;
    private final boolean live;
    private final List<Play.Entry> entries;

    /**
     * @param live whether the controls can be used yet
     * @param entries what is told at the fields
     */
    WidgetMarkup(String id, boolean live, List<Play.Entry> entries) {
        this.id = id;
        this.live = live;
        this.entries = entries;
    }

    /**
     * How a widget stands when its page opens.
     *
     * @param start the text of the state that content gives it, to which Reset goes back
     * @param now the text of the state to show
     * @param notice what the reader should know about that, such as that an address could not be read; empty for nothing
     */
    public record Opening(String start, String now, String notice) {
        public static Opening at(String start) {
            return new Opening(start, start, "");
        }
    }

    /**
     * The whole element with everything that its state shows, readable without scripts; its controls wait for the core.
     *
     * @param id unique in the page
     * @param bodyHtml what content says to the reader about it; trusted
     * @throws IllegalArgumentException for an unknown kind or a state that cannot be read
     */
    public static String element(String id, String kind, Opening opening, String bodyHtml) {
        return new WidgetMarkup(id, false, List.of()).element(Catalogue.of(kind), opening, bodyHtml);
    }

    private <S> String element(Widget<S> widget, Opening opening, String bodyHtml) {
        S start = widget.decode(opening.start());
        S state = widget.decode(opening.now());
        String findings = "";
        var parts = new ArrayList<Play.Part>();
        Outcome outcome;
        if (widget instanceof Surveyed<S> surveyed) {
            findings = surveyed.findings(state);
            outcome = surveyed.result(state, state, findings);
            parts.addAll(figures(surveyed.grounds(state)));
        } else {
            outcome = widget.result(state);
        }
        parts.addAll(controls(widget.controls(state), outcome));
        boolean fresh = outcome instanceof Outcome.Result;
        // A state without a result, such as one whose probabilities do not sum to 1, stands beside the last good one
        if ((fresh ? outcome : widget.result(start)) instanceof Outcome.Result result) {
            parts.addAll(result(result));
        }
        var out = new Html();
        out.raw("<course-widget")
                .attribute("id", id)
                .attribute("kind", widget.kind())
                .attribute("state", widget.encode(start));
        if (!state.equals(start)) {
            out.attribute("now", widget.encode(state));
        }
        if (!findings.isEmpty()) {
            out.attribute("findings", findings);
        }
        out.flag("data-stale", !fresh)
                .raw("><div class=\"widget\" role=\"group\"")
                .attribute("aria-labelledby", id + "-title")
                .raw("><div class=\"widget-head\"><p class=\"widget-title\"><span")
                .attribute("id", id + "-title")
                .raw(">")
                .text(widget.title())
                .raw("</span><a class=\"anchor\"")
                .attribute("href", "#" + id)
                .raw(" aria-label=\"Link to this calculator\"></a></p>")
                .raw(part(parts, "choices"))
                .raw("</div>");
        if (!opening.notice().isEmpty()) {
            out.raw("<p class=\"widget-notice\">").text(opening.notice()).raw("</p>");
        }
        if (!bodyHtml.isEmpty()) {
            out.raw("<div class=\"widget-body\">").raw(bodyHtml).raw("</div>");
        }
        out.raw("<div class=\"widget-stage\"><div class=\"widget-board\">")
                .raw(part(parts, "picture"))
                .raw(part(parts, "headline"))
                .raw(part(parts, "status"))
                .raw("</div>");
        boolean played = outcome instanceof Outcome.Result result && result.picture() instanceof Picture.Panels;
        String foot = foot(parts);
        // What is run and watched has its buttons next to the picture
        out.raw(played ? foot : "")
                .raw(part(parts, "fields"))
                .raw("</div>")
                .raw(played ? "" : foot)
                .raw(figureParts(parts))
                .raw(part(parts, "words"))
                .raw(part(parts, "readouts"))
                .raw(part(parts, "table"))
                .raw("<p class=\"widget-live\" role=\"status\"></p>")
                .raw("<p class=\"widget-broken\" hidden>This calculator could not be started. What you see is its")
                .raw(" starting state; loading the page again may help.</p>")
                .raw("<noscript><p class=\"widget-broken\">The controls need JavaScript. What you see is the starting")
                .raw(" state.</p></noscript>");
        return out.raw("</div></course-widget>").toString();
    }

    private static String foot(List<Play.Part> parts) {
        return "<div class=\"widget-foot\">" + part(parts, "actions") + "<div class=\"widget-history\">"
                + own("undo", "Undo") + own("redo", "Redo") + own("reset", "Reset") + own("link", "Copy link")
                + "<details class=\"widget-download\"><summary>Download</summary><div>" + own("svg", "Picture, SVG")
                + own("png", "Picture, PNG") + own("csv", "Numbers, CSV") + "</div></details></div></div>";
    }

    /** Those of further pictures, in their order. */
    private static String figureParts(List<Play.Part> parts) {
        var out = new Html();
        for (Play.Part part : parts) {
            if (part.name().startsWith(FIGURE)) {
                out.raw(part(parts, part.name()));
            }
        }
        String figures = out.toString();
        return figures.isEmpty() ? "" : "<div class=\"widget-figures\">" + figures + "</div>";
    }

    private static String part(List<Play.Part> parts, String name) {
        String html = "";
        for (Play.Part part : parts) {
            html = part.name().equals(name) ? part.html() : html;
        }
        return "<div class=\"widget-" + name + "\" data-part=\"" + name + "\">" + html + "</div>";
    }

    private static String own(String name, String label) {
        return "<button type=\"button\" data-do=\"" + name + "\" disabled>" + label + "</button>";
    }

    /** The parts that show what can be changed, and what stands in the way of a result. */
    List<Play.Part> controls(Controls controls, Outcome outcome) {
        List<Outcome.Problem> problems = outcome instanceof Outcome.Invalid invalid ? invalid.problems() : List.of();
        return List.of(
                new Play.Part("choices", choices(controls.choices())),
                new Play.Part(
                        "fields",
                        fields(new Html(), controls.groups(), problems).toString()),
                new Play.Part("actions", actions(new Html(), controls.actions()).toString()),
                new Play.Part("status", status(problems)));
    }

    private String choices(List<Choice> choices) {
        var out = new Html();
        for (Choice choice : choices) {
            switch (choice.style()) {
                case MENU -> menu(out, choice);
                case SWITCH -> options(out, choice);
            }
        }
        return out.toString();
    }

    private void menu(Html out, Choice choice) {
        String inputId = id + "-" + choice.control();
        out.raw("<div class=\"widget-choice\"><label")
                .attribute("for", inputId)
                .raw(">")
                .label(choice.label())
                .raw("</label><select")
                .attribute("id", inputId)
                .attribute("data-choose", choice.control())
                .flag("disabled", !live)
                .raw(">");
        if (choice.isOpen()) {
            out.raw("<option value=\"\" disabled")
                    .flag("selected", choice.chosen().isEmpty())
                    .raw(">your own</option>");
        }
        for (Option option : choice.options()) {
            out.raw("<option")
                    .attribute("value", option.value())
                    .flag("selected", option.value().equals(choice.chosen()))
                    .raw(">")
                    .text(option.label())
                    .raw("</option>");
        }
        out.raw("</select></div>");
    }

    private void options(Html out, Choice choice) {
        String name = id + "-" + choice.control();
        out.raw("<fieldset class=\"widget-switch\"><legend>")
                .label(choice.label())
                .raw("</legend>");
        for (Option option : choice.options()) {
            out.raw("<label><input type=\"radio\"")
                    .attribute("name", name)
                    .attribute("value", option.value())
                    .attribute("data-choose", choice.control())
                    .flag("checked", option.value().equals(choice.chosen()))
                    .flag("disabled", !live)
                    .raw("><span>")
                    .label(option.label())
                    .raw("</span></label>");
        }
        out.raw("</fieldset>");
    }

    Html fields(Html out, List<Group> groups, List<Outcome.Problem> problems) {
        for (Group group : groups) {
            out.raw("<fieldset")
                    .attribute("class", "widget-group " + group.role().cssClass())
                    .raw("><legend>")
                    .label(group.label())
                    .raw("</legend>");
            for (Field field : group.fields()) {
                field(out, field);
            }
            var buttons = new ArrayList<>(group.actions());
            for (Outcome.Problem problem : problems) {
                if (problem.group().equals(group.name())) {
                    buttons.addAll(problem.mends());
                }
            }
            out.raw("<div class=\"widget-sum\"><span>").label(group.summary()).raw("</span>");
            actions(out, buttons).raw("</div></fieldset>");
        }
        return out;
    }

    private void field(Html out, Field field) {
        String fieldId = id + "-" + field.control();
        Optional<Play.Entry> entry = entryAt(field.control());
        boolean rejected = entry.isPresent() && entry.get().rejected();
        String shown = Figures.field(field.value());
        out.raw("<div class=\"widget-field\"><label")
                .attribute("id", fieldId + "-label")
                .attribute("for", fieldId)
                .raw(">")
                .label(field.label())
                .raw("</label><input type=\"range\"")
                .attribute("data-slide", field.control())
                .attribute("aria-labelledby", fieldId + "-label")
                .attribute("aria-valuetext", shown)
                .attribute("min", field.least(), () -> Figures.field(field.least()))
                .attribute("max", field.most(), () -> Figures.field(field.most()))
                .attribute("step", field.step(), () -> Figures.field(field.step()))
                .attribute("value", shown)
                .flag("disabled", !live)
                .raw("><input type=\"text\" autocomplete=\"off\" spellcheck=\"false\"")
                .attribute("id", fieldId)
                .attribute("data-type", field.control())
                .attribute("value", rejected ? entry.get().text() : shown)
                .flag("disabled", !live);
        if (rejected) {
            out.attribute("aria-invalid", "true");
        }
        if (entry.isPresent()) {
            out.attribute("aria-describedby", fieldId + "-message")
                    .raw("><p")
                    .attribute("class", rejected ? "widget-error" : "widget-note")
                    .attribute("id", fieldId + "-message")
                    .raw(">")
                    .text(entry.get().message())
                    .raw("</p></div>");
        } else {
            out.raw("></div>");
        }
    }

    private Optional<Play.Entry> entryAt(String control) {
        for (Play.Entry entry : entries) {
            if (entry.control().equals(control)) {
                return Optional.of(entry);
            }
        }
        return Optional.empty();
    }

    /** Once the widget is live an impossible action keeps the focus that it may have just now. */
    private Html actions(Html out, List<Action> actions) {
        for (Action action : actions) {
            out.raw("<button type=\"button\"").attribute("data-press", action.control());
            out.flag("data-repeat", action.repeats());
            out.flag("disabled", !live);
            if (live && !action.possible()) {
                out.attribute("aria-disabled", "true");
            }
            out.raw(">").label(action.label()).raw("</button>");
        }
        return out;
    }

    private String status(List<Outcome.Problem> problems) {
        var out = new Html();
        for (Outcome.Problem problem : problems) {
            out.raw("<p>Not updated. ").label(problem.message()).raw("</p>");
        }
        for (Play.Entry entry : entries) {
            if (entry.rejected()) {
                return out.raw("<p>Not updated: a marked field waits for a number.</p>")
                        .toString();
            }
        }
        return out.toString();
    }

    /** The parts that show a result. */
    List<Play.Part> result(Outcome.Result result) {
        var parts = new ArrayList<Play.Part>();
        parts.add(new Play.Part("picture", picture(new Html(), result.picture()).toString()));
        parts.add(new Play.Part(
                "headline", readouts(new Html(), result.headline()).toString()));
        parts.add(new Play.Part(
                "readouts", readouts(new Html(), result.readouts()).toString()));
        parts.addAll(figures(result.figures()));
        if (result.settled()) {
            parts.add(new Play.Part("words", words(result)));
            parts.add(new Play.Part("table", table(result.table())));
        }
        return parts;
    }

    /** The parts that show further pictures. */
    List<Play.Part> figures(List<Figure> figures) {
        var parts = new ArrayList<Play.Part>();
        for (Figure figure : figures) {
            parts.add(new Play.Part(nameOf(figure), figure(new Html(), figure).toString()));
        }
        return parts;
    }

    /** Of the part that shows it. */
    static String nameOf(Figure figure) {
        return FIGURE + figure.name();
    }

    /** Two pictures of one widget have clips and patterns of their own. */
    Html figure(Html out, Figure figure) {
        return picture(out, id + "-" + figure.name(), figure.picture());
    }

    Html picture(Html out, Picture picture) {
        return picture(out, id, picture);
    }

    private static Html picture(Html out, String id, Picture picture) {
        switch (picture) {
            case Picture.Bars bars -> BarsDrawing.draw(out, id, bars);
            case Picture.Graph graph -> GraphDrawing.draw(out, id, graph);
            case Picture.Panels panels -> PanelsDrawing.draw(out, id, panels);
            case Picture.Plane plane -> PlaneDrawing.draw(out, plane);
            case Picture.Plate plate -> PlateDrawing.draw(out, plate);
            case Picture.Relief relief -> PlaneDrawing.draw(out, relief);
            case Picture.Spans spans -> SpansDrawing.draw(out, id, spans);
            case Picture.Spots spots -> SpotsDrawing.draw(out, spots);
            case Picture.Triangles triangles -> TrianglesDrawing.draw(out, triangles);
            case Picture.Tree tree -> TreeDrawing.draw(out, tree);
            case Picture.Steps steps -> StepsMarkup.write(out, steps);
        }
        return out;
    }

    Html readouts(Html out, List<Readout> readouts) {
        out.raw("<dl>");
        for (Readout readout : readouts) {
            String full = Figures.full(readout.value());
            out.raw("<div")
                    .attribute("class", "readout " + readout.role().cssClass())
                    .raw("><dt><span class=\"readout-name\">")
                    .text(readout.name())
                    .raw("</span> <span class=\"readout-label\">")
                    .label(readout.label())
                    .raw("</span></dt><dd><span class=\"readout-figure\">")
                    .text(readout.whole() ? Figures.place(readout.value()) : Figures.amount(readout.value()))
                    .raw("</span> ")
                    .label(readout.remark())
                    .raw(" <button type=\"button\" class=\"widget-copy\"")
                    .attribute("data-copy", full)
                    .attribute("data-copied", "Copied " + full)
                    .attribute("title", "Copy " + full)
                    .attribute("aria-label", "Copy full precision of " + readout.name())
                    .flag("disabled", !live)
                    .raw(">copy</button></dd></div>");
        }
        return out.raw("</dl>");
    }

    private static String words(Outcome.Result result) {
        var out = new Html().raw("<p>").label(result.words()).raw("</p>");
        for (String note : result.notes()) {
            out.raw("<p class=\"widget-remark\">").label(note).raw("</p>");
        }
        return out.toString();
    }

    private String table(Table table) {
        var out = new Html();
        out.raw("<details open><summary>")
                .label(table.caption())
                .raw("</summary><div class=\"table\" role=\"region\" tabindex=\"0\"")
                .attribute("aria-label", Html.plain(table.caption()))
                .raw("><table><thead><tr>");
        for (Table.Column column : table.columns()) {
            if (column.label().isEmpty()) {
                out.raw("<td></td>"); // the corner above the rows' names is no heading
                continue;
            }
            out.raw("<th scope=\"col\"")
                    .attribute("class", column.role().cssClass())
                    .raw(">")
                    .label(column.label())
                    .raw("</th>");
        }
        out.raw("</tr></thead><tbody>");
        for (Table.Row row : table.rows()) {
            row(out, row, table.columns());
        }
        out.raw("</tbody><tfoot>");
        for (Table.Row row : table.totals()) {
            row(out, row, table.columns());
        }
        return out.raw("</tfoot></table></div></details>").toString();
    }

    private static void row(Html out, Table.Row row, List<Table.Column> columns) {
        out.raw(row.striking() ? "<tr class=\"is-striking\">" : "<tr>");
        for (int c = 0; c < row.cells().size(); c++) {
            String text = switch (row.cells().get(c)) {
                case Table.Cell.Words(String words) -> words;
                case Table.Cell.Ratio(double value) -> Figures.ratio(value);
                case Table.Cell.Amount(double value) -> Figures.amount(value);
                case Table.Cell.Place(double value) -> Figures.place(value);
            };
            String tag = c == 0 ? "th" : "td";
            out.raw("<").raw(tag).raw(c == 0 ? " scope=\"row\"" : "");
            out.attribute("class", columns.get(c).role().cssClass());
            out.raw(">").text(text).raw("</").raw(tag).raw(">");
        }
        out.raw("</tr>");
    }
}
