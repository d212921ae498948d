package dev.surprisal.expression;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpellingTest {

    private static final List<String> WORDS = List.of("normal", "bernoulli", "kl", "js", "tv", "x", "crossEntropy");

    @ParameterizedTest
    @CsvSource({
        "nomal, normal",
        "noraml, normal",
        "norrmal, normal",
        "Bernoulli, bernoulli",
        "bernouli, bernoulli",
        "bernuli, bernoulli",
        "KL, kl",
        "kll, kl",
        "X, x",
        "crossentropy, crossEntropy",
        "cross_entropy, crossEntropy",
    })
    void oneSlipIsRecognised(String word, String meant) {
        assertThat(Spelling.nearest(word, WORDS)).contains(meant);
    }

    @ParameterizedTest
    @CsvSource({"y", "gamma", "zz", "laplace", "entropy"})
    void anotherWordIsNotASlip(String word) {
        assertThat(Spelling.nearest(word, WORDS)).isEmpty();
    }

    @Test
    void absurdWordsAreNotCompared() {
        assertThat(Spelling.nearest("", WORDS)).isEmpty();
        assertThat(Spelling.nearest("x".repeat(100_000), List.of("x".repeat(100_000))))
                .isEmpty();
    }

    @Test
    void distanceCountsInsertionsDeletionsSubstitutionsAndSwaps() {
        assertThat(Spelling.distance("kitten", "sitting")).isEqualTo(3);
        assertThat(Spelling.distance("ab", "ba")).isEqualTo(1);
        assertThat(Spelling.distance("", "abc")).isEqualTo(3);
        assertThat(Spelling.distance("abc", "abc")).isZero();
    }
}
