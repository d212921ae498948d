package dev.surprisal.site;

import static java.lang.Math.log;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.surprisal.content.Course;
import dev.surprisal.learner.Forecast;
import dev.surprisal.site.Calibration.Pool;
import java.util.ArrayList;
import java.util.Comparator;
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

        assertThat(calibration.reliabilityNats()).isCloseTo(0, EXACT);
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

    /** 60 % came out right less often than 40 %: together they are right in two of five cases, and 90 % stays by itself. */
    @Test
    void whatDidNotComeOutInItsOrderIsPooled() {
        Calibration calibration = calibration(of(40, 1, 2), of(60, 1, 3), of(90, 3, 4));

        assertThat(calibration.pools()).containsExactly(new Pool(40, 60, 2, 5), new Pool(90, 90, 3, 4));
        assertThat(calibration.resolutionNats())
                .isCloseTo((5 * kl(2 / 5.0, 5 / 9.0) + 4 * kl(3 / 4.0, 5 / 9.0)) / 9, EXACT);
        assertThat(page(of(40, 1, 2), of(60, 1, 3), of(90, 3, 4))
                        .select(".page > section > .table tbody th")
                        .eachText())
                .startsWith("40 to 60 %", "90 %");
    }

    private static double kl(double p, double q) {
        return p * log(p / q) + (1 - p) * log((1 - p) / (1 - q));
    }

    /**
     * The mean of the costs, added up answer by answer, is what the three parts come to; the shares are those of the min-max formula of
     * isotonic regression, which pools nothing, and every part is at least nought.
     */
    @Test
    void thePartsAddUpToTheMeanCost() {
        var random = new Random(12);
        for (int round = 0; round < 200; round++) {
            List<Forecast> forecasts = new ArrayList<>();
            double cost = 0;
            for (int i = 0; i < 1 + random.nextInt(40); i++) {
                int percent = 1 + random.nextInt(99);
                boolean right = 100 * random.nextDouble() < (percent + 50) / 2.0;
                forecasts.add(new Forecast(percent, right));
                cost -= log(right ? percent / 100.0 : 1 - percent / 100.0);
            }
            forecasts.sort(Comparator.comparingInt(Forecast::percent));
            double unavoidable = forecasts.stream()
                            .mapToDouble(each -> entropy(share(forecasts, each)))
                            .sum()
                    / forecasts.size();
            double overall = entropy(forecasts.stream().filter(Forecast::right).count() / (double) forecasts.size());
            Calibration calibration = Calibration.of(forecasts);

            assertThat(calibration.crossEntropyNats()).isCloseTo(cost / forecasts.size(), within(1e-12));
            assertThat(calibration.uncertaintyNats()).isCloseTo(overall, within(1e-12));
            assertThat(calibration.resolutionNats())
                    .isCloseTo(overall - unavoidable, within(1e-12))
                    .isNotNegative();
            assertThat(calibration.reliabilityNats())
                    .isCloseTo(cost / forecasts.size() - unavoidable, within(1e-12))
                    .isNotNegative();
        }
    }

    /** The largest, over all that begin at or below it, of the least shares of runs that end at or above it. */
    private static double share(List<Forecast> sorted, Forecast of) {
        double largest = 0;
        for (int from = 0; from < sorted.size() && sorted.get(from).percent() <= of.percent(); from++) {
            if (from > 0 && sorted.get(from - 1).percent() == sorted.get(from).percent()) {
                continue;
            }
            double least = 1;
            int right = 0;
            for (int to = from; to < sorted.size(); to++) {
                right += sorted.get(to).right() ? 1 : 0;
                boolean whole = to + 1 == sorted.size()
                        || sorted.get(to + 1).percent() > sorted.get(to).percent();
                if (whole && sorted.get(to).percent() >= of.percent()) {
                    least = Math.min(least, right / (double) (to - from + 1));
                }
            }
            largest = Math.max(largest, least);
        }
        return largest;
    }

    private static double entropy(double share) {
        return share == 0 || share == 1 ? 0 : -share * log(share) - (1 - share) * log(1 - share);
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
