package dev.surprisal.widget.probability;

import dev.surprisal.math.distribution.Generator;
import dev.surprisal.math.distribution.Normal;
import dev.surprisal.widget.Controls.Choice;
import dev.surprisal.widget.Controls.Option;
import dev.surprisal.widget.Figures;
import dev.surprisal.widget.Line;
import dev.surprisal.widget.Outcome;
import dev.surprisal.widget.Picture;
import dev.surprisal.widget.Quantity;
import dev.surprisal.widget.Range;
import dev.surprisal.widget.Readout;
import dev.surprisal.widget.Role;
import dev.surprisal.widget.SeededCalculator;
import dev.surprisal.widget.Table;
import java.util.ArrayList;
import java.util.List;

/** Many sums of n independent draws beside the normal curve, and how far the law of the sum still is from it, exactly. */
public final class SumOfDraws extends SeededCalculator {

    private static final int N = 0;
    private static final int SUMS = 1;

    /** What is drawn reaches so far to both sides. */
    private static final double REACH = 4;

    private static final int POINTS = 121;
    private static final int TAILS = 4;

    private static final List<Preset> PRESETS = List.of(
            preset("one", "One number: flat", SumLaw.UNIFORM, 1),
            preset("two", "Two numbers: a triangle", SumLaw.UNIFORM, 2),
            preset("twelve", "Twelve numbers", SumLaw.UNIFORM, 12),
            preset("waiting", "Four waiting times", SumLaw.EXPONENTIAL, 4),
            preset("rare", "Thirty tries at one in ten", SumLaw.RARE, 30),
            preset("cauchy", "Forty Cauchy draws", SumLaw.CAUCHY, 40));

    public SumOfDraws() {
        super(
                "sum-of-draws",
                "Sums of many draws",
                List.of(new WordChoice("law", "What is added", Choice.Style.MENU, laws())),
                PRESETS);
    }

    private static List<Option> laws() {
        var options = new ArrayList<Option>();
        for (SumLaw law : SumLaw.values()) {
            options.add(new Option(law.word, law.label));
        }
        return options;
    }

    private static Preset preset(String name, String label, SumLaw law, int n) {
        return new Preset(name, label, State.of(law.word, n, 2000, 42));
    }

    @Override
    protected List<Section> sections(State state) {
        return List.of(
                new Section(
                        "sum",
                        "The sum",
                        Role.P,
                        "",
                        List.of(new Input("n", "draws in a sum", Range.count(1, 60), 1, 60, 1))),
                new Section(
                        "draws",
                        "The experiment",
                        Role.PLAIN,
                        "",
                        List.of(new Input("sums", "sums", Range.count(100, 5000), 100, 5000, 1), seed())));
    }

    @Override
    public List<Quantity> quantities(State state) {
        var quantities = new ArrayList<>(super.quantities(state));
        quantities.add(
                Quantity.number("gap", SumLaw.named(state.words().getFirst()).gap((int) state.number(N))));
        return quantities;
    }

    @Override
    public Outcome result(State state) {
        return new Experiment(state, generator(state)).result();
    }

    /** The numbers of one state. */
    private static final class Experiment {
        private final SumLaw law;
        private final int n;
        private final double[] sums;
        private final double gap;

        Experiment(State state, Generator generator) {
            law = SumLaw.named(state.words().getFirst());
            n = (int) state.number(N);
            sums = law.sums(n, (int) state.number(SUMS), generator);
            gap = law.gap(n);
        }

        private double shareAbove(double z) {
            int above = 0;
            for (double sum : sums) {
                above += sum > z ? 1 : 0;
            }
            return (double) above / sums.length;
        }

        Outcome result() {
            var headline = new ArrayList<Readout>();
            headline.add(new Readout("gap to the normal", "largest distance of the cdfs", gap, "", Role.FORWARD));
            headline.add(new Readout("P(*Z* > 2)", "upper tail, exact", law.survival(n, 2), "", Role.P));
            var readouts = new ArrayList<Readout>();
            if (law.hasVariance()) {
                readouts.add(new Readout("skewness", "lack of symmetry", law.skewness(n), "", Role.P));
                readouts.add(new Readout("excess kurtosis", "weight of the tails", law.excessKurtosis(n), "", Role.P));
            }
            return new Outcome.Result(
                    headline,
                    readouts,
                    picture(),
                    table(),
                    words(),
                    notes(),
                    "Gap to the normal " + Figures.amount(gap) + ".");
        }

