package dev.surprisal.widget.probability;

import dev.surprisal.math.Elementary;
import dev.surprisal.math.Sum;
import dev.surprisal.math.distribution.Continuous;
import dev.surprisal.math.distribution.Dirichlet;
import dev.surprisal.math.distribution.Gamma;
import dev.surprisal.math.distribution.Normal;
import dev.surprisal.math.estimation.Conjugate;
import dev.surprisal.widget.Calculator;
import dev.surprisal.widget.Controls.Action;
import dev.surprisal.widget.Controls.Choice;
import dev.surprisal.widget.Controls.Option;
import dev.surprisal.widget.Figures;
import dev.surprisal.widget.Line;
import dev.surprisal.widget.Outcome;
import dev.surprisal.widget.Picture;
import dev.surprisal.widget.Range;
import dev.surprisal.widget.Readout;
import dev.surprisal.widget.Role;
import dev.surprisal.widget.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;

/** Three more priors that stay in their family: of the faces of a die, of a mean, of the rate of counts. */
public final class ConjugateUpdate extends Calculator {

    private static final String DIE = "dirichlet";
    private static final String MEAN = "normal";
    private static final String RATE = "gamma";

    private static final int FEWEST_FACES = 2;
    private static final int MOST_FACES = 6;
    private static final int MOST_DATA = 8;

    /** Places on either side of a peak. */
    private static final int POINTS = 100;

    /** No curve reaches further from its peak, in widths, than can be seen. */
    private static final int TAIL = 9;

    /** So many counts have their predicted probabilities listed, or a few more. */
    private static final int FEWEST_FORESEEN = 6;

    private static final int MOST_FORESEEN = 15;

    private static final WordChoice FAMILY = new WordChoice(
            "family",
            "Unknown",
            Choice.Style.MENU,
            List.of(
                    new Option(DIE, "the faces of a die: Dirichlet"),
                    new Option(MEAN, "the mean of measurements: normal"),
                    new Option(RATE, "the rate of counts: gamma")));

    private static final List<Preset> PRESETS = List.of(
            preset("die", "A die with three faces", DIE, 1, 1, 1, 4, 1, 0),
            preset("firm", "A firm belief in a fair die", DIE, 20, 20, 20, 4, 1, 0),
            preset("mean", "Two measurements", MEAN, 0, 2, 1, 1, 4),
            preset("doubt", "A prior that is sure and wrong", MEAN, 0, 0.2, 1, 3, 3.5, 4, 3.5),
            preset("rate", "Two counts", RATE, 2, 1, 4, 7),
            preset("quiet", "Three hours without a customer", RATE, 2, 1, 0, 0, 0));

    public ConjugateUpdate() {
        super("conjugate-update", "Prior, data, posterior", List.of(FAMILY), PRESETS);
    }

    private static Preset preset(String name, String label, String family, double... numbers) {
        return new Preset(name, label, State.of(family, numbers));
    }

    private static String family(State state) {
        return state.words().getFirst();
    }

    /** How many numbers come before the data. */
    private static int first(State state) {
        return switch (family(state)) {
            case DIE -> faces(state);
            case MEAN -> 3;
            default -> 2;
        };
    }

    private static int faces(State state) {
        return Math.max(FEWEST_FACES, Math.min(MOST_FACES, state.numbers().size() / 2));
    }

    /** What was counted or measured. */
    private static double[] data(State state) {
        var data = new double[Math.max(0, state.numbers().size() - first(state))];
        for (int i = 0; i < data.length; i++) {
            data[i] = state.number(first(state) + i);
        }
        return data;
    }

