package dev.surprisal.math.benchmark;

import dev.surprisal.math.distribution.Beta;
import dev.surprisal.math.distribution.Categorical;
import dev.surprisal.math.distribution.Dirichlet;
import dev.surprisal.math.distribution.Gamma;
import dev.surprisal.math.distribution.Laplace;
import dev.surprisal.math.distribution.Mixture;
import dev.surprisal.math.distribution.MultivariateNormal;
import dev.surprisal.math.distribution.Normal;
import dev.surprisal.math.fit.ReverseFit;
import dev.surprisal.math.information.Divergence;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * How long a divergence takes. The methods have the names that {@code src/benchmark/scipy_comparison.py} gives to the same
 * work in SciPy; the inputs stand there too.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class KlBenchmark {

    // fields that are not final: constants would be folded
    private Normal normal = new Normal(2, 0.5);
    private Normal standard = new Normal(0, 1);
    private Laplace laplace = new Laplace(0.6, 0.8);
    private Laplace wider = new Laplace(-0.7, 1.9);
    private Gamma gamma = new Gamma(2.3, 1.9);
    private Gamma slower = new Gamma(3.1, 1.2);
    private Beta beta = new Beta(8, 6);
    private Beta flatter = new Beta(2, 2);
    private Dirichlet dirichlet = Dirichlet.of(2, 3, 5, 1.5);
    private Dirichlet uniform = Dirichlet.of(1, 1, 1, 1);
    private Categorical outcomes = Categorical.of(0.4, 0.25, 0.15, 0.1, 0.06, 0.04);
    private Categorical equal = Categorical.uniform(6);
    private MultivariateNormal vectors = MultivariateNormal.of(
            new double[] {1, -2, 0.5}, new double[][] {{2, 0.6, 0.1}, {0.6, 0.5, 0}, {0.1, 0, 1}});
    private MultivariateNormal others =
            MultivariateNormal.of(new double[] {0, 0, 0}, new double[][] {{1, 0.2, 0}, {0.2, 1, 0.3}, {0, 0.3, 2}});
    private Mixture twoModes =
            Mixture.ofNormals(new double[] {0.5, 0.5}, new double[] {-2, 2}, new double[] {0.5, 0.5});
    private Mixture fiveModes = Mixture.ofNormals(
            new double[] {0.1, 0.3, 0.2, 0.25, 0.15},
            new double[] {-5, -2, 0.5, 2.5, 6},
            new double[] {0.6, 0.4, 0.8, 0.5, 1});
    private Normal cover = new Normal(0, 2.06155281280883);

    @Benchmark
    public double normals() {
        return Divergence.klNats(normal, standard);
    }

    @Benchmark
    public double laplaces() {
        return Divergence.klNats(laplace, wider);
    }

    @Benchmark
    public double gammas() {
        return Divergence.klNats(gamma, slower);
    }

    @Benchmark
    public double betas() {
        return Divergence.klNats(beta, flatter);
    }

    @Benchmark
    public double dirichlets() {
        return Divergence.klNats(dirichlet, uniform);
    }

    @Benchmark
    public double categoricals() {
        return Divergence.klNats(outcomes, equal);
    }

    @Benchmark
    public double multivariateNormals() {
        return Divergence.klNats(vectors, others);
    }

    @Benchmark
    public double mixtureAgainstNormal() {
        return Divergence.klNats(twoModes, cover);
    }

    @Benchmark
    public double normalAgainstMixture() {
        return Divergence.klNats(cover, twoModes);
    }

    @Benchmark
    public double fiveModesAgainstNormal() {
        return Divergence.klNats(fiveModes, cover);
    }

    @Benchmark
    public double laplaceAgainstGammaJs() {
        return Divergence.jsNats(laplace, gamma);
    }

    @Benchmark
    public ReverseFit allReverseOptima() {
        return ReverseFit.of(twoModes);
    }
}
