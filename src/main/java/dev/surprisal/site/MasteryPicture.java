package dev.surprisal.site;

import dev.surprisal.math.Decimal;
import dev.surprisal.math.distribution.Beta;
import org.springframework.web.util.HtmlUtils;

/** The posterior of a share as a small SVG, drawn with the density of the core: posterior over the uniform prior, from 0 to 1. */
final class MasteryPicture {
    private static final int WIDTH = 168;
    private static final int TOP = 3;
    private static final int BASE = 40;
    private static final int HEIGHT = BASE + 3;
    private static final int STEPS = 84;

    /** A flat posterior is drawn a third as high as the picture, so that it is seen to be one. */
    private static final double LEAST_TOP = 3;

    private MasteryPicture() {}

    static String of(Beta posterior, String words) {
        double highest = LEAST_TOP;
        for (int i = 0; i <= STEPS; i++) {
            highest = Math.max(highest, posterior.density((double) i / STEPS));
        }
        var line = new StringBuilder();
        for (int i = 0; i <= STEPS; i++) {
            double share = (double) i / STEPS;
            line.append(i == 0 ? "M" : "L")
                    .append(place(WIDTH * share))
                    .append(' ')
                    .append(height(posterior.density(share), highest));
        }
        return "<svg class=\"mastery-picture\" role=\"img\" viewBox=\"0 0 " + WIDTH + " " + HEIGHT + "\" aria-label=\""
                + HtmlUtils.htmlEscape(words, "UTF-8") + "\"><path class=\"mastery-area\" d=\"" + line + "L" + WIDTH
                + " "
                + BASE + "L0 " + BASE + "Z\"/><path class=\"mastery-prior\" d=\"M0 " + height(1, highest) + "H" + WIDTH
                + "\"/><path class=\"mastery-line\" d=\"" + line + "\"/><path class=\"mastery-axis\" d=\"M0 " + BASE
                + "H"
                + WIDTH + "M0.5 " + BASE + "v3M" + WIDTH / 2 + " " + BASE + "v3M" + (WIDTH - 0.5) + " " + BASE
                + "v3\"/></svg>";
    }

    private static String height(double density, double highest) {
        return place(BASE - (BASE - TOP) * density / highest);
    }

    private static String place(double x) {
        return Decimal.fixed(x, 1);
    }
}
