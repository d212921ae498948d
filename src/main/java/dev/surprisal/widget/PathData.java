package dev.surprisal.widget;

/** Writes the d of a path, places rounded to a tenth. Thousands a frame: no need for the exact digits of Decimal here. */
final class PathData {

    private final StringBuilder out = new StringBuilder(2000);

    PathData moveTo(double x, double y) {
        out.append('M');
        return place(x, y);
    }

    PathData lineTo(double x, double y) {
        out.append('L');
        return place(x, y);
    }

    PathData close() {
        out.append('Z');
        return this;
    }

    private PathData place(double x, double y) {
        tenths(x);
        out.append(' ');
        tenths(y);
        return this;
    }

    private void tenths(double value) {
        // A curve may leave its picture by far; what is drawn of it is the same
        double near = Math.max(-10_000, Math.min(10_000, value));
        int tenths = (int) Math.floor(Math.abs(near) * 10 + 0.5);
        if (near < 0 && tenths > 0) {
            out.append('-');
        }
        out.append(tenths / 10);
        if (tenths % 10 > 0) {
            out.append('.').append((char) ('0' + tenths % 10));
        }
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
