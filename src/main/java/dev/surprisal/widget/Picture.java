package dev.surprisal.widget;

import java.util.List;

/** What is drawn. */
public sealed interface Picture {

    /** What the picture shows, in words that state its numbers. */
    String alternative();

    /** Appends every number that is drawn. */
    void addNumbersTo(List<Double> numbers);

    /** The same picture on the axes of another: they must not move while a finger is on them. */
    default Picture onAxesOf(Picture other) {
        return this;
    }

    /**
     * Several series of bars side by side over the same categories.
     *
     * @param top the upper end of the vertical axis, which starts at 0
     */
    record Bars(List<String> categories, List<Series> series, double top, String alternative) implements Picture {
        public Bars {
            categories = List.copyOf(categories);
            series = List.copyOf(series);
        }

        @Override
        public void addNumbersTo(List<Double> numbers) {
            numbers.add(top);
            for (Series one : series) {
                for (Bar bar : one.bars()) {
                    numbers.add(bar.value());
                }
            }
        }

        @Override
        public Picture onAxesOf(Picture other) {
            return other instanceof Bars bars ? new Bars(categories, series, bars.top, alternative) : this;
        }
    }

    record Series(String label, Role role, List<Bar> bars) {
        public Series {
            bars = List.copyOf(bars);
        }
    }

    /** @param control the control that dragging its top changes; empty where it cannot be dragged */
    record Bar(double value, String control) {}

    /**
     * Leaves that are joined two by two.
     *
     * @param leaves from top to bottom
     * @param joins first to last; node i is leaf i, and after the leaves come the joins
     * @param levels those of the whole tree, of which the joins may be a part
     */
    record Tree(List<Leaf> leaves, List<Join> joins, int levels, String alternative) implements Picture {
        public Tree {
            leaves = List.copyOf(leaves);
            joins = List.copyOf(joins);
        }

        @Override
        public void addNumbersTo(List<Double> numbers) {
            leaves.forEach(leaf -> numbers.add(leaf.value));
            joins.forEach(join -> numbers.add(join.value));
        }
    }

    /** @param word the bits on the way to it; empty where they are not known yet */
    record Leaf(String label, Role role, double value, String word) {}

    /**
     * @param zero the node on the side of the bit 0
     * @param one the node on the side of the bit 1
     * @param level how far to the right it stands: 1 for two leaves
     */
    record Join(int zero, int one, int level, double value) {}

    /**
     * Lengths on one axis, in rows over each other.
     *
     * @param most where the axis ends; it begins at 0
     */
    record Spans(List<Span> spans, double most, String alternative) implements Picture {
        public Spans {
            spans = List.copyOf(spans);
        }

        @Override
        public void addNumbersTo(List<Double> numbers) {
            for (Span span : spans) {
                numbers.add(span.from);
                numbers.add(span.to);
            }
        }
    }

    record Span(String label, Role role, double from, double to, int row) {}

    /** A plate diagram: quantities, what is used to generate what, and a frame around those that are repeated. */
    record Plate(List<PlateNode> nodes, List<PlateArrow> arrows, String alternative) implements Picture {
        public Plate {
            nodes = List.copyOf(nodes);
            arrows = List.copyOf(arrows);
        }

        /** Its only numbers are places in the drawing. */
        @Override
        public void addNumbersTo(List<Double> numbers) {}
    }

    /**
     * @param observed whether its circle is filled
     * @param x where it stands while it is inside, in a drawing 340 wide; y too, in one 206 high
     */
    record PlateNode(String label, boolean observed, boolean inside, int x, int y) {}

    /** @param strong whether it belongs to the model; else it is drawn pale */
    record PlateArrow(int from, int to, boolean strong) {}

    /** Panels side by side on the same axes. */
    record Panels(List<Panel> panels, Axes axes) implements Picture {
        public Panels {
            panels = List.copyOf(panels);
        }

