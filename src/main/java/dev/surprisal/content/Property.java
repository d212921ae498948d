package dev.surprisal.content;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A law that a claim can rest on, by its name: a condition on what {@link Trial} draws. */
enum Property {
    KL_NONNEGATIVE("kl(p, q) >= 0"),
    KL_OF_ITSELF("kl(p, p) == 0"),
    PINSKER("kl(p, q) >= 2 * tv(p, q)^2"),
    CROSS_ENTROPY_SPLITS("abs(crossEntropy(p, q) - entropy(p) - kl(p, q)) < 1e-9"),
    CROSS_ENTROPY_LEAST("crossEntropy(p, q) >= entropy(p)"),
    ENTROPY_NONNEGATIVE("entropy(p) >= 0"),
    ENTROPY_CHAIN_RULE("abs(entropy(categorical([a * b, a * (1 - b), 1 - a]))"
            + " - (entropy(bernoulli(a)) + a * entropy(bernoulli(b)))) < 1e-12"),
    DATA_PROCESSING("kl(bernoulli(pdf(p, 1)), bernoulli(pdf(q, 1))) <= kl(p, q) + 1e-12"),
    JS_BOUNDED("js(p, q) <= ln(2)"),
    JS_SYMMETRIC("abs(js(p, q) - js(q, p)) < 1e-12"),
    JEFFREYS_SYMMETRIC("abs(jeffreys(p, q) - jeffreys(q, p)) < 1e-9"),
    TV_TRIANGLE("tv(p, r) <= tv(p, q) + tv(q, r) + 1e-12"),
    MLE_LEAST_NLL("nll(mle(bernoulli, data), data) <= nll(bernoulli(a), data) + 1e-12"),
    FORWARD_FIT_LEAST("forwardFit(mixture([a, 1 - a], [normal(m, s), normal(x, t)])).kl"
            + " <= kl(mixture([a, 1 - a], [normal(m, s), normal(x, t)]), normal(x, s)) + 1e-9"),
    KL_OF_NORMALS("abs(kl(normal(m, s), normal(x, t)) - (ln(t / s) + (s^2 + (m - x)^2) / (2 * t^2) - 1/2)) < 1e-9");

    private final String condition;

    Property(String condition) {
        this.condition = condition;
    }

    /** As an expression. */
    String condition() {
        return condition;
    }

    /** As authors write it. */
    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<Property> find(String word) {
        return Arrays.stream(values())
                .filter(property -> property.word().equals(word))
                .findFirst();
    }

    static List<String> words() {
        return Arrays.stream(values()).map(Property::word).toList();
    }
}
