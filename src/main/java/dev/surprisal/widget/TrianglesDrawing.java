package dev.surprisal.widget;

/** Draws {@link Picture.Triangles}: one svg for each triangle, its contours filled. */
final class TrianglesDrawing {

    private static final int TOP = 34;
    private static final int BOTTOM = 210;
    private static final int HEIGHT = 230;

    /** Half the root of 3, the height of a triangle whose sides have the length 1. */
    private static final double PEAK = 0.8660254037844386;

    /** So wide that a unit to the right is as long as a unit upwards: the plot is 305 units wide and 176 high. */
    private static final double ASIDE = (305.0 / 176 * PEAK - 1) / 2;

    private TrianglesDrawing() {}

    static void draw(Html out, Picture.Triangles picture) {
        out.raw("<div class=\"widget-panels\">");
        for (Picture.Triangle triangle : picture.triangles()) {
            var plot = new Plot(out, new Picture.Axes(-ASIDE, 1 + ASIDE, 0, PEAK), TOP, BOTTOM);
            plot.open("triangle " + triangle.role().cssClass(), HEIGHT, triangle.alternative());
            for (Picture.Contour contour : triangle.contours()) {
                plot.path("contour", triangle.role(), contour.loops());
            }
            var edge = Line.of(new double[] {0, 1, 0.5, 0}, new double[] {0, 0, PEAK, 0});
            plot.path("curve is-thin", Role.PLAIN, edge);
            plot.text("category", plot.x(0) - 10, BOTTOM + 14, picture.corners().get(0));
            plot.text("category", plot.x(1) + 10, BOTTOM + 14, picture.corners().get(1));
            plot.text("category", plot.x(0.5), TOP - 8, picture.corners().get(2));
            plot.text("legend", 8, 16, Html.plain(triangle.caption()));
            triangle.handles().forEach(plot::handle);
            out.raw("</svg>");
        }
        out.raw("</div>");
    }
}
