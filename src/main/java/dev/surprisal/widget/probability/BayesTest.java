package dev.surprisal.widget.probability;

import dev.surprisal.math.estimation.BinaryTest;
import dev.surprisal.widget.Calculator;
import dev.surprisal.widget.Decimals;
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

/** What a positive test says, counted in people: prior, evidence and posterior of a condition. */
public final class BayesTest extends Calculator {

    private static final int PREVALENCE = 0;
    private static final int SENSITIVITY = 1;
    private static final int SPECIFICITY = 2;
    private static final int TESTS = 3;

    private static final int PEOPLE = 10_000;
    private static final int POINTS = 201;

    private static final List<Preset> PRESETS = List.of(
            preset("rare", "A rare condition", 0.01, 0.95, 0.95, 1),
            preset("second", "Two positive tests", 0.01, 0.95, 0.95, 2),
            preset("common", "A common condition", 0.2, 0.95, 0.95, 1),
            preset("even", "Where it is even", 0.05, 0.95, 0.95, 1),
            preset("useless", "A test that knows nothing", 0.1, 0.5, 0.5, 1));

    public BayesTest() {
        super("bayes-test", "What a positive test says", List.of(), PRESETS);
    }

    private static Preset preset(
            String name, String label, double prevalence, double sensitivity, double specificity, int tests) {
        return new Preset(
                name, label, new State(List.of(), List.of()).withNumbers(prevalence, sensitivity, specificity, tests));
    }

    @Override
    protected List<Section> sections(State state) {
        return List.of(
                new Section(
                        "people",
                        "The people",
                        Role.PRIOR,
                        "",
                        List.of(new Input("prevalence", "have it", Range.PROBABILITY, 0, 1, 0.01))),
                new Section(
                        "test",
                        "The test",
                        Role.LIKELIHOOD,
                        "",
                        List.of(
                                new Input("sensitivity", "sensitivity", Range.PROBABILITY, 0, 1, 0.01),
                                new Input("specificity", "specificity", Range.PROBABILITY, 0, 1, 0.01),
                                new Input("tests", "positive tests", Range.count(1, 5), 1, 5, 1))));
    }

    @Override
    public Outcome result(State state) {
        return new Reading(state).result();
    }

    /** The numbers of one state. */
    private static final class Reading {
        private final double prevalence;
        private final double sensitivity;
        private final double specificity;
        private final int tests;
        private final double truePositives;
        private final double falsePositives;

        Reading(State state) {
            prevalence = state.number(PREVALENCE);
            sensitivity = state.number(SENSITIVITY);
            specificity = state.number(SPECIFICITY);
            tests = (int) state.number(TESTS);
            truePositives = prevalence * power(sensitivity);
            falsePositives = Decimals.complement(prevalence) * power(Decimals.complement(specificity));
        }

        private double power(double share) {
            double power = 1;
            for (int i = 0; i < tests; i++) {
                power *= share;
            }
            return power;
        }

        private double evidence() {
            return truePositives + falsePositives;
        }

        private boolean happens() {
            return evidence() > 0;
        }

        /** Of a share of people with the condition; 0 where a positive test cannot happen. */
        private double posterior(double share) {
            var test = new BinaryTest(share, sensitivity, specificity);
            boolean possible = share * power(sensitivity) > 0 || (1 - share) * power(1 - specificity) > 0;
            return possible ? test.posterior(tests) : 0;
        }

        private String positives() {
            return tests == 1 ? "a positive test" : tests + " positive tests";
        }

