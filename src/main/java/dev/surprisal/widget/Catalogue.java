package dev.surprisal.widget;

import dev.surprisal.widget.estimation.BatchNoise;
import dev.surprisal.widget.estimation.LikelihoodSurface;
import dev.surprisal.widget.estimation.NllLedger;
import dev.surprisal.widget.estimation.PenalisedLoss;
import dev.surprisal.widget.estimation.PenaltyGeometry;
import dev.surprisal.widget.estimation.PolynomialDegree;
import dev.surprisal.widget.estimation.RegressionDescent;
import dev.surprisal.widget.estimation.SoftmaxDescent;
import dev.surprisal.widget.estimation.SoftmaxLoss;
import dev.surprisal.widget.fitting.CorrelatedFit;
import dev.surprisal.widget.fitting.KlFit;
import dev.surprisal.widget.fitting.SeparationSweep;
import dev.surprisal.widget.fitting.TwoNormalsEm;
import dev.surprisal.widget.information.BlockCode;
import dev.surprisal.widget.information.CoinDirections;
import dev.surprisal.widget.information.DifferentialEntropy;
import dev.surprisal.widget.information.EntropyDiscrete;
import dev.surprisal.widget.information.GanValue;
import dev.surprisal.widget.information.HuffmanBuilder;
import dev.surprisal.widget.information.KlDiscrete;
import dev.surprisal.widget.information.KlFamilies;
import dev.surprisal.widget.information.MutualInformation;
import dev.surprisal.widget.information.OneBump;
import dev.surprisal.widget.information.OneHot;
import dev.surprisal.widget.information.PolicyTilt;
import dev.surprisal.widget.information.SimplexDirections;
import dev.surprisal.widget.information.SurpriseMeter;
import dev.surprisal.widget.information.TeacherStudent;
import dev.surprisal.widget.information.UnitConverter;
import dev.surprisal.widget.information.WrongCode;
import dev.surprisal.widget.models.FamilyMap;
import dev.surprisal.widget.models.ResultComparison;
import dev.surprisal.widget.probability.BayesTest;
import dev.surprisal.widget.probability.BetaUpdate;
import dev.surprisal.widget.probability.ChangeOfVariables;
import dev.surprisal.widget.probability.CoinLikelihood;
import dev.surprisal.widget.probability.ConjugateUpdate;
import dev.surprisal.widget.probability.IidOrNot;
import dev.surprisal.widget.probability.InverseCdf;
import dev.surprisal.widget.probability.NormalDensity;
import dev.surprisal.widget.probability.PlateDiagram;
import dev.surprisal.widget.probability.SumOfDraws;
import dev.surprisal.widget.probability.TokenChoice;
import dev.surprisal.widget.sampling.AncestralSampling;
import dev.surprisal.widget.sampling.GradientEstimators;
import dev.surprisal.widget.sampling.MonteCarloError;
import dev.surprisal.widget.score.ForwardDiffusion;
import dev.surprisal.widget.score.LangevinWalk;
import dev.surprisal.widget.score.ScoreDescent;
import dev.surprisal.widget.score.ScoreField;
import dev.surprisal.widget.variational.ElboGap;
import dev.surprisal.widget.variational.JensenChord;
import java.util.List;
import java.util.Optional;

/** Every widget there is. A new one is added to the list below, and nowhere else. */
public final class Catalogue {

    private static final List<Widget<?>> WIDGETS = List.of(
            new KlDiscrete(),
            new UnitConverter(),
            new FamilyMap(),
            new ResultComparison(),
            new CoinDirections(),
            new PolicyTilt(),
            new GanValue(),
            new TeacherStudent(),
            new OneBump(),
            new SimplexDirections(),
            new JensenChord(),
            new KlFit(),
            new CorrelatedFit(),
            new SeparationSweep(),
            new TwoNormalsEm(),
            new SurpriseMeter(),
            new OneHot(),
            new EntropyDiscrete(),
            new HuffmanBuilder(),
            new WrongCode(),
            new KlFamilies(),
            new MutualInformation(),
            new NormalDensity(),
            new CoinLikelihood(),
            new IidOrNot(),
            new PlateDiagram(),
            new SumOfDraws(),
            new BayesTest(),
            new BetaUpdate(),
            new InverseCdf(),
            new TokenChoice(),
            new MonteCarloError(),
            new GradientEstimators(),
            new BatchNoise(),
            new AncestralSampling(),
            new ChangeOfVariables(),
            new RegressionDescent(),
            new SoftmaxLoss(),
            new NllLedger(),
            new ConjugateUpdate(),
            new SoftmaxDescent(),
            new PenalisedLoss(),
            new LikelihoodSurface(),
            new PolynomialDegree(),
            new DifferentialEntropy(),
            new BlockCode(),
            new PenaltyGeometry(),
            new ElboGap(),
            new ScoreField(),
            new ScoreDescent(),
            new LangevinWalk(),
            new ForwardDiffusion());

    private Catalogue() {}

    public static List<Widget<?>> widgets() {
        return WIDGETS;
    }

    public static Optional<Widget<?>> find(String kind) {
        for (Widget<?> widget : WIDGETS) {
            if (widget.kind().equals(kind)) {
                return Optional.of(widget);
            }
        }
        return Optional.empty();
    }

    /** @throws IllegalArgumentException when there is none of this kind */
    public static Widget<?> of(String kind) {
        return find(kind).orElseThrow(() -> new IllegalArgumentException("there is no widget of kind " + kind));
    }

    /**
     * The state that a text from an address or a database stands for, as its widget writes it; empty when it stands for none.
     *
     * @throws IllegalArgumentException when there is no widget of this kind
     */
    public static Optional<String> reread(String kind, String text) {
        return reread(of(kind), text);
    }

    private static <S> Optional<String> reread(Widget<S> widget, String text) {
        try {
            return Optional.of(widget.encode(widget.decode(text)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The text of the state from which a widget starts when nothing is set on it. */
    public static String start(String kind) {
        return start(of(kind));
    }

    private static <S> String start(Widget<S> widget) {
        return widget.encode(widget.initial(Parameters.none()));
    }
}
