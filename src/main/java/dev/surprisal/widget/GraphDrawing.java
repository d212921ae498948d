package dev.surprisal.widget;

import dev.surprisal.widget.Picture.Curve;
import dev.surprisal.widget.Picture.Stroke;

/** Draws {@link Picture.Graph}: curves over one pair of axes. */
final class GraphDrawing {

    private static final int TOP = 26;
    private static final int BOTTOM = 186;
    private static final int HEIGHT = 222;

    private GraphDrawing() {}

    static void draw(Html out, String id, Picture.Graph graph) {
        var plot = new Plot(out, graph.axes(), TOP, BOTTOM);
        plot.open("graph", HEIGHT, graph.alternative());
        plot.clip(id + "-graph", TOP - 2, BOTTOM + 2);
        plot.ticksAside();
        plot.frame();
        out.raw("<g").attribute("clip-path", "url(#" + id + "-graph)").raw(">");
        for (Curve curve : graph.curves()) {
            if (curve.role() == Role.P && curve.stroke() == Stroke.MAIN) {
                plot.area(Role.P, curve.line());
            }
        }
        for (Curve curve : graph.curves()) {
            plot.path(plot.weight(curve), curve.role(), curve.line());
        }
        out.raw("</g>");
        plot.ticksBelow();
        plot.legend(graph.curves());
        plot.text("strip-label is-across", Plot.WIDTH - 5, HEIGHT - 4, Html.plain(graph.across()));
        graph.marks().forEach(plot::mark);
        graph.handles().forEach(plot::handle);
        out.raw("</svg>");
    }
}