        Outcome result() {
            var headline = new ArrayList<Readout>();
            if (happens()) {
                headline.add(new Readout(
                        "P(has it | +)", "posterior after " + positives(), posterior(prevalence), "", Role.POSTERIOR));
            }
            headline.add(new Readout("P(+)", "evidence, probability of " + positives(), evidence(), "", Role.PLAIN));
            var readouts = new ArrayList<Readout>();
            readouts.add(new Readout("P(has it)", "prior", prevalence, "", Role.PRIOR));
            readouts.add(new Readout("P(+ | has it)", "likelihood with it", power(sensitivity), "", Role.LIKELIHOOD));
            readouts.add(new Readout(
                    "P(+ | has it not)",
                    "likelihood without it",
                    power(Decimals.complement(specificity)),
                    "",
                    Role.LIKELIHOOD));
            if (negatives() > 0) {
                readouts.add(new Readout(
                        "P(has it not | −)",
                        "after one negative test",
                        new BinaryTest(prevalence, sensitivity, specificity).negativePredictiveValue(),
                        "",
                        Role.POSTERIOR));
            }
            return new Outcome.Result(
                    headline,
                    readouts,
                    picture(),
                    table(),
                    words(),
                    notes(),
                    happens()
                            ? "Posterior " + Figures.amount(posterior(prevalence)) + "."
                            : "A positive test cannot happen.");
        }

        private double negatives() {
            return prevalence * (1 - sensitivity) + (1 - prevalence) * specificity;
        }

        private Picture picture() {
            double here = posterior(prevalence);
            return new Picture.Graph(
                    new Picture.Axes(0, 1, 0, 1.05),
                    "share of people who have it",
                    List.of(
                            new Picture.Curve(
                                    "after " + positives(),
                                    Role.POSTERIOR,
                                    Picture.Stroke.MAIN,
                                    Line.of(0, 1, POINTS, this::posterior)),
                            new Picture.Curve("before", Role.PRIOR, Picture.Stroke.MAIN, Line.between(0, 0, 1, 1)),
                            new Picture.Curve(
                                    "",
                                    Role.PLAIN,
                                    Picture.Stroke.FAINT,
                                    Line.between(prevalence, 0, prevalence, here))),
                    List.of(),
                    List.of(new Picture.Handle("prevalence", "prevalence", Role.POSTERIOR, prevalence, here)),
                    "The probability to have the condition after " + positives()
                            + ", for every share of people who have it. At a share of " + Figures.ratio(prevalence)
                            + " it is " + Figures.ratio(here) + ".");
        }

        private Table table() {
            double with = prevalence * PEOPLE;
            double without = Decimals.complement(prevalence) * PEOPLE;
            double truly = truePositives * PEOPLE;
            double falsely = falsePositives * PEOPLE;
            String all = tests == 1 ? "positive" : "positive each time";
            String other = tests == 1 ? "negative" : "negative at least once";
            return new Table(
                    "Of 10,000 people",
                    List.of(
                            new Table.Column("", Role.PLAIN),
                            new Table.Column(all, Role.POSTERIOR),
                            new Table.Column(other, Role.PLAIN),
                            new Table.Column("together", Role.PRIOR)),
                    List.of(
                            row("have it", truly, with - truly, with),
                            row("do not have it", falsely, without - falsely, without)),
                    List.of(row("together", truly + falsely, PEOPLE - truly - falsely, PEOPLE)));
        }

        private static Table.Row row(String name, double... people) {
            var cells = new ArrayList<Table.Cell>();
            cells.add(new Table.Cell.Words(name));
            for (double count : people) {
                // Differences of counts keep the noise of a few roundings
                cells.add(new Table.Cell.Place(Math.abs(count) < 1e-9 ? 0 : count));
            }
            return new Table.Row(cells, false);
        }

        private String words() {
            if (!happens()) {
                return "With these settings nobody is ever positive" + (tests == 1 ? "" : " so often")
                        + ": there is nothing to update on.";
            }
            return "Of 10,000 people " + Figures.place(prevalence * PEOPLE) + " have the condition. "
                    + Figures.place(truePositives * PEOPLE) + " of them have " + positives() + ", and so have "
                    + Figures.place(falsePositives * PEOPLE) + " of the others. Whoever has " + positives()
                    + " has the condition with probability " + Figures.amount(posterior(prevalence)) + ".";
        }

        private List<String> notes() {
            var notes = new ArrayList<String>();
            if (!happens()) {
                notes.add("A positive test cannot happen under these settings.");
            } else if (tests > 1) {
                notes.add("Several tests count so much only if their errors are independent given the condition. A test"
                        + " that errs for a reason errs again.");
            }
            return notes;
        }
    }
}