    @Override
    protected List<Section> sections(State state) {
        String family = family(state);
        var prior = new ArrayList<Input>();
        var data = new ArrayList<Input>();
        Range size = Range.positive(0.01, 10_000);
        Range place = new Range(-1000, 1000, Range.Kind.ANY, "Enter a number between −1000 and 1000.");
        int count = Math.min(MOST_DATA, data(state).length);
        switch (family) {
            case DIE -> {
                for (int k = 1; k <= faces(state); k++) {
                    prior.add(new Input("alpha" + k, "*α* of face " + k, size, 0.5, 20, 0.5));
                    data.add(new Input("n" + k, "face " + k + " seen", Range.count(0, 5000), 0, 20, 1));
                }
            }
            case MEAN -> {
                prior.add(new Input("mean0", "mean *μ*₀", place, -5, 5, 0.1));
                prior.add(new Input("sd0", "sd *σ*₀", size, 0.1, 5, 0.1));
                prior.add(new Input("sd", "sd *σ* of a measurement", size, 0.1, 5, 0.1));
                for (int i = 1; i <= count; i++) {
                    data.add(new Input("x" + i, "*x* " + i, place, -5, 5, 0.1));
                }
            }
            default -> {
                prior.add(new Input("shape", "shape *a*", size, 0.5, 20, 0.5));
                prior.add(new Input("rate", "rate *r*", size, 0.5, 10, 0.5));
                for (int i = 1; i <= count; i++) {
                    data.add(new Input("n" + i, "count " + i, Range.count(0, 5000), 0, 20, 1));
                }
            }
        }
        return List.of(
                new Section("prior", "The prior", Role.PRIOR, "", prior),
                new Section("data", "The data", Role.LIKELIHOOD, data.isEmpty() ? "none yet" : "", data));
    }

    @Override
    protected State chosen(State state, int choice, String word) {
        if (word.equals(family(state))) {
            return state;
        }
        for (Preset preset : PRESETS) {
            if (family(preset.state()).equals(word)) {
                return preset.state();
            }
        }
        throw noControl(word);
    }

    @Override
    protected boolean isShown(State example, State state) {
        return example.equals(state);
    }

    @Override
    protected State shown(State example, State state) {
        return example;
    }

    @Override
    protected List<Action> actions(State state) {
        boolean die = family(state).equals(DIE);
        int count = die ? faces(state) : data(state).length;
        return List.of(
                new Action("add", die ? "Add a face" : "Add a datum", count < (die ? MOST_FACES : MOST_DATA)),
                new Action(
                        "remove", die ? "Remove the last face" : "Remove the last", count > (die ? FEWEST_FACES : 0)),
                new Action(
                        "believe",
                        "Make the posterior the prior",
                        !believed(state).equals(state)));
    }

    @Override
    protected State pressed(State state, String control) {
        return switch (control) {
            case "add" -> longer(state);
            case "remove" -> shorter(state);
            case "believe" -> believed(state);
            default -> throw noControl(control);
        };
    }

    private static State longer(State state) {
        var numbers = new ArrayList<>(state.numbers());
        if (family(state).equals(DIE)) {
            if (faces(state) < MOST_FACES) {
                numbers.add(0.0);
                numbers.add(faces(state), 1.0);
            }
        } else if (data(state).length < MOST_DATA) {
            numbers.add(data(state).length == 0 ? 1.0 : numbers.getLast());
        }
        return new State(state.words(), numbers);
    }

    private static State shorter(State state) {
        var numbers = new ArrayList<>(state.numbers());
        if (family(state).equals(DIE)) {
            if (faces(state) > FEWEST_FACES) {
                numbers.removeLast();
                numbers.remove(faces(state) - 1);
            }
        } else if (data(state).length > 0) {
            numbers.removeLast();
        }
        return new State(state.words(), numbers);
    }

    /** The data have become part of the prior; unchanged where the prior would leave its range. */
    private static State believed(State state) {
        double[] data = data(state);
        if (data.length == 0) {
            return state;
        }
        return switch (family(state)) {
            case DIE -> {
                double[] alpha = Conjugate.posterior(Die.prior(state), data).alpha();
                var numbers = new double[2 * alpha.length];
                boolean fits = true;
                for (int k = 0; k < alpha.length; k++) {
                    numbers[k] = alpha[k];
                    fits &= alpha[k] <= 10_000;
                }
                yield fits ? state.withNumbers(numbers) : state;
            }
            case MEAN -> {
                Normal posterior = Conjugate.posterior(MeasuredMean.prior(state), state.number(2), data);
                yield posterior.sd() >= 0.01
                        ? state.withNumbers(0 + posterior.mean(), posterior.sd(), state.number(2))
                        : state;
            }
            default -> {
                Gamma posterior = Conjugate.posterior(CountedRate.prior(state), data);
                yield posterior.shape() <= 10_000 && posterior.rate() <= 10_000
                        ? state.withNumbers(posterior.shape(), posterior.rate())
                        : state;
            }
        };
    }

