package dev.surprisal.expression;

import dev.surprisal.expression.Observations.Counts;
import dev.surprisal.expression.Observations.Events;
import dev.surprisal.expression.Observations.Flips;
import dev.surprisal.expression.Observations.Laplaces;
import dev.surprisal.expression.Observations.Normals;
import dev.surprisal.expression.Observations.Waits;
import dev.surprisal.math.Sum;
import dev.surprisal.math.distribution.Bernoulli;
import dev.surprisal.math.distribution.Beta;
import dev.surprisal.math.distribution.Binomial;
import dev.surprisal.math.distribution.Categorical;
import dev.surprisal.math.distribution.Dirichlet;
import dev.surprisal.math.distribution.Distribution;
import dev.surprisal.math.distribution.Exponential;
import dev.surprisal.math.distribution.Gamma;
import dev.surprisal.math.distribution.Laplace;
import dev.surprisal.math.distribution.Multinomial;
import dev.surprisal.math.distribution.Normal;
import dev.surprisal.math.distribution.Poisson;
import dev.surprisal.math.distribution.Univariate;
import dev.surprisal.math.estimation.Conjugate;
import dev.surprisal.math.estimation.Likelihood;
import dev.surprisal.math.estimation.MaximumAPosteriori;
import dev.surprisal.math.estimation.MaximumLikelihood;

/** Estimation from {@link Observations}: which of the core's methods fits the family and the prior. */
final class Estimates {

    private Estimates() {}

    /** The member of a family under which the data are most probable. */
    static Distribution mle(Value family, double[] data) {
        return switch (Observations.of(family, data, 0)) {
            case Flips flips ->
                coin(MaximumLikelihood.bernoulli(flips.heads(), flips.tails()).p(), flips);
            case Counts counts -> die(MaximumLikelihood.categorical(counts.counts()), counts);
            case Events(var x) -> MaximumLikelihood.poisson(x);
            case Waits(var x) -> MaximumLikelihood.exponential(x);
            case Normals(var x, double _) -> MaximumLikelihood.normal(x);
            case Laplaces(var x, double _) -> MaximumLikelihood.laplace(x);
        };
    }

    /** The member of a family that is most probable given the data and a prior of its parameter. */
    static Distribution map(Value family, double[] data, Distribution prior) {
        Observations observations = Observations.of(family, data, outcomes(prior));
        return switch (observations) {
            case Flips flips
            when prior instanceof Beta beta ->
                coin(MaximumAPosteriori.bernoulli(beta, flips.heads(), flips.tails()), flips);
            case Counts counts
            when prior instanceof Dirichlet dirichlet ->
                die(Categorical.of(MaximumAPosteriori.categorical(dirichlet, counts.counts())), counts);
            case Events(var x)
            when prior instanceof Gamma gamma -> new Poisson(MaximumAPosteriori.poissonRate(gamma, x));
            case Waits(var x)
            when prior instanceof Gamma gamma -> new Exponential(MaximumAPosteriori.exponentialRate(gamma, x));
            case Normals(var x, double sd)
            when sd > 0 && prior instanceof Normal normal ->
                new Normal(MaximumAPosteriori.normalMean(normal, sd, x), sd);
            case Normals(var x, double sd)
            when sd > 0 && prior instanceof Laplace laplace ->
                new Normal(MaximumAPosteriori.normalMean(laplace, sd, x), sd);
            case Laplaces(var x, double scale)
            when scale > 0 && prior instanceof Normal normal ->
                new Laplace(MaximumAPosteriori.laplaceLocation(normal, scale, x), scale);
            case Laplaces(var x, double scale)
            when scale > 0 && prior instanceof Laplace laplace ->
                new Laplace(MaximumAPosteriori.laplaceLocation(laplace, scale, x), scale);
            case Normals _, Laplaces _ ->
                throw unsuited(observations, "normal(mean, sd) or laplace(location, scale)", prior);
            case Flips _, Counts _, Events _, Waits _ -> throw unsuited(observations, conjugate(observations), prior);
        };
    }