        @Override
        public String alternative() {
            var all = new StringBuilder();
            for (Panel panel : panels) {
                all.append(all.isEmpty() ? "" : " ").append(panel.alternative);
            }
            return all.toString();
        }

        @Override
        public void addNumbersTo(List<Double> numbers) {
            axes.addNumbersTo(numbers);
            for (Panel panel : panels) {
                panel.curves.forEach(curve -> curve.line.addNumbersTo(numbers));
                panel.integrand.addNumbersTo(numbers);
                panel.path.addNumbersTo(numbers);
                panel.marks.forEach(mark -> mark.addNumbersTo(numbers));
                panel.handles.forEach(handle -> handle.addNumbersTo(numbers));
            }
        }
    }

    /**
     * Curves of densities, and in a strip below them what is summed up.
     *
     * @param curves drawn in this order
     * @param integrandLabel how the integrand is written
     * @param path where the peak of a curve has been
     */
    record Panel(
            Role role,
            List<Curve> curves,
            String integrandLabel,
            Line integrand,
            Line path,
            List<Mark> marks,
            List<Handle> handles,
            String alternative) {
        public Panel {
            curves = List.copyOf(curves);
            marks = List.copyOf(marks);
            handles = List.copyOf(handles);
        }
    }

    /** @param label for the legend; empty for none */
    record Curve(String label, Role role, Stroke stroke, Line line) {}

    /** How much a line stands out. */
    enum Stroke {
        MAIN,
        THIN,
        FAINT
    }

    /** A place to note. */
    record Mark(Shape shape, Role role, double x, double y) {
        void addNumbersTo(List<Double> numbers) {
            numbers.add(x);
            numbers.add(y);
        }

        public enum Shape {
            /** A full dot: the best place. */
            BEST,
            /** An open dot: best among its neighbours. */
            LOCAL,
            /** A cross: a pass between two such places. */
            SADDLE,
            /** A small square: where a path begins. */
            START
        }
    }

    /**
     * What can be taken hold of.
     *
     * @param control the control that dragging it changes
     * @param key the control of the slider that does the same by keyboard
     */
    record Handle(String control, String key, Role role, double x, double y) {
        void addNumbersTo(List<Double> numbers) {
            numbers.add(x);
            numbers.add(y);
        }
    }

    /** The ends of both axes. */
    record Axes(double left, double right, double bottom, double top) {
        void addNumbersTo(List<Double> numbers) {
            numbers.addAll(List.of(left, right, bottom, top));
        }
    }

    /**
     * Curves over one pair of axes.
     *
     * @param across what the axis to the right counts
     */
    record Graph(
            Axes axes, String across, List<Curve> curves, List<Mark> marks, List<Handle> handles, String alternative)
            implements Picture {
        public Graph {
            curves = List.copyOf(curves);
            marks = List.copyOf(marks);
            handles = List.copyOf(handles);
        }

        @Override
        public void addNumbersTo(List<Double> numbers) {
            axes.addNumbersTo(numbers);
            curves.forEach(curve -> curve.line.addNumbersTo(numbers));
            marks.forEach(mark -> mark.addNumbersTo(numbers));
            handles.forEach(handle -> handle.addNumbersTo(numbers));
        }

        @Override
        public Picture onAxesOf(Picture other) {
            return other instanceof Graph graph
                    ? new Graph(graph.axes, across, curves, marks, handles, alternative)
                    : this;
        }
    }

    /**
     * A plane in which every place is a curve: its mean to the right, ln of its sd upwards. It lies over a {@link Relief}.
     *
     * @param path the places that a descent has passed
     */
    record Plane(Role role, Axes axes, Line path, List<Mark> marks, List<Handle> handles, String alternative)
            implements Picture {
        public Plane {
            marks = List.copyOf(marks);
            handles = List.copyOf(handles);
        }

        @Override
        public void addNumbersTo(List<Double> numbers) {
            axes.addNumbersTo(numbers);
            path.addNumbersTo(numbers);
            marks.forEach(mark -> mark.addNumbersTo(numbers));
            handles.forEach(handle -> handle.addNumbersTo(numbers));
        }
    }

