package dev.surprisal.math.reference;

import dev.surprisal.math.LogSpace;
import dev.surprisal.math.coding.CodeLength;
import dev.surprisal.math.coding.Huffman;
import dev.surprisal.math.distribution.Bernoulli;
import dev.surprisal.math.distribution.Beta;
import dev.surprisal.math.distribution.Binomial;
import dev.surprisal.math.distribution.Categorical;
import dev.surprisal.math.distribution.Dirichlet;
import dev.surprisal.math.distribution.Exponential;
import dev.surprisal.math.distribution.Gamma;
import dev.surprisal.math.distribution.Geometric;
import dev.surprisal.math.distribution.Laplace;
import dev.surprisal.math.distribution.Logistic;
import dev.surprisal.math.distribution.Mixture;
import dev.surprisal.math.distribution.MultivariateNormal;
import dev.surprisal.math.distribution.Normal;
import dev.surprisal.math.distribution.Poisson;
import dev.surprisal.math.distribution.Uniform;
import dev.surprisal.math.estimation.BinaryTest;
import dev.surprisal.math.estimation.Conjugate;
import dev.surprisal.math.estimation.Likelihood;
import dev.surprisal.math.estimation.LinearRegression;
import dev.surprisal.math.estimation.LogisticRegression;
import dev.surprisal.math.estimation.Loss;
import dev.surprisal.math.estimation.MaximumAPosteriori;
import dev.surprisal.math.estimation.MaximumLikelihood;
import dev.surprisal.math.estimation.Penalty;
import dev.surprisal.math.estimation.PoissonRegression;
import dev.surprisal.math.estimation.RegressionFit;
import dev.surprisal.math.fit.ForwardFit;
import dev.surprisal.math.fit.ReverseFit;
import dev.surprisal.math.fit.StationaryPoint;
import dev.surprisal.math.information.Divergence;
import dev.surprisal.math.information.Entropy;
import dev.surprisal.math.information.JointTable;
import dev.surprisal.math.information.Units;
import dev.surprisal.math.sampling.BoxMuller;
import dev.surprisal.math.sampling.Decoding;
import dev.surprisal.math.sampling.MonteCarlo;
import dev.surprisal.math.sampling.Reparameterisation;
import dev.surprisal.math.sampling.UniformSum;
import dev.surprisal.math.score.Denoiser;
import dev.surprisal.math.score.ScoreMatching;
import dev.surprisal.math.sequence.Autoregression;
import dev.surprisal.math.sequence.ChainRule;
import dev.surprisal.math.variational.LatentMixture;
import dev.surprisal.math.variational.LinearGaussian;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/** Which public method of the core gives each quantity of the reference table: one call each. */
public final class Quantities {

    private static final Map<String, ToDoubleFunction<Inputs>> QUANTITIES = new HashMap<>();

    private Quantities() {}

    static {
        entropies();
        divergences();
        densities();
        estimates();
        codes();
        sampling();
        fits();
        latentVariables();
        scores();
    }

    public static Set<String> names() {
        return Set.copyOf(QUANTITIES.keySet());
    }

    public static double evaluate(String quantity, Inputs inputs) {
        ToDoubleFunction<Inputs> method = QUANTITIES.get(quantity);
        if (method == null) {
            throw new IllegalArgumentException("unknown quantity " + quantity);
        }
        return method.applyAsDouble(inputs);
    }

