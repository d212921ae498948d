package dev.surprisal.widget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a movement shows bit by bit is what a step shows whole. */
class MovementTest {

    private static final String HALVES = "1~nats~0.5_0.5~0.7_0.3";

    static Stream<Widget<?>> widgets() {
        return Catalogue.widgets().stream();
    }

    @ParameterizedTest
    @MethodSource("widgets")
    <S> void everySliderMovesWhatAStepWouldShow(Widget<S> widget) {
        S start = widget.initial(Parameters.none());
        String text = widget.encode(start);
        String findings = widget instanceof Surveyed<S> surveyed ? surveyed.findings(start) : "";
        var random = new Random(5);
        for (Controls.Group group : widget.controls(start).groups()) {
            for (Controls.Field field : group.fields()) {
                var page = new Page(widget.kind(), text, findings);
                for (int i = 0; i < 4; i++) {
                    double within = field.least() + random.nextDouble() * (field.most() - field.least());
                    var change = new Change.Slid(field.control(), within);

                    boolean shown = page.move(change);

                    var frame = step(widget.kind(), text, change, findings);
                    assertThat(frame.fresh()).isEqualTo(shown);
                    if (shown) {
                        assertThat(page.state).isEqualTo(frame.state());
                        page.assertShows(frame);
                    }
                }
            }
        }
    }

    private static Play.Frame step(String kind, String start, Change change, String findings) {
        return Play.step(new Play.Request(kind, "w", start, Optional.of(change), start, findings, List.of()));
    }

    /** The parts of a widget in a page, with which is done what the browser does. */
    private static final class Page {
        private final Map<String, Element> parts = new HashMap<>();
        private final Movement<?> movement;
        private String state = "";

        Page(String kind, String start, String findings) {
            movement = Movement.of(kind, "w", start, findings);
            movement.at(start).ifPresent(this::show);
        }

        boolean move(Change change) {
            var moved = movement.to(change);
            moved.ifPresent(this::show);
            return moved.isPresent();
        }

        private void show(Movement.Moved moved) {
            state = moved.state();
            moved.parts().forEach(part -> parts.put(part.name(), body(part.html())));
            for (Movement.Alteration alteration : moved.alterations()) {
                Element part = Objects.requireNonNull(parts.get(alteration.part()), alteration.part());
                switch (alteration) {
                    case Movement.Alteration.Attribute(String _, int node, String name, String value) ->
                        element(part, node).attr(name, value);
                    case Movement.Alteration.Flag(String _, int node, String name, boolean set) ->
                        element(part, node).attr(name, set);
                    case Movement.Alteration.Text(String _, int node, String text) ->
                        texts(part).get(node).text(text);
                }
            }
        }

        private static Element element(Element part, int node) {
            return part.getAllElements().get(node + 1);
        }

        private static List<TextNode> texts(Element part) {
            var texts = new ArrayList<TextNode>();
            part.nodeStream(TextNode.class).forEach(texts::add);
            return texts;
        }

        private static Element body(String html) {
            return Jsoup.parseBodyFragment(html).body();
        }

        void assertShows(Play.Frame frame) {
            for (Play.Part part : frame.parts()) {
                Element shown = parts.get(part.name());
                if (shown != null) {
                    assertThat(shown.html())
                            .as(part.name())
                            .isEqualTo(body(part.html()).html());
                }
            }
        }
    }

    @Test
    void onlyWhatHasChangedIsTold() {
        var movement = Movement.of("kl-discrete", "w", HALVES, "");
        var begun = movement.at(HALVES).orElseThrow();
        assertThat(begun.parts())
                .extracting(Play.Part::name)
                .containsExactly("fields", "picture", "headline", "readouts");
        assertThat(begun.alterations()).isEmpty();

        var slid = new Change.Slid("q-0", 0.6);
        var moved = movement.to(slid).orElseThrow();

        assertThat(moved.state()).isEqualTo("1~nats~0.5_0.5~0.6_0.4");
        assertThat(moved.parts()).isEmpty();
        assertThat(moved.alterations())
                .contains(new Movement.Alteration.Text("headline", 7, "0.02041"))
                .noneMatch(alteration -> alteration.part().equals("table"));
        assertThat(movement.to(slid).orElseThrow().alterations()).isEmpty();
    }

    @Test
    void whereAMoveLeadsToNoResultAWholeStepIsNeeded() {
        var movement = Movement.of("kl-discrete", "w", "1~nats~0.5_0.3_0.2~0.4_0.4_0.2", "");

        assertThat(movement.to(new Change.Typed("p-0", "0.4"))).isEmpty();
        assertThat(movement.to(new Change.Typed("p-0", "seven"))).isEmpty();
        assertThatThrownBy(() -> movement.to(new Change.Slid("r-0", 0.4))).isInstanceOf(IllegalArgumentException.class);
    }
}
