package dev.surprisal.site;

import com.vaadin.flow.component.ClientCallable;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.router.Route;
import dev.surprisal.widget.Play;

/** The server's end of a page that only has something to play with. It shows nothing and knows nobody. */
@Tag("lesson-connection")
@Route("play")
class PlayView extends Component {

    /** Takes a step in a widget for a browser that could not load the compiled core, with the very same class. */
    @ClientCallable
    Play.Frame step(WidgetStep step) {
        return Play.step(step.toRequest());
    }

    /** What takes a widget longer than a frame, for the same browsers. */
    @ClientCallable
    Play.Findings survey(String kind, String id, String state) {
        return Play.survey(kind, id, state);
    }

    /** The table that a widget shows, as CSV, for the same browsers. */
    @ClientCallable
    String data(String kind, String state) {
        return Play.data(kind, state);
    }
}
