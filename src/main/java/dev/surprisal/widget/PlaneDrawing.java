package dev.surprisal.widget;

/** Draws {@link Picture.Relief} and the {@link Picture.Plane} that lies over it, both on the same rectangle. */
final class PlaneDrawing {

    private static final int TOP = 10;
    private static final int BOTTOM = 176;
    private static final int HEIGHT = 200;

    private PlaneDrawing() {}

    static void draw(Html out, Picture.Relief relief) {
        var plot = new Plot(out, relief.axes(), TOP, BOTTOM);
        plot.open("relief " + relief.role().cssClass(), HEIGHT, relief.alternative());
        for (Picture.Contour contour : relief.contours()) {
            plot.path(contour.pass() ? "contour is-pass" : "contour", relief.role(), contour.loops());
        }
        plot.frame();
        plot.ticksBelow();
        plot.ticksOfLogarithms();
        plot.text("legend is-variable", 8, 20, "σ");
        plot.text("legend is-variable", Plot.WIDTH - 14, HEIGHT - 30, "μ");
        out.raw("</svg><p class=\"widget-caption\">").label(relief.caption()).raw("</p>");
    }

    static void draw(Html out, Picture.Plane plane) {
        var plot = new Plot(out, plane.axes(), TOP, BOTTOM);
        plot.open("plane " + plane.role().cssClass(), HEIGHT, plane.alternative());
        out.raw("<svg x=\"30\" y=\"" + TOP + "\" width=\"" + (Plot.WIDTH - 35) + "\" height=\"" + (BOTTOM - TOP)
                + "\" viewBox=\"30 " + TOP + " " + (Plot.WIDTH - 35) + " " + (BOTTOM - TOP) + "\" class=\"window\">");
        plot.path("path", plane.role(), plane.path());
        out.raw("</svg>");
        plane.marks().forEach(plot::mark);
        plane.handles().forEach(plot::handle);
        out.raw("</svg>");
    }
}
