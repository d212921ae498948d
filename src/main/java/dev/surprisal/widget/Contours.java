package dev.surprisal.widget;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleBinaryOperator;

/**
 * The lines on which a function of a plane has a given height, by marching squares (Lorensen and Cline 1987, in two
 * dimensions) on values at the crossings of a grid, with straight lines between them.
 */
public final class Contours {

    private final Picture.Axes axes;
    private final int columns;
    private final int rows;
    private final double[] values;

    /** @param values row by row from the lower left; a grid of at least 2 by 2 that fills the axes; kept, not copied */
    public Contours(Picture.Axes axes, int columns, double[] values) {
        this.axes = axes;
        this.columns = columns;
        this.rows = values.length / columns;
        this.values = values;
    }

    /** The heights of a function at so many places to the right and upwards, the ends of the axes among them. */
    public static Contours of(Picture.Axes axes, int columns, int rows, DoubleBinaryOperator height) {
        var values = new double[columns * rows];
        for (int j = 0; j < rows; j++) {
            double y = axes.bottom() + (axes.top() - axes.bottom()) * j / (rows - 1);
            for (int i = 0; i < columns; i++) {
                double x = axes.left() + (axes.right() - axes.left()) * i / (columns - 1);
                values[j * columns + i] = height.applyAsDouble(x, y);
            }
        }
        return new Contours(axes, columns, values);
    }

    /** The least of the heights. */
    public double lowest() {
        double lowest = Double.POSITIVE_INFINITY;
        for (double value : values) {
            lowest = Math.min(lowest, value);
        }
        return lowest;
    }

    /** The contours so much above the lowest height, as faint lines of a graph. */
    public List<Picture.Curve> above(double... heights) {
        double lowest = lowest();
        var curves = new ArrayList<Picture.Curve>();
        for (double above : heights) {
            for (Line loop : below(lowest + above)) {
                curves.add(new Picture.Curve("", Role.PLAIN, Picture.Stroke.FAINT, loop.closed()));
            }
        }
        return curves;
    }

    /**
     * Closed lines around all places that are lower than the level, with those on their left. Beyond the edge everything counts
     * as higher, so that lines close along it.
     */
    public List<Line> below(double level) {
        return new Walk(level).loops();
    }

    /** The same lines without what lies along the edge of the axes, as parts that are not closed any more. */
    public List<Line> inside(double level) {
        var parts = new ArrayList<Line>();
        for (Line loop : below(level)) {
            Line closed = loop.closed();
            int from = 0;
            for (int i = 1; i < closed.size(); i++) {
                if (isAlongEdge(closed, i - 1, i)) {
                    addPart(parts, closed, from, i);
                    from = i;
                }
            }
            addPart(parts, closed, from, closed.size());
        }
        return parts;
    }

    private boolean isAlongEdge(Line line, int i, int j) {
        // As place() computes it: right itself may differ by rounding
        double right = axes.left() + (axes.right() - axes.left());
        double top = axes.bottom() + (axes.top() - axes.bottom());
        boolean aside = line.x(i) == line.x(j) && (line.x(i) == axes.left() || line.x(i) == right);
        return aside || (line.y(i) == line.y(j) && (line.y(i) == axes.bottom() || line.y(i) == top));
    }

    /** The points from one up to another, if that is a line at all. */
    private static void addPart(List<Line> parts, Line line, int from, int end) {
        if (end - from < 2) {
            return;
        }
        var xs = new double[end - from];
        var ys = new double[end - from];
        for (int i = 0; i < xs.length; i++) {
            xs[i] = line.x(from + i);
            ys[i] = line.y(from + i);
        }
        parts.add(Line.of(xs, ys));
    }

    private final class Walk {
        private final double level;

        /** For each edge of the grid on which a line begins its way through a cell: the edge on which it leaves; else -1. */
        private final int[] next;

        private final int across = columns + 1;

        Walk(double level) {
            this.level = level;
            next = new int[2 * across * (rows + 1) + 2 * across];
            java.util.Arrays.fill(next, -1);
        }

        List<Line> loops() {
            for (int j = -1; j < rows; j++) {
                for (int i = -1; i < columns; i++) {
                    join(i, j);
                }
            }
            var loops = new ArrayList<Line>();
            for (int edge = 0; edge < next.length; edge++) {
                if (next[edge] >= 0) {
                    loops.add(loopFrom(edge));
                }
            }
            return loops;
        }

        private boolean isLow(int i, int j) {
            return i >= 0 && j >= 0 && i < columns && j < rows && values[j * columns + i] < level;
        }

        /** The edge from crossing (i, j) to its right neighbour, or to the upper one. */
        private int edge(int i, int j, boolean upwards) {
            return 2 * ((j + 1) * across + i + 1) + (upwards ? 1 : 0);
        }

        /** Joins the edges of the cell above and to the right of crossing (i, j) through which lines pass. */
        private void join(int i, int j) {
            boolean[] low = {isLow(i, j), isLow(i + 1, j), isLow(i + 1, j + 1), isLow(i, j + 1)};
            int[] edges = {edge(i, j, false), edge(i + 1, j, true), edge(i, j + 1, false), edge(i, j, true)};
            boolean pass = low[0] == low[2] && low[1] == low[3] && low[0] != low[1];
            boolean lowInside = pass && isLowInside(i, j);
            for (int side = 0; side < 4; side++) {
                // Counterclockwise along the cell: where it goes from low to high a line begins
                if (low[side] && !low[(side + 1) % 4]) {
                    int turn = pass && !lowInside ? 3 : 1;
                    int end = (side + turn) % 4;
                    while (low[end] || !low[(end + 1) % 4]) {
                        end = (end + turn) % 4;
                    }
                    next[edges[side]] = edges[end];
                }
            }
        }

        private boolean isLowInside(int i, int j) {
            if (i < 0 || j < 0 || i + 1 >= columns || j + 1 >= rows) {
                return false;
            }
            int at = j * columns + i;
            return values[at] + values[at + 1] + values[at + columns] + values[at + columns + 1] < 4 * level;
        }

        private Line loopFrom(int first) {
            var edges = new ArrayList<Integer>();
            int edge = first;
            while (next[edge] >= 0) {
                edges.add(edge);
                int following = next[edge];
                next[edge] = -1;
                edge = following;
            }
            var xs = new double[edges.size()];
            var ys = new double[edges.size()];
            for (int k = 0; k < xs.length; k++) {
                place(edges.get(k), k, xs, ys);
            }
            return Line.of(xs, ys);
        }

        /** Where the line crosses an edge. */
        private void place(int edge, int k, double[] xs, double[] ys) {
            boolean upwards = edge % 2 == 1;
            int i = edge / 2 % across - 1;
            int j = edge / 2 / across - 1;
            int toI = upwards ? i : i + 1;
            int toJ = upwards ? j + 1 : j;
            double share = share(i, j, toI, toJ);
            double x = i + share * (toI - i);
            double y = j + share * (toJ - j);
            xs[k] = axes.left() + x / (columns - 1) * (axes.right() - axes.left());
            ys[k] = axes.bottom() + y / (rows - 1) * (axes.top() - axes.bottom());
        }

        private double share(int i, int j, int toI, int toJ) {
            if (i < 0 || j < 0) {
                return 1;
            }
            if (toI >= columns || toJ >= rows) {
                return 0;
            }
            double from = values[j * columns + i];
            double to = values[toJ * columns + toI];
            double share = (level - from) / (to - from);
            return share >= 0 && share <= 1 ? share : 0.5;
        }
    }
}
