package dev.surprisal.widget.fitting;

import dev.surprisal.math.Outcome;
import dev.surprisal.math.fit.Descent;
import dev.surprisal.widget.Figures;
import dev.surprisal.widget.Unit;
import java.util.ArrayList;
import java.util.List;

/** How a state of {@link KlFit} is told, in sentences that state its numbers. */
final class FitWords {

    private static final String[] NUMBERS = {"no", "one", "two", "three", "four", "five", "six", "seven"};

    /** A normal covers a component whose mean lies within so many of its standard deviations. */
    private static final double REACH = 2;

    private final KlFit.State state;
    private final Descents descents;
    private final Bell forwardBest;
    private final double leastForward;
    private final List<FitSurvey.Point> minima = new ArrayList<>();
    private final int saddles;
    private final Unit unit;

    FitWords(
            KlFit.State state, Descents descents, Bell forwardBest, double leastForward, List<FitSurvey.Point> points) {
        this.state = state;
        this.descents = descents;
        this.forwardBest = forwardBest;
        this.leastForward = leastForward;
        for (FitSurvey.Point point : points) {
            if (point.kind() != FitSurvey.Kind.SADDLE) {
                minima.add(point);
            }
        }
        saddles = points.size() - minima.size();
        unit = state.unit();
    }

    /** N(1, 1.5²). */
    static String normal(double mean, double sd) {
        return "N(" + Figures.place(mean) + ", " + Figures.place(sd) + "²)";
    }

    static String steps(Descent descent) {
        return descent.steps() + (descent.steps() == 1 ? " step" : " steps");
    }

    String words() {
        var out = new StringBuilder("The target *p* is ").append(target()).append(". ");
        out.append("The forward KL has its one optimum at ")
                .append(normal(forwardBest.mean(), forwardBest.sd()))
                .append(", which has the mean and the standard deviation of *p*, at ")
                .append(amount(leastForward))
                .append(". The reverse KL has ");
        if (minima.size() == 1) {
            FitSurvey.Point only = minima.getFirst();
            out.append("one optimum here, ")
                    .append(normal(only.mean(), only.sd()))
                    .append(", at ")
                    .append(amount(only.reverseNats()));
        } else {
            out.append(count(minima.size())).append(" optima here: ");
            for (int i = 0; i < minima.size(); i++) {
                FitSurvey.Point point = minima.get(i);
                out.append(i == 0 ? "" : i < minima.size() - 1 ? ", " : " and ")
                        .append(normal(point.mean(), point.sd()))
                        .append(" at ")
                        .append(amount(point.reverseNats()))
                        .append(point.kind() == FitSurvey.Kind.GLOBAL ? " (global)" : " (local)");
            }
            out.append(", with ")
                    .append(count(saddles))
                    .append(saddles == 1 ? " saddle" : " saddles")
                    .append(" between");
        }
        return out.append(". ").append(own()).toString();
    }

    private String target() {
        Modes target = state.target();
        if (target.size() == 1) {
            return "one normal, " + normal(target.bell(0).mean(), target.bell(0).sd());
        }
        var out =
                new StringBuilder("a mixture of ").append(count(target.size())).append(" normals: ");
        for (int k = 0; k < target.size(); k++) {
            Bell bell = target.bell(k);
            out.append(k == 0 ? "" : " + ")
                    .append(Figures.ratio(target.weight(k)))
                    .append(' ')
                    .append(normal(bell.mean(), bell.sd()));
        }
        return out.toString();
    }

    private String own() {
        Descent.Step forward = descents.forward().end();
        Descent.Step reverse = descents.reverse().end();
        if (state.steps() == 0) {
            return "Your *q* = " + normal(forward.mean(), forward.sd()) + " has a forward KL of "
                    + amount(forward.value()) + " and a reverse KL of " + amount(reverse.value()) + ".";
        }
        return descent();
    }

    /** What the descents have done so far. */
    String descent() {
        if (state.steps() == 0) {
            return "Both descents stand at their start. Step or Run lets them go down, each in its own direction of KL.";
        }
        return told("forward", descents.forward()) + " " + told("reverse", descents.reverse());
    }