        private Picture picture() {
            Line histogram = histogram();
            double top = Normal.STANDARD.density(0);
            for (int i = 0; i < histogram.size(); i++) {
                top = Math.max(top, histogram.y(i));
            }
            return new Picture.Graph(
                    new Picture.Axes(-REACH, REACH, 0, 1.08 * top),
                    law.hasVariance() ? "standardised sum *z*" : "mean of the draws",
                    List.of(
                            new Picture.Curve("sums", Role.P, Picture.Stroke.MAIN, histogram),
                            new Picture.Curve(
                                    "normal",
                                    Role.Q,
                                    Picture.Stroke.MAIN,
                                    Line.of(-REACH, REACH, POINTS, Normal.STANDARD::density))),
                    List.of(),
                    List.of(),
                    "A histogram of " + sums.length + (law.hasVariance() ? " standardised sums of " : " means of ") + n
                            + (n == 1 ? " draw" : " draws") + " and the curve of the standard normal. "
                            + Figures.ratio(shareAbove(2)) + " of them lie above 2, where the normal has "
                            + Figures.ratio(Normal.STANDARD.survival(2)) + ".");
        }

        /** Heights are densities: the share in a bin over its width. */
        private Line histogram() {
            double width = law.binWidth(n);
            double origin = law.binOrigin(n);
            int first = (int) Math.floor((-REACH - origin) / width);
            int last = (int) Math.floor((REACH - origin) / width);
            var counts = new int[last - first + 1];
            for (double sum : sums) {
                if (sum > -REACH - width && sum < REACH + width) {
                    int bin = (int) Math.floor((sum - origin) / width) - first;
                    if (bin >= 0 && bin < counts.length) {
                        counts[bin]++;
                    }
                }
            }
            var xs = new double[2 * counts.length + 2];
            var ys = new double[xs.length];
            for (int k = 0; k < counts.length; k++) {
                double height = counts[k] / (sums.length * width);
                xs[2 * k + 1] = inside(origin + (first + k) * width);
                xs[2 * k + 2] = inside(origin + (first + k + 1) * width);
                ys[2 * k + 1] = height;
                ys[2 * k + 2] = height;
            }
            xs[0] = xs[1];
            xs[xs.length - 1] = xs[xs.length - 2];
            return Line.of(xs, ys);
        }

        private static double inside(double z) {
            return Math.max(-REACH, Math.min(REACH, z));
        }

        private Table table() {
            var rows = new ArrayList<Table.Row>();
            for (int z = 1; z <= TAILS; z++) {
                rows.add(new Table.Row(
                        List.of(
                                new Table.Cell.Words(Integer.toString(z)),
                                new Table.Cell.Amount(shareAbove(z)),
                                new Table.Cell.Amount(law.survival(n, z)),
                                new Table.Cell.Amount(Normal.STANDARD.survival(z)),
                                new Table.Cell.Amount(law.survival(n, z) / Normal.STANDARD.survival(z))),
                        false));
            }
            return new Table(
                    "How much lies above z",
                    List.of(
                            new Table.Column("*z*", Role.PLAIN),
                            new Table.Column("of these sums", Role.P),
                            new Table.Column("exact", Role.P),
                            new Table.Column("normal", Role.Q),
                            new Table.Column("exact / normal", Role.PLAIN)),
                    rows,
                    List.of());
        }

        private String words() {
            String drawn = "The picture has " + sums.length + " of them.";
            if (!law.hasVariance()) {
                return "The mean of " + n + " Cauchy draws has the law of a single one, whatever their number: the"
                        + " largest distance of its cumulative curve from that of the normal stays "
                        + Figures.amount(gap) + ". " + drawn;
            }
            return "The sum of " + n + (n == 1 ? " draw" : " draws")
                    + ", less its mean and over its standard deviation, is compared with the standard normal. Their"
                    + " cumulative curves are at most " + Figures.amount(gap) + " apart; above 2 lie "
                    + Figures.amount(law.survival(n, 2)) + " instead of "
                    + Figures.amount(Normal.STANDARD.survival(2)) + ". " + drawn;
        }

        private List<String> notes() {
            return law.hasVariance()
                    ? List.of()
                    : List.of("Cauchy draws have no variance, and the central limit theorem says nothing about them.");
        }
    }
}
