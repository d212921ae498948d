package dev.surprisal.browser.bits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.surprisal.browser.CompiledCore;
import dev.surprisal.math.reference.ReferenceRow;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The functions of the core give the same bits in Chromium as on the JVM. */
class EqualBitsIT {
    private static final Path FILE = Path.of("target/equal-bits/functions.js");

    /**
     * All inputs in the deep run; otherwise a fiftieth, which is 2,000 for a closed form and 50 for a quadrature or a fit.
     */
    private static final int SHARE = Boolean.getBoolean("surprisal.deep") ? 1 : 50;

    private static CompiledCore compiled;

    @BeforeAll
    static void start() {
        compiled = new CompiledCore(FILE);
    }

    @AfterAll
    static void stop() {
        compiled.close();
    }

    static Stream<String> functions() {
        return SeededFunctions.all().stream().map(SeededFunction::name);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("functions")
    void everyResultHasTheSameBits(String name) {
        var function = SeededFunctions.named(name);
        int[] here = function.hashes(SHARE);

        var there = (List<?>) compiled.evaluate(
                "(core, {name, share}) => [...core.hashes(name, share)]", Map.of("name", name, "share", SHARE));

        assertThat(there).hasSize(here.length);
        for (int block = 0; block < here.length; block++) {
            if (!there.get(block).equals(here[block])) {
                failAtTheFirstDifference(function, block);
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("referenceRows")
    void everyRowOfTheReferenceTableHasTheSameBits(String id, String quantity, String inputs) {
        Object there = compiled.evaluate(
                "(core, {quantity, inputs}) => core.bits(quantity, inputs)",
                Map.of("quantity", quantity, "inputs", inputs));

        assertThat(there).isEqualTo(SeededFunctions.bits(quantity, inputs));
    }

    static Stream<Arguments> referenceRows() {
        return ReferenceRow.all().stream().map(row -> Arguments.of(row.id(), row.quantity(), row.inputs()));
    }

    private static void failAtTheFirstDifference(SeededFunction function, int block) {
        var there = (List<?>) compiled.evaluate(
                "(core, {name, block}) => core.lines(name, block)", Map.of("name", function.name(), "block", block));
        var here = function.lines(block);
        for (int i = 0; i < here.size(); i++) {
            assertThat(there.get(i)).isEqualTo(here.get(i));
        }
        fail("block %s of %s has another hash and yet the same lines", block, function.name());
    }
}