    private String told(String direction, Descent descent) {
        String where = normal(descent.end().mean(), descent.end().sd()) + " at "
                + amount(descent.end().value());
        String after = "The descent in the " + direction + " KL ";
        if (descent.steps() < state.steps() || descent.outcome() != Outcome.OUT_OF_ITERATIONS) {
            return switch (descent.outcome()) {
                case CONVERGED ->
                    after + "has arrived after " + steps(descent) + ": " + where + nearest(direction) + ".";
                case DIVERGED ->
                    after + "was stopped after " + steps(descent)
                            + ": its KL rose 20 times in a row. The steps are too large; make *η* smaller.";
                case STALLED ->
                    after + "has stalled after " + steps(descent) + " at " + where
                            + ": no step from here makes it better.";
                case OUT_OF_ITERATIONS -> after + "is at " + where + ".";
            };
        }
        if (state.steps() >= KlFit.MOST_STEPS) {
            return after + "has not arrived after " + steps(descent) + ": it is at " + where + ". "
                    + (isRestless(descent)
                            ? "It jumps to and fro across its goal; make *η* smaller."
                            : "It still creeps; a larger *η* or damped Newton gets there sooner.");
        }
        return after + "is at " + where + " after " + steps(descent)
                + (isRestless(descent) ? ", and its last step made it worse: *η* may be too large." : ".");
    }

    /** Whether the last steps went up as well as down. */
    private static boolean isRestless(Descent descent) {
        int last = descent.steps();
        for (int i = Math.max(1, last - 3); i <= last; i++) {
            if (descent.path().get(i).value() > descent.path().get(i - 1).value() + 1e-9) {
                return true;
            }
        }
        return false;
    }

    private String nearest(String direction) {
        if (direction.equals("forward")) {
            return ", the one optimum";
        }
        Descent.Step end = descents.reverse().end();
        for (FitSurvey.Point point : minima) {
            if (Math.abs(point.mean() - end.mean()) < 1e-3 && Math.abs(point.sd() - end.sd()) < 1e-3) {
                return minima.size() == 1
                        ? ", the only optimum"
                        : point.kind() == FitSurvey.Kind.GLOBAL ? ", a global optimum" : ", a local optimum";
            }
        }
        return "";
    }

    /** What everybody should take away, each with what it means for this target. */
    List<String> notes(boolean certified) {
        var notes = new ArrayList<String>();
        notes.add(
                "Forward has exactly one optimum, whatever the start: the normal with the mean and the variance of *p*.");
        notes.add("Reverse may have several local optima, and the start decides which one a descent finds. "
                + (minima.size() == 1 ? "This target has only one." : "This target has " + count(minima.size()) + "."));
        notes.add("“Reverse picks a mode” holds only for well-separated modes. " + pickedHere());
        notes.add(
                "Between two equal modes that are well separated a wide, symmetric local optimum exists at every distance;"
                        + " it only becomes worse than those on the modes.");
        if (!certified) {
            notes.add("For this target the search could not make sure that no optimum is missing.");
        }
        return notes;
    }

    private String pickedHere() {
        Modes target = state.target();
        if (target.size() == 1) {
            return "Here *p* is itself a normal, and both directions reach a KL of 0.";
        }
        for (FitSurvey.Point point : minima) {
            if (point.kind() == FitSurvey.Kind.GLOBAL) {
                int covered = 0;
                for (Bell bell : target.bells()) {
                    covered += Math.abs(bell.mean() - point.mean()) <= REACH * point.sd() ? 1 : 0;
                }
                String whose = minima.size() == 1 ? "the only optimum" : "the global optimum";
                return covered <= 1
                        ? "Here " + whose + " sits on one component."
                        : "Here " + whose + " spreads over " + howMany(covered, target.size()) + " components.";
            }
        }
        return "";
    }

    private static String howMany(int covered, int of) {
        return covered < of ? count(covered) : of == 2 ? "both" : "all " + count(of);
    }

    String spoken() {
        return "Forward KL " + amount(descents.forward().end().value()) + ", reverse KL "
                + amount(descents.reverse().end().value())
                + (state.steps() == 0 ? "." : " after " + state.steps() + (state.steps() == 1 ? " step." : " steps."));
    }

    private String amount(double nats) {
        return Figures.amount(unit.of(nats)) + " " + unit.plural();
    }

    private static String count(int number) {
        return number < NUMBERS.length ? NUMBERS[number] : Integer.toString(number);
    }
}
