package dev.surprisal.widget;

/**
 * Draws {@link Picture.Bars} as SVG.
 *
 * <p>A handle lies over the top of each bar. Where the pointer is, in the units of the axes, follows from two attributes:
 * {@code data-box} has the plot's left, top, right and bottom, {@code data-axes} the values at the left, top, right and
 * bottom. A handle's {@code data-x} and {@code data-y} say which point of it is being held.
 */
final class BarsDrawing {

    private static final int WIDTH = 400;
    private static final int HEIGHT = 250;
    private static final int LEFT = 34;
    private static final int RIGHT = WIDTH - 2;
    /** Below the legend and a value above the highest bar. */
    private static final int TOP = 36;

    private static final int BOTTOM = HEIGHT - 22;

    /** Tall enough for a finger; the rest of the picture stays free for scrolling. */
    private static final int HANDLE = 44;

    private static final int WIDEST_BAR = 44;

    /** Up to here there is room for the values above the bars. */
    private static final int FEW = 5;

    /** The width of a digit above a bar: a value that is wider than its place would run into the next one. */
    private static final double DIGIT = 6.5;

    private final String id;
    private final Picture.Bars picture;
    private final double band;
    private final double barWidth;
    private final Html out;

    private BarsDrawing(Html out, String id, Picture.Bars picture) {
        this.out = out;
        this.id = id;
        this.picture = picture;
        band = (double) (RIGHT - LEFT) / picture.categories().size();
        barWidth = Math.min(WIDEST_BAR, 0.8 * band / picture.series().size());
    }

    static void draw(Html out, String id, Picture.Bars picture) {
        new BarsDrawing(out, id, picture).draw();
    }

    private void draw() {
        out.raw("<svg class=\"widget-svg\" role=\"img\" viewBox=\"0 0 " + WIDTH + " " + HEIGHT + "\"")
                .attribute("aria-label", picture.alternative())
                .attribute("data-box", LEFT + " " + TOP + " " + RIGHT + " " + BOTTOM)
                .attribute("data-axes", "0 " + Figures.field(picture.top()) + " 1 0")
                .raw(">");
        hatch(out, id);
        axis();
        for (int s = 0; s < picture.series().size(); s++) {
            legend(s);
        }
        for (int k = 0; k < picture.categories().size(); k++) {
            category(k);
        }
        // Last, so that they lie on top
        for (int s = 0; s < picture.series().size(); s++) {
            for (int k = 0; k < picture.categories().size(); k++) {
                if (!picture.series().get(s).bars().get(k).control().isEmpty()) {
                    handle(s, k);
                }
            }
        }
        out.raw("</svg>");
    }

    /** The pattern that fills what is of q. */
    static void hatch(Html out, String id) {
        out.raw("<defs><pattern")
                .attribute("id", id + "-hatch")
                .raw(" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\">")
                .raw("<rect class=\"hatch-ground\" width=\"6\" height=\"6\"/>")
                .raw("<rect class=\"hatch-line\" width=\"2\" height=\"6\"/></pattern></defs>");
    }

    private void axis() {
        for (int i = 0; i <= 4; i++) {
            double value = picture.top() * i / 4;
            double y = y(value);
            out.raw("<line")
                    .attribute("class", i == 0 ? "axis" : "grid")
                    .attribute("x1", LEFT)
                    .attribute("x2", RIGHT)
                    .attribute("y1", y)
                    .attribute("y2", y)
                    .raw("/>");
            if (i % 2 == 0) {
                text("tick", LEFT - 6, y + 4, Figures.ratio(value));
            }
        }
    }

    private void legend(int s) {
        Picture.Series series = picture.series().get(s);
        double x = RIGHT + 5;
        for (int i = s; i < picture.series().size(); i++) {
            x -= 23 + 7 * picture.series().get(i).label().length();
        }
        rectangle(series.role(), x, 4, 14, 12);
        out.raw("<text class=\"legend\"")
                .attribute("x", x + 19)
                .attribute("y", 14)
                .raw(">");
        label(series.label()).raw("</text>");
    }

    private void category(int k) {
        text(
                "category",
                LEFT + (k + 0.5) * band,
                HEIGHT - 6,
                picture.categories().get(k));
        for (int s = 0; s < picture.series().size(); s++) {
            Picture.Series series = picture.series().get(s);
            double value = series.bars().get(k).value();
            double y = Math.max(TOP, y(value));
            rectangle(series.role(), x(s, k), y, barWidth, BOTTOM - y);
            if (picture.categories().size() <= FEW) {
                String text = Figures.ratio(value);
                boolean fits = text.length() * DIGIT <= band / picture.series().size();
                // There in any case: a bar that is moved does not change what the drawing consists of
                out.raw("<text")
                        .attribute("class", "value")
                        .attribute("x", x(s, k) + barWidth / 2)
                        .attribute("y", y - 7)
                        .attribute("visibility", fits ? "visible" : "hidden")
                        .raw(">")
                        .text(text)
                        .raw("</text>");
            }
        }
    }

    private void rectangle(Role role, double x, double y, double width, double height) {
        out.raw("<rect").attribute("class", "bar " + role.cssClass());
        if (role == Role.Q) {
            out.attribute("fill", "url(#" + id + "-hatch)");
        }
        out.attribute("x", x)
                .attribute("y", y)
                .attribute("width", width)
                .attribute("height", height)
                .raw("/>");
    }

    private void handle(int s, int k) {
        Picture.Series series = picture.series().get(s);
        Picture.Bar bar = series.bars().get(k);
        double y = Math.max(TOP, y(bar.value()));
        double grip = barWidth * 0.45;
        out.raw("<rect rx=\"2.5\" height=\"5\"")
                .attribute("class", "grip " + series.role().cssClass())
                .attribute("x", x(s, k) + (barWidth - grip) / 2)
                .attribute("y", y - 2.5)
                .attribute("width", grip)
                .raw("/>");
        out.raw("<rect class=\"handle\"")
                .attribute("data-drag", bar.control())
                .attribute("data-x", x(s, k) + barWidth / 2)
                .attribute("data-y", y)
                .attribute("x", x(s, k))
                .attribute("y", y - HANDLE / 2.0)
                .attribute("width", barWidth)
                .attribute("height", HANDLE)
                .raw("/>");
    }

    private void text(String cssClass, double x, double y, String text) {
        out.raw("<text")
                .attribute("class", cssClass)
                .attribute("x", x)
                .attribute("y", y)
                .raw(">")
                .text(text)
                .raw("</text>");
    }

    /** As {@link Html#label}, with the element that SVG has for it. */
    private Html label(String label) {
        return out.raw("<tspan font-style=\"italic\">").text(Html.plain(label)).raw("</tspan>");
    }

    private double x(int s, int k) {
        int count = picture.series().size();
        return LEFT + (k + 0.5) * band + (s - count / 2.0) * barWidth;
    }

    private double y(double value) {
        return BOTTOM - value / picture.top() * (BOTTOM - TOP);
    }
}
