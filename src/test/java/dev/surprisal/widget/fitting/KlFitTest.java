package dev.surprisal.widget.fitting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.surprisal.math.distribution.Mixture;
import dev.surprisal.math.distribution.Normal;
import dev.surprisal.widget.Change;
import dev.surprisal.widget.Controls;
import dev.surprisal.widget.Edit;
import dev.surprisal.widget.Outcome;
import dev.surprisal.widget.Parameters;
import dev.surprisal.widget.Picture;
import dev.surprisal.widget.Play;
import dev.surprisal.widget.Quantity;
import dev.surprisal.widget.SeededPlay;
import dev.surprisal.widget.Table;
import dev.surprisal.widget.Unit;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

class KlFitTest {

    private static final String DEFAULT = "1~nats~gradient~0.02_0~1_1.5~0.5_-2_0.5_0.5_2_0.5";

    private final KlFit widget = new KlFit();

    private KlFit.State state(String text) {
        return widget.decode(text);
    }

    private KlFit.State preset(String name) {
        return changed(state(DEFAULT), new Change.Chosen("target", name));
    }

    private KlFit.State changed(KlFit.State state, Change change) {
        return ((Edit.Changed<KlFit.State>) widget.edit(state, change)).state();
    }

    private Outcome.Result result(KlFit.State state) {
        return (Outcome.Result) widget.result(state);
    }

    // ---- Against the table of fits that was found with other tools

    static Stream<String> targets() {
        return Preset.all().stream().map(Preset::name);
    }

