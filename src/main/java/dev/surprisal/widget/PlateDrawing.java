package dev.surprisal.widget;

/** Draws {@link Picture.Plate}: circles for quantities, filled where they are observed, arrows, and a frame around what is repeated. */
final class PlateDrawing {

    private static final int WIDTH = 340;
    private static final int HEIGHT = 206;

    private static final int LEFT = 110;
    private static final int RIGHT = WIDTH - 6;
    private static final int TOP = 20;
    private static final int BOTTOM = HEIGHT - 10;

    /** Where the quantities outside stand, one below the other. */
    private static final int ASIDE = 46;

    private static final double RADIUS = 17;
    private static final double HEAD = 8;

    private final Picture.Plate plate;
    private final Html out;

    private PlateDrawing(Html out, Picture.Plate plate) {
        this.out = out;
        this.plate = plate;
    }

    static void draw(Html out, Picture.Plate plate) {
        new PlateDrawing(out, plate).draw();
    }

    private void draw() {
        out.raw("<svg class=\"widget-svg\" role=\"img\" viewBox=\"0 0 " + WIDTH + " " + HEIGHT + "\"")
                .attribute("aria-label", plate.alternative())
                .raw(">");
        out.raw("<rect class=\"branch\" rx=\"8\"")
                .attribute("x", LEFT)
                .attribute("y", TOP)
                .attribute("width", RIGHT - LEFT)
                .attribute("height", BOTTOM - TOP)
                .raw("/>");
        text("legend", RIGHT - 78, BOTTOM - 8, "i = 1 … N");
        plate.arrows().forEach(this::arrow);
        for (int k = 0; k < plate.nodes().size(); k++) {
            node(k);
        }
        out.raw("</svg>");
    }

    private double x(int k) {
        return plate.nodes().get(k).inside() ? plate.nodes().get(k).x() : ASIDE;
    }

    private double y(int k) {
        return plate.nodes().get(k).inside()
                ? plate.nodes().get(k).y()
                : TOP + (k + 0.5) * (BOTTOM - TOP) / plate.nodes().size();
    }

    private void node(int k) {
        Picture.PlateNode node = plate.nodes().get(k);
        out.raw("<circle")
                .attribute("class", node.observed() ? "bar role-plain" : "mark-local role-plain")
                .attribute("cx", x(k))
                .attribute("cy", y(k))
                .attribute("r", RADIUS)
                .raw("/>");
        text("category is-variable", x(k), y(k) + 5, node.label());
    }

    /** From the edge of one circle to that of the other, with a head. */
    private void arrow(Picture.PlateArrow arrow) {
        double dx = x(arrow.to()) - x(arrow.from());
        double dy = y(arrow.to()) - y(arrow.from());
        double length = Math.sqrt(dx * dx + dy * dy);
        double ux = dx / length;
        double uy = dy / length;
        double startX = x(arrow.from()) + RADIUS * ux;
        double startY = y(arrow.from()) + RADIUS * uy;
        double endX = x(arrow.to()) - (RADIUS + 2) * ux;
        double endY = y(arrow.to()) - (RADIUS + 2) * uy;
        double backX = endX - HEAD * ux;
        double backY = endY - HEAD * uy;
        var path = new PathData()
                .moveTo(startX, startY)
                .lineTo(endX, endY)
                .moveTo(backX - 0.5 * HEAD * uy, backY + 0.5 * HEAD * ux)
                .lineTo(endX, endY)
                .lineTo(backX + 0.5 * HEAD * uy, backY - 0.5 * HEAD * ux);
        out.raw("<path")
                .attribute("class", arrow.strong() ? "branch is-last" : "branch")
                .raw(" d=\"")
                .raw(path.toString())
                .raw("\"/>");
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
}