    @Override
    public Outcome result(State state) {
        return switch (family(state)) {
            case DIE -> new Die(state).result();
            case MEAN -> new MeasuredMean(state).result();
            default -> new CountedRate(state).result();
        };
    }

    private static Readout weight(double ofPrior) {
        return new Readout("weight", "of the prior in the posterior mean", ofPrior, "", Role.PRIOR);
    }

    private static Table.Row row(String name, double... numbers) {
        var cells = new ArrayList<Table.Cell>();
        cells.add(new Table.Cell.Words(name));
        for (double number : numbers) {
            cells.add(new Table.Cell.Amount(number));
        }
        return new Table.Row(cells, false);
    }

    private static List<String> firmness(double weight, int count) {
        return count > 0 && weight > 0.9
                ? List.of(
                        "More than nine tenths of the posterior mean come from the prior. More data would change that.")
                : List.of();
    }

    /**
     * What is drawn over an axis.
     *
     * @param peak where it is highest
     * @param highest how high it is there, or near 0 where it is infinite at 0
     * @param width its standard deviation, or what a likelihood has instead
     */
    private record Hump(double peak, double highest, double width, DoubleUnaryOperator height) {

        static Hump of(Normal law) {
            return new Hump(law.mean(), law.density(law.mean()), law.sd(), law::density);
        }

        static Hump of(Gamma law) {
            double sd = law.standardDeviation();
            double peak = Math.max(0, (law.shape() - 1) / law.rate());
            return new Hump(peak, law.density(law.shape() < 1 ? sd / 20 : peak), sd, law::density);
        }

        /** Dense around the peak and with the peak itself: a narrow curve on a wide axis would lose it. */
        Line line(double left, double right, double scale, double most) {
            double top = Math.max(left, Math.min(right, peak));
            double from = Math.max(left, top - TAIL * width);
            double to = Math.min(right, top + TAIL * width);
            var xs = new double[2 * POINTS + 1];
            var ys = new double[xs.length];
            for (int i = 0; i < xs.length; i++) {
                xs[i] = i < POINTS ? from + (top - from) * i / POINTS : top + (to - top) * (i - POINTS) / POINTS;
                ys[i] = Math.min(most, scale * height.applyAsDouble(xs[i]));
            }
            return Line.of(xs, ys);
        }
    }

    /** Prior, likelihood and posterior over one axis; a likelihood is no density and is drawn as high as the posterior. */
    private static Picture curves(
            Continuous prior,
            Continuous posterior,
            Hump before,
            Hump after,
            Optional<Hump> likelihood,
            double left,
            double right,
            String across) {
        double tallest = after.highest();
        // A prior that is infinite at 0 leaves the picture
        double end = Math.max(tallest, Math.min(before.highest(), 4 * tallest));
        var curves = new ArrayList<Picture.Curve>();
        curves.add(new Picture.Curve("prior", Role.PRIOR, Picture.Stroke.MAIN, before.line(left, right, 1, 2 * end)));
        likelihood.ifPresent(hump -> curves.add(new Picture.Curve(
                "likelihood",
                Role.LIKELIHOOD,
                Picture.Stroke.MAIN,
                hump.line(left, right, tallest / hump.highest(), 2 * end))));
        curves.add(new Picture.Curve(
                "posterior", Role.POSTERIOR, Picture.Stroke.MAIN, after.line(left, right, 1, 2 * end)));
        return new Picture.Graph(
                new Picture.Axes(left, right, 0, 1.08 * end),
                across,
                curves,
                List.of(new Picture.Mark(Picture.Mark.Shape.BEST, Role.POSTERIOR, posterior.mean(), 0)),
                List.of(),
                "Densities over the " + across + ". The prior has the mean " + Figures.ratio(prior.mean())
                        + " and the standard deviation " + Figures.ratio(prior.standardDeviation())
                        + ", the posterior the mean " + Figures.ratio(posterior.mean())
                        + " and the standard deviation " + Figures.ratio(posterior.standardDeviation()) + ".");
    }

