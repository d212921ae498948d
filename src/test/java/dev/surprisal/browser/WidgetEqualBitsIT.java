package dev.surprisal.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surprisal.widget.Catalogue;
import dev.surprisal.widget.Change;
import dev.surprisal.widget.Outcome;
import dev.surprisal.widget.Play;
import dev.surprisal.widget.SeededPlay;
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
    private static final int STATES = Boolean.getBoolean("surprisal.deep") ? 20_000 : 1_000;

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
        List<String> states = SeededPlay.statesOf(widget, 2, STATES);

        var inBrowser = core.evaluate("""
                (core, {kind, states}) => states.map((state) =>
                  [...new BigUint64Array(Float64Array.from(core.numbers(kind, state)).buffer)]
                    .map((bits) => bits.toString(16)).join(' '))
                """, Map.of("kind", widget.kind(), "states", states));

        var onJvm = new ArrayList<String>();
        for (String state : states) {
            onJvm.add(bits(((Outcome.Result) widget.result(widget.decode(state))).numbers()));
        }
        assertThat(states).hasSize(STATES);
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
        List<String> states = SeededPlay.statesOf(widget, 3, STATES);

        var inBrowser = core.evaluate("""
                (core, {kind, states}) => states.map((state) => {
                  const frame = core.step(
                    {kind, id: 'w', state, how: '', control: '', input: '', held: '', entries: []});
                  let hash = 0;
                  for (const text of [frame.state, frame.spoken, ...frame.parts.map((part) => part.html)]) {
                    for (let i = 0; i < text.length; i++) hash = (Math.imul(hash, 31) + text.charCodeAt(i)) | 0;
                  }
                  return hash;
                })
                """, Map.of("kind", widget.kind(), "states", states));

        var onJvm = new ArrayList<Integer>();
        for (String state : states) {
            var frame = Play.step(new Play.Request(widget.kind(), "w", state, Change.of("", "", ""), "", List.of()));
            var all = new StringBuilder(frame.state()).append(frame.spoken());
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
