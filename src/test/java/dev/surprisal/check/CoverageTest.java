package dev.surprisal.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surprisal.check.Places.Place;
import dev.surprisal.content.Lesson;
import dev.surprisal.content.LessonId;
import dev.surprisal.widget.Catalogue;
import dev.surprisal.widget.Widget;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Whether the course teaches all that it set out to teach. {@code coverage.csv} says where each item of its source material stands, and
 * {@code interactive.csv} where each of the things to play with does; both were filled in by reading the lessons.
 */
class CoverageTest {

    /** Fewer words teach nothing, unless there is something to play with. */
    private static final int LEAST_WORDS = 20;

    /** What interactive items are that are no widgets. */
    private static final Set<String> PLAIN_KINDS = Set.of("steps", "question", "section");

    private final Map<LessonId, Optional<Places>> places = new HashMap<>();

    /** The numbers of the items, as the source material counts them in its five parts. */
    private static Set<String> items() {
        return Stream.of(
                        numbered("S000-", 2, 12),
                        numbered("S001-", 2, 19),
                        numbered("S002-", 2, 20),
                        numbered("S003-", 3, 111),
                        numbered("S003-P", 1, 10),
                        numbered("S004-", 2, 33),
                        numbered("S004-Q", 1, 5))
                .flatMap(Function.identity())
                .collect(TreeSet::new, Set::add, Set::addAll);
    }

    private static Stream<String> numbered(String prefix, int digits, int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(Integer::toString)
                .map(number -> prefix + "0".repeat(Math.max(0, digits - number.length())) + number);
    }

    @Test
    void everyItemHasItsPlace() {
        var without = items();
        for (TableRow row : coverage()) {
            without.remove(row.cell(0));
        }

        assertThat(without).isEmpty();
    }

    @Test
    void everyPlaceTeachesSomething() {
        var items = items();
        var faults = new ArrayList<String>();
        for (TableRow row : coverage()) {
            if (!items.contains(row.cell(0))) {
                faults.add(row.place() + ": there is no item " + row.cell(0));
            }
            find(row, row.cell(1), row.cell(2), faults)
                    .filter(place -> place.words() < LEAST_WORDS && place.widgets() == 0)
                    .ifPresent(place -> faults.add(row.place() + ": " + row.cell(0) + " has " + place.words()
                            + " words and no widget at " + row.cell(1) + "#" + row.cell(2)));
        }

        assertThat(faults).isEmpty();
        assertThat(coverage()).extracting(TableRow::cells).doesNotHaveDuplicates();
    }

    @Test
    void everyInteractiveItemIsWhereItIsSaidToBe() {
        var faults = new ArrayList<String>();
        for (TableRow row : TableRow.read("interactive.csv", "item,kind,class,lesson,anchor")) {
            String kind = row.cell(1);
            String made = Catalogue.find(kind)
                    .map(Widget::getClass)
                    .map(Class::getSimpleName)
                    .orElse("");
            if (made.isEmpty() && !PLAIN_KINDS.contains(kind)) {
                faults.add(row.place() + ": the catalogue has no widget of kind " + kind);
            } else if (!made.equals(row.cell(2))) {
                faults.add(row.place() + ": the class of " + kind + " is not " + row.cell(2) + " but " + made);
            }
            find(row, row.cell(3), row.cell(4), faults)
                    .filter(place -> !place.kind().equals(kind))
                    .ifPresent(place -> faults.add(row.place() + ": " + row.cell(0) + " finds no " + kind + " at "
                            + row.cell(3) + "#" + row.cell(4) + " but a " + place.kind()));
        }

        assertThat(faults).isEmpty();
    }

    private static List<TableRow> coverage() {
        return TableRow.read("coverage.csv", "item,lesson,anchor");
    }

    private Optional<Place> find(TableRow row, String lesson, String anchor, List<String> faults) {
        Optional<Places> found = places.computeIfAbsent(new LessonId(lesson), CoverageTest::places);
        if (found.isEmpty()) {
            faults.add(row.place() + ": " + row.cell(0) + " stands in no lesson " + lesson);
            return Optional.empty();
        }
        Optional<Place> place = found.get().find(anchor);
        if (place.isEmpty()) {
            faults.add(row.place() + ": " + row.cell(0) + " has no place #" + anchor + " in " + lesson);
        }
        return place;
    }

    private static Optional<Places> places(LessonId id) {
        Optional<Lesson> lesson = OwnCourse.checked().course().find(id);
        return lesson.map(Places::of);
    }
}