    /** Dirichlet and counts of faces. */
    private static final class Die {
        private final Dirichlet prior;
        private final Dirichlet posterior;
        private final double[] counts;
        private final double rolls;

        Die(State state) {
            prior = prior(state);
            counts = data(state);
            posterior = Conjugate.posterior(prior, counts);
            rolls = Sum.of(counts);
        }

        static Dirichlet prior(State state) {
            var alpha = new double[faces(state)];
            for (int k = 0; k < alpha.length; k++) {
                alpha[k] = state.number(k);
            }
            return Dirichlet.of(alpha);
        }

        private static double sd(Dirichlet belief, int k) {
            return belief.marginal(k).standardDeviation();
        }

        private static Table.Row row(
                String name, double alpha, double count, double updated, double mean, Table.Cell sd) {
            return new Table.Row(
                    List.of(
                            new Table.Cell.Words(name),
                            new Table.Cell.Ratio(alpha),
                            new Table.Cell.Ratio(count),
                            new Table.Cell.Ratio(updated),
                            new Table.Cell.Amount(mean),
                            sd),
                    false);
        }

        Outcome result() {
            double[] before = prior.mean();
            double[] after = posterior.mean();
            int last = after.length - 1;
            double weight = prior.total() / posterior.total();
            var names = new ArrayList<String>();
            var priors = new ArrayList<Picture.Bar>();
            var posteriors = new ArrayList<Picture.Bar>();
            var rows = new ArrayList<Table.Row>();
            var alternative = new StringBuilder("Bars of the mean probability of each face, before and after.");
            double[] alpha = prior.alpha();
            double[] updated = posterior.alpha();
            for (int k = 0; k <= last; k++) {
                String name = Integer.toString(k + 1);
                names.add(name);
                priors.add(new Picture.Bar(before[k], ""));
                posteriors.add(new Picture.Bar(after[k], ""));
                rows.add(row(name, alpha[k], counts[k], updated[k], after[k], new Table.Cell.Amount(sd(posterior, k))));
                alternative.append(" Face ").append(name).append(": ").append(Figures.ratio(before[k]));
                alternative.append(" and ").append(Figures.ratio(after[k])).append('.');
            }
            return new Outcome.Result(
                    List.of(
                            new Readout("*α*₁ + *n*₁", "parameter of face 1", updated[0], "", Role.POSTERIOR),
                            new Readout(
                                    "E[*p*₁ | *D*]", "mean of face 1, its next chance", after[0], "", Role.POSTERIOR)),
                    List.of(
                            new Readout(
                                    "E[*p*" + "₁₂₃₄₅₆".charAt(last) + " | *D*]",
                                    "mean of face " + (last + 1),
                                    after[last],
                                    "",
                                    Role.POSTERIOR),
                            new Readout("sd", "standard deviation of face 1", sd(posterior, 0), "", Role.POSTERIOR),
                            weight(weight),
                            new Readout(
                                    "ln *p*(*D*)",
                                    "log-evidence of this order",
                                    Conjugate.logEvidenceNats(prior, counts),
                                    "nats",
                                    Role.PLAIN)),
                    new Picture.Bars(
                            names,
                            List.of(
                                    new Picture.Series("prior", Role.PRIOR, priors),
                                    new Picture.Series("posterior", Role.POSTERIOR, posteriors)),
                            1,
                            alternative.toString()),
                    new Table(
                            "Face by face",
                            List.of(
                                    new Table.Column("face", Role.PLAIN),
                                    new Table.Column("*α*", Role.PRIOR),
                                    new Table.Column("*n*", Role.LIKELIHOOD),
                                    new Table.Column("*α* + *n*", Role.POSTERIOR),
                                    new Table.Column("mean", Role.POSTERIOR),
                                    new Table.Column("sd", Role.POSTERIOR)),
                            rows,
                            List.of(row("sum", prior.total(), rolls, posterior.total(), 1, new Table.Cell.Words("")))),
                    rolls == 0
                            ? "Without rolls the posterior is the prior."
                            : Figures.ratio(rolls) + (rolls == 1 ? " roll makes" : " rolls make")
                                    + " the prior with the weight of " + Figures.ratio(prior.total())
                                    + " rolls a posterior with the weight of " + Figures.ratio(posterior.total())
                                    + ". The next roll shows face 1 with probability " + Figures.amount(after[0])
                                    + " and face " + (last + 1) + " with " + Figures.amount(after[last]) + ".",
                    firmness(weight, (int) Math.min(rolls, 1)),
                    "Posterior mean of face 1: " + Figures.amount(after[0]) + ".");
        }
    }

