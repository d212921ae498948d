package dev.surprisal.widget;

import dev.surprisal.math.Elementary;
import java.util.List;

/**
 * A rectangle of a drawing with axes, and what every such drawing needs: lines, ticks, marks and handles.
 *
 * <p>A handle can be taken hold of within 24 units around its place. Where the pointer is, in the units of the axes, follows
 * from two attributes of the svg: {@code data-box} has the rectangle's left, top, right and bottom, {@code data-axes} the values at
 * the left, top, right and bottom. {@code data-x} and {@code data-y} say where the handle is, {@code data-key} which slider
 * does the same by keyboard.
 */
final class Plot {

    static final int WIDTH = 340;
    private static final int LEFT = 30;
    private static final int RIGHT = WIDTH - 5;

    /** A finger needs 44 pixels, and the drawing is at most a little smaller on the screen. */
    private static final double REACH = 25;

    private final Html out;
    private final Picture.Axes axes;
    private final int top;
    private final int bottom;

    Plot(Html out, Picture.Axes axes, int top, int bottom) {
        // Written so that NaN is refused too: whatever was drawn would silently lie at one place
        if (!(axes.left() < axes.right()) || !(axes.bottom() < axes.top())) {
            throw new IllegalArgumentException("axes must have a length, got " + axes);
        }
        this.out = out;
        this.axes = axes;
        this.top = top;
        this.bottom = bottom;
    }

    /** Opens an svg whose handles are dragged on the axes of this plot. */
    void open(String cssClass, int height, String alternative) {
        out.raw("<svg role=\"img\" viewBox=\"0 0 " + WIDTH + " " + height + "\"")
                .attribute("class", "widget-svg " + cssClass)
                .attribute("aria-label", Html.plain(alternative))
                .attribute("data-box", LEFT + " " + top + " " + RIGHT + " " + bottom)
                .attribute(
                        "data-axes",
                        Figures.full(axes.left()) + " " + Figures.full(axes.top()) + " " + Figures.full(axes.right())
                                + " " + Figures.full(axes.bottom()))
                .raw(">");
    }

    double x(double value) {
        return LEFT + (value - axes.left()) / (axes.right() - axes.left()) * (RIGHT - LEFT);
    }

    double y(double value) {
        return bottom - (value - axes.bottom()) / (axes.top() - axes.bottom()) * (bottom - top);
    }

    private double inX(double value) {
        return Math.max(LEFT, Math.min(RIGHT, x(value)));
    }

    private double inY(double value) {
        return Math.max(top, Math.min(bottom, y(value)));
    }

    void horizontal(String cssClass, double value) {
        line(cssClass, LEFT, y(value), RIGHT, y(value));
    }

    private void line(String cssClass, double x1, double y1, double x2, double y2) {
        out.raw("<line")
                .attribute("class", cssClass)
                .attribute("x1", x1)
                .attribute("y1", y1)
                .attribute("x2", x2)
                .attribute("y2", y2)
                .raw("/>");
    }

    /** Ticks with their numbers along the lower edge, at whole steps. */
    void ticksBelow() {
        double step = roundStep((axes.right() - axes.left()) / 7);
        for (double k = Math.ceil(axes.left() / step - 1e-9); k * step <= axes.right() + 1e-9; k++) {
            double x = x(k * step);
            line("axis", x, bottom, x, bottom + 4);
            text("category", x, bottom + 17, Figures.ratio(0 + Decimals.tidy(k * step)));
        }
    }

    void tickAside(double value, String text) {
        text("tick", LEFT - 5, y(value) + 4, text);
    }

    void text(String cssClass, double x, double y, String text) {
        out.raw("<text")
                .attribute("class", cssClass)
                .attribute("x", x)
                .attribute("y", y)
                .raw(">")
                .text(text)
                .raw("</text>");
    }

    void path(String cssClass, Role role, String d) {
        out.raw("<path")
                .attribute("class", cssClass + " " + role.cssClass())
                .attribute("d", d)
                .raw("/>");
    }

    /** A line as it lies on the axes. */
    void path(String cssClass, Role role, Line line) {
        out.raw("<path")
                .attribute("class", cssClass + " " + role.cssClass())
                .attribute("d", new OnAxes(line, axes), () -> pathOf(line))
                .raw("/>");
    }

    /** Closed lines as one path. */
    void path(String cssClass, Role role, List<Line> loops) {
        out.raw("<path")
                .attribute("class", cssClass + " " + role.cssClass())
                .attribute("d", new OnAxes(loops, axes), () -> pathOf(loops))
                .raw("/>");
    }

    /** What lies between a line and 0. */
    void area(Role role, Line line) {
        out.raw("<path")
                .attribute("class", "area " + role.cssClass())
                .attribute("d", new OnAxes(line, axes), () -> areaOf(line))
                .raw("/>");
    }

    /** What the d of a path follows from. */
    private record OnAxes(Object drawn, Picture.Axes axes) {}

    private String pathOf(Line line) {
        var data = new PathData();
        append(data, line);
        return data.toString();
    }

    private void append(PathData data, Line line) {
        for (int i = 0; i < line.size(); i++) {
            if (i == 0) {
                data.moveTo(x(line.x(i)), y(line.y(i)));
            } else {
                data.lineTo(x(line.x(i)), y(line.y(i)));
            }
        }
    }

    private String areaOf(Line line) {
        var data = new PathData();
        if (line.size() > 0) {
            append(data, line);
            data.lineTo(x(line.x(line.size() - 1)), y(0))
                    .lineTo(x(line.x(0)), y(0))
                    .close();
        }
        return data.toString();
    }

