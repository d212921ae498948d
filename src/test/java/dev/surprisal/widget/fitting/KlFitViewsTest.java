package dev.surprisal.widget.fitting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.surprisal.math.distribution.Mixture;
import dev.surprisal.math.distribution.Normal;
import dev.surprisal.math.information.Divergence;
import dev.surprisal.widget.Change;
import dev.surprisal.widget.Edit;
import dev.surprisal.widget.Outcome;
import dev.surprisal.widget.Readout;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The way between the directions, and a sample of the target. */
class KlFitViewsTest {

    private static final String DIRECTIONS = "1~nats~gradient~0.02_0~1_1.5~0.5_-2_0.5_0.5_2_0.5";
    private static final String ONE_NORMAL = "1~nats~gradient~0.02_0~1_1.5~1_1.5_0.8";

    private final KlFit widget = new KlFit();

    private KlFit.State changed(KlFit.State state, Change change) {
        return ((Edit.Changed<KlFit.State>) widget.edit(state, change)).state();
    }

    private Outcome.Result result(String text) {
        return (Outcome.Result) widget.result(widget.decode(text));
    }

    private static double readout(Outcome.Result result, String label, int nth) {
        return result.readouts().stream()
                .filter(readout -> readout.label().equals(label))
                .skip(nth)
                .findFirst()
                .orElseThrow()
                .value();
    }

