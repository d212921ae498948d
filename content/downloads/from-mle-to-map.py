"""From maximum likelihood to MAP in six parts.

Runs with any Python from 3.8 on and needs nothing else: python3 from-mle-to-map.py

Each part writes down a negative log-likelihood (NLL), goes downhill on it, and compares where it arrives with what the lessons say.
Look for the lines that change from part 3 to part 4 and from part 4 to part 5: a prior is one more term, and nothing else.
"""

from math import exp, log, pi


def expect(what, value, known):
    """Print a result beside the value that the lessons give, and stop if the two differ."""
    print(f"  {what:<44}{value:>14.6f}")
    assert abs(value - known) < 1e-6, f"{what}: {value} is not {known}"


def descend(slopes, start, rate, steps):
    """Walk against the slopes: theta <- theta - rate * slopes(theta)."""
    theta = list(start)
    for _ in range(steps):
        theta = [value - rate * slope for value, slope in zip(theta, slopes(theta))]
    return theta


def sigmoid(z):
    return 1 / (1 + exp(-z))


print("1. A coin: the estimate is the share of heads")

tosses = [1, 1, 0, 1, 0, 0, 1, 1, 0, 1]
heads, tails = sum(tosses), len(tosses) - sum(tosses)


def coin_nll(p):
    return -heads * log(p) - tails * log(1 - p)


def coin_slopes(theta):
    p = theta[0]
    return [-heads / p + tails / (1 - p)]


[p] = descend(coin_slopes, [0.3], 0.005, 2000)
expect("best p, by descent", p, 0.6)
expect("summed NLL there, nats", coin_nll(p), 6.730116670092565)
expect("summed NLL of an honest coin, nats", coin_nll(0.5), 6.931471805599453)

print("2. A line with normal noise: maximum likelihood is least squares")

xs = [1, 2, 3, 4, 5, 6]
ys = [2.3, 2.9, 4.1, 4.8, 6.2, 6.6]


def line_slopes(theta):
    """Of the mean NLL for noise of width one: prediction minus truth, times the input."""
    a, b = theta
    misses = [a + b * x - y for x, y in zip(xs, ys)]
    return [sum(misses) / len(xs), sum(miss * x for miss, x in zip(misses, xs)) / len(xs)]


a, b = descend(line_slopes, [0, 0], 0.12, 3000)
mean_x, mean_y = sum(xs) / len(xs), sum(ys) / len(ys)
slope = sum((x - mean_x) * y for x, y in zip(xs, ys)) / sum((x - mean_x) ** 2 for x in xs)
expect("intercept, by descent", a, 1.2733333333333333)
expect("slope, by descent", b, 0.9171428571428571)
expect("slope, by the formula of least squares", slope, 0.9171428571428571)

print("3. Yes or no: maximum likelihood is binary cross-entropy")

inputs = [-3, -2, -1, -0.5, 0.5, 1, 2, 3]
labels = [0, 0, 1, 0, 1, 0, 1, 1]


def logit_slopes(theta):
    a, b = theta
    misses = [sigmoid(a + b * x) - y for x, y in zip(inputs, labels)]
    return [sum(misses) / len(inputs), sum(miss * x for miss, x in zip(misses, inputs)) / len(inputs)]


a, b = descend(logit_slopes, [0, 0], 0.5, 1000)
mean_nll = -sum(log(sigmoid(a + b * x)) if y else log(1 - sigmoid(a + b * x)) for x, y in zip(inputs, labels)) / len(inputs)
expect("slope", b, 0.86692625762281)
expect("mean NLL, nats", mean_nll, 0.487923862116347)

print("4. A normal prior is an L2 penalty: it gives separable labels an answer")

points = [-2, -1, 1, 2]
sides = [0, 0, 1, 1]


def ridge_slope(penalty):
    """The slope of the best sigmoid for the summed NLL plus penalty * b^2; the prior has the variance 1 / (2 * penalty)."""

    def slopes(theta):
        b = theta[0]
        likelihood = sum((sigmoid(b * x) - y) * x for x, y in zip(points, sides))
        prior = 2 * penalty * b
        return [likelihood + prior]

    return descend(slopes, [0], 0.2, 3000)[0]


expect("slope with lambda = 1", ridge_slope(1), 0.7148331442)
expect("slope with lambda = 0.1", ridge_slope(0.1), 1.84720139)
expect("slope with lambda = 0.01", ridge_slope(0.01), 3.411445264)

print("5. A Laplace prior is an L1 penalty: some weights become exactly zero")

bend = [[1.8, 0.5], [0.5, 1.2]]
pull = [2, 1]


def soft(z, threshold):
    """Towards zero by the threshold; what would cross zero stays there."""
    return max(z - threshold, 0) if z > 0 else min(z + threshold, 0)


def lasso(penalty, rate=0.4):
    """The minimum of theta'A theta / 2 - c'theta + penalty * (|theta_1| + |theta_2|), by proximal steps."""
    theta = [0.0, 0.0]
    for _ in range(500):
        slopes = [sum(bend[i][j] * theta[j] for j in range(2)) - pull[i] for i in range(2)]
        theta = [soft(theta[i] - rate * slopes[i], rate * penalty) for i in range(2)]
    return theta


for penalty, known in [(0.25, (0.903141361257, 0.248691099476)), (1, (0.555555555556, 0)), (2, (0, 0))]:
    weights = lasso(penalty)
    expect(f"first weight with lambda = {penalty}", weights[0], known[0])
    expect(f"second weight with lambda = {penalty}", weights[1], known[1])
assert lasso(1)[1] == 0, "exactly zero, not nearly"

print("6. Likelihood and posterior as surfaces over mean and width")

measurements = [1, 3, 5]


def normal_nll(mean, width):
    return sum(log(2 * pi * width**2) / 2 + (x - mean) ** 2 / (2 * width**2) for x in measurements)


def with_prior(mean, width):
    """Plus the negative log-density of a normal prior of the mean, around 0 with variance 1, its constant dropped."""
    return normal_nll(mean, width) + mean**2 / 2


def surface(height):
    """Draw a landscape, dark where it is low, and say where it is lowest."""
    means = [i / 50 for i in range(-50, 251)]
    widths = [i / 50 for i in range(25, 201)]
    least, mean, width = min((height(m, w), m, w) for m in means for w in widths)
    for w in widths[::-25]:
        row = [height(m, w) - least for m in means[::6]]
        print(f"  {w:4.1f} " + "".join("#" if rise < 0.1 else "+" if rise < 0.5 else "." if rise < 2 else " " for rise in row))
    return mean, width


mean, width = surface(normal_nll)
expect("lowest NLL at mean", mean, 3.0)
expect("the width there, to the grid", width, 1.64)
mean, width = surface(with_prior)
expect("lowest with the prior at mean", mean, 0.88)
expect("the width there, to the grid", width, 2.68)

print("All as the lessons say.")