    /** A normal prior of the mean of normal measurements. */
    private static final class MeasuredMean {
        private final Normal prior;
        private final double sd;
        private final double[] data;
        private final Normal posterior;

        MeasuredMean(State state) {
            prior = prior(state);
            sd = state.number(2);
            data = data(state);
            posterior = Conjugate.posterior(prior, sd, data);
        }

        static Normal prior(State state) {
            return new Normal(state.number(0), state.number(1));
        }

        private Optional<Hump> likelihood(double average, double width) {
            return data.length == 0 ? Optional.empty() : Optional.of(Hump.of(new Normal(average, width)));
        }

        Outcome result() {
            double weight = Conjugate.weightOfPrior(prior, sd, data.length);
            Normal next = Conjugate.predictive(posterior, sd);
            double average = data.length == 0 ? prior.mean() : Sum.mean(data);
            double width = data.length == 0 ? prior.sd() : sd / Math.sqrt(data.length);
            double left = Math.min(prior.mean() - 3.5 * prior.sd(), average - 3.5 * width);
            double right = Math.max(prior.mean() + 3.5 * prior.sd(), average + 3.5 * width);
            var rows = new ArrayList<Table.Row>();
            rows.add(row("prior", prior.mean(), prior.sd(), 1 / prior.sd() / prior.sd()));
            if (data.length > 0) {
                rows.add(row("data", average, width, data.length / sd / sd));
            }
            return new Outcome.Result(
                    List.of(
                            new Readout("*m*", "posterior mean, also the MAP", posterior.mean(), "", Role.POSTERIOR),
                            new Readout("*v*", "posterior variance", posterior.variance(), "", Role.POSTERIOR)),
                    List.of(
                            new Readout("√*v*", "posterior sd", posterior.sd(), "", Role.POSTERIOR),
                            weight(weight),
                            new Readout("√(*v* + *σ*²)", "sd of the next measurement", next.sd(), "", Role.PLAIN),
                            new Readout(
                                    "ln *p*(*D*)",
                                    "log-evidence",
                                    Conjugate.logEvidenceNats(prior, sd, data),
                                    "nats",
                                    Role.PLAIN)),
                    curves(
                            prior,
                            posterior,
                            Hump.of(prior),
                            Hump.of(posterior),
                            likelihood(average, width),
                            left,
                            right,
                            "mean"),
                    new Table(
                            "Precisions add up",
                            List.of(
                                    new Table.Column("", Role.PLAIN),
                                    new Table.Column("mean", Role.PLAIN),
                                    new Table.Column("sd", Role.PLAIN),
                                    new Table.Column("precision 1/sd²", Role.PLAIN)),
                            rows,
                            List.of(row(
                                    "posterior",
                                    posterior.mean(),
                                    posterior.sd(),
                                    1 / posterior.sd() / posterior.sd()))),
                    data.length == 0
                            ? "Without measurements the posterior is the prior."
                            : "The measurements have the mean " + Figures.amount(average) + ", the prior has "
                                    + Figures.ratio(prior.mean()) + ". The posterior mean lies between them, at "
                                    + Figures.amount(posterior.mean()) + ", with a standard deviation of "
                                    + Figures.amount(posterior.sd()) + ".",
                    firmness(weight, data.length),
                    "Posterior mean " + Figures.amount(posterior.mean()) + ", standard deviation "
                            + Figures.amount(posterior.sd()) + ".");
        }
    }

