package dev.surprisal.site;

import dev.surprisal.content.Course;
import dev.surprisal.content.Lesson;
import dev.surprisal.content.PageKind;
import dev.surprisal.learner.Forecast;
import dev.surprisal.learner.Tries.Count;
import dev.surprisal.math.Decimal;
import dev.surprisal.math.distribution.Beta;
import dev.surprisal.math.information.Entropy;
import dev.surprisal.site.Calibration.Pool;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How sure a learner was and what came of it, as the model of the page {@code confidence.mustache}. */
record ConfidencePage(
        String root, @Nullable Found found, @Nullable Link explained, List<Price> prices) {

    /** The term of the glossary whose lesson explains what is shown. */
    private static final String TERM = "calibration";

    /** With fewer, luck says more than skill. */
    private static final int FEW = 20;

    private static final double TAIL = 0.05;

    /** @param few whether there is too little to go by */
    record Found(
            String words,
            boolean few,
            String chart,
            String crossEntropy,
            String uncertainty,
            String resolution,
            String reliability,
            List<Row> rows) {}

    record Row(String percents, int right, int all, String plausible) {}

    /** What an answer costs with a step. */
    record Price(int percent, String words, String right, String wrong) {}

    record Link(String href, String title) {}

    static ConfidencePage of(String root, Course course, List<Forecast> forecasts) {
        Calibration calibration = Calibration.of(forecasts);
        return new ConfidencePage(
                root,
                forecasts.isEmpty() ? null : found(calibration),
                explained(root, course).orElse(null),
                Confidence.steps().stream().map(ConfidencePage::price).toList());
    }

    private static Found found(Calibration calibration) {
        int all = calibration.all();
        String cost = nats(calibration.crossEntropyNats());
        String words = (all == 1 ? "You said once how sure you were." : "You said " + all + " times how sure you were.")
                + " Your cross-entropy is " + cost + " nats an answer; who says 50 % each time pays "
                + nats(Entropy.surprisalNats(0.5)) + ".";
        return new Found(
                words,
                all < FEW,
                calibration.curve().toHtml(),
                cost,
                nats(calibration.uncertaintyNats()),
                nats(calibration.resolutionNats()),
                nats(calibration.reliabilityNats()),
                calibration.pools().stream().map(ConfidencePage::row).toList());
    }

    private static Row row(Pool pool) {
        Beta share = Mastery.posterior(new Count(pool.right(), pool.all() - pool.right()));
        return new Row(
                Calibration.percents(pool),
                pool.right(),
                pool.all(),
                Math.round(100 * share.quantile(TAIL)) + " to " + Math.round(100 * share.quantile(1 - TAIL)) + " %");
    }

    private static Price price(Confidence step) {
        double stated = step.percent() / 100.0;
        return new Price(
                step.percent(),
                step.words(),
                nats(Entropy.surprisalNats(stated)),
                nats(Entropy.surprisalNats(1 - stated)));
    }

    private static Optional<Link> explained(String root, Course course) {
        return course.glossary().stream()
                .filter(term -> term.term().equals(TERM))
                .flatMap(term -> Optional.ofNullable(term.lesson()).flatMap(course::find).stream())
                .map((Lesson lesson) -> new Link(root + PageKind.LESSON.address(lesson.id()), lesson.title()))
                .findFirst();
    }

    private static String nats(double x) {
        return Decimal.fixed(x, 3);
    }
}
