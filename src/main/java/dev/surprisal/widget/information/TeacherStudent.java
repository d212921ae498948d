package dev.surprisal.widget.information;

import dev.surprisal.math.LogSpace;
import dev.surprisal.math.sampling.Decoding;
import dev.surprisal.math.variational.Distillation;
import dev.surprisal.widget.Change;
import dev.surprisal.widget.Edit;
import dev.surprisal.widget.Figures;
import dev.surprisal.widget.Outcome;
import dev.surprisal.widget.Picture;
import dev.surprisal.widget.Range;
import dev.surprisal.widget.Readout;
import dev.surprisal.widget.Role;
import dev.surprisal.widget.Table;
import java.util.ArrayList;
import java.util.List;

/** A student that learns a teacher's softened probabilities: KL in both directions, and the slope in each logit. */
public final class TeacherStudent extends RowsCalculator {

    private static final int TEACHER = 0;
    private static final int STUDENT = 1;

    /** How far sliders and bars move a logit. */
    private static final double MOST_SLID = 5;

    private static final Range LOGIT = new Range(-100, 100, Range.Kind.ANY, "Enter a number between −100 and 100.");

    private static final List<Row> ROWS = List.of(
            new Row("teacher", "The teacher’s logits", "*z*", Role.P, false, LOGIT, -MOST_SLID, MOST_SLID, 0.1),
            new Row("student", "The student’s logits", "*z*", Role.Q, false, LOGIT, -MOST_SLID, MOST_SLID, 0.1));

    private static final List<Section> BESIDES = List.of(new Section(
            "softening",
            "Temperature",
            Role.PLAIN,
            "",
            List.of(new Input("t", "*T*", Range.positive(0.1, 100), 0.1, 10, 0.1))));

    private static final List<Preset> PRESETS = List.of(
            Preset.of("plain", "As they are", 3, 1, 0, 2, 2, 0, 1),
            Preset.of("warm", "Softened", 3, 1, 0, 2, 2, 0, 4),
            Preset.of("order", "Right first choice, wrong order after it", 6, 2, 1, -2, 6, -2, 1, 2, 1),
            Preset.of("shifted", "The same up to a constant", 3, 1, 0, 1, -1, -2, 1),
            Preset.of("fresh", "A student that knows nothing", 4, 2, 1, 0, 0, 0, 0, 0, 2));

    public TeacherStudent() {
        super("distillation", "Teacher and student", List.of(), PRESETS, Probabilities.FEWEST, 8);
    }

    @Override
    List<Row> rows(State state) {
        return ROWS;
    }

    @Override
    List<Section> besides(State state) {
        return BESIDES;
    }

    /** A bar does not always get as far as it is dragged: a slider has ends. */
    @Override
    public Edit<State> edit(State state, Change change) {
        Edit<State> edit = super.edit(state, change);
        if (change instanceof Change.Dragged dragged && edit instanceof Edit.Changed<State> changed) {
            String control = dragged.control();
            double wanted = Math.max(0, Math.min(1, dragged.y()));
            boolean atEnd = Math.abs(value(changed.state(), control)) == MOST_SLID;
            if (atEnd && Math.abs(share(changed.state(), control) - wanted) > 0.01) {
                return new Edit.Changed<>(
                        changed.state(),
                        "By dragging a logit goes from −5 to 5, which is as far as this bar reaches; a number beyond can be"
                                + " typed.");
            }
        }
        return edit;
    }

    private double share(State state, String control) {
        double[] softened = Decoding.temperedLogits(array(state, rowOf(control)), besides(state, 0));
        return softened[indexOf(control)];
    }

    private static int rowOf(String control) {
        return control.startsWith("student") ? STUDENT : TEACHER;
    }

    private static int indexOf(String control) {
        return Integer.parseInt(control.substring(control.indexOf('-') + 1));
    }

    /** Dragging a bar to a probability moves its logit there; the other logits stay. */
    @Override
    protected State dragged(State state, String control, double x, double y) {
        double[] logits = array(state, rowOf(control));
        double temperature = besides(state, 0);
        int dragged = indexOf(control);
        var others = new double[logits.length - 1];
        for (int k = 0; k < others.length; k++) {
            others[k] = logits[k < dragged ? k : k + 1] / temperature;
        }
        double share = Math.max(0.001, Math.min(0.999, y));
        return slid(state, control, temperature * (LogSpace.logit(share) + LogSpace.logSumExp(others)));
    }

    @Override
    Outcome shown(State state) {
        return new Lesson(state).result();
    }

