package dev.surprisal.site;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surprisal.learner.Tries.Count;
import dev.surprisal.math.distribution.Beta;
import java.util.List;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

class MasteryTest {

    @Test
    void thePosteriorIsTheUniformPriorWithTheTriesAdded() {
        assertThat(Mastery.posterior(new Count(3, 1))).isEqualTo(new Beta(4, 2));
        assertThat(Mastery.posterior(Count.NONE)).isEqualTo(new Beta(1, 1));
    }

    /** The distribution function of Beta(4, 2) is 5x⁴ − 4x⁵: 0.05 at 0.3426 and 0.95 at 0.9236. */
    @Test
    void theWordsGiveTheNineTenthsBetweenTheTails() {
        assertThat(words(3, 1)).isEqualTo("3 of 4 tries right. You would get 34 to 92 % right, with probability 0.9.");
        assertThat(words(0, 0)).startsWith("Not tried yet");
        assertThat(words(1, 0)).startsWith("1 of 1 try right.");
    }

    /** The density of Beta(2, 1) is 2x: a straight line from the base to two thirds of a picture that is three high. */
    @Test
    void thePictureIsTheDensity() {
        Element svg = picture(1, 0);
        String line = svg.select(".mastery-line").attr("d");

        assertThat(svg.attr("aria-label")).isEqualTo(words(1, 0));
        assertThat(line).startsWith("M0.0 40.0L").endsWith("L168.0 15.3");
        List<String> points = List.of(Pattern.compile("[ML]").split(line));
        assertThat(points.get(43)).isEqualTo("84.0 27.7"); // at 1/2 the density is 1, where the prior is
        assertThat(svg.select(".mastery-prior").attr("d")).isEqualTo("M0 27.7H168");
    }

    private static String words(int right, int notRight) {
        Count count = new Count(right, notRight);
        return Mastery.words(count, Mastery.posterior(count));
    }

    private static Element picture(int right, int notRight) {
        return Jsoup.parseBodyFragment(
                        MasteryPicture.of(Mastery.posterior(new Count(right, notRight)), words(right, notRight)))
                .select("svg")
                .getFirst();
    }
}
