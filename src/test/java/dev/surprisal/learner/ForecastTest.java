package dev.surprisal.learner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surprisal.learner.Event.Answered;
import dev.surprisal.learner.Event.Grounds;
import dev.surprisal.learner.Event.Item;
import dev.surprisal.learner.Event.Regraded;
import dev.surprisal.learner.Event.SolutionShown;
import dev.surprisal.learner.Event.StartedAgain;
import dev.surprisal.learner.Event.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ForecastTest {
    private static int attempts;

    @Test
    void whatWasSaidCountsWithWhatCame() {
        assertThat(forecasts(said(75, Verdict.WRONG, 0), said(90, Verdict.RIGHT, 0)))
                .containsExactly(new Forecast(75, false), new Forecast(90, true));
    }

    @Test
    void whoSaysNothingForeseesNothing() {
        assertThat(forecasts(said(0, Verdict.RIGHT, 0))).isEmpty();
    }

    @Test
    void whatIsKnownCannotBeForeseen() {
        assertThat(forecasts(said(50, Verdict.RIGHT, 0), said(99, Verdict.RIGHT, 0)))
                .containsExactly(new Forecast(50, true));
        assertThat(forecasts(new SolutionShown(item(0)), said(99, Verdict.RIGHT, 0)))
                .isEmpty();
        assertThat(forecasts(new SolutionShown(item(0)), said(99, Verdict.RIGHT, 1)))
                .as("other numbers")
                .containsExactly(new Forecast(99, true));
    }

    @Test
    void aVerdictGivenAgainIsTheOneThatCounts() {
        Answered answered = said(75, Verdict.WRONG, 0);

        assertThat(forecasts(answered, new Regraded(item(0), answered.id(), Verdict.RIGHT, "d", 0)))
                .containsExactly(new Forecast(75, true));
    }

    @Test
    void whatWasStartedAgainIsPutAway() {
        assertThat(forecasts(said(75, Verdict.WRONG, 0), new StartedAgain("again-12", "kl", "")))
                .isEmpty();
    }

    @Test
    void startingAgainMakesNobodyForget() {
        var again = new StartedAgain("again-13", "kl", "");

        assertThat(forecasts(said(75, Verdict.RIGHT, 0), again, said(99, Verdict.RIGHT, 0)))
                .isEmpty();
        assertThat(forecasts(new SolutionShown(item(0)), again, said(99, Verdict.RIGHT, 0)))
                .isEmpty();
        assertThat(forecasts(said(75, Verdict.WRONG, 0), again, said(60, Verdict.RIGHT, 0)))
                .containsExactly(new Forecast(60, true));
    }

    private static List<Forecast> forecasts(Event... events) {
        return Forecast.of(
                Stream.of(events).map(event -> new Timed(Instant.EPOCH, event)).toList(), OwnRecordTest.ALL);
    }

    private static Answered said(int confidence, Verdict verdict, int variant) {
        return new Answered("attempt-" + attempts++, item(variant), "1", verdict, "1.0", Grounds.NONE, confidence);
    }

    private static Item item(int variant) {
        return new Item("kl", "which", "r1", variant);
    }
}
