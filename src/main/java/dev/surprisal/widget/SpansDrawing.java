package dev.surprisal.widget;

/** Draws {@link Picture.Spans}: bars over each other on one axis, each with its name and its length. */
final class SpansDrawing {

    private static final int WIDTH = 400;
    private static final int LEFT = 2;
    private static final int RIGHT = WIDTH - 2;
    private static final int ROW = 56;
    private static final int BAR = 24;

    /** Below this there is no room for the name within its own length. */
    private static final int NARROW = 62;

    private SpansDrawing() {}

    static void draw(Html out, String id, Picture.Spans picture) {
        int rows = 1;
        for (Picture.Span span : picture.spans()) {
            rows = Math.max(rows, span.row() + 1);
        }
        out.raw("<svg class=\"widget-svg\" role=\"img\" viewBox=\"0 0 " + WIDTH + " " + (rows * ROW + 4) + "\"")
                .attribute("aria-label", Html.plain(picture.alternative()))
                .raw(">");
        BarsDrawing.hatch(out, id);
        double scale = picture.most() > 0 ? (RIGHT - LEFT) / picture.most() : 0;
        for (Picture.Span span : picture.spans()) {
            double from = LEFT + scale * span.from();
            double width = scale * (span.to() - span.from());
            double y = ROW * span.row() + ROW - BAR;
            out.raw("<rect").attribute("class", "bar " + span.role().cssClass());
            if (span.role() == Role.Q) {
                out.attribute("fill", "url(#" + id + "-hatch)");
            }
            out.attribute("x", from)
                    .attribute("y", y)
                    .attribute("width", Math.max(0, width))
                    .attribute("height", BAR)
                    .raw("/>");
            if (width >= NARROW) {
                text(out, from + width / 2, y - 21, span.label());
                text(out, from + width / 2, y - 6, Figures.amount(span.to() - span.from()));
            } else if (width > 0) {
                text(out, Math.max(NARROW / 2, Math.min(RIGHT - NARROW / 2, from + width / 2)), y - 21, span.label());
            }
        }
        out.raw("</svg>");
    }

    private static void text(Html out, double x, double y, String text) {
        out.raw("<text class=\"category\"")
                .attribute("x", x)
                .attribute("y", y)
                .raw(">")
                .text(text)
                .raw("</text>");
    }
}