    private static void entropies() {
        nats("surprisal", in -> Entropy.surprisalNats(in.number("p")));
        nats("entropy_bernoulli", in -> Entropy.entropyNats(new Bernoulli(in.number("p"))));
        nats("entropy_categorical", in -> Entropy.entropyNats(in.numbers("p")));
        nats("entropy_uniform", in -> Entropy.entropyNats(Categorical.uniform(in.whole("k"))));
        nats("entropy_geometric", in -> Entropy.entropyNats(new Geometric(in.number("p"))));
        nats("entropy_poisson", in -> Entropy.entropyNats(new Poisson(in.number("rate"))));
        nats("diffentropy_normal", in -> Entropy.entropyNats(new Normal(0, in.number("sigma"))));
        nats("diffentropy_uniform", in -> Entropy.entropyNats(new Uniform(in.number("a"), in.number("b"))));
        nats("diffentropy_exponential", in -> Entropy.entropyNats(new Exponential(in.number("rate"))));
        nats("diffentropy_laplace", in -> Entropy.entropyNats(new Laplace(0, in.number("b"))));
        nats("diffentropy_gamma", in -> Entropy.entropyNats(gamma(in, "")));
        nats("diffentropy_beta", in -> Entropy.entropyNats(beta(in, "")));
        nats("diffentropy_dirichlet", in -> Entropy.entropyNats(Dirichlet.of(in.numbers("alpha"))));
        nats("diffentropy_mvn_diag", in -> {
            double[] sds = in.numbers("sigma");
            return Entropy.entropyNats(MultivariateNormal.diagonal(new double[sds.length], sds));
        });
        nats("diffentropy_mvn_full", in -> {
            double[][] covariance = in.table("cov");
            return Entropy.entropyNats(MultivariateNormal.of(new double[covariance.length], covariance));
        });
        nats("diffentropy_mixture_normal", in -> Entropy.entropyNats(mixture(in, "")));
        nats(
                "cross_entropy_bernoulli",
                in -> Entropy.crossEntropyNats(new Bernoulli(in.number("p")), new Bernoulli(in.number("q"))));
        nats("cross_entropy_categorical", in -> Entropy.crossEntropyNats(in.numbers("p"), in.numbers("q")));
        nats("cross_entropy_normal", in -> Entropy.crossEntropyNats(normal(in, "1"), normal(in, "2")));
        nats("cross_entropy_mixture_vs_normal", in -> Entropy.crossEntropyNats(mixture(in, ""), normal(in, "")));
        of("perplexity_categorical", in -> Entropy.perplexity(in.numbers("p")));
        of("perplexity_from_probs", in -> Entropy.perplexityOfTokens(in.numbers("probs")));
        of("perplexity_from_bits", in -> Units.perplexityFromBits(in.number("bits")));
        of("bits_from_nats", in -> Units.bitsFromNats(in.number("nats")));
        of("nats_from_bits", in -> Units.natsFromBits(in.number("bits")));
        of("bits_per_dim", in -> Units.bitsPerDimension(in.number("nll_nats"), in.number("dims")));
        nats("mutual_information", in -> joint(in).mutualInformationNats());
        nats("conditional_entropy_y_given_x", in -> joint(in).entropyOfYGivenXNats());
        nats("joint_entropy", in -> joint(in).entropyNats());
        nats("mi_bivariate_normal", in -> JointTable.mutualInformationOfNormalsNats(in.number("rho")));
    }