    /**
     * The height over a plane as contours, from the highest to the lowest.
     *
     * @param caption for those who see it
     */
    record Relief(String caption, Role role, Axes axes, List<Contour> contours, String alternative) implements Picture {
        public Relief {
            contours = List.copyOf(contours);
        }

        @Override
        public void addNumbersTo(List<Double> numbers) {
            axes.addNumbersTo(numbers);
            for (Contour contour : contours) {
                numbers.add(contour.level);
                contour.loops.forEach(loop -> loop.addNumbersTo(numbers));
            }
        }
    }

    /**
     * The closed lines around all places that are lower than a level.
     *
     * @param pass whether it goes through a pass, where two hollows meet
     */
    record Contour(double level, boolean pass, List<Line> loops) {
        public Contour {
            loops = List.copyOf(loops);
        }
    }

    /**
     * Places with their names.
     *
     * @param across what the axis to the right counts or means
     * @param upwards what the axis upwards means; empty for none
     * @param counted whether the axis to the right has numbers
     */
    record Spots(Axes axes, String across, String upwards, boolean counted, List<Spot> spots, String alternative)
            implements Picture {
        public Spots {
            spots = List.copyOf(spots);
        }

        @Override
        public void addNumbersTo(List<Double> numbers) {
            axes.addNumbersTo(numbers);
            spots.forEach(spot -> numbers.addAll(List.of(spot.x, spot.y)));
        }

        @Override
        public Picture onAxesOf(Picture other) {
            return other instanceof Spots held
                    ? new Spots(held.axes, across, upwards, counted, spots, alternative)
                    : this;
        }
    }

    /**
     * @param full a full dot, or an open one
     * @param onwards whether it stands for everything to its right as well
     */
    record Spot(String label, Role role, double x, double y, boolean full, boolean onwards) {}

    /**
     * Triangles side by side whose points are the distributions over three outcomes: a corner is a certain outcome, and the
     * height over the opposite edge its probability. The base lies from 0 to 1, the top at (1/2, √3/2).
     *
     * @param corners the names of the outcomes: lower left, lower right, top
     */
    record Triangles(List<String> corners, List<Triangle> triangles) implements Picture {
        public Triangles {
            corners = List.copyOf(corners);
            triangles = List.copyOf(triangles);
        }

        @Override
        public String alternative() {
            var all = new StringBuilder();
            for (Triangle triangle : triangles) {
                all.append(all.isEmpty() ? "" : " ").append(triangle.alternative);
            }
            return all.toString();
        }

        @Override
        public void addNumbersTo(List<Double> numbers) {
            for (Triangle triangle : triangles) {
                for (Contour contour : triangle.contours) {
                    numbers.add(contour.level);
                    contour.loops.forEach(loop -> loop.addNumbersTo(numbers));
                }
                triangle.handles.forEach(handle -> handle.addNumbersTo(numbers));
            }
        }
    }

    /** @param contours from the highest to the lowest */
    record Triangle(Role role, String caption, List<Contour> contours, List<Handle> handles, String alternative) {
        public Triangle {
            contours = List.copyOf(contours);
            handles = List.copyOf(handles);
        }
    }

    /**
     * Numbers over steps, drawn by the chart element, which is no part of the first paint.
     *
     * @param words what is to be seen, with its numbers
     */
    record Steps(String caption, String across, String upwards, List<Double> steps, List<Track> tracks, String words)
            implements Picture {
        public Steps {
            steps = List.copyOf(steps);
            tracks = List.copyOf(tracks);
        }

        @Override
        public String alternative() {
            return words;
        }

        @Override
        public void addNumbersTo(List<Double> numbers) {
            tracks.forEach(track -> numbers.addAll(track.values));
        }
    }

    record Track(String name, Role role, List<Double> values) {
        public Track {
            values = List.copyOf(values);
        }
    }
}
