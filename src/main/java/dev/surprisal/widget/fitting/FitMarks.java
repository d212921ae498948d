package dev.surprisal.widget.fitting;

import dev.surprisal.math.Elementary;
import dev.surprisal.widget.Picture.Mark;
import dev.surprisal.widget.Picture.Mark.Shape;
import dev.surprisal.widget.Role;
import java.util.ArrayList;
import java.util.List;

/**
 * Marks for normals. In a panel a normal is marked at its peak: to drag the peak of q onto a mark is to make q that normal. In
 * a plane it stands at its mean and ln sd.
 */
final class FitMarks {

    private FitMarks() {}

    static Mark atPeak(Shape shape, Role role, double mean, double sd) {
        return new Mark(shape, role, mean, KlFit.heightOf(1, sd));
    }

    static Mark inPlane(Shape shape, Role role, double mean, double sd) {
        return new Mark(shape, role, mean, Elementary.log(sd));
    }

    static List<Mark> atPeaks(List<FitSurvey.Point> points) {
        var marks = new ArrayList<Mark>();
        for (FitSurvey.Point point : points) {
            marks.add(atPeak(shape(point), Role.REVERSE, point.mean(), point.sd()));
        }
        return marks;
    }

    static List<Mark> inPlane(List<FitSurvey.Point> points) {
        var marks = new ArrayList<Mark>();
        for (FitSurvey.Point point : points) {
            marks.add(inPlane(shape(point), Role.REVERSE, point.mean(), point.sd()));
        }
        return marks;
    }

    private static Shape shape(FitSurvey.Point point) {
        return switch (point.kind()) {
            case GLOBAL -> Shape.BEST;
            case LOCAL -> Shape.LOCAL;
            case SADDLE -> Shape.SADDLE;
        };
    }
}
