package dev.surprisal.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What frontend/styles/tokens.css promises of its colours, in both themes. Contrast as WCAG 2.2 defines it; colour blindness as
 * Machado, Oliveira and Fernandes (2009) simulate its full degree; differences in Ottosson's OKLab, where 0.02 is just noticed.
 */
class ColourTokensTest {
    private static final Pattern TOKEN =
            Pattern.compile("--([\\w-]+):\\s*light-dark\\((#[0-9a-f]{6}),\\s*(#[0-9a-f]{6})\\)");
    private static final Map<Theme, Map<String, double[]>> COLOURS =
            Stream.of(Theme.values()).collect(Collectors.toMap(theme -> theme, ColourTokensTest::read));

    enum Theme {
        LIGHT(2),
        DARK(3);

        private final int group;

        Theme(int group) {
            this.group = group;
        }
    }

    private enum Sight {
        FULL,
        WITHOUT_RED,
        WITHOUT_GREEN,
        WITHOUT_BLUE;

        double[][] matrix() {
            return switch (this) {
                case FULL -> new double[][] {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}};
                case WITHOUT_RED ->
                    new double[][] {
                        {0.152286, 1.052583, -0.204868},
                        {0.114503, 0.786281, 0.099216},
                        {-0.003882, -0.048116, 1.051998}
                    };
                case WITHOUT_GREEN ->
                    new double[][] {
                        {0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}
                    };
                case WITHOUT_BLUE ->
                    new double[][] {
                        {1.255528, -0.076749, -0.178779},
                        {-0.078411, 0.930809, 0.147602},
                        {0.004733, 0.691367, 0.303900}
                    };
            };
        }
    }

    @ParameterizedTest
    @CsvSource({"ink", "quiet", "p", "q", "forward", "reverse", "prior", "likelihood", "posterior"})
    void textReadsOnPaperAndOnRaisedPaper(String name) {
        for (Theme theme : Theme.values()) {
            for (String ground : new String[] {"paper", "raised"}) {
                assertThat(contrast(colour(theme, name), colour(theme, ground)))
                        .as("%s on %s, %s", name, ground, theme)
                        .isGreaterThanOrEqualTo(4.5);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void theEdgesOfFieldsAreSeen(Theme theme) {
        assertThat(contrast(colour(theme, "edge"), colour(theme, "paper"))).isGreaterThanOrEqualTo(3);
    }

    /** The pairs that meet in one picture. */
    @ParameterizedTest
    @CsvSource({
        "p, q",
        "forward, reverse",
        "prior, likelihood",
        "likelihood, posterior",
        "prior, posterior",
        "p, forward",
        "p, reverse",
        "q, forward",
        "q, reverse"
    })
    void rolesThatMeetAreToldApartWithAnySight(String one, String other) {
        for (Theme theme : Theme.values()) {
            for (Sight sight : Sight.values()) {
                assertThat(difference(colour(theme, one), colour(theme, other), sight))
                        .as("%s and %s, %s, %s", one, other, theme, sight)
                        .isGreaterThan(0.07);
            }
        }
    }

    private static double[] colour(Theme theme, String name) {
        Map<String, double[]> colours = Objects.requireNonNull(COLOURS.get(theme));
        return Objects.requireNonNull(colours.get(name), () -> "--" + name + " is missing in tokens.css");
    }

    private static Map<String, double[]> read(Theme theme) {
        try {
            Matcher tokens = TOKEN.matcher(Files.readString(Path.of("frontend/styles/tokens.css")));
            return tokens.results()
                    .collect(Collectors.toMap(token -> token.group(1), token -> linear(token.group(theme.group))));
        } catch (IOException e) {
            throw new IllegalStateException("tokens.css cannot be read", e);
        }
    }

    /** Linear red, green and blue from 0 to 1. */
    private static double[] linear(String hex) {
        double[] linear = new double[3];
        for (int i = 0; i < 3; i++) {
            double encoded = Integer.parseInt(hex, 1 + 2 * i, 3 + 2 * i, 16) / 255.0;
            linear[i] = encoded <= 0.04045 ? encoded / 12.92 : Math.pow((encoded + 0.055) / 1.055, 2.4);
        }
        return linear;
    }

    private static double contrast(double[] one, double[] other) {
        double lighter = Math.max(luminance(one), luminance(other));
        double darker = Math.min(luminance(one), luminance(other));
        return (lighter + 0.05) / (darker + 0.05);
    }

    private static double luminance(double[] rgb) {
        return 0.2126 * rgb[0] + 0.7152 * rgb[1] + 0.0722 * rgb[2];
    }

    private static double difference(double[] one, double[] other, Sight sight) {
        double[] a = oklab(seen(one, sight));
        double[] b = oklab(seen(other, sight));
        return Math.sqrt(Math.pow(a[0] - b[0], 2) + Math.pow(a[1] - b[1], 2) + Math.pow(a[2] - b[2], 2));
    }

    /** Clipped to what a screen can show, as the simulation asks. */
    private static double[] seen(double[] rgb, Sight sight) {
        double[] seen = apply(sight.matrix(), rgb);
        for (int i = 0; i < 3; i++) {
            seen[i] = Math.clamp(seen[i], 0, 1);
        }
        return seen;
    }

    private static double[] oklab(double[] rgb) {
        double[] lms = apply(
                new double[][] {
                    {0.4122214708, 0.5363325363, 0.0514459929},
                    {0.2119034982, 0.6806995451, 0.1073969566},
                    {0.0883024619, 0.2817188376, 0.6299787005}
                },
                rgb);
        return apply(
                new double[][] {
                    {0.2104542553, 0.7936177850, -0.0040720468},
                    {1.9779984951, -2.4285922050, 0.4505937099},
                    {0.0259040371, 0.7827717662, -0.8086757660}
                },
                new double[] {Math.cbrt(lms[0]), Math.cbrt(lms[1]), Math.cbrt(lms[2])});
    }

    private static double[] apply(double[][] matrix, double[] vector) {
        double[] result = new double[3];
        for (int i = 0; i < 3; i++) {
            result[i] = matrix[i][0] * vector[0] + matrix[i][1] * vector[1] + matrix[i][2] * vector[2];
        }
        return result;
    }
}
