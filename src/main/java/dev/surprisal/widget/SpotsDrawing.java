package dev.surprisal.widget;

/** Draws {@link Picture.Spots}: dots with their names beside them. */
final class SpotsDrawing {

    private static final int TOP = 22;
    private static final int BOTTOM = 196;
    private static final int HEIGHT = 232;

    /** The width of a letter: a name stands on the side of its dot on which there is room. */
    private static final double LETTER = 6.4;

    private SpotsDrawing() {}

    static void draw(Html out, Picture.Spots picture) {
        Picture.Axes axes = picture.axes();
        var plot = new Plot(out, axes, TOP, BOTTOM);
        plot.open("spots", HEIGHT, picture.alternative());
        plot.frame();
        if (picture.counted()) {
            plot.ticksBelow();
        }
        plot.text("strip-label is-across", Plot.WIDTH - 5, HEIGHT - 4, Html.plain(picture.across()));
        if (!picture.upwards().isEmpty()) {
            plot.text("legend", 8, 14, Html.plain(picture.upwards()));
        }
        for (Picture.Spot spot : picture.spots()) {
            if (spot.onwards()) {
                plot.path("curve", spot.role(), Line.between(spot.x(), spot.y(), axes.right(), spot.y()));
            }
            plot.mark(new Picture.Mark(
                    spot.full() ? Picture.Mark.Shape.BEST : Picture.Mark.Shape.LOCAL, spot.role(), spot.x(), spot.y()));
            double width = LETTER * spot.label().length();
            double x = Math.max(36, Math.min(Plot.WIDTH - 5 - width, plot.x(spot.x()) - width / 2));
            plot.text("legend", x, plot.y(spot.y()) + 19, spot.label());
        }
        out.raw("</svg>");
    }
}