    private static void divergences() {
        nats("kl_bernoulli", in -> Divergence.klNats(new Bernoulli(in.number("p")), new Bernoulli(in.number("q"))));
        nats("kl_categorical", in -> Divergence.klNats(in.numbers("p"), in.numbers("q")));
        nats(
                "kl_binomial",
                in -> Divergence.klNats(
                        new Binomial(in.whole("n"), in.number("p")), new Binomial(in.whole("n"), in.number("q"))));
        nats("kl_geometric", in -> Divergence.klNats(new Geometric(in.number("p")), new Geometric(in.number("q"))));
        nats("kl_poisson", in -> Divergence.klNats(new Poisson(in.number("rate1")), new Poisson(in.number("rate2"))));
        nats("kl_normal", in -> Divergence.klNats(normal(in, "1"), normal(in, "2")));
        nats("kl_normal_std", in -> {
            double[] means = in.numbers("mu");
            return Divergence.klNats(
                    MultivariateNormal.diagonal(means, in.numbers("sigma")), MultivariateNormal.standard(means.length));
        });
        nats(
                "kl_mvn_diag",
                in -> Divergence.klNats(
                        MultivariateNormal.diagonal(in.numbers("mu1"), in.numbers("sigma1")),
                        MultivariateNormal.diagonal(in.numbers("mu2"), in.numbers("sigma2"))));
        nats(
                "kl_mvn_full",
                in -> Divergence.klNats(
                        MultivariateNormal.of(in.numbers("mu1"), in.table("cov1")),
                        MultivariateNormal.of(in.numbers("mu2"), in.table("cov2"))));
        nats("kl_laplace", in -> Divergence.klNats(laplace(in, "1"), laplace(in, "2")));
        nats(
                "kl_exponential",
                in -> Divergence.klNats(new Exponential(in.number("rate1")), new Exponential(in.number("rate2"))));
        nats("kl_gamma", in -> Divergence.klNats(gamma(in, "1"), gamma(in, "2")));
        nats("kl_beta", in -> Divergence.klNats(beta(in, "1"), beta(in, "2")));
        nats(
                "kl_dirichlet",
                in -> Divergence.klNats(Dirichlet.of(in.numbers("alpha")), Dirichlet.of(in.numbers("beta"))));
        nats(
                "kl_uniform",
                in -> Divergence.klNats(
                        new Uniform(in.number("a1"), in.number("b1")), new Uniform(in.number("a2"), in.number("b2"))));
        nats(
                "kl_laplace_vs_normal",
                in -> Divergence.klNats(new Laplace(in.number("m"), in.number("b")), normal(in, "")));
        nats(
                "kl_normal_vs_laplace",
                in -> Divergence.klNats(normal(in, ""), new Laplace(in.number("m"), in.number("b"))));
        nats("kl_mixture_vs_normal", in -> Divergence.klNats(mixture(in, ""), normal(in, "")));
        nats("kl_normal_vs_mixture", in -> Divergence.klNats(normal(in, ""), mixture(in, "")));
        nats("kl_mixture_vs_mixture", in -> Divergence.klNats(mixture(in, "1"), mixture(in, "2")));
        nats("js_bernoulli", in -> Divergence.jsNats(new Bernoulli(in.number("p")), new Bernoulli(in.number("q"))));
        nats("js_categorical", in -> Divergence.jsNats(in.numbers("p"), in.numbers("q")));
        nats("js_normal", in -> Divergence.jsNats(normal(in, "1"), normal(in, "2")));
        of("js_distance_categorical", in -> {
            double distance = Divergence.jsDistance(in.numbers("p"), in.numbers("q"));
            return distance / Math.sqrt(natsInUnit(in));
        });
        nats("jeffreys_categorical", in -> Divergence.jeffreysNats(in.numbers("p"), in.numbers("q")));
        nats("jeffreys_normal", in -> Divergence.jeffreysNats(normal(in, "1"), normal(in, "2")));
        of("tv_categorical", in -> Divergence.tv(in.numbers("p"), in.numbers("q")));
        of("pinsker_bound", in -> Divergence.pinskerBound(in.numbers("p"), in.numbers("q")));
        of("fisher_divergence_normal", in -> Divergence.fisher(normal(in, "1"), normal(in, "2")));
    }