    /** A gamma prior of the rate of Poisson counts. */
    private static final class CountedRate {
        private final Gamma prior;
        private final double[] counts;
        private final Gamma posterior;

        CountedRate(State state) {
            prior = prior(state);
            counts = data(state);
            posterior = Conjugate.posterior(prior, counts);
        }

        static Gamma prior(State state) {
            return new Gamma(state.number(0), state.number(1));
        }

        /** Of the rate, the likelihood of N counts is as high as Gamma(1 + their sum, N) but for a factor. */
        private Optional<Hump> likelihood() {
            return counts.length == 0
                    ? Optional.empty()
                    : Optional.of(Hump.of(new Gamma(1 + Sum.of(counts), counts.length)));
        }

        Outcome result() {
            double weight = prior.rate() / posterior.rate();
            double right = Math.max(
                    prior.mean() + 3 * prior.standardDeviation(), posterior.mean() + 4 * posterior.standardDeviation());
            if (counts.length > 0) {
                double total = Sum.of(counts);
                right = Math.max(right, (total + 3 * Math.sqrt(total + 1)) / counts.length);
            }
            var rows = new ArrayList<Table.Row>();
            double spread = Math.sqrt(posterior.mean() + posterior.variance());
            int from = (int) Math.max(0, posterior.mean() - 3 * spread);
            int to = Math.max(from + FEWEST_FORESEEN, (int) Math.ceil(posterior.mean() + 3 * spread));
            for (int count = from; count <= to; count += 1 + (to - from) / MOST_FORESEEN) {
                rows.add(row(
                        Integer.toString(count),
                        Elementary.exp(Conjugate.logPredictiveNats(prior, count)),
                        Elementary.exp(Conjugate.logPredictiveNats(posterior, count))));
            }
            return new Outcome.Result(
                    List.of(
                            new Readout(
                                    "*a* / *r*", "posterior mean, next count", posterior.mean(), "", Role.POSTERIOR),
                            new Readout(
                                    "sd",
                                    "standard deviation of the rate",
                                    posterior.standardDeviation(),
                                    "",
                                    Role.POSTERIOR)),
                    List.of(
                            new Readout("*a* + ∑*n*", "posterior shape", posterior.shape(), "", Role.POSTERIOR),
                            new Readout("*r* + *N*", "posterior rate", posterior.rate(), "", Role.POSTERIOR),
                            weight(weight),
                            new Readout("sd(*n*)", "standard deviation of the next count", spread, "", Role.PLAIN),
                            new Readout(
                                    "ln *p*(*D*)",
                                    "log-evidence of this order",
                                    Conjugate.logEvidenceNats(prior, counts),
                                    "nats",
                                    Role.PLAIN)),
                    curves(prior, posterior, Hump.of(prior), Hump.of(posterior), likelihood(), 0, right, "rate"),
                    new Table(
                            "The next count",
                            List.of(
                                    new Table.Column("count", Role.PLAIN),
                                    new Table.Column("before", Role.PRIOR),
                                    new Table.Column("after", Role.POSTERIOR)),
                            rows,
                            List.of()),
                    counts.length == 0
                            ? "Without counts the posterior is the prior."
                            : counts.length + (counts.length == 1 ? " count of " : " counts, together ")
                                    + Figures.ratio(Sum.of(counts)) + ", make Gamma(" + Figures.ratio(prior.shape())
                                    + ", "
                                    + Figures.ratio(prior.rate()) + ") to Gamma(" + Figures.ratio(posterior.shape())
                                    + ", " + Figures.ratio(posterior.rate()) + ") with the mean "
                                    + Figures.amount(posterior.mean()) + ".",
                    firmness(weight, counts.length),
                    "Posterior mean " + Figures.amount(posterior.mean()) + ".");
        }
    }
}
