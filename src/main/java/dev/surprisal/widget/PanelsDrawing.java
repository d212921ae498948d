package dev.surprisal.widget;

import dev.surprisal.widget.Picture.Axes;
import dev.surprisal.widget.Picture.Curve;
import dev.surprisal.widget.Picture.Panel;
import dev.surprisal.widget.Picture.Stroke;

/** Draws {@link Picture.Panels}: one svg for each panel, curves above, the integrand in a strip of its own scale below. */
final class PanelsDrawing {

    private static final int TOP = 24;
    private static final int BOTTOM = 160;
    private static final int STRIP_TOP = 178;
    private static final int STRIP_BOTTOM = 232;
    private static final int HEIGHT = 254;

    private final Axes axes;
    private final Panel panel;
    private final Html out;
    private final String clip;

    private PanelsDrawing(String clip, Axes axes, Panel panel, Html out) {
        this.clip = clip;
        this.axes = axes;
        this.panel = panel;
        this.out = out;
    }

    static void draw(Html out, String id, Picture.Panels picture) {
        out.raw("<div class=\"widget-panels\">");
        int number = 0;
        for (Panel panel : picture.panels()) {
            new PanelsDrawing(id + "-panel-" + number++, picture.axes(), panel, out).draw();
        }
        out.raw("</div>");
    }

    private void draw() {
        var plot = new Plot(out, axes, TOP, BOTTOM);
        plot.open("panel " + panel.role().cssClass(), HEIGHT, panel.alternative());
        plot.clip(clip, 0, HEIGHT);
        plot.horizontal("axis", 0);
        out.raw("<g").attribute("clip-path", "url(#" + clip + ")").raw(">");
        for (Curve curve : panel.curves()) {
            if (curve.role() == Role.P && curve.stroke() == Stroke.MAIN) {
                plot.area(Role.P, curve.line());
            }
        }
        plot.path("path", panel.role(), panel.path());
        for (Curve curve : panel.curves()) {
            plot.path(plot.weight(curve), curve.role(), curve.line());
        }
        out.raw("</g>");
        strip();
        plot.legend(panel.curves());
        panel.marks().forEach(plot::mark);
        panel.handles().forEach(plot::handle);
        out.raw("</svg>");
    }

    private void strip() {
        double highest = roundUp(panel.integrand().highest());
        double lowest = -roundUp(-panel.integrand().lowest());
        // A line at 0 needs some room around it
        double high = highest + lowest == 0 && highest == 0 ? 1 : Math.max(highest, -0.25 * lowest);
        double low = Math.min(lowest, -0.25 * high);
        var strip = new Plot(out, new Axes(axes.left(), axes.right(), low, high), STRIP_TOP, STRIP_BOTTOM);
        strip.area(panel.role(), panel.integrand());
        strip.path("curve is-thin is-integrand", panel.role(), panel.integrand());
        strip.horizontal("axis", 0);
        strip.tickAside(0, "0");
        if (highest > 0) {
            strip.tickAside(highest, Figures.ratio(highest));
        }
        strip.ticksBelow();
        strip.text("strip-label " + panel.role().cssClass(), 36, STRIP_TOP - 3, Html.plain(panel.integrandLabel()));
    }

    /** The next of 1, 2 and 5 times a power of ten; 0 for next to nothing. */
    private static double roundUp(double value) {
        return value < 1e-9 ? 0 : Decimals.tidy(Plot.roundStep(value));
    }
}