    private static Map<?, ?> expected(String name) {
        try (var in = Objects.requireNonNull(KlFit.class.getResourceAsStream("/dev/surprisal/math/fit/kl_fits.json"))) {
            // JSON is YAML
            var all = (Map<?, ?>)
                    Objects.requireNonNull(new Load(LoadSettings.builder().build()).loadFromInputStream(in));
            return (Map<?, ?>) Objects.requireNonNull(all.get(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static double number(Object object, String key) {
        return Double.parseDouble(
                Objects.requireNonNull(((Map<?, ?>) object).get(key)).toString());
    }

    @ParameterizedTest
    @MethodSource("targets")
    void everyPresetIsTheTargetOfItsName(String name) {
        var table = expected(name);
        Modes target = preset(name).target();

        var weights = (List<?>) Objects.requireNonNull(table.get("weights"));
        assertThat(target.size()).isEqualTo(weights.size());
        for (int k = 0; k < target.size(); k++) {
            assertThat(target.weight(k)).isCloseTo(nth(table, "weights", k), within(1e-15));
            assertThat(target.bell(k).mean()).isEqualTo(nth(table, "means", k));
            assertThat(target.bell(k).sd()).isEqualTo(nth(table, "sds", k));
        }
    }

    private static double nth(Map<?, ?> table, String key, int k) {
        String written =
                ((List<?>) Objects.requireNonNull(table.get(key))).get(k).toString();
        return written.equals("1/3") ? 1.0 / 3 : Double.parseDouble(written);
    }

    @ParameterizedTest
    @MethodSource("targets")
    void theForwardOptimumIsThatOfTheTable(String name) {
        var forward = Objects.requireNonNull(expected(name).get("forward"));

        List<Double> row = rows(preset(name), "forward optimum").getFirst();

        assertThat(row.get(0)).isCloseTo(number(forward, "mu"), within(1e-14));
        assertThat(row.get(1)).isCloseTo(number(forward, "sigma"), within(1e-13));
        assertThat(row.get(2)).isCloseTo(number(forward, "kl"), within(1e-12));
    }

    @ParameterizedTest
    @MethodSource("targets")
    void everyStationaryPointOfTheTableIsShownAndNoOther(String name) {
        var points = (List<?>) Objects.requireNonNull(expected(name).get("reverse"));
        double least =
                points.stream().mapToDouble(point -> number(point, "kl")).min().orElseThrow();

        KlFit.State state = preset(name);

        assertThat(rows(state, "reverse")).hasSize(points.size());
        for (Object point : points) {
            boolean minimum = "min".equals(((Map<?, ?>) point).get("kind"));
            double kl = number(point, "kl");
            String kind = !minimum ? "reverse, saddle" : kl < least + 1e-9 ? "reverse, global" : "reverse, local";
            assertThat(rows(state, kind)).as(kind + " " + point).anySatisfy(row -> {
                assertThat(row.get(0)).isCloseTo(number(point, "mu"), within(1e-9));
                assertThat(row.get(1)).isCloseTo(number(point, "sigma"), within(1e-9));
                assertThat(row.get(3)).isCloseTo(kl, within(1e-12));
            });
        }
    }

    /** The numbers of the rows whose name begins so: mean, sd, forward KL, reverse KL. */
    private List<List<Double>> rows(KlFit.State state, String name) {
        return result(state).table().rows().stream()
                .filter(row ->
                        row.cells().getFirst() instanceof Table.Cell.Words(String words) && words.startsWith(name))
                .map(KlFitTest::numbers)
                .toList();
    }

    private static List<Double> numbers(Table.Row row) {
        return row.cells().subList(1, 5).stream()
                .map(cell ->
                        cell instanceof Table.Cell.Place(double value) ? value : ((Table.Cell.Amount) cell).value())
                .toList();
    }

    @Test
    void bothKlsOfTheForwardOptimumAreThoseOfTheTable() {
        KlFit.State state = changed(preset("T1"), new Change.Typed("q-mean", "0"));
        state = changed(state, new Change.Typed("q-sd", "2.06155281280883"));

        assertThat(headline(state, 0)).isCloseTo(0.723553026545188, within(1e-13));
        assertThat(headline(state, 1)).isCloseTo(2.09761721, within(5e-9));
    }

    @Test
    void bitsAreNatsDividedByTheLogarithmOfTwo() {
        KlFit.State nats = state(DEFAULT);
        KlFit.State bits = changed(nats, new Change.Chosen("unit", "bits"));

        assertThat(headline(bits, 0)).isCloseTo(headline(nats, 0) / Math.log(2), within(1e-14));
        assertThat(headline(bits, 1)).isCloseTo(headline(nats, 1) / Math.log(2), within(1e-14));
        assertThat(result(bits).words()).contains("bits").doesNotContain("nats");
    }

    private double headline(KlFit.State state, int place) {
        return result(state).headline().get(place).value();
    }

    @Test
    void equalComponentsOnTopOfEachOtherAreFittedPerfectlyInBothDirections() {
        KlFit.State state = state("1~nats~gradient~0.02_0~1_0.8~0.3_1_0.8_0.7_1_0.8");

        assertThat(headline(state, 0)).isBetween(0.0, 1e-14);
        assertThat(headline(state, 1)).isBetween(0.0, 1e-14);
        assertThat(rows(state, "reverse")).hasSize(1);
    }

    @Test
    void noNumberIsEverNaNOrNegativeKl() {
        for (String text : SeededPlay.statesOf(widget, 11, 8)) {
            KlFit.State state = state(text);

            assertThat(Play.numbers("kl-fit", text)).as(text).doesNotContain(Double.NaN);
            assertThat(headline(state, 0)).as(text).isNotNegative();
            // An estimate from a sample may be
            if (!(state.view() instanceof View.Sample)) {
                assertThat(headline(state, 1)).as(text).isNotNegative();
            }
        }
    }

    @Test
    void aTaskCanAskWhereTheDescentsHaveGotTo() {
        KlFit.State state = state("1~nats~newton~0.02_200~3_0.3~0.5_-2_0.5_0.5_2_0.5");

        assertThat(widget.quantities(state).subList(0, 5))
                .containsExactly(
                        Quantity.list("start", List.of(3.0, 0.3)),
                        Quantity.list("weights", List.of(0.5, 0.5)),
                        Quantity.list("means", List.of(-2.0, 2.0)),
                        Quantity.list("sds", List.of(0.5, 0.5)),
                        Quantity.number("steps", 200));
        assertPlace(widget.quantities(state).get(5), "forward", 0, 2.06155281281);
        assertPlace(widget.quantities(state).get(6), "reverse", 1.9998008691, 0.500398144956);
    }

    private static void assertPlace(Quantity quantity, String name, double mean, double sd) {
        assertThat(quantity.name()).isEqualTo(name);
        assertThat(quantity.values().get(0)).isCloseTo(mean, within(1e-6));
        assertThat(quantity.values().get(1)).isCloseTo(sd, within(1e-6));
    }

    // ---- What everybody should take away

    @ParameterizedTest
    @MethodSource("targets")
    void theFourStatementsAreAlwaysThere(String name) {
        var notes = result(preset(name)).notes();

        assertThat(notes).hasSize(4);
        assertThat(notes.get(0)).startsWith("Forward has exactly one optimum, whatever the start");
        assertThat(notes.get(1)).startsWith("Reverse may have several local optima, and the start decides");
        assertThat(notes.get(2)).startsWith("“Reverse picks a mode” holds only for well-separated modes.");
        assertThat(notes.get(3)).contains("a wide, symmetric local optimum exists at every distance");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "T1 | the global optimum sits on one component",
                "T2 | the only optimum spreads over both components",
                "T6 | the only optimum spreads over both components",
                "T7 | the only optimum spreads over both components",
                "T8 | the only optimum spreads over both components",
                "T9 | the global optimum sits on one component",
                "T10 | the global optimum spreads over all three components",
                "T11 | the only optimum spreads over both components",
                "T13 | the global optimum spreads over two components",
                "T14 | both directions reach a KL of 0",
            })
    void whatReversePicksIsToldForTheTargetAtHand(String name, String words) {
        assertThat(result(preset(name)).notes().get(2)).contains(words);
    }

    @Test
    void theWordsNameEveryOptimumWithItsValue() {
        assertThat(result(state(DEFAULT)).words())
                .contains(
                        "a mixture of two normals: 0.5 N(−2, 0.5²) + 0.5 N(2, 0.5²)",
                        "N(0, 2.06155²)",
                        "0.72355 nats",
                        "three optima here: N(−1.9998, 0.5004²) at 0.69305 nats (global), N(0, 1.73636²) at 1.87120 nats"
                                + " (local) and N(1.9998, 0.5004²) at 0.69305 nats (global), with two saddles between");
    }

    // ---- Descents

    @ParameterizedTest
    @CsvSource({
        "-3, 2.5, -1.9998, 0.5004, a global optimum",
        "-1, 1, -1.9998, 0.5004, a global optimum",
        "-0.5, 1, 0, 1.7364, a local optimum",
        "0.5, 0.3, 1.9998, 0.5004, a global optimum",
        "1, 1, 1.9998, 0.5004, a global optimum",
    })
    void theStartDecidesWhereTheReverseDescentEnds(String mean, String sd, double endMean, double endSd, String words) {
        KlFit.State state = changed(state(DEFAULT), new Change.Typed("q-mean", mean));
        state = changed(state, new Change.Typed("q-sd", sd));
        state = changed(state, new Change.Typed("rate", "0.05"));

        state = run(state);

        assertThat(reverseEnd(state).get(0)).isCloseTo(endMean, within(5e-5));
        assertThat(reverseEnd(state).get(1)).isCloseTo(endSd, within(5e-5));
        assertThat(result(state).words()).contains("The descent in the reverse KL has arrived", words);
        assertThat(forwardEnd(state).get(0)).isCloseTo(0, within(1e-6));
    }

    /** As far as it goes, and no further. */
    private KlFit.State run(KlFit.State state) {
        KlFit.State there = widget.decode(widget.encode(state).replaceFirst("_0~", "_1999~"));
        return changed(there, new Change.Pressed("step"));
    }

    /** Where the descents are: mean, sd, forward KL, reverse KL. */
    private List<Double> forwardEnd(KlFit.State state) {
        return numbers(result(state).table().totals().getFirst());
    }

    private List<Double> reverseEnd(KlFit.State state) {
        return numbers(result(state).table().totals().getLast());
    }

    @Test
    void newtonArrivesWithinAFewSteps() {
        KlFit.State state = run(changed(preset("T9"), new Change.Chosen("walk", "newton")));

        assertThat(state.steps()).isBetween(3, 40);
        assertThat(result(state).words()).contains("The descent in the reverse KL has arrived");
    }

    @Test
    void aRunTakesMoreAndMoreStepsAFrameAndEndsByItself() {
        KlFit.State state = changed(state(DEFAULT), new Change.Chosen("walk", "newton"));
        KlFit.State end = run(state);

        for (int press = 0; press < end.steps(); press++) {
            state = changed(state, new Change.Pressed("run"));
        }

        assertThat(state).isEqualTo(end);
        assertThat(changed(state, new Change.Pressed("run"))).isEqualTo(state);
    }

    @Test
    void stepsThatAreTooLargeAreToldToBeMadeSmaller() {
        KlFit.State state = changed(preset("T9"), new Change.Typed("q-mean", "0"));
        state = changed(state, new Change.Typed("q-sd", "3"));
        state = run(changed(state, new Change.Typed("rate", "1")));

        assertThat(result(state).words()).contains("make *η* smaller");
    }

    @Test
    void aStepIsOneStepAndBackIsTheStart() {
        KlFit.State once = changed(state(DEFAULT), new Change.Pressed("step"));
        assertThat(once.steps()).isEqualTo(1);

        // Of the forward KL: by the mean −(0 − 1)/1.5², by ln σ 1 − (4.25 + 1)/1.5²
        assertThat(forwardEnd(once).get(0)).isCloseTo(1 - 0.02 / 2.25, within(1e-15));
        assertThat(forwardEnd(once).get(1)).isCloseTo(1.5 * Math.exp(-0.02 * (1 - 5.25 / 2.25)), within(1e-14));
        assertThat(changed(once, new Change.Pressed("back"))).isEqualTo(state(DEFAULT));
        assertThat(changed(once, new Change.Slid("q-mean", 2)).steps()).isZero();
    }

    /** By the slopes of the forward KL, m/s² in the mean and 1 − (4.25 + m²)/s² in ln s, and Polyak’s rule with 0.9. */
    @Test
    void momentumCarriesNineTenthsOfTheStepBefore() {
        KlFit.State twice = changed(state(DEFAULT), new Change.Chosen("walk", "momentum"));
        twice = changed(changed(twice, new Change.Pressed("step")), new Change.Pressed("step"));

        double firstMean = -0.02 / 2.25;
        double firstLog = -0.02 * (1 - 5.25 / 2.25);
        double mean = 1 + firstMean;
        double square = 2.25 * Math.exp(2 * firstLog);
        assertThat(forwardEnd(twice).get(0)).isCloseTo(mean + 0.9 * firstMean - 0.02 * mean / square, within(1e-14));
        double log = firstLog + 0.9 * firstLog - 0.02 * (1 - (4.25 + mean * mean) / square);
        assertThat(forwardEnd(twice).get(1)).isCloseTo(1.5 * Math.exp(log), within(1e-14));
    }

    /** Kingma and Ba: whatever the slope, the first step is the rate, less a part of 1e-8 over the slope. */
    @Test
    void theFirstStepOfAdamIsTheRateInEachCoordinate() {
        KlFit.State adam = changed(state(DEFAULT), new Change.Chosen("walk", "adam"));

        KlFit.State once = changed(adam, new Change.Pressed("step"));

        assertThat(forwardEnd(once).get(0)).isCloseTo(1 - 0.02, within(1e-9));
        assertThat(forwardEnd(once).get(1)).isCloseTo(1.5 * Math.exp(0.02), within(1e-9));
        assertThat(widget.decode(widget.encode(once))).isEqualTo(once);
        assertThat(widget.edit(adam, new Change.Typed("rate", "0.1"))).isInstanceOf(Edit.Changed.class);
    }

    @Test
    void onlyNewtonHasNoRate() {
        KlFit.State newton = changed(state(DEFAULT), new Change.Chosen("walk", "newton"));

        assertThatThrownBy(() -> widget.edit(newton, new Change.Typed("rate", "0.1")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theChartShowsTheValuesOfBothDescents() {
        KlFit.State state = run(changed(state(DEFAULT), new Change.Chosen("walk", "newton")));

        var steps = (Picture.Steps) result(state).figures().getLast().picture();

        assertThat(steps.steps()).startsWith(0.0, 1.0).endsWith((double) state.steps());
        assertThat(steps.tracks().get(0).values().getLast()).isCloseTo(0.723553026545188, within(1e-12));
        assertThat(steps.tracks().get(1).values())
                .isSortedAccordingTo((a, b) -> Double.compare(b, a))
                .hasSameSizeAs(steps.steps());
    }

    // ---- Findings

    @Test
    void findingsOfAnotherTargetAreNotTakenForThoseOfThisOne() {
        String findings = widget.findings(preset("T3"));
        KlFit.State state = state(DEFAULT);

        var stale = (Outcome.Result) widget.result(state, state, findings);

        assertThat(widget.isAbout(findings, state)).isFalse();
        assertThat(widget.isAbout(findings, preset("T3"))).isTrue();
        assertThat(widget.isAbout(findings, changed(preset("T3"), new Change.Slid("q-mean", 3))))
                .isTrue();
        assertThat(stale.settled()).isFalse();
        assertThat(result(state).settled()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1",
                "1~sure",
                "1~1_0_1~sure~9_0_1_0_0",
                "1~1_0_1~sure~-1_0_1_0_0",
                "1~1_0_1~sure~0.5~1",
                "1~1_0_1~sure~1e999_0_1_0_0",
                "2~1_0_1~sure~0_0_1_0_0",
                "<script>",
            })
    void whatIsNoFindingsCountsAsNone(String findings) {
        KlFit.State state = state("1~nats~gradient~0.02_0~1_1.5~1_0_1");

        assertThat(widget.isAbout(findings, state)).isFalse();
        assertThat(((Outcome.Result) widget.result(state, state, findings)).settled())
                .isFalse();
    }

    // ---- Controls

    @Test
    void aPeakIsDraggedSidewaysAndNarrowedUpwards() {
        KlFit.State state = changed(state(DEFAULT), new Change.Dragged("q-peak", -1.5, 0.7978845608028654));
        assertThat(state.start()).isEqualTo(new Bell(-1.5, 0.5));

        // Half the weight, half the height
        state = changed(state, new Change.Dragged("peak-1", 3, 0.3989422804014327));
        assertThat(state.target().bell(1)).isEqualTo(new Bell(3, 0.5));

        state = changed(state, new Change.Dragged("place", 2, Math.log(2)));
        assertThat(state.start()).isEqualTo(new Bell(2, 2));
    }

    @ParameterizedTest
    @CsvSource({
        "q-peak, 99, -1",
        "q-peak, -99, 1e9",
        "peak-0, 99, 1e9",
        "peak-1, -99, 0",
        "place, 99, 99",
        "place, 0, -1e300"
    })
    void aHandleDraggedOutOfThePictureStopsAtTheLimits(String control, double x, double y) {
        KlFit.State state = changed(state(DEFAULT), new Change.Dragged(control, x, y));

        assertThat(widget.decode(widget.encode(state))).isEqualTo(state);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "q-mean | 11 | A mean lies between −10 and 10 here.",
                "q-sd | 0 | A standard deviation lies between 0.05 and 10 here.",
                "q-sd | nan | Enter a finite number.",
                "w-0 | 1 | A weight lies between 0.01 and 0.99; the others share the rest.",
                "s-1 | 0.01 | A standard deviation lies between 0.1 and 5 here.",
                "m-0 | two | Enter a number.",
                "rate | 0 | A step size lies between 0.001 and 1.",
            })
    void whatIsOutOfLimitsIsRejectedWithWhatIsAccepted(String control, String text, String message) {
        var edit = widget.edit(state(DEFAULT), new Change.Typed(control, text));

        assertThat(edit).isEqualTo(new Edit.Rejected<KlFit.State>(message));
    }

    @Test
    void aWeightTakesFromTheOthersInProportion() {
        KlFit.State state = changed(preset("T13"), new Change.Typed("w-1", "0.6"));

        assertThat(state.target().weights()).containsExactly(0.16, 0.6, 0.24);
        assertThat(changed(state(DEFAULT), new Change.Slid("w-0", 0.7)).target().weights())
                .containsExactly(0.7, 0.3);
    }

    @Test
    void componentsAreAddedUpToFiveAndRemovedDownToOne() {
        KlFit.State state = state(DEFAULT);
        for (int size = 3; size <= 5; size++) {
            state = changed(state, new Change.Pressed("add"));
            assertThat(state.target().size()).isEqualTo(size);
        }
        assertThat(changed(state, new Change.Pressed("add"))).isEqualTo(state);

        while (state.target().size() > 1) {
            state = changed(state, new Change.Pressed("remove-0"));
        }
        assertThat(state.target().weights()).containsExactly(1.0);
        assertThat(widget.controls(state).groups().getLast().fields())
                .extracting(Controls.Field::control)
                .containsExactly("m-0", "s-0");
    }

    @Test
    void theAxesStayWhileAMovementGoesOn() {
        KlFit.State begun = state(DEFAULT);
        KlFit.State now = changed(begun, new Change.Dragged("peak-1", 9, 0.1));

        assertThat(axes((Outcome.Result) widget.result(now, begun, ""))).isEqualTo(axes(result(begun)));
        assertThat(axes(result(now))).isNotEqualTo(axes(result(begun)));
    }

    private static Picture.Axes axes(Outcome.Result result) {
        return ((Picture.Panels) result.picture()).axes();
    }

    // ---- Text of a state

    @Test
    void theTextOfAStateIsShortAndReadable() {
        assertThat(widget.encode(widget.initial(Parameters.none()))).isEqualTo(DEFAULT);
    }

    @Test
    void everyStateReadsBack() {
        for (String text : SeededPlay.statesOf(widget, 5, 20)) {
            assertThat(widget.encode(widget.decode(text))).isEqualTo(text).matches("[0-9a-z~_.-]+");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2~nats~gradient~0.02_0~1_1.5~1_0_1",
                "1~hats~gradient~0.02_0~1_1.5~1_0_1",
                "1~nats~uphill~0.02_0~1_1.5~1_0_1",
                "1~nats~gradient~0.02~1_1.5~1_0_1",
                "1~nats~gradient~0_0~1_1.5~1_0_1",
                "1~nats~gradient~2_0~1_1.5~1_0_1",
                "1~nats~gradient~0.02_0.5~1_1.5~1_0_1",
                "1~nats~gradient~0.02_-1~1_1.5~1_0_1",
                "1~nats~gradient~0.02_2001~1_1.5~1_0_1",
                "1~nats~gradient~0.02_0~11_1.5~1_0_1",
                "1~nats~gradient~0.02_0~1_0.01~1_0_1",
                "1~nats~gradient~0.02_0~1_1.5~0.5_0_1",
                "1~nats~gradient~0.02_0~1_1.5~1_0_0.01",
                "1~nats~gradient~0.02_0~1_1.5~1_0",
                "1~nats~gradient~0.02_0~1_1.5~0_0_1_1_0_1",
                "1~nats~gradient~0.02_0~1_1.5~0.1_0_1_0.1_0_1_0.1_0_1_0.1_0_1_0.1_0_1_0.5_0_1",
                "1~nats~gradient~0.02_0~1_1.5~1_0_1~",
            })
    void aTextThatNoStateWroteIsRefused(String text) {
        assertThatThrownBy(() -> widget.decode(text)).isInstanceOf(IllegalArgumentException.class);
    }

    // ---- Parameters

    @Test
    void contentSetsTargetStartAndUnit() {
        KlFit.State state = widget.initial(Parameters.none()
                .with("target", Mixture.ofNormals(new double[] {0.25, 0.75}, new double[] {-1, 3}, new double[] {1, 0.5
                }))
                .with("start", new Normal(0, 2))
                .with("rate", List.of(0.1))
                .with("unit", "bits"));

        assertThat(state.target()).isEqualTo(Modes.of(0.25, -1, 1, 0.75, 3, 0.5));
        assertThat(state.start()).isEqualTo(new Bell(0, 2));
        assertThat(state.unit()).isEqualTo(Unit.BITS);
        assertThat(state.rate()).isEqualTo(0.1);
    }

    @Test
    void aMistakeOfContentNamesTheParameterAndWhatItAccepts() {
        assertThatThrownBy(() -> widget.initial(Parameters.none().with("target", new Normal(0, 50))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("target must be a normal or a mixture of at most 5 normals");
        assertThatThrownBy(() -> widget.initial(Parameters.none()
                        .with(
                                "start",
                                Mixture.ofNormals(new double[] {0.5, 0.5}, new double[] {0, 1}, new double[] {1, 1}))))
                .hasMessageStartingWith("start must be a normal with a mean");
        assertThatThrownBy(() -> widget.initial(Parameters.none().with("target", List.of(1.0))))
                .hasMessageStartingWith("target must be");
        assertThatThrownBy(() -> widget.initial(Parameters.none().with("start", new Normal(0, 0.01))))
                .hasMessageStartingWith("start must be");
        assertThatThrownBy(() -> widget.initial(Parameters.none().with("rate", List.of(2.0))))
                .hasMessage("rate must be a step size from 0.001 to 1, got 2");
    }
}
