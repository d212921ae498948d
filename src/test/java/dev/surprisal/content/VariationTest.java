package dev.surprisal.content;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surprisal.expression.Scope;
import dev.surprisal.expression.Value;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VariationTest {

    @TempDir
    Path folder;

    @Test
    void aRangeHasTheDecimalsThatItsAuthorMeans() {
        Variation variation = variation("a in 0.1..0.5 step 0.1");

        assertThat(variation.variants())
                .extracting(scope -> number(scope, "a"))
                .containsExactly(0.1, 0.2, 0.3, 0.4, 0.5);
    }

    // Ways to write 10 as a sum of three positive whole numbers: 9 over 2
    @Test
    void compositionsAreAllThereAndSumToOne() {
        Variation variation = variation("d in compositions(10, 3) / 10");

        assertThat(variation.size()).isEqualTo(36);
        assertThat(new HashSet<>(variation.variants())).hasSize(36);
        assertThat(variation.variants().stream()
                        .map(scope -> scope.find("d").orElseThrow().printed()))
                .contains("[0.6, 0.3, 0.1]", "[0.1, 0.1, 0.8]")
                .doesNotContain("[0.5, 0.5, 0]");
    }

    @Test
    void whereFiltersAndAlsoAddsWhatWouldNotPass() {
        Variation variation = variation("a in {1, 2, 3}; b in {1, 2, 3}\nwhere: a < b\nalso: a=9, b=8\nalso: a=1, b=2");

        assertThat(variation.size()).isEqualTo(4);
        assertThat(variation.described(3)).isEqualTo("a = 9, b = 8");
    }

    @Test
    void ofVeryManyVariantsFiveHundredAreDrawnEachOnceAndAlwaysTheSame() {
        Variation variation = variation("s in strings(\"AB\", 5..20)\nwhere: count(s, \"A\") > 2");
        Variation again = variation("s in strings(\"AB\", 5..20)\nwhere: count(s, \"A\") > 2");

        assertThat(variation.size()).isEqualTo(500);
        assertThat(new HashSet<>(variation.variants())).hasSize(500);
        assertThat(again.variants()).isEqualTo(variation.variants());
        assertThat(variation.variants())
                .allSatisfy(scope -> assertThat(((Value.Text) scope.find("s").orElseThrow()).text())
                        .matches("[AB]{5,20}"));
    }

    @Test
    void askingForNewNumbersMeetsEveryVariantBeforeOneComesAgain() {
        Variation variation = variation("d in compositions(10, 3) / 10");
        Set<Integer> met = new HashSet<>();

        int variant = variation.first(12345, new QuestionId("w"));
        for (int i = 0; i < variation.size(); i++) {
            met.add(variant);
            variant = variation.next(variant);
        }

        assertThat(met).hasSize(variation.size());
    }

    @Test
    void reviewsMeetAllVariantsButTheFirstAndBeginElsewhereThanNewNumbers() {
        Variation variation = variation("d in compositions(10, 3) / 10");
        QuestionId question = new QuestionId("w");
        int first = variation.first(12345, question);
        Set<Integer> met = new HashSet<>();

        for (int turn = 0; turn < 2 * (variation.size() - 1); turn++) {
            int variant = variation.again(12345, question, turn);
            assertThat(variant).isNotEqualTo(variation.again(12345, question, turn + 1));
            met.add(variant);
        }

        assertThat(met).hasSize(variation.size() - 1).doesNotContain(first);
        assertThat(variation.again(12345, question, 0)).isNotEqualTo(variation.next(first));
    }

    @Test
    void aReviewOfWhatIsAlwaysTheSameIsOfThat() {
        assertThat(Variation.none(Scope.EMPTY).again(12345, new QuestionId("w"), 3))
                .isZero();
    }

    @Test
    void learnersWithOtherSeedsStartWithOtherVariants() {
        Variation variation = variation("a in 1..1000");
        Set<Integer> firsts = new HashSet<>();

        for (long seed = 0; seed < 100; seed++) {
            firsts.add(variation.first(seed, new QuestionId("w")));
        }

        assertThat(firsts).hasSizeGreaterThan(90).allMatch(first -> first >= 0 && first < 1000);
        assertThat(variation.first(7, new QuestionId("w"))).isEqualTo(variation.first(7, new QuestionId("w")));
    }

    @Test
    void namesAndNumbersArePutIntoTextAndFormulas() {
        Question question = TestCourse.lesson(folder, """
                        :::question{#w type=number}
                        vary: a in {-2, 3}; d in {[0.6, 0.4]}
                        From {{d}} and {{a}} in $x^2 + {{a}}$ and $p = {{d}}$: {{= a + 1; 1dp}} or `= a + 2; 1dp`.

                        answer: a
                        accept: abs 0.1
                        :::
                        """).questions().getFirst();

        String first = question.stem().html(question.variation().at(0));
        String second = question.stem().html(question.variation().at(1));

        assertThat(first)
                .contains("(<span class=\"number\">0.6</span>, <span class=\"number\">0.4</span>)")
                .contains("<span class=\"number\">−2</span>")
                .contains(">x^2 + (-2)</annotation>")
                .contains(">p = (0.6, 0.4)</annotation>")
                .contains("<span class=\"number\">−1.0</span> or <span class=\"number\">0.0</span>");
        assertThat(second).contains(">x^2 + 3</annotation>", "<span class=\"number\">4.0</span>");
    }

    /** Only the first variant's formula is typeset while the question is read. */
    @Test
    void theLettersOfATextMeanNothingToAFormula() {
        Question question = TestCourse.lesson(folder, """
                        :::question{#w type=number}
                        vary: s in {"x", "a_b", "50%", "a}b", "\\\\x^~$#&{"}
                        Of $s = {{s}}y$.

                        answer: 1
                        accept: abs 0.1
                        :::
                        """).questions().getFirst();

        for (int variant = 0; variant < question.variation().size(); variant++) {
            assertThat(question.stem().html(question.variation().at(variant)))
                    .contains("<math", "<mi>y</mi>")
                    .doesNotContain("<code>");
        }
    }

    @Test
    void aHostileVariationEndsSoon() {
        for (String vary : new String[] {
            "a in 1..5000; b in 1..5000; c in 1..5000\nwhere: a > 5000",
            "a in strings(\"ABCDEFGHIJKLMNOPQRSTUVWXYZ\", 1..99)",
            "a in compositions(999, 99)",
            "a in 0..1 step 1e-300",
            "a in {" + "(".repeat(2000) + "}",
        }) {
            String body =
                    ":::question{#w type=number}\nvary: " + vary + "\nHow much?\n\nanswer: 1\naccept: abs 0.1\n:::\n";
            TestCourse.write(folder, body);

            Loaded loaded = Assertions.assertTimeoutPreemptively(Duration.ofSeconds(20), () -> TestCourse.load(folder));

            assertThat(loaded.hasErrors()).as(vary).isTrue();
        }
    }

    private Variation variation(String vary) {
        return TestCourse.lesson(
                        folder,
                        ":::question{#w type=number}\nvary: " + vary
                                + "\nHow much?\n\nanswer: 1\naccept: abs 0.1\n:::\n")
                .questions()
                .getFirst()
                .variation();
    }

    private static double number(Scope scope, String name) {
        return ((Value.Number) scope.find(name).orElseThrow()).value();
    }
}