    private static void densities() {
        of("pdf_normal", in -> normal(in, "").density(in.number("x")));
        of("logpdf_normal", in -> normal(in, "").logDensity(in.number("x")));
        of("normal_within_k_sigma", in -> Normal.withinSds(in.number("k")));
        of("cdf_normal", in -> normal(in, "").cdf(in.number("x")));
        of("logcdf_normal", in -> normal(in, "").logCdf(in.number("x")));
        of("quantile_normal", in -> normal(in, "").quantile(in.number("u")));
        of("logpdf_laplace", in -> laplace(in, "").logDensity(in.number("x")));
        of("logpdf_exponential", in -> new Exponential(in.number("rate")).logDensity(in.number("x")));
        of("logpdf_beta", in -> beta(in, "").logDensity(in.number("x")));
        of("logpdf_gamma", in -> gamma(in, "").logDensity(in.number("x")));
        of("logpmf_binomial", in -> new Binomial(in.whole("n"), in.number("p")).logDensity(in.number("k")));
        of("logpmf_poisson", in -> new Poisson(in.number("rate")).logDensity(in.number("n")));
        of("logpdf_dirichlet", in -> Dirichlet.of(in.numbers("alpha")).logDensity(in.numbers("x")));
        of(
                "logpdf_mvn_full",
                in -> MultivariateNormal.of(in.numbers("mu"), in.table("cov")).logDensity(in.numbers("x")));
        of("logpdf_mixture_normal", in -> mixture(in, "").logDensity(in.number("x")));
        of("score_normal", in -> normal(in, "").score(in.number("x")));
        of("score_mixture_normal", in -> mixture(in, "").score(in.number("x")));
        of("gmm_responsibility_k", in -> mixture(in, "").responsibilities(in.number("x"))[in.whole("k")]);
        of("inv_cdf_exponential", in -> new Exponential(in.number("rate")).quantile(in.number("u")));
        of("inv_cdf_laplace", in -> laplace(in, "").quantile(in.number("u")));
        of("inv_cdf_logistic", in -> new Logistic(in.number("mu"), in.number("s")).quantile(in.number("u")));
        of("inv_cdf_bernoulli", in -> new Bernoulli(in.number("p")).outcomeAt(in.number("u")));
        // the table counts outcomes from 1
        of("inv_cdf_categorical", in -> Categorical.of(in.numbers("p")).quantile(in.number("u")) + 1);
        of("sigmoid", in -> LogSpace.sigmoid(in.number("z")));
        of("logsumexp", in -> LogSpace.logSumExp(in.numbers("z")));
        of("softmax_k", in -> LogSpace.softmax(in.numbers("z"))[in.whole("k")]);
    }

