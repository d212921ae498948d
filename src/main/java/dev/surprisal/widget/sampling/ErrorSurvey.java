package dev.surprisal.widget.sampling;

import dev.surprisal.math.distribution.Generator;
import dev.surprisal.math.sampling.Estimate;
import dev.surprisal.math.sampling.RunningEstimate;
import dev.surprisal.widget.Calculator.State;
import dev.surprisal.widget.StateText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a million draws found out about a state of {@link MonteCarloError}.
 *
 * @param about the state
 * @param means the running mean at each of {@link #stops}
 * @param sd of one term, estimated from the draws
 * @param covered the share of the short runs whose interval of 1.96 standard errors holds the true value
 */
record ErrorSurvey(State about, List<Double> means, double sd, double covered) {

    private static final int VERSION = 1;

    private static final int[] TEN_A_DECADE = {10, 13, 16, 20, 25, 32, 40, 50, 64, 80};

    /** How many short runs, each of at most so many draws, say how often the interval is right. */
    static final int RUNS = 200;

    static final int LONGEST_RUN = 500;

    /** Of 95 % of a normal. */
    static final double WIDTH = 1.96;

    ErrorSurvey {
        means = List.copyOf(means);
    }

    /** The numbers of draws at which the running mean is kept: some ten a decade, and the last one. */
    static List<Integer> stops(int draws) {
        var stops = new ArrayList<Integer>();
        for (int power = 1; ; power *= 10) {
            for (int step : TEN_A_DECADE) {
                if (power * step >= draws) {
                    stops.add(draws);
                    return stops;
                }
                stops.add(power * step);
            }
        }
    }

    static ErrorSurvey of(State state, Experiment experiment, int draws, Generator generator) {
        Generator runs = generator.split();
        var running = new RunningEstimate();
        var means = new ArrayList<Double>();
        for (int stop : stops(draws)) {
            while (running.n() < stop) {
                running.add(experiment.draw(generator));
            }
            means.add(running.estimate().mean());
        }
        return new ErrorSurvey(
                state, means, running.estimate().sd(), covered(experiment, Math.min(LONGEST_RUN, draws), runs));
    }

    private static double covered(Experiment experiment, int draws, Generator generator) {
        double truth = experiment.truth();
        int covered = 0;
        for (int run = 0; run < RUNS; run++) {
            var running = new RunningEstimate();
            while (running.n() < draws) {
                running.add(experiment.draw(generator));
            }
            Estimate estimate = running.estimate();
            covered += estimate.covers(truth, WIDTH) ? 1 : 0;
        }
        return (double) covered / RUNS;
    }

    /** Whether a state draws the same numbers, fewer or more of them. */
    boolean hasTheDrawsOf(State state) {
        return about.words().equals(state.words())
                && about.with(MonteCarloError.DRAWS, 0).equals(state.with(MonteCarloError.DRAWS, 0));
    }

    /** The survey that wrote a text; empty for any other. */
    static Optional<ErrorSurvey> find(String findings) {
        if (findings.isEmpty()) {
            return Optional.empty();
        }
        try {
            var reader = new StateText.Reader(findings, VERSION);
            State about = new State(List.of(reader.word()), reader.numbers());
            List<Double> means = reader.numbers();
            List<Double> rest = reader.numbers(2);
            reader.end();
            double draws = about.number(MonteCarloError.DRAWS);
            return draws <= MonteCarloError.MOST
                            && means.size() == stops((int) draws).size()
                    ? Optional.of(new ErrorSurvey(about, means, rest.get(0), rest.get(1)))
                    : Optional.empty();
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    /** For {@link #find}. */
    String toText() {
        return new StateText.Writer(VERSION)
                .word(about.words().getFirst())
                .numbers(about.numbers())
                .numbers(means)
                .numbers(List.of(sd, covered))
                .toString();
    }
}
