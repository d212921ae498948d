package dev.surprisal.expression;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A family of distributions without its parameters, which are what is estimated: the {@code normal} of {@code mle(normal, data)}. */
enum Family {
    BERNOULLI("bernoulli"),
    CATEGORICAL("categorical"),
    BINOMIAL("binomial"),
    MULTINOMIAL("multinomial"),
    POISSON("poisson"),
    NORMAL("normal"),
    LAPLACE("laplace"),
    EXPONENTIAL("exponential");

    /** How the language calls it. */
    final String word;

    Family(String word) {
        this.word = word;
    }

    /** The family called so, which is known to be one. */
    static Family named(String word) {
        Family family = find(word);
        if (family == null) {
            throw new IllegalStateException("no family is called " + word);
        }
        return family;
    }

    static @Nullable Family find(String word) {
        return Arrays.stream(values())
                .filter(family -> family.word.equals(word))
                .findFirst()
                .orElse(null);
    }

    static List<String> words() {
        return Arrays.stream(values()).map(family -> family.word).toList();
    }
}