    private static void estimates() {
        of("likelihood_bernoulli", in -> Likelihood.ofFlips(in.whole("h"), in.whole("t"), in.number("p")));
        of("nll_bernoulli_counts", in -> Likelihood.nllOfFlipsNats(in.whole("h"), in.whole("t"), in.number("p")));
        of("gaussian_nll", in -> Likelihood.nllNats(normal(in, ""), new double[] {in.number("y")}));
        of("laplace_nll", in -> Likelihood.nllNats(laplace(in, ""), new double[] {in.number("y")}));
        of("poisson_nll", in -> Likelihood.nllNats(new Poisson(in.number("rate")), new double[] {in.number("n")}));
        of("bce", in -> Loss.binaryNats(in.number("p"), in.number("y")));
        of("bce_logits", in -> Loss.binaryOfLogitNats(in.number("z"), in.number("y")));
        of("ce_logits", in -> Loss.categoricalOfLogitsNats(in.numbers("z"), in.whole("y")));
        of("ce_onehot", in -> Loss.categoricalNats(in.numbers("p"), in.whole("y")));
        of("ce_grad_k", in -> Loss.gradientOfLogits(in.numbers("z"), in.whole("y"))[in.whole("k")]);

        of("mle_normal_mean", in -> MaximumLikelihood.normalMean(in.numbers("data")));
        of("mle_normal_var", in -> MaximumLikelihood.normalVariance(in.numbers("data")));
        of("unbiased_var", in -> MaximumLikelihood.unbiasedVariance(in.numbers("data")));
        of("nll_normal_at_mle", in -> MaximumLikelihood.normalNllNats(in.numbers("data")));
        of("mle_exponential_rate", in -> MaximumLikelihood.exponentialRate(in.numbers("data")));
        of("mle_poisson_rate", in -> MaximumLikelihood.poissonRate(in.numbers("data")));
        of("nll_poisson_at_mle", in -> MaximumLikelihood.poissonNllNats(in.numbers("data")));
        of("mle_laplace_location", in -> MaximumLikelihood.laplaceLocation(in.numbers("data")));
        of("mle_laplace_scale", in -> MaximumLikelihood.laplaceScale(in.numbers("data")));

        of("ols_slope", in -> line(in).slope());
        of("ols_intercept", in -> line(in).intercept());
        of("ols_sse", in -> line(in).sse());
        of("ols_nll_at_mle", in -> line(in).nllNats());
        of(
                "ols_slope_no_intercept",
                in -> LinearRegression.fitThroughOrigin(in.numbers("x"), in.numbers("y"))
                        .slope());
        of(
                "ols_sse_no_intercept",
                in -> LinearRegression.fitThroughOrigin(in.numbers("x"), in.numbers("y"))
                        .sse());
        of("logistic_mle_intercept", in -> logistic(in, 0).intercept());
        of("logistic_mle_slope", in -> logistic(in, 0).slope());
        of("logistic_mle_nll", in -> logistic(in, 0).nllNats());
        of("logistic_map_slope", in -> logistic(in, in.number("lambda")).slope());
        of(
                "poisson_regression_intercept",
                in -> PoissonRegression.fit(in.numbers("x"), in.numbers("y"))
                        .found()
                        .intercept());
        of(
                "poisson_regression_slope",
                in -> PoissonRegression.fit(in.numbers("x"), in.numbers("y"))
                        .found()
                        .slope());

        of("bayes_binary_evidence", in -> binaryTest(in).evidence());
        of("bayes_binary_npv", in -> binaryTest(in).negativePredictiveValue());
        of("bayes_binary_posterior", in -> binaryTest(in).posterior(in.has("positives") ? in.whole("positives") : 1));
        of("beta_posterior_mean", in -> betaPosterior(in).mean());
        of("beta_posterior_mode", in -> MaximumAPosteriori.bernoulli(beta(in, ""), in.whole("h"), in.whole("t")));
        of("beta_posterior_var", in -> betaPosterior(in).variance());
        of("beta_posterior_quantile", in -> betaPosterior(in).quantile(in.number("u")));
        of("beta_posterior_prob_above", in -> betaPosterior(in).survival(in.number("c")));
        of("beta_bernoulli_log_evidence", in -> Conjugate.logEvidenceNats(beta(in, ""), in.whole("h"), in.whole("t")));
        of(
                "dirichlet_posterior_mean_k",
                in -> Conjugate.posterior(Dirichlet.of(in.numbers("alpha")), in.numbers("counts"))
                        .mean()[in.whole("k")]);
        of(
                "gamma_poisson_posterior_mean",
                in -> Conjugate.posterior(gamma(in, ""), in.numbers("data")).mean());
        of("normal_posterior_mean", in -> normalPosterior(in).mean());
        of("normal_posterior_var", in -> normalPosterior(in).variance());
        of(
                "normal_log_evidence",
                in -> Conjugate.logEvidenceNats(normalPrior(in), in.number("sigma"), in.numbers("data")));

        of("map_loss_l1", in -> Penalty.l1Loss(in.number("nll"), in.numbers("theta"), in.number("lambda")));
        of("map_loss_l2", in -> Penalty.l2Loss(in.number("nll"), in.numbers("theta"), in.number("lambda")));
        of("lambda_from_gaussian_prior", in -> Penalty.lambdaOfNormalPrior(in.number("sigma_p")));
        of("lambda_from_laplace_prior", in -> Penalty.lambdaOfLaplacePrior(in.number("b")));
        of("soft_threshold", in -> Penalty.softThreshold(in.number("z"), in.number("lambda")));
        of("ridge_slope", in -> LinearRegression.ridgeSlope(in.numbers("x"), in.numbers("y"), in.number("lambda")));
        of("lasso_slope", in -> LinearRegression.lassoSlope(in.numbers("x"), in.numbers("y"), in.number("lambda")));
        of(
                "ridge_2d_component",
                in -> LinearRegression.ridge(in.table("A"), in.numbers("c"), in.number("lambda"))[in.whole("k")]);
        of(
                "lasso_2d_component",
                in -> LinearRegression.lasso(in.table("A"), in.numbers("c"), in.number("lambda"))[in.whole("k")]);
    }

