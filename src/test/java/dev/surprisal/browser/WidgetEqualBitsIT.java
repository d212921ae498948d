package dev.surprisal.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surprisal.widget.Catalogue;
import dev.surprisal.widget.Change;
import dev.surprisal.widget.Play;
import dev.surprisal.widget.SeededPlay;
import dev.surprisal.widget.Surveyed;
import dev.surprisal.widget.Widget;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The compiled core shows what the JVM shows: every number to the bit, every letter of the markup. */
class WidgetEqualBitsIT {

    /** Twenty times as many with {@code ./course test --deep}. */
    private static final int TIMES = Boolean.getBoolean("surprisal.deep") ? 20 : 1;

    /** A survey computes some three thousand integrals. */
    private static int states(Widget<?> widget) {
        return (widget instanceof Surveyed<?> ? 5 : 50) * TIMES;
    }

    private static CompiledCore core;

    @BeforeAll
    static void start() {
        core = new CompiledCore();
    }

    @AfterAll
    static void stop() {
        core.close();
    }

    static Stream<Widget<?>> widgets() {
        return Catalogue.widgets().stream();
    }

    @ParameterizedTest
    @MethodSource("widgets")
    <S> void everyNumberHasTheSameBits(Widget<S> widget) {
        List<String> states = SeededPlay.statesOf(widget, 2, states(widget));

        var inBrowser = core.evaluate("""
                (core, {kind, states}) => states.map((state) =>
                  [...new BigUint64Array(Float64Array.from(core.numbers(kind, state)).buffer)]
                    .map((bits) => bits.toString(16)).join(' '))
                """, Map.of("kind", widget.kind(), "states", states));

        var onJvm = new ArrayList<String>();
        for (String state : states) {
            onJvm.add(bits(Play.numbers(widget.kind(), state)));
        }
        assertThat(states).hasSize(states(widget));
        assertEqualForEach(states, (List<?>) inBrowser, onJvm);
    }

    private static String bits(double[] numbers) {
        var bits = new ArrayList<String>();
        for (double number : numbers) {
            bits.add(Long.toHexString(Double.doubleToRawLongBits(number)));
        }
        return String.join(" ", bits);
    }

    @ParameterizedTest
    @MethodSource("widgets")
    <S> void theMarkupIsTheSame(Widget<S> widget) {
        List<String> states = SeededPlay.statesOf(widget, 3, states(widget));

        var inBrowser = core.evaluate(
                """
                (core, {kind, states, surveyed}) => states.map((state) => {
                  const found = surveyed ? core.survey(kind, 'w', state) : {findings: '', parts: []};
                  const {findings} = found;
                  const frame = core.step(
                    {kind, id: 'w', state, how: '', control: '', input: '', held: '', findings, entries: []});
                  let hash = 0;
                  const parts = [...found.parts, ...frame.parts].map((part) => part.html);
                  for (const text of [findings, frame.state, frame.spoken, ...parts]) {
                    for (let i = 0; i < text.length; i++) hash = (Math.imul(hash, 31) + text.charCodeAt(i)) | 0;
                  }
                  return hash;
                })
                """, Map.of("kind", widget.kind(), "states", states, "surveyed", widget instanceof Surveyed<?>));

        var onJvm = new ArrayList<Integer>();
        for (String state : states) {
            var found = widget instanceof Surveyed<S>
                    ? Play.survey(widget.kind(), "w", state)
                    : new Play.Findings("", List.of());
            var frame = Play.step(new Play.Request(
                    widget.kind(), "w", state, Change.of("", "", ""), "", found.findings(), List.of()));
            var all = new StringBuilder(found.findings()).append(frame.state()).append(frame.spoken());
            found.parts().forEach(part -> all.append(part.html()));
            frame.parts().forEach(part -> all.append(part.html()));
            onJvm.add(all.toString().hashCode());
        }
        assertEqualForEach(states, (List<?>) inBrowser, onJvm);
    }

    private static void assertEqualForEach(List<String> states, List<?> inBrowser, List<?> onJvm) {
        assertThat(inBrowser).hasSameSizeAs(states);
        for (int i = 0; i < states.size(); i++) {
            assertThat(inBrowser.get(i)).as(states.get(i)).isEqualTo(onJvm.get(i));
        }
    }
}
