package dev.surprisal.widget.fitting;

import dev.surprisal.math.distribution.Mixture;
import dev.surprisal.math.fit.Landscape;
import dev.surprisal.widget.Figure;
import dev.surprisal.widget.Figures;
import dev.surprisal.widget.Outcome;
import dev.surprisal.widget.Picture;
import dev.surprisal.widget.Readout;
import dev.surprisal.widget.Role;
import dev.surprisal.widget.Table;
import dev.surprisal.widget.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What every view of a state needs: the target, its forward fit, and what the latest survey has found. */
final class Scene {

    private final KlFit.State state;
    private final KlFit.State begun;
    private final Optional<FitSurvey> survey;
    private final TargetFacts facts;

    /** @param survey the latest; it may be about another target */
    Scene(KlFit.State state, KlFit.State begun, Optional<FitSurvey> survey) {
        this(state, begun, survey, new TargetFacts(state.target(), begun));
    }

    private Scene(KlFit.State state, KlFit.State begun, Optional<FitSurvey> survey, TargetFacts facts) {
        this.state = state;
        this.begun = begun;
        this.survey = survey;
        this.facts = facts;
    }

    /** After another move of the same movement. */
    Scene moved(KlFit.State to) {
        boolean same = to.target().equals(state.target());
        return new Scene(to, begun, survey, same ? facts : new TargetFacts(to.target(), begun));
    }

    KlFit.State state() {
        return state;
    }

    Optional<FitSurvey> survey() {
        return survey;
    }

    /** Whether the survey is about this state. */
    boolean isSettled() {
        return survey.isPresent() && survey.get().isAbout(state);
    }

    /** The stationary points of the reverse KL, as far as they are known. */
    List<FitSurvey.Point> points() {
        return survey.map(FitSurvey::points).orElse(List.of());
    }

    TargetCurves curves() {
        return facts.curves();
    }

    Mixture p() {
        return facts.p();
    }

    FitSample sample(View.Sample drawn) {
        return facts.sample(drawn);
    }

    Landscape forwardKl() {
        return facts.forwardKl();
    }

    Landscape reverseKl() {
        return facts.reverseKl();
    }

    Bell forwardBest() {
        return facts.forwardBest();
    }

    /** In nats. */
    double leastForward() {
        return facts.leastForward();
    }

    Unit unit() {
        return state.unit();
    }

    /** What is seen while a control is moved; all else waits for rest. */
    Outcome moving(List<Readout> headline, List<Readout> readouts, Picture picture, List<Figure> planes) {
        return new Outcome.Result(headline, readouts, picture, Table.none(), "", List.of(), "", planes, isSettled());
    }

    Readout amount(String label, String name, double nats, Role role) {
        return new Readout(label, name, unit().of(nats), unit().plural(), role);
    }

    String told(double nats) {
        return Figures.amount(unit().of(nats)) + " " + unit().plural();
    }

    /** The forward fit and all stationary points of the reverse KL, and in the last rows what is one's own. */
    Table table(List<Table.Row> own) {
        var rows = new ArrayList<Table.Row>();
        double reverseOfBest =
                reverseKl().at(forwardBest().mean(), forwardBest().sd()).value();
        rows.add(row("forward optimum", forwardBest(), leastForward(), reverseOfBest, true));
        for (FitSurvey.Point point : points()) {
            String name = switch (point.kind()) {
                case GLOBAL -> "reverse, global minimum";
                case LOCAL -> "reverse, local minimum";
                case SADDLE -> "reverse, saddle";
            };
            boolean striking = point.kind() == FitSurvey.Kind.GLOBAL;
            rows.add(row(name, new Bell(point.mean(), point.sd()), point.forwardNats(), point.reverseNats(), striking));
        }
        return new Table(
                "All optima and your q, KL in " + unit().plural(),
                List.of(
                        new Table.Column("normal", Role.PLAIN),
                        new Table.Column("*μ*", Role.PLAIN),
                        new Table.Column("*σ*", Role.PLAIN),
                        new Table.Column("KL(*p* ‖ *q*)", Role.FORWARD, unit().plural()),
                        new Table.Column("KL(*q* ‖ *p*)", Role.REVERSE, unit().plural())),
                rows,
                own);
    }

    Table.Row row(String name, double mean, double sd) {
        return row(
                name,
                mean,
                sd,
                forwardKl().at(mean, sd).value(),
                reverseKl().at(mean, sd).value(),
                false);
    }

    private Table.Row row(String name, Bell q, double forward, double reverse, boolean striking) {
        return row(name, q.mean(), q.sd(), forward, reverse, striking);
    }

    private Table.Row row(String name, double mean, double sd, double forward, double reverse, boolean striking) {
        return new Table.Row(
                List.of(
                        new Table.Cell.Words(name),
                        new Table.Cell.Place(mean),
                        new Table.Cell.Place(sd),
                        new Table.Cell.Amount(unit().of(forward)),
                        new Table.Cell.Amount(unit().of(reverse))),
                striking);
    }
}