    /** The numbers of one state. */
    private final class Lesson {
        private final double[] teacher;
        private final double[] student;
        private final double temperature;
        private final double[] from;
        private final double[] to;
        private final double[] gradient;
        private final double forward;
        private final double reverse;
        private final int label;
        private final double hard;

        Lesson(State state) {
            teacher = array(state, TEACHER);
            student = array(state, STUDENT);
            temperature = besides(state, 0);
            from = Decoding.temperedLogits(teacher, temperature);
            to = Decoding.temperedLogits(student, temperature);
            forward = Distillation.klNats(teacher, student, temperature);
            reverse = Distillation.klNats(student, teacher, temperature);
            gradient = Distillation.gradient(teacher, student, temperature);
            label = Decoding.greedy(teacher);
            hard = Distillation.hardLossNats(student, label);
        }

        Outcome result() {
            return new Outcome.Result(
                    List.of(
                            nats("KL(teacher ‖ student)", "forward KL, softened", forward, Role.FORWARD),
                            nats("KL(student ‖ teacher)", "reverse KL, softened", reverse, Role.REVERSE)),
                    List.of(
                            nats(
                                    "−ln *π*(" + outcome(label) + ")",
                                    "hard loss on the teacher’s first choice",
                                    hard,
                                    Role.LIKELIHOOD),
                            nats(
                                    "*T*² KL",
                                    "forward KL with its slopes made up for",
                                    temperature * temperature * forward,
                                    Role.FORWARD)),
                    picture(),
                    table(),
                    words(),
                    notes(),
                    "Forward KL " + told(forward) + ", reverse KL " + told(reverse) + ".");
        }

        private static Readout nats(String label, String name, double value, Role role) {
            return new Readout(label, name, value, "nats", role);
        }

        private static String told(double nats) {
            return Figures.amount(nats) + " nats";
        }

        private Picture picture() {
            var alternative = new StringBuilder("Softened probabilities of teacher and student.");
            for (int k = 0; k < from.length; k++) {
                alternative
                        .append(' ')
                        .append(outcome(k))
                        .append(": ")
                        .append(Figures.ratio(from[k]))
                        .append(" and ");
                alternative.append(Figures.ratio(to[k])).append('.');
            }
            return new Picture.Bars(
                    outcomes(from.length),
                    List.of(bars("teacher", Role.P, from, "teacher"), bars("student", Role.Q, to, "student")),
                    1,
                    alternative.toString());
        }

        private Table table() {
            var rows = new ArrayList<Table.Row>();
            for (int k = 0; k < from.length; k++) {
                rows.add(new Table.Row(
                        List.of(
                                new Table.Cell.Words(outcome(k)),
                                new Table.Cell.Ratio(teacher[k]),
                                new Table.Cell.Ratio(student[k]),
                                new Table.Cell.Amount(from[k]),
                                new Table.Cell.Amount(to[k]),
                                new Table.Cell.Amount(gradient[k])),
                        k == label));
            }
            return new Table(
                    "Answer by answer",
                    List.of(
                            new Table.Column("answer", Role.PLAIN),
                            new Table.Column("teacher’s *z*", Role.P),
                            new Table.Column("student’s *z*", Role.Q),
                            new Table.Column("teacher at *T*", Role.P),
                            new Table.Column("student at *T*", Role.Q),
                            new Table.Column("slope in the student’s *z*", Role.FORWARD)),
                    rows,
                    List.of());
        }

        private String words() {
            return "At a temperature of " + Figures.ratio(temperature) + " the forward KL from teacher to student is "
                    + told(forward) + ", the reverse KL " + told(reverse)
                    + ". The slope in each logit of the student is its softened probability less the teacher’s, over *T*:"
                    + " it is largest at " + outcome(steepest()) + ", with " + Figures.amount(gradient[steepest()])
                    + ". A hard label, the teacher’s first choice " + outcome(label) + ", would charge " + told(hard)
                    + " and say nothing about the others.";
        }

        private int steepest() {
            int steepest = 0;
            for (int k = 0; k < gradient.length; k++) {
                steepest = Math.abs(gradient[k]) > Math.abs(gradient[steepest]) ? k : steepest;
            }
            return steepest;
        }

        private List<String> notes() {
            var notes = new ArrayList<String>();
            if (forward == 0) {
                notes.add(
                        "The logits differ by a constant only, which a softmax does not see: the student has learned all"
                                + " there is, at every temperature.");
            }
            if (temperature > 1) {
                notes.add("Softened, the answers that the teacher finds unlikely count for more, and the slopes become"
                        + " smaller by about *T*²; hence the loss is often multiplied by it.");
            }
            return notes;
        }
    }
}
