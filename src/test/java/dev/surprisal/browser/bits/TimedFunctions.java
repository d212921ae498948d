package dev.surprisal.browser.bits;

import dev.surprisal.math.distribution.Beta;
import dev.surprisal.math.distribution.Categorical;
import dev.surprisal.math.distribution.Dirichlet;
import dev.surprisal.math.distribution.Distribution;
import dev.surprisal.math.distribution.Gamma;
import dev.surprisal.math.distribution.Laplace;
import dev.surprisal.math.distribution.Mixture;
import dev.surprisal.math.distribution.MultivariateNormal;
import dev.surprisal.math.distribution.Normal;
import dev.surprisal.math.fit.ReverseFit;
import dev.surprisal.math.information.Divergence;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleSupplier;

/** What is timed on both sides: the divergences and the fit of the benchmark beside SciPy, under the same names. */
final class TimedFunctions {

    private static final Mixture TWO_MODES =
            Mixture.ofNormals(new double[] {0.5, 0.5}, new double[] {-2, 2}, new double[] {0.5, 0.5});
    private static final Mixture FIVE_MODES = Mixture.ofNormals(
            new double[] {0.1, 0.3, 0.2, 0.25, 0.15},
            new double[] {-5, -2, 0.5, 2.5, 6},
            new double[] {0.6, 0.4, 0.8, 0.5, 1});
    private static final Normal COVER = new Normal(0, 2.06155281280883);

    private static final List<Timed> ALL = new ArrayList<>();

    private record Timed(String name, DoubleSupplier work) {}

    static {
        kl("normals", new Normal(2, 0.5), new Normal(0, 1));
        kl("laplaces", new Laplace(0.6, 0.8), new Laplace(-0.7, 1.9));
        kl("gammas", new Gamma(2.3, 1.9), new Gamma(3.1, 1.2));
        kl("betas", new Beta(8, 6), new Beta(2, 2));
        kl("dirichlets", Dirichlet.of(2, 3, 5, 1.5), Dirichlet.of(1, 1, 1, 1));
        kl("categoricals", Categorical.of(0.4, 0.25, 0.15, 0.1, 0.06, 0.04), Categorical.uniform(6));
        kl(
                "multivariateNormals",
                MultivariateNormal.of(
                        new double[] {1, -2, 0.5}, new double[][] {{2, 0.6, 0.1}, {0.6, 0.5, 0}, {0.1, 0, 1}}),
                MultivariateNormal.of(
                        new double[] {0, 0, 0}, new double[][] {{1, 0.2, 0}, {0.2, 1, 0.3}, {0, 0.3, 2}}));
        kl("mixtureAgainstNormal", TWO_MODES, COVER);
        kl("normalAgainstMixture", COVER, TWO_MODES);
        kl("fiveModesAgainstNormal", FIVE_MODES, COVER);
        ALL.add(new Timed(
                "laplaceAgainstGammaJs", () -> Divergence.jsNats(new Laplace(0.6, 0.8), new Gamma(2.3, 1.9))));
        ALL.add(new Timed(
                "allReverseOptima", () -> ReverseFit.of(TWO_MODES).points().size()));
        ALL.add(new Timed(
                "allReverseOptimaOfFiveModes",
                () -> ReverseFit.of(FIVE_MODES).points().size()));
    }

    private TimedFunctions() {}

    private static void kl(String name, Distribution p, Distribution q) {
        ALL.add(new Timed(name, () -> Divergence.klNats(p, q)));
    }

    static List<String> names() {
        return ALL.stream().map(Timed::name).toList();
    }

    /** The sum of so many results: whoever adds them up has worked them out. */
    static double run(String name, int rounds) {
        for (var timed : ALL) {
            if (timed.name.equals(name)) {
                double sum = 0;
                for (int i = 0; i < rounds; i++) {
                    sum += timed.work.getAsDouble();
                }
                return sum;
            }
        }
        throw new IllegalArgumentException("no function " + name);
    }
}
