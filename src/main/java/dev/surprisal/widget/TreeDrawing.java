package dev.surprisal.widget;

/** Draws {@link Picture.Tree}: the leaves with their numbers below each other, joined from left to right. */
final class TreeDrawing {

    private static final int ROW = 26;
    private static final int TOP = 8;
    private static final int WIDTH = 400;
    private static final int FIRST = 150;
    private static final int RIGHT = WIDTH - 40;

    private final Picture.Tree tree;
    private final Html out;
    private final double[] xs;
    private final double[] ys;
    private final double perLevel;

    private TreeDrawing(Html out, Picture.Tree tree) {
        this.out = out;
        this.tree = tree;
        int leaves = tree.leaves().size();
        xs = new double[leaves + tree.joins().size()];
        ys = new double[xs.length];
        perLevel = (double) (RIGHT - FIRST) / Math.max(1, tree.levels());
        for (int i = 0; i < leaves; i++) {
            xs[i] = FIRST;
            ys[i] = TOP + ROW * (i + 0.5);
        }
    }

    static void draw(Html out, Picture.Tree tree) {
        new TreeDrawing(out, tree).draw();
    }

    private void draw() {
        int height = 2 * TOP + ROW * tree.leaves().size();
        out.raw("<svg class=\"widget-svg tree\" role=\"img\" viewBox=\"0 0 " + WIDTH + " " + height + "\"")
                .attribute("aria-label", Html.plain(tree.alternative()))
                .raw(">");
        for (int i = 0; i < tree.joins().size(); i++) {
            join(i);
        }
        for (int i = 0; i < tree.leaves().size(); i++) {
            leaf(i);
        }
        out.raw("</svg>");
    }

    private void leaf(int i) {
        Picture.Leaf leaf = tree.leaves().get(i);
        text("leaf-word", 0, ys[i], leaf.word());
        text("leaf-name", FIRST - 66, ys[i], leaf.label());
        text("tick", FIRST - 8, ys[i], Figures.ratio(leaf.value()));
        dot(leaf.role(), FIRST, ys[i]);
    }

    /** Two lines to the right and one that joins them, with the bit that each stands for. */
    private void join(int i) {
        Picture.Join join = tree.joins().get(i);
        int node = tree.leaves().size() + i;
        xs[node] = FIRST + perLevel * join.level();
        ys[node] = (ys[join.zero()] + ys[join.one()]) / 2;
        String cssClass = i == tree.joins().size() - 1 ? "branch is-last" : "branch";
        var path = new PathData()
                .moveTo(xs[join.zero()], ys[join.zero()])
                .lineTo(xs[node], ys[join.zero()])
                .lineTo(xs[node], ys[join.one()])
                .lineTo(xs[join.one()], ys[join.one()]);
        out.raw("<path")
                .attribute("class", cssClass)
                .attribute("d", path.toString())
                .raw("/>");
        text("category", xs[node] - 9, ys[join.zero()] - 8, "0");
        text("category", xs[node] - 9, ys[join.one()] - 8, "1");
        dot(Role.PLAIN, xs[node], ys[node]);
        text("join", xs[node] + 6, ys[node], Figures.ratio(join.value()));
    }

    private void dot(Role role, double x, double y) {
        out.raw("<circle r=\"3\"")
                .attribute("class", "node " + role.cssClass())
                .attribute("cx", x)
                .attribute("cy", y)
                .raw("/>");
    }

    private void text(String cssClass, double x, double y, String text) {
        out.raw("<text")
                .attribute("class", cssClass)
                .attribute("x", x)
                .attribute("y", y + 4.5)
                .raw(">")
                .text(text)
                .raw("</text>");
    }
}