    private static void codes() {
        of("kraft_sum", in -> CodeLength.kraftSum(in.numbers("lengths")));
        of("expected_code_length", in -> CodeLength.expectedBits(in.numbers("p"), in.numbers("lengths")));
        of("shannon_code_expected_length", in -> CodeLength.shannonExpectedBits(in.numbers("p")));
        of("huffman_expected_length", in -> Huffman.expectedBits(in.numbers("p")));
        of("sequence_log_prob", in -> ChainRule.logProbabilityOf(in.numbers("cond_probs")));
        of(
                "ar1_log_likelihood",
                in -> new Autoregression(in.number("phi"), in.number("sigma")).logLikelihood(in.numbers("data")));
    }

    private static void sampling() {
        of("box_muller_1", in -> BoxMuller.first(in.number("u1"), in.number("u2")));
        of("box_muller_2", in -> BoxMuller.second(in.number("u1"), in.number("u2")));
        of("reparameterise", in -> Reparameterisation.sample(in.number("mu"), in.number("sigma"), in.number("eps")));
        of("irwin_hall_cdf", in -> new UniformSum(in.whole("n")).cdf(in.number("x")));
        of("irwin_hall_pdf", in -> new UniformSum(in.whole("n")).density(in.number("x")));
        of("mc_standard_error", in -> MonteCarlo.standardError(in.number("sd"), in.number("n")));
        of("temperature_prob_k", in -> Decoding.tempered(in.numbers("p"), in.number("T"))[in.whole("k")]);
        nats("temperature_entropy", in -> Entropy.entropyNats(Decoding.tempered(in.numbers("p"), in.number("T"))));
        of("top_k_prob", in -> Decoding.topK(in.numbers("p"), in.whole("k"))[in.whole("index")]);
        of("top_p_prob", in -> Decoding.topP(in.numbers("p"), in.number("c"))[in.whole("index")]);
    }

    private static void fits() {
        of("forward_fit_mu", in -> ForwardFit.of(mixture(in, "")).q().mean());
        of("forward_fit_sigma", in -> ForwardFit.of(mixture(in, "")).q().sd());
        of("forward_fit_kl", in -> ForwardFit.of(mixture(in, "")).kl().value());
        of("reverse_fit_mu", in -> reverseFit(in).q().mean());
        of("reverse_fit_sigma", in -> reverseFit(in).q().sd());
        of("reverse_fit_kl", in -> reverseFit(in).klNats());
    }

    private static void latentVariables() {
        of("lg_log_evidence", in -> linearGaussian(in).logEvidence(in.number("x")));
        of("lg_posterior_mean", in -> linearGaussian(in).posteriorMean(in.number("x")));
        of("lg_posterior_var", in -> linearGaussian(in).posteriorVariance());
        of("lg_elbo", in -> linearGaussian(in).elbo(in.number("m"), in.number("v"), in.number("x")));
        of("lg_elbo_kl", in -> LinearGaussian.klToPrior(in.number("m"), in.number("v")));
        of(
                "lg_elbo_reconstruction",
                in -> linearGaussian(in).reconstruction(in.number("m"), in.number("v"), in.number("x")));
        of("lg_gap", in -> linearGaussian(in).gap(in.number("m"), in.number("v"), in.number("x")));
        of(
                "fa_log_evidence",
                in -> LinearGaussian.ofFactor(in.numbers("w"), in.number("s")).logEvidence(in.numbers("x")));
        of(
                "fa_elbo",
                in -> LinearGaussian.ofFactor(in.numbers("w"), in.number("s"))
                        .elbo(in.number("m"), in.number("v"), in.numbers("x")));
        of("gmm_elbo", in -> new LatentMixture(mixture(in, "")).elbo(in.numbers("q"), in.number("x")));
    }