    @Test
    void theEndsOfTheWaysAreTheFitsOfBothDirections() {
        Outcome.Result forward = result(DIRECTIONS + "~between~1");
        // Mean and variance of the target: 0 and 4.25
        assertThat(readout(forward, "*μ*", 0)).isCloseTo(0, within(1e-8));
        assertThat(readout(forward, "*σ*", 0)).isCloseTo(2.0615528128, within(1e-8));
        assertThat(forward.headline().getFirst().value()).isCloseTo(0.7235530265, within(1e-9));

        // The global minimum of the curriculum's table
        Outcome.Result reverse = result(DIRECTIONS + "~between~0");
        assertThat(readout(reverse, "*μ*", 1)).isCloseTo(-1.9998008691, within(1e-8));
        assertThat(readout(reverse, "*σ*", 1)).isCloseTo(0.500398144956, within(1e-8));
        assertThat(reverse.headline().getLast().value()).isCloseTo(0.693052941666, within(1e-9));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.1, 0.5, 0.83})
    void onTheWayBothFitsAreLowerThanTheirNeighbours(double alpha) {
        Outcome.Result result = result(DIRECTIONS + "~between~" + alpha);
        Mixture p = widget.decode(DIRECTIONS).target().toMixture();

        for (int side = 0; side < 2; side++) {
            double mean = readout(result, "*μ*", side);
            double sd = readout(result, "*σ*", side);
            double least = Divergence.alpha(p, new Normal(mean, sd), alpha);
            assertThat(result.headline().get(side).value()).isCloseTo(least, within(1e-12));
            for (double by : new double[] {-1e-3, 1e-3}) {
                assertThat(Divergence.alpha(p, new Normal(mean + by, sd), alpha))
                        .isGreaterThan(least);
                assertThat(Divergence.alpha(p, new Normal(mean, sd + by), alpha))
                        .isGreaterThan(least);
            }
        }
    }

    @Test
    void aWayLosesItsMinimumAndThenBothMeet() {
        assertThat(result(DIRECTIONS + "~between~0.2").words()).contains("comes from the best reverse optimum is at");
        assertThat(result(DIRECTIONS + "~between~0.97").words()).contains("both ways have met");
        assertThat(result(ONE_NORMAL + "~between~0.5").words()).contains("both ways have met: *q* = N(1.5, 0.8²)");
    }

    @Test
    void theFindingsOfAWayLastForEveryAlphaAndThoseOfASampleForThatOne() {
        KlFit.State half = widget.decode(DIRECTIONS + "~between~0.5");
        String findings = widget.findings(half);
        assertThat(widget.isAbout(findings, changed(half, new Change.Slid("alpha", 0.7))))
                .isTrue();
        assertThat(widget.isAbout(findings, widget.decode(DIRECTIONS))).isFalse();
        assertThat(widget.isAbout(widget.findings(widget.decode(DIRECTIONS)), half))
                .isFalse();

        KlFit.State sample = widget.decode(DIRECTIONS + "~sample~20_1");
        String ofSample = widget.findings(sample);
        assertThat(widget.isAbout(ofSample, changed(sample, new Change.Slid("q-mean", 2))))
                .isTrue();
        assertThat(widget.isAbout(ofSample, changed(sample, new Change.Pressed("draw"))))
                .isFalse();
    }

    @Test
    void beforeASurveyAWayIsFollowedFromItsBeginning() {
        KlFit.State state = widget.decode(DIRECTIONS + "~between~0.9");
        var early = (Outcome.Result) widget.result(state, state, widget.findings(widget.decode(DIRECTIONS)));

        assertThat(early.settled()).isFalse();
        assertThat(early.headline()).extracting(Readout::value).allMatch(value -> value > 0 && value < 1);
    }

    @Test
    void maximumLikelihoodIsTheLeastEstimatedForwardKl() {
        Outcome.Result start = result(DIRECTIONS + "~sample~50_3");
        double mean = readout(start, "*μ*", 0);
        double sd = readout(start, "*σ*", 0);
        double least = readout(start, "min −ℓ/*n*", 0);
        double constant = start.headline().getLast().value() - readout(start, "−ℓ(*q*)/*n*", 0);

        for (double[] q :
                new double[][] {{mean, sd}, {mean + 0.1, sd}, {mean - 0.1, sd}, {mean, sd * 1.1}, {mean, sd / 1.1}}) {
            Outcome.Result there =
                    result("1~nats~gradient~0.02_0~" + q[0] + "_" + q[1] + "~0.5_-2_0.5_0.5_2_0.5~sample~50_3");
            double nll = readout(there, "−ℓ(*q*)/*n*", 0);

            assertThat(there.headline().getLast().value()).isCloseTo(nll + constant, within(1e-12));
            assertThat(nll).isGreaterThanOrEqualTo(q[0] == mean && q[1] == sd ? least : least + 1e-4);
        }
    }

    @Test
    void aLargeSampleComesNearTheTargetAndTheSameNumberDrawsTheSamePoints() {
        Outcome.Result large = result(DIRECTIONS + "~sample~500_1");

        // The standard error of the mean is 2.06/√500 = 0.09
        assertThat(readout(large, "*μ*", 0)).isCloseTo(0, within(0.37));
        assertThat(readout(large, "*σ*", 0)).isCloseTo(2.06, within(0.2));
        assertThat(result(DIRECTIONS + "~sample~500_1")).isEqualTo(large);
        assertThat(result(DIRECTIONS + "~sample~500_2")).isNotEqualTo(large);
    }

    @Test
    void aViewIsChosenAndItsControlsComeWithIt() {
        KlFit.State state = widget.decode(DIRECTIONS);
        KlFit.State between = changed(state, new Change.Chosen("show", "between"));
        assertThat(widget.encode(between)).isEqualTo(DIRECTIONS + "~between~0.5");
        assertThat(widget.controls(between).actions()).extracting("control").containsExactly("add");
        assertThat(changed(between, new Change.Typed("alpha", "1/4")).view()).isEqualTo(new View.Between(0.25));

        KlFit.State sample = changed(between, new Change.Chosen("show", "sample"));
        assertThat(changed(sample, new Change.Pressed("draw")).view()).isEqualTo(new View.Sample(20, 2));
        assertThat(changed(sample, new Change.Slid("size", 1e9)).view()).isEqualTo(new View.Sample(500, 1));
        assertThat(widget.edit(sample, new Change.Typed("size", "2.5")))
                .isEqualTo(new Edit.Rejected<KlFit.State>("Enter a whole number from 2 to 500."));
        assertThat(changed(sample, new Change.Chosen("show", "directions"))).isEqualTo(state);
        assertThatThrownBy(() -> widget.edit(sample, new Change.Pressed("step")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "~between",
                "~between~1.5",
                "~between~-0",
                "~sample~1_1",
                "~sample~20",
                "~sample~20.5_1",
                "~directions",
                "~sample~20_1~more"
            })
    void aViewThatNoStateWroteIsRefused(String view) {
        assertThatThrownBy(() -> widget.decode(DIRECTIONS + view)).isInstanceOf(IllegalArgumentException.class);
    }
}
