package dev.surprisal.widget.information;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.surprisal.math.distribution.Bernoulli;
import dev.surprisal.math.distribution.Categorical;
import dev.surprisal.widget.Change;
import dev.surprisal.widget.Controls;
import dev.surprisal.widget.Edit;
import dev.surprisal.widget.Outcome;
import dev.surprisal.widget.Parameters;
import dev.surprisal.widget.Picture;
import dev.surprisal.widget.Play;
import dev.surprisal.widget.Readout;
import dev.surprisal.widget.Table;
import dev.surprisal.widget.Unit;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KlDiscreteTest {

    private static final double INFINITY = Double.POSITIVE_INFINITY;

    private final KlDiscrete widget = new KlDiscrete();

    private static KlDiscrete.State state(String p, String q) {
        return new KlDiscrete.State(vector(p), vector(q), Unit.NATS);
    }

    private static Probabilities vector(String numbers) {
        return Probabilities.of(
                Stream.of(numbers.split(" ")).mapToDouble(Double::parseDouble).toArray());
    }

    private Outcome.Result resultOf(KlDiscrete.State state) {
        return (Outcome.Result) widget.result(state);
    }

    private double readout(KlDiscrete.State state, String label) {
        var result = resultOf(state);
        return Stream.concat(result.headline().stream(), result.readouts().stream())
                .filter(readout -> readout.label().replace("*", "").equals(label))
                .findFirst()
                .map(Readout::value)
                .orElseThrow();
    }

    private KlDiscrete.State changed(KlDiscrete.State state, Change change) {
        return ((Edit.Changed<KlDiscrete.State>) widget.edit(state, change)).state();
    }

    private String messageOf(KlDiscrete.State state, Change change) {
        return ((Edit.Rejected<KlDiscrete.State>) widget.edit(state, change)).message();
    }

    private static Offset<Double> closeTo(double expected) {
        return within(Math.max(1e-13, Math.abs(expected) * 1e-11));
    }

    // ---- State to result

    /** To twelve digits by mpmath; where the curriculum has the pair (CALC-12), its values. */
    @ParameterizedTest
    @CsvSource({
        "fair-coin, 0.0871766935724, 0.0822828785051, 0.69314718056, 0.780323874132, 0.0210059257018, 0.2",
        "both-ways-equal, 0.519713193652, 0.519713193652, 0.974570189446, 1.4942833831, 0.121497139001, 0.4",
        "near, 0.0252671539216, 0.025815408455, 1.02965301406, 1.05492016799, 0.006367198334, 0.1",
        "far, 1.27569008917, 1.11531430613, 0.974570189446, 2.25026027862, 0.256703593219, 0.65",
        "wrong-code, 0.60650378299, 0.60650378299, 1.21300756598, 1.81951134897, 0.141702852738, 0.5",
        "one-hot, 0.356674943939, Infinity, 0, 0.356674943939, 0.117276936779, 0.3",
        "one-way-infinite, 0.223143551314, Infinity, 0.69314718056, 0.916290731874, 0.0748817616224, 0.2",
        "disjoint, Infinity, Infinity, 0.69314718056, Infinity, 0.69314718056, 1",
        "equal, 0, 0, 0.500402423538, 0.500402423538, 0, 0",
    })
    void examplesShowTheirKnownValues(
            String example, double forward, double reverse, double entropy, double cross, double js, double tv) {
        var state = changed(widget.initial(Parameters.none()), new Change.Chosen("preset", example));

        Offset<Double> twelveDigits = within(5.1e-12);
        assertThat(readout(state, "KL(p ‖ q)")).isCloseTo(forward, twelveDigits);
        assertThat(readout(state, "KL(q ‖ p)")).isCloseTo(reverse, twelveDigits);
        assertThat(readout(state, "H(p)")).isCloseTo(entropy, twelveDigits);
        assertThat(readout(state, "H(p, q)")).isCloseTo(cross, twelveDigits);
        assertThat(readout(state, "JS(p, q)")).isCloseTo(js, twelveDigits);
        assertThat(readout(state, "TV(p, q)")).isCloseTo(tv, twelveDigits);
    }

    /** Rows KLD of the course's reference values, computed with mpmath at 40 digits. */
    @ParameterizedTest
    @CsvSource({
        "0.5 0.5, 0.7 0.3, 0.0871766935723889, 0.0822828785050518",
        "0.01 0.99, 0.02 0.98, 0.00311937594377837, ",
        "0 1, 0.5 0.5, 0.693147180559945, Infinity",
        "1 0, 0.25 0.75, 1.38629436111989, Infinity",
        "0.5 0.5, 0 1, Infinity, 0.693147180559945",
        "0.5 0.5, 1e-300 1, 344.694616768547, ",
        "0.35 0.65, 0.8 0.2, 0.476788247007506, ",
        "0.5 0.3 0.2, 0.1 0.1 0.8, 0.857043770593505, ",
        "0 0.5 0.5, 0.2 0.4 0.4, 0.22314355131421, Infinity",
        "1 0, 0 1, Infinity, Infinity",
        "0.6 0.25 0.1 0.05, 0.25 0.25 0.25 0.25, 0.353180273603219, 0.412564976738589",
    })
    void klAgreesWithTheReferenceInBothDirections(String p, String q, double forward, @Nullable Double reverse) {
        var state = state(p, q);

        assertThat(readout(state, "KL(p ‖ q)")).isCloseTo(forward, closeTo(forward));
        if (reverse != null) {
            assertThat(readout(state, "KL(q ‖ p)")).isCloseTo(reverse, closeTo(reverse));
        }
    }

    /** Rows JSD of the same reference. */
    @ParameterizedTest
    @CsvSource({
        "0.5 0.5, 0.7 0.3, 0.021005925701837",
        "0 1, 1 0, 0.693147180559945",
        "0.9 0.1, 0.1 0.9, 0.368064207168497",
        "0.3 0.7, 0.3 0.7, 0",
        "0 0.5 0.5, 0.5 0.5 0, 0.346573590279973",
    })
    void jensenShannonAgreesWithTheReference(String p, String q, double js) {
        assertThat(readout(state(p, q), "JS(p, q)")).isCloseTo(js, closeTo(js));
    }

    @Test
    void bitsAreNatsOverTheLogarithmOfTwo() {
        var state = changed(state("0.5 0.25 0.125 0.125", "0.125 0.125 0.25 0.5"), new Change.Chosen("unit", "bits"));

        assertThat(readout(state, "KL(p ‖ q)")).isCloseTo(0.875, within(1e-15));
        assertThat(readout(state, "H(p)")).isEqualTo(1.75);
        assertThat(readout(state, "TV(p, q)")).as("has no unit").isEqualTo(0.5);
        assertThat(resultOf(state).headline())
                .allMatch(readout -> readout.remark().equals("bits"));
    }

    @Test
    void pinskersBoundHoldsInNatsWhateverTheUnit() {
        var nats = state("0.5 0.5", "0.7 0.3");
        var bits = changed(nats, new Change.Chosen("unit", "bits"));

        double bound = Math.sqrt(0.0871766935723889 / 2);
        assertThat(readout(nats, "√(KL(p ‖ q) / 2)")).isCloseTo(bound, closeTo(bound));
        assertThat(readout(bits, "√(KL(p ‖ q) / 2)")).isCloseTo(bound, closeTo(bound));
        assertThat(readout(nats, "TV(p, q)")).isLessThanOrEqualTo(bound);
    }

    @Test
    void theIdentityIsZeroForRandomPairs() {
        var random = new Random(12);
        for (int i = 0; i < 1000; i++) {
            var state = StatesOfKlDiscrete.random(random);
            if (widget.result(state) instanceof Outcome.Result && readout(state, "H(p, q)") < INFINITY) {
                assertThat(readout(state, "H(p, q) − H(p) − KL(p ‖ q)"))
                        .as(widget.encode(state))
                        .isZero();
            }
        }
    }

    @Test
    void infiniteKlNamesTheOutcomeAndHighlightsItsRow() {
        var result = resultOf(state("0.5 0.3 0.2", "0.6 0.4 0"));

        assertThat(result.headline().getFirst().value()).isEqualTo(INFINITY);
        assertThat(result.headline().getFirst().remark()).isEqualTo("since *q*(C) = 0");
        assertThat(result.notes())
                .contains("KL(*p* ‖ *q*) = +∞: *p* puts mass on outcome C, to which *q* gives probability 0.");
        assertThat(result.table().rows()).extracting(Table.Row::striking).containsExactly(false, false, true);
    }

    @Test
    void negativeTermsAreExplained() {
        assertThat(resultOf(state("0.5 0.5", "0.7 0.3")).notes())
                .containsExactly("The forward term of A is negative, because *q* gives more there than *p*."
                        + " That is normal: a single term may be negative, their sum never is.");
        assertThat(resultOf(state("0.2 0.8", "0.2 0.8")).notes()).isEmpty();
    }

    @Test
    void theTableAddsUpToTheDivergences() {
        var table = resultOf(state("0.5 0.5", "0.7 0.3")).table();

        assertThat(table.rows().getFirst().cells())
                .usingRecursiveFieldByFieldElementComparator()
                .startsWith(new Table.Cell.Words("A"), new Table.Cell.Ratio(0.5), new Table.Cell.Ratio(0.7));
        double sum = 0;
        for (Table.Row row : table.rows()) {
            sum += ((Table.Cell.Amount) row.cells().get(5)).value();
        }
        assertThat(sum).isCloseTo(0.0871766935723889, within(1e-15));
        assertThat(table.totals().getFirst().cells().get(5)).isEqualTo(new Table.Cell.Amount(readoutOfDefault()));
    }

    private double readoutOfDefault() {
        return readout(widget.initial(Parameters.none()), "KL(p ‖ q)");
    }

    @Test
    void theWordsStateTheNumbers() {
        assertThat(resultOf(widget.initial(Parameters.none())).words())
                .contains("(0.5, 0.5)", "(0.7, 0.3)", "0.08718 nats", "0.08228 nats", "0.78032 nats", "0.69315 nats");
        assertThat(resultOf(state("1 0", "0 1")).words())
                .contains("is infinite")
                .doesNotContain("NaN", "∞ nats");
    }

    @Test
    void noResultEverHoldsNaN() {
        var random = new Random(7);
        for (int i = 0; i < 1000; i++) {
            var state = StatesOfKlDiscrete.random(random);
            if (widget.result(state) instanceof Outcome.Result) {
                assertThat(Play.numbers("kl-discrete", widget.encode(state)))
                        .as(widget.encode(state))
                        .doesNotContain(Double.NaN);
                assertThat(readout(state, "KL(p ‖ q)")).isNotNegative();
                assertThat(readout(state, "JS(p, q)"))
                        .isBetween(0.0, state.unit().of(0.6931471805599453));
            }
        }
    }

    @Test
    void theAxisKeepsStillForFewOutcomesAndFitsMany() {
        assertThat(topOf(state("0.5 0.5", "0.1 0.9"))).isEqualTo(1);
        var many = "0.1 ".repeat(10).strip();
        assertThat(topOf(state(many, many))).isEqualTo(0.25);
    }

    private double topOf(KlDiscrete.State state) {
        return ((Picture.Bars) resultOf(state).picture()).top();
    }

    // ---- Editing

    @Test
    void ofTwoOutcomesTheOtherFollowsWithoutRoundingNoise() {
        var state = changed(state("0.5 0.5", "0.5 0.5"), new Change.Typed("q-0", "0.7"));

        assertThat(state.q()).isEqualTo(Probabilities.of(0.7, 0.3));
        assertThat(1 - 0.7).as("what a plain subtraction would give").isNotEqualTo(0.3);
    }

    @Test
    void aTypedValueIsExactAndLeavesTheOthersAlone() {
        var state = changed(state("0.5 0.3 0.2", "0.4 0.4 0.2"), new Change.Typed("p-1", "1/3"));

        assertThat(state.p()).isEqualTo(Probabilities.of(0.5, 1.0 / 3, 0.2));
    }

    @Test
    void aSliderRescalesTheOthersInProportion() {
        var state = changed(state("0.5 0.3 0.2", "0.4 0.4 0.2"), new Change.Slid("p-0", 0.6));

        assertThat(state.p()).isEqualTo(Probabilities.of(0.6, 0.24, 0.16));
    }

    @Test
    void aSliderSharesEquallyWhereTheOthersHaveNothing() {
        var state = changed(state("1 0 0", "0.4 0.4 0.2"), new Change.Slid("p-0", 0.5));

        assertThat(state.p()).isEqualTo(Probabilities.of(0.5, 0.25, 0.25));
    }

    @Test
    void aSliderKeepsTinyProbabilitiesAlive() {
        var state = changed(state("0.5 0.5 1e-300", "0.4 0.4 0.2"), new Change.Slid("p-0", 0.75));

        assertThat(state.p()).isEqualTo(Probabilities.of(0.75, 0.25, 5e-301));
    }

    @Test
    void draggingBeyondThePictureStopsAtItsEnds() {
        var state = state("0.5 0.5", "0.7 0.3");

        assertThat(changed(state, new Change.Dragged("q-0", 0.4, 1.3)).q()).isEqualTo(Probabilities.of(1, 0));
        assertThat(changed(state, new Change.Dragged("q-0", 0.4, -0.2)).q()).isEqualTo(Probabilities.of(0, 1));
        assertThat(changed(state, new Change.Dragged("q-0", 0.4, 0.6249)).q()).isEqualTo(Probabilities.of(0.62, 0.38));
    }

    @Test
    void slidersKeepTheSumAtOneFromAnyState() {
        var random = new Random(5);
        for (int i = 0; i < 1000; i++) {
            var state = StatesOfKlDiscrete.random(random);
            int k = random.nextInt(state.p().size());

            var moved = changed(state, new Change.Slid("p-" + k, random.nextDouble()));

            assertThat(moved.p().sum()).as(widget.encode(state)).isCloseTo(1, within(1e-14));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''     | Enter a number.",
                "abc    | Enter a number.",
                "0.5x   | Enter a number.",
                "1/2/3  | Enter a number.",
                "0.1.2  | Enter a number.",
                "1,2,3  | Enter a number.",
                "NaN    | Enter a finite number.",
                "∞      | Enter a finite number.",
                "-Infinity | Enter a finite number.",
                "1e999  | Enter a finite number.",
                "1/0    | Enter a finite number.",
                "0/0    | Enter a finite number.",
                "1.2    | A probability lies between 0 and 1.",
                "-0.1   | A probability lies between 0 and 1.",
                "−0.1   | A probability lies between 0 and 1.",
            })
    void whatIsNoProbabilityIsRejectedWithWhatIsAccepted(String text, String message) {
        assertThat(messageOf(state("0.5 0.5", "0.7 0.3"), new Change.Typed("p-0", text)))
                .isEqualTo(message);
    }

    @ParameterizedTest
    @CsvSource({"0.25, 0.25", "1e-3, 0.001", "1/3, 0.3333333333333333", "' .5 ', 0.5", "1, 1", "-0, 0", "2.5e-1, 0.25"})
    void probabilitiesAreReadAsTheyAreWritten(String text, double value) {
        assertThat(changed(state("0.5 0.5", "0.7 0.3"), new Change.Typed("p-0", text))
                        .p()
                        .get(0))
                .isEqualTo(value);
    }

    @Test
    void aDecimalCommaIsEchoedAsRead() {
        var edit = widget.edit(state("0.5 0.5", "0.7 0.3"), new Change.Typed("p-0", "0,25"));

        assertThat(edit).isInstanceOf(Edit.Changed.class);
        assertThat(((Edit.Changed<KlDiscrete.State>) edit).note()).isEqualTo("Read as 0.25.");
    }

    @Test
    void aSumOffOneShowsTheSumAndOffersToNormalise() {
        var state = changed(state("0.5 0.3 0.2", "0.4 0.4 0.2"), new Change.Typed("p-0", "0.4"));

        var invalid = (Outcome.Invalid) widget.result(state);
        assertThat(invalid.problems()).hasSize(1);
        assertThat(invalid.problems().getFirst().message()).isEqualTo("The probabilities of *p* sum to 0.9, not to 1.");
        assertThat(widget.controls(state).groups().getFirst().summary()).isEqualTo("Sum 0.9");
        var mended = changed(
                state,
                new Change.Pressed(
                        invalid.problems().getFirst().mends().getFirst().control()));
        assertThat(mended.p()).isEqualTo(Probabilities.of(0.4 / 0.9, 0.3 / 0.9, 0.2 / 0.9));
        assertThat(widget.result(mended)).isInstanceOf(Outcome.Result.class);
    }

    @Test
    void aSumWithinABillionthIsAcceptedSilently() {
        assertThat(widget.result(state("0.3333333333 0.3333333333 0.3333333333", "0.4 0.4 0.2")))
                .isInstanceOf(Outcome.Result.class);
        assertThat(widget.result(state("0.333333333 0.333333333 0.333333332", "0.4 0.4 0.2")))
                .isInstanceOf(Outcome.Invalid.class);
    }

    @Test
    void allZeroHasNoResultAndNothingToNormalise() {
        var state = changed(state("1 0 0", "0.4 0.4 0.2"), new Change.Typed("p-0", "0"));

        var invalid = (Outcome.Invalid) widget.result(state);
        assertThat(invalid.problems().getFirst().message()).contains("at least one must be above 0");
        assertThat(invalid.problems().getFirst().mends()).isEmpty();
        assertThat(changed(state, new Change.Pressed("normalise-p"))).isEqualTo(state);
    }

    @Test
    void anAddedOutcomeChangesNoNumber() {
        var state = state("0.5 0.5", "0.7 0.3");

        var more = changed(state, new Change.Pressed("add"));

        assertThat(more.p()).isEqualTo(Probabilities.of(0.5, 0.5, 0));
        assertThat(readout(more, "KL(p ‖ q)")).isEqualTo(readout(state, "KL(p ‖ q)"));
        assertThat(changed(more, new Change.Pressed("remove"))).isEqualTo(state);
    }

    @Test
    void aRemovedOutcomeLeavesItsShareToTheOthers() {
        var state = changed(state("0.5 0.3 0.2", "0 0 1"), new Change.Pressed("remove"));

        assertThat(state.p()).isEqualTo(Probabilities.of(0.625, 0.375));
        assertThat(state.q()).isEqualTo(Probabilities.of(0.5, 0.5));
    }

    @Test
    void thereAreTwoToTwentySixOutcomes() {
        var state = state("0.5 0.5", "0.7 0.3");
        assertThat(possible(state)).containsExactly("swap", "add");
        assertThat(changed(state, new Change.Pressed("remove"))).isEqualTo(state);

        for (int k = 3; k <= 26; k++) {
            state = changed(state, new Change.Pressed("add"));
        }
        assertThat(state.p().size()).isEqualTo(26);
        assertThat(possible(state)).containsExactly("swap", "remove");
        assertThat(changed(state, new Change.Pressed("add"))).isEqualTo(state);
        assertThat(widget.controls(state).actions())
                .extracting(Controls.Action::label)
                .contains("Remove outcome Z");
    }

    private List<String> possible(KlDiscrete.State state) {
        return widget.controls(state).actions().stream()
                .filter(Controls.Action::possible)
                .map(Controls.Action::control)
                .toList();
    }

    @Test
    void swappingExchangesTheDirections() {
        var state = state("0.5 0.5", "0.7 0.3");

        var swapped = changed(state, new Change.Pressed("swap"));

        assertThat(readout(swapped, "KL(p ‖ q)")).isEqualTo(readout(state, "KL(q ‖ p)"));
        assertThat(changed(swapped, new Change.Pressed("swap"))).isEqualTo(state);
    }

    @Test
    void anExampleIsRecognisedUntilSomethingIsChanged() {
        var state = changed(state("0.1 0.9", "0.9 0.1"), new Change.Chosen("preset", "near"));

        assertThat(exampleOf(state)).isEqualTo("near");
        assertThat(exampleOf(changed(state, new Change.Chosen("unit", "bits")))).isEqualTo("near");
        assertThat(exampleOf(changed(state, new Change.Slid("p-0", 0.1)))).isEmpty();
    }

    private String exampleOf(KlDiscrete.State state) {
        return widget.controls(state).choices().getFirst().chosen();
    }

    @ParameterizedTest
    @ValueSource(strings = {"p-2", "p--1", "p-", "p-00", "r-0", "", "unit"})
    void aControlThatIsNotThereIsACallersMistake(String control) {
        assertThatThrownBy(() -> widget.edit(state("0.5 0.5", "0.7 0.3"), new Change.Typed(control, "0.5")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> widget.edit(state("0.5 0.5", "0.7 0.3"), new Change.Pressed(control)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    // ---- Text of a state

    @Test
    void theTextOfAStateIsShortAndReadable() {
        assertThat(widget.encode(widget.initial(Parameters.none()))).isEqualTo("1~nats~0.5_0.5~0.7_0.3");
    }

    @Test
    void everyStateReadsBackToTheBit() {
        var random = new Random(42);
        for (int i = 0; i < 1000; i++) {
            var state = StatesOfKlDiscrete.random(random);

            String text = widget.encode(state);

            assertThat(widget.decode(text)).isEqualTo(state);
            assertThat(text).matches("[0-9a-z~_.-]+");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1",
                "~",
                "2~nats~0.5_0.5~0.7_0.3",
                "01~nats~0.5_0.5~0.7_0.3",
                "1~hats~0.5_0.5~0.7_0.3",
                "1~NATS~0.5_0.5~0.7_0.3",
                "1~nats~0.5_0.5",
                "1~nats~0.5_0.5~0.7_0.3~",
                "1~nats~0.5_0.5~0.7_0.3~0.1",
                "1~nats~0.5_0.5~0.7_0.2_0.1",
                "1~nats~1~1",
                "1~nats~~",
                "1~nats~0.5_~0.7_0.3",
                "1~nats~0.5_0.5~1.7_0.3",
                "1~nats~0.5_0.5~-0.7_0.3",
                "1~nats~0.5_0.5~-0_1",
                "1~nats~0.5_0.5~NaN_0.3",
                "1~nats~0.5_0.5~∞_0.3",
                "1~nats~0.5_0.5~1e999_0.3",
                "1~nats~0.5_0.5~0x1p-1_0.3",
                "1~nats~0.5_0.5~+0.7_0.3",
                "1~nats~0.5_0.5~ 0.7_0.3",
                "1~nats~0.5_0.5~0.7_0.3\n",
                "1~nats~0.5_0.5~<script>_0.3",
            })
    void aTextThatNoStateWroteIsRefused(String text) {
        assertThatThrownBy(() -> widget.decode(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aHugeTextIsRefusedAtOnce() {
        String many = String.join("_", Collections.nCopies(200_000, "0.5"));

        assertThatThrownBy(() -> widget.decode("1~nats~" + many + "~" + many))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("too long");
    }

    // ---- Parameters

    @Test
    void contentSetsTheVectorsAndTheUnit() {
        var state = widget.initial(Parameters.none()
                .with("p", List.of(0.2, 0.3, 0.5))
                .with("q", Categorical.of(0.25, 0.25, 0.5))
                .with("unit", "bits"));

        assertThat(state).isEqualTo(new KlDiscrete.State(vector("0.2 0.3 0.5"), vector("0.25 0.25 0.5"), Unit.BITS));
    }

    @Test
    void aCoinIsTwoOutcomesWithItsSuccessFirst() {
        var state = widget.initial(Parameters.none().with("q", new Bernoulli(0.7)));

        assertThat(state.q()).isEqualTo(Probabilities.of(0.7, 0.3));
    }

    @Test
    void aMistakeOfContentNamesTheParameterAndWhatItAccepts() {
        assertRefused(Parameters.none().with("p", List.of(0.5, 0.4)), "p must be a list of 2 to 26", "sum 0.9");
        assertRefused(Parameters.none().with("p", List.of(1.5, -0.5)), "p must be", "(1.5, −0.5)");
        assertRefused(Parameters.none().with("p", List.of(1.0)), "p must be");
        assertRefused(Parameters.none().with("p", Collections.nCopies(27, 1.0 / 27)), "p must be");
        assertRefused(Parameters.none().with("p", List.of(0.2, 0.3, 0.5)), "p and q need the same outcomes", "3 and 2");
        assertRefused(Parameters.none().with("unit", "hats"), "unit must be one of nats, bits, got hats");
        assertRefused(Parameters.none().with("unit", List.of(1.0)), "unit must be one of nats, bits");
        assertRefused(Parameters.none().with("p", "half"), "p must be a list", "got half");
        assertRefused(Parameters.none().with("r", "x"), "kl-discrete has no parameter r; it has p, q, unit");
    }

    private void assertRefused(Parameters parameters, String... parts) {
        assertThatThrownBy(() -> widget.initial(parameters))
                .isInstanceOf(IllegalArgumentException.class)
                .message()
                .contains(parts);
    }
}
