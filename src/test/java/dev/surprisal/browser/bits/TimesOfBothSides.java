package dev.surprisal.browser.bits;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surprisal.browser.CompiledCore;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Prints how long each of {@link TimedFunctions} takes in Chromium and on the JVM: after a second of warm-up, the least and the
 * median over batches of a few milliseconds. The least is what the work takes, also on a machine with other things to do. The
 * class's name keeps it out of the ordinary runs.
 */
class TimesOfBothSides {

    private static final double WARM_UP_MILLIS = 1000;
    private static final double BATCH_MILLIS = 4;
    private static final int BATCHES = 200;

    private static final String IN_THE_BROWSER = """
            (core, {name, warmUp, millis, batches}) => {
                let rounds = 1
                const batch = () => {
                    const start = performance.now()
                    core.run(name, rounds)
                    return performance.now() - start
                }
                const end = performance.now() + warmUp
                let took = 0
                while (performance.now() < end) {
                    took = batch()
                    if (took < millis) {
                        rounds *= 2
                    } else if (took > 3 * millis && rounds > 1) {
                        rounds /= 2
                    }
                }
                return Array.from({length: batches}, batch).map(time => time / rounds)
            }
            """;

    @Test
    void printsThem() {
        try (var core = new CompiledCore(Path.of("target/equal-bits/functions.js"))) {
            System.out.printf("%-28s %34s %34s%n", "", "Chromium, least and median", "JVM, least and median");
            for (String name : TimedFunctions.names()) {
                double[] there = inTheBrowser(core, name);
                double[] here = onTheJvm(name);
                System.out.printf(
                        "%-28s %14.2f µs %14.2f µs %14.2f µs %14.2f µs%n",
                        name, there[0], there[there.length / 2], here[0], here[here.length / 2]);
                assertThat(there[0]).isPositive();
            }
        }
    }

    /** In microseconds, ascending. */
    private static double[] inTheBrowser(CompiledCore core, String name) {
        var millis = (List<?>) core.evaluate(
                IN_THE_BROWSER,
                Map.of("name", name, "warmUp", WARM_UP_MILLIS, "millis", BATCH_MILLIS, "batches", BATCHES));
        return millis.stream()
                .mapToDouble(time -> 1e3 * ((Number) time).doubleValue())
                .sorted()
                .toArray();
    }

    /** In microseconds, ascending. */
    private static double[] onTheJvm(String name) {
        int rounds = 1;
        double end = now() + WARM_UP_MILLIS;
        while (now() < end) {
            double took = batch(name, rounds);
            if (took < BATCH_MILLIS) {
                rounds *= 2;
            } else if (took > 3 * BATCH_MILLIS && rounds > 1) {
                rounds /= 2;
            }
        }
        var times = new double[BATCHES];
        for (int i = 0; i < BATCHES; i++) {
            times[i] = 1e3 * batch(name, rounds) / rounds;
        }
        Arrays.sort(times);
        return times;
    }

    private static double batch(String name, int rounds) {
        double start = now();
        double sum = TimedFunctions.run(name, rounds);
        double took = now() - start;
        assertThat(sum).isNotNaN();
        return took;
    }

    private static double now() {
        return System.nanoTime() * 1e-6;
    }
}