    private static void scores() {
        of("hyvarinen_linear", in -> ScoreMatching.hyvarinenLossOfLinear(in.number("a"), in.number("v")));
        of(
                "dsm_loss_linear",
                in -> ScoreMatching.denoisingLossOfLinear(in.number("a"), in.number("v"), in.number("sigma")));
        of("dsm_floor_normal", in -> ScoreMatching.denoisingFloor(in.number("v"), in.number("sigma")));
        of(
                "tweedie_posterior_mean",
                in -> Denoiser.of(mixture(in, ""), in.number("sigma")).posteriorMean(in.number("x")));
    }

    private static void of(String quantity, ToDoubleFunction<Inputs> method) {
        if (QUANTITIES.put(quantity, method) != null) {
            throw new IllegalArgumentException("twice: " + quantity);
        }
    }

    /** A quantity in nats, asked for in the unit of its input "base" where it has one. */
    private static void nats(String quantity, ToDoubleFunction<Inputs> method) {
        of(quantity, in -> in.has("base") ? method.applyAsDouble(in) / natsInUnit(in) : method.applyAsDouble(in));
    }

    private static double natsInUnit(Inputs in) {
        if (!in.has("base")) {
            return 1;
        }
        return switch (in.text("base")) {
            case "e" -> 1;
            case "2" -> 0.6931471805599453;
            case "10" -> 2.302585092994046;
            default -> throw new IllegalArgumentException("unknown base " + in.text("base"));
        };
    }

    private static Normal normal(Inputs in, String suffix) {
        return new Normal(in.number("mu" + suffix), in.number("sigma" + suffix));
    }

    private static Laplace laplace(Inputs in, String suffix) {
        return new Laplace(in.number("mu" + suffix), in.number("b" + suffix));
    }

    private static Gamma gamma(Inputs in, String suffix) {
        return new Gamma(in.number("shape" + suffix), in.number("rate" + suffix));
    }

    private static Beta beta(Inputs in, String suffix) {
        return new Beta(in.number("alpha" + suffix), in.number("beta" + suffix));
    }

    private static Mixture mixture(Inputs in, String suffix) {
        return Mixture.ofNormals(
                in.numbers("weights" + suffix), in.numbers("means" + suffix), in.numbers("sds" + suffix));
    }

    private static JointTable joint(Inputs in) {
        return JointTable.of(in.table("joint"));
    }

    private static LinearRegression.Line line(Inputs in) {
        return LinearRegression.fit(in.numbers("x"), in.numbers("y"));
    }

    private static RegressionFit.Found logistic(Inputs in, double lambda) {
        return LogisticRegression.fit(in.numbers("x"), in.numbers("y"), lambda).found();
    }

    private static BinaryTest binaryTest(Inputs in) {
        return new BinaryTest(in.number("prior"), in.number("sensitivity"), in.number("specificity"));
    }

    private static Beta betaPosterior(Inputs in) {
        return Conjugate.posterior(beta(in, ""), in.whole("h"), in.whole("t"));
    }

    private static Normal normalPrior(Inputs in) {
        return new Normal(in.number("mu0"), in.number("sigma0"));
    }

    private static Normal normalPosterior(Inputs in) {
        return Conjugate.posterior(normalPrior(in), in.number("sigma"), in.numbers("data"));
    }

    private static StationaryPoint reverseFit(Inputs in) {
        return ReverseFit.of(mixture(in, "")).nearestMinimum(in.number("near_mu"), in.number("near_sigma"));
    }

    private static LinearGaussian linearGaussian(Inputs in) {
        return LinearGaussian.of(in.number("w"), in.number("b"), in.number("s"));
    }
}