    private String pathOf(List<Line> loops) {
        var data = new PathData();
        for (Line loop : loops) {
            append(data, loop);
            data.close();
        }
        return data.toString();
    }

    /** Marks outside the axes stand at their edge, as arrows that point to where they belong. */
    void mark(Picture.Mark mark) {
        double x = inX(mark.x());
        double y = inY(mark.y());
        var data = new PathData();
        double right = sideOf(mark.x(), axes.left(), axes.right());
        double up = sideOf(mark.y(), axes.bottom(), axes.top());
        String shape = switch (mark.shape()) {
            case BEST -> "best";
            case LOCAL -> "local";
            case SADDLE -> "saddle";
            case START -> "start";
        };
        if (right != 0 || up != 0) {
            data.moveTo(x + 2 * right, y - 2 * up)
                    .lineTo(x - 9 * right + 6 * up, y + 9 * up + 6 * right)
                    .lineTo(x - 9 * right - 6 * up, y + 9 * up - 6 * right)
                    .close();
            path("mark-" + shape, mark.role(), data.toString());
        } else if (mark.shape() == Picture.Mark.Shape.SADDLE) {
            data.moveTo(x - 4, y - 4).lineTo(x + 4, y + 4).moveTo(x - 4, y + 4).lineTo(x + 4, y - 4);
            path("mark-" + shape, mark.role(), data.toString());
        } else if (mark.shape() == Picture.Mark.Shape.START) {
            data.moveTo(x - 3, y - 3)
                    .lineTo(x + 3, y - 3)
                    .lineTo(x + 3, y + 3)
                    .lineTo(x - 3, y + 3)
                    .close();
            path("mark-" + shape, mark.role(), data.toString());
        } else {
            circle("mark-" + shape + " " + mark.role().cssClass(), x, y, 4.5);
            out.raw("/>");
        }
    }

    /** −1 before the first end, 1 after the second; what lies on an end, but for rounding, is between them. */
    private static double sideOf(double value, double from, double to) {
        double slack = 1e-9 * (to - from);
        return value < from - slack ? -1 : value > to + slack ? 1 : 0;
    }

    void handle(Picture.Handle handle) {
        double x = inX(handle.x());
        double y = inY(handle.y());
        circle("knob " + handle.role().cssClass(), x, y, 6.5);
        out.raw("/>");
        circle("handle", x, y, REACH);
        out.attribute("data-drag", handle.control())
                .attribute("data-key", handle.key())
                .attribute("data-x", x)
                .attribute("data-y", y)
                .raw("/>");
    }

    /** How a curve stands out. */
    String weight(Picture.Curve curve) {
        return switch (curve.stroke()) {
            case MAIN -> "curve";
            case THIN -> "curve is-thin";
            case FAINT -> "curve is-faint";
        };
    }

    /** A window of the whole width that cuts off what leaves it. */
    void clip(String name, int from, int to) {
        out.raw("<clipPath")
                .attribute("id", name)
                .raw("><rect x=\"0\" y=\"" + from + "\" width=\"" + WIDTH + "\" height=\"" + (to - from)
                        + "\"/></clipPath>");
    }

    /** The curves that have a label, side by side above the plot. */
    void legend(List<Picture.Curve> curves) {
        double x = 36;
        for (Picture.Curve curve : curves) {
            if (!curve.label().isEmpty()) {
                var line = new PathData().moveTo(x, 10).lineTo(x + 20, 10);
                path(curve.stroke() == Picture.Stroke.MAIN ? "curve" : "curve is-thin", curve.role(), line.toString());
                boolean variable = curve.label().startsWith("*");
                String text = Html.plain(curve.label());
                text(variable ? "legend is-variable" : "legend", x + 25, 14.5, text);
                x += 25 + (variable ? 24 : 14 + 6.2 * text.length());
            }
        }
    }

    /** Ticks with their numbers along the left edge, at whole steps. */
    void ticksAside() {
        double step = roundStep((axes.top() - axes.bottom()) / 5);
        for (double k = Math.ceil(axes.bottom() / step - 1e-9); k * step <= axes.top() + 1e-9 * step; k++) {
            double value = 0 + Decimals.tidy(k * step);
            line("grid", LEFT, y(value), RIGHT, y(value));
            tickAside(value, Figures.ratio(value));
        }
    }

    private void circle(String cssClass, double x, double y, double radius) {
        out.raw("<circle")
                .attribute("class", cssClass)
                .attribute("cx", x)
                .attribute("cy", y)
                .attribute("r", radius);
    }

    /** The least of 1, 2 and 5 times a power of ten that is not below a width. */
    static double roundStep(double width) {
        double power = 1;
        while (power * 10 <= width) {
            power *= 10;
        }
        while (power > width) {
            power /= 10;
        }
        return width <= power ? power : width <= 2 * power ? 2 * power : width <= 5 * power ? 5 * power : 10 * power;
    }

    /** ln of 1, 2 and 5 times the powers of ten between two ends, for an axis of logarithms. */
    void ticksOfLogarithms() {
        double power = 1;
        while (Elementary.log(power) > axes.bottom()) {
            power /= 10;
        }
        for (; Elementary.log(power) <= axes.top(); power *= 10) {
            for (int factor : new int[] {1, 2, 5}) {
                double log = Elementary.log(factor * power);
                if (log >= axes.bottom() && log <= axes.top()) {
                    line("axis", LEFT - 4, y(log), LEFT, y(log));
                    tickAside(log, Figures.ratio(Decimals.tidy(factor * power)));
                }
            }
        }
    }

    void frame() {
        line("axis", LEFT, bottom, RIGHT, bottom);
        line("axis", LEFT, top, LEFT, bottom);
    }
}