    /** What is known of a family's parameter after the data, for a conjugate prior. */
    static Distribution posterior(Distribution prior, Value likelihood, double[] data) {
        Observations observations = Observations.of(likelihood, data, outcomes(prior));
        return switch (observations) {
            case Flips flips when prior instanceof Beta beta -> Conjugate.posterior(beta, flips.heads(), flips.tails());
            case Counts counts
            when prior instanceof Dirichlet dirichlet -> Conjugate.posterior(dirichlet, counts.counts());
            case Events(var x) when prior instanceof Gamma gamma -> Conjugate.posterior(gamma, x);
            case Waits(var x) when prior instanceof Gamma gamma -> Conjugate.posteriorOfExponentialRate(gamma, x);
            case Normals(var x, double sd)
            when sd > 0 && prior instanceof Normal normal -> Conjugate.posterior(normal, sd, x);
            case Flips _, Counts _, Events _, Waits _, Normals _, Laplaces _ ->
                throw unsuited(observations, conjugate(observations), prior);
        };
    }

    /** ln of the probability of the data in their order, the parameter averaged out by its prior, in nats. */
    static double logEvidence(Distribution prior, Value likelihood, double[] data) {
        Observations observations = Observations.of(likelihood, data, outcomes(prior));
        return switch (observations) {
            case Flips flips
            when prior instanceof Beta beta -> Conjugate.logEvidenceNats(beta, flips.heads(), flips.tails());
            case Counts counts
            when prior instanceof Dirichlet dirichlet -> Conjugate.logEvidenceNats(dirichlet, counts.counts());
            case Events(var x) when prior instanceof Gamma gamma -> Conjugate.logEvidenceNats(gamma, x);
            case Normals(var x, double sd)
            when sd > 0 && prior instanceof Normal normal -> Conjugate.logEvidenceNats(normal, sd, x);
            case Waits _ ->
                throw new IllegalArgumentException("family must not be exponential: its evidence is not known");
            case Flips _, Counts _, Events _, Normals _, Laplaces _ ->
                throw unsuited(observations, conjugate(observations), prior);
        };
    }

    /** -sum of ln p(x), in nats. */
    static double nll(Distribution model, double[] data) {
        if (model instanceof Univariate univariate) {
            return Likelihood.nllNats(univariate, data);
        }
        throw new IllegalArgumentException("d must be a distribution of numbers, got " + Families.printed(model));
    }

    private static int outcomes(Distribution prior) {
        return prior instanceof Dirichlet dirichlet ? dirichlet.dimension() : 0;
    }

    private static Distribution coin(double p, Flips flips) {
        return flips.counted() ? new Binomial(flips.heads() + flips.tails(), p) : new Bernoulli(p);
    }

    private static Distribution die(Categorical outcome, Counts counts) {
        return counts.counted() ? new Multinomial((int) Sum.of(counts.counts()), outcome) : outcome;
    }

    private static String conjugate(Observations observations) {
        return switch (observations) {
            case Flips _ -> "beta(alpha, beta)";
            case Counts _ -> "dirichlet([…])";
            case Events _, Waits _ -> "gamma(shape, rate)";
            case Normals _, Laplaces _ -> "normal(mean, sd)";
        };
    }

    private static IllegalArgumentException unsuited(Observations observations, String accepted, Distribution prior) {
        return switch (observations) {
            case Normals(var _, double sd)
            when sd == 0 -> new IllegalArgumentException("family must have a known sd: write normal(0, sd)");
            case Laplaces(var _, double scale)
            when scale == 0 -> new IllegalArgumentException("family must have a known scale: write laplace(0, scale)");
            default ->
                new IllegalArgumentException("prior must be " + accepted + " here, got " + Families.printed(prior));
        };
    }
}
