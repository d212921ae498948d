#!/usr/bin/env python3
"""The same divergences with SciPy, beside the times that JMH measured for the core in target/benchmark.json.

Run both in one go: mvn -Pbenchmark test-compile exec:exec@benchmark exec:exec@scipy
Needs Debian's python3-scipy. Closed forms are written as a SciPy user writes them (scipy.special, scipy.stats, NumPy);
quadrature is scipy.integrate.quad at 1e-12, cut at the modes; the reverse optima are scipy.optimize.minimize from a grid of
starts, which is no proof that none is missed.
"""
import json
import sys
import timeit

import numpy as np
import scipy
from scipy import integrate, optimize, special, stats

TWO = (np.array([0.5, 0.5]), np.array([-2.0, 2.0]), np.array([0.5, 0.5]))
FIVE = (np.array([0.1, 0.3, 0.2, 0.25, 0.15]), np.array([-5, -2, 0.5, 2.5, 6]), np.array([0.6, 0.4, 0.8, 0.5, 1]))
COVER = (0.0, 2.06155281280883)


def normals():
    m1, s1, m2, s2 = 2.0, 0.5, 0.0, 1.0
    return np.log(s2 / s1) + (s1 * s1 + (m1 - m2) ** 2) / (2 * s2 * s2) - 0.5


def laplaces():
    m1, b1, m2, b2 = 0.6, 0.8, -0.7, 1.9
    d = abs(m1 - m2)
    return np.log(b2 / b1) + (b1 * np.exp(-d / b1) + d) / b2 - 1


def gammas():
    a1, r1, a2, r2 = 2.3, 1.9, 3.1, 1.2
    return ((a1 - a2) * special.digamma(a1) - special.gammaln(a1) + special.gammaln(a2)
            + a2 * np.log(r1 / r2) + a1 * (r2 - r1) / r1)


def betas():
    a1, b1, a2, b2 = 8.0, 6.0, 2.0, 2.0
    return (special.betaln(a2, b2) - special.betaln(a1, b1) + (a1 - a2) * special.digamma(a1)
            + (b1 - b2) * special.digamma(b1) + (a2 - a1 + b2 - b1) * special.digamma(a1 + b1))


ALPHA, FLAT = np.array([2, 3, 5, 1.5]), np.ones(4)


def dirichlets():
    total = ALPHA.sum()
    return (special.gammaln(total) - special.gammaln(ALPHA).sum() - special.gammaln(FLAT.sum())
            + special.gammaln(FLAT).sum() + ((ALPHA - FLAT) * (special.digamma(ALPHA) - special.digamma(total))).sum())


P, Q = np.array([0.4, 0.25, 0.15, 0.1, 0.06, 0.04]), np.full(6, 1 / 6)


def categoricals():
    return stats.entropy(P, Q)


MEAN, S1 = np.array([1, -2, 0.5]), np.array([[2, 0.6, 0.1], [0.6, 0.5, 0], [0.1, 0, 1]])
S2 = np.array([[1, 0.2, 0], [0.2, 1, 0.3], [0, 0.3, 2]])


def multivariateNormals():
    inverse = np.linalg.inv(S2)
    return 0.5 * (np.trace(inverse @ S1) + MEAN @ inverse @ MEAN - 3
                  + np.linalg.slogdet(S2)[1] - np.linalg.slogdet(S1)[1])


def log_mixture(x, mixture):
    w, m, s = mixture
    return special.logsumexp(np.log(w) - np.log(s) - 0.9189385332046727 - 0.5 * ((x - m) / s) ** 2)


def log_normal(x, normal):
    return -np.log(normal[1]) - 0.9189385332046727 - 0.5 * ((x - normal[0]) / normal[1]) ** 2


def kl(log_p, log_q, low, high, points):
    def term(x):
        lp = log_p(x)
        return np.exp(lp) * (lp - log_q(x))
    return integrate.quad(term, low, high, points=points, epsabs=1e-12, epsrel=1e-12, limit=500)[0]


def mixtureAgainstNormal():
    return kl(lambda x: log_mixture(x, TWO), lambda x: log_normal(x, COVER), -7, 7, [-2, 2])


def normalAgainstMixture():
    return kl(lambda x: log_normal(x, COVER), lambda x: log_mixture(x, TWO), -19, 19, [-2, 0, 2])


def fiveModesAgainstNormal():
    return kl(lambda x: log_mixture(x, FIVE), lambda x: log_normal(x, COVER), -11, 15, list(FIVE[1]))


def laplaceAgainstGammaJs():
    p, q = stats.laplace(0.6, 0.8), stats.gamma(2.3, scale=1 / 1.9)

    def term(x):
        u, v = p.pdf(x), q.pdf(x)
        return 0.5 * (special.rel_entr(u, (u + v) / 2) + special.rel_entr(v, (u + v) / 2))
    return integrate.quad(term, -30, 32, points=[0, 0.6, 1.2], epsabs=1e-12, epsrel=1e-12, limit=500)[0]


def allReverseOptima():
    def reverse(t):
        q = (t[0], np.exp(t[1]))
        reach = 9 * q[1]
        return kl(lambda x: log_normal(x, q), lambda x: log_mixture(x, TWO), q[0] - reach, q[0] + reach, None)
    found = set()
    for mean in (-3, -2, -1, 0, 1, 2, 3):
        for sd in (0.5, 1.7):
            fit = optimize.minimize(reverse, [mean, np.log(sd)], method="Nelder-Mead",
                                    options={"xatol": 1e-9, "fatol": 1e-12})
            found.add((round(fit.x[0], 5), round(float(np.exp(fit.x[1])), 5)))
    return found


def seconds(work):
    timer = timeit.Timer(work)
    number, _ = timer.autorange()
    return min(timer.repeat(3, number)) / number if number > 1 else timer.timeit(1)


def main():
    measured = json.load(open(sys.argv[1] if len(sys.argv) > 1 else "target/benchmark.json", encoding="utf-8"))
    print(f"SciPy {scipy.__version__}, NumPy {np.__version__}")
    print(f"{'':26}{'core':>14}{'SciPy':>16}{'ratio':>10}")
    behind = []
    for entry in measured:
        name = entry["benchmark"].rsplit(".", 1)[1]
        ours = entry["primaryMetric"]["score"] * 1e-9
        theirs = seconds(globals()[name])
        print(f"{name:26}{ours * 1e6:11.3f} µs{theirs * 1e6:13.1f} µs{theirs / ours:9.1f}x")
        if theirs < ours:
            behind.append(name)
    if behind:
        sys.exit("slower than SciPy: " + ", ".join(behind))


if __name__ == "__main__":
    main()
