package dev.surprisal.site;

import static java.lang.Math.log;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.surprisal.content.Course;
import dev.surprisal.learner.Forecast;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

class CalibrationTest {
    private static final Offset<Double> EXACT = within(1e-14);

    /** 50 %, of two one right; 75 %, of four three right: nothing is lost, and telling the two apart saves something. */
    @Test
    void probabilitiesThatAreTheSharesLoseNothing() {
        Calibration calibration = calibration(of(50, 1, 2), of(75, 3, 4));

        assertThat(calibration.reliabilityNats()).isZero();
        assertThat(calibration.uncertaintyNats()).isCloseTo(log(3) - 2 * log(2) / 3, EXACT);
        assertThat(calibration.crossEntropyNats()).isCloseTo((10 * log(2) - 3 * log(3)) / 6, EXACT);
        assertThat(calibration.resolutionNats()).isCloseTo(3 * log(3) / 2 - 7 * log(2) / 3, EXACT);
    }

    /** 90 % for what comes half of the time: the cost is ln(10/3), of which ln 2 could not be helped. */
    @Test
    void whoIsTooSureLosesTheDivergence() {
        Calibration calibration = calibration(of(90, 1, 2));

        assertThat(calibration.crossEntropyNats()).isCloseTo(log(10.0 / 3), EXACT);
        assertThat(calibration.uncertaintyNats()).isCloseTo(log(2), EXACT);
        assertThat(calibration.resolutionNats()).isZero();
        assertThat(calibration.reliabilityNats()).isCloseTo(log(5.0 / 3), EXACT);
    }

    @Test
    void whereAllIsRightOnlyWhatWasHeldBackCosts() {
        Calibration calibration = calibration(of(99, 7, 7));

        assertThat(calibration.crossEntropyNats()).isCloseTo(-log(0.99), EXACT);
        assertThat(calibration.uncertaintyNats()).isZero();
        assertThat(calibration.reliabilityNats()).isCloseTo(-log(0.99), EXACT);
    }

    /** The mean of the costs, added up answer by answer, is what the three parts come to. */
    @Test
    void thePartsAddUpToTheMeanCost() {
        var random = new Random(12);
        for (int round = 0; round < 50; round++) {
            List<Forecast> forecasts = new ArrayList<>();
            double cost = 0;
            for (int i = 0; i < 1 + random.nextInt(40); i++) {
                Confidence step =
                        Confidence.steps().get(random.nextInt(Confidence.steps().size()));
                boolean right = random.nextBoolean();
                forecasts.add(new Forecast(step.percent(), right));
                cost -= log(right ? step.percent() / 100.0 : 1 - step.percent() / 100.0);
            }
            Calibration calibration = Calibration.of(forecasts);

            assertThat(calibration.crossEntropyNats()).isCloseTo(cost / forecasts.size(), within(1e-12));
            assertThat(calibration.uncertaintyNats() - calibration.resolutionNats() + calibration.reliabilityNats())
                    .isCloseTo(cost / forecasts.size(), within(1e-12));
        }
    }

    @Test
    void thePageSaysItInNumbers() {
        Document page = page(of(90, 1, 2));

        assertThat(page.select(".lede").text())
                .isEqualTo("You said 2 times how sure you were. Your cross-entropy is 1.204 nats an answer;"
                        + " who says 50 % each time pays 0.693.");
        assertThat(page.select(".split td:nth-child(2)").eachText())
                .containsExactly("0.693", "0.000", "0.511", "1.204");
        assertThat(page.select("apex-chart td").eachText()).containsExactly("50 % (1 of 2)", "90 %");
        assertThat(page.text()).contains("That is little to go by yet", "all but certain, 99 % 0.010 4.605");
    }

    @Test
    void whoHasSaidNothingIsToldHow() {
        Document page = page();

        assertThat(page.select(".lede").text()).startsWith("You have not said yet how sure you are");
        assertThat(page.select("apex-chart, .split")).isEmpty();
    }

    private static Document page(Step... steps) {
        return Jsoup.parse(Templates.render(
                "confidence",
                ConfidencePage.of("/", new Course("A course", "", List.of(), "", List.of()), all(steps))));
    }

    private static Calibration calibration(Step... steps) {
        return Calibration.of(all(steps));
    }

    private static List<Forecast> all(Step... steps) {
        return Stream.of(steps).flatMap(Step::forecasts).toList();
    }

    private static Step of(int percent, int right, int all) {
        return new Step(percent, right, all);
    }

    private record Step(int percent, int right, int all) {
        Stream<Forecast> forecasts() {
            return IntStream.range(0, all).mapToObj(i -> new Forecast(percent, i < right));
        }
    }
}
