package dev.surprisal.site;

import dev.surprisal.content.Course;
import dev.surprisal.content.PageKind;
import dev.surprisal.search.Found;
import dev.surprisal.search.Index;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the course says about some words. The index is made when somebody first asks, and anew when the course has changed. */
@Component
class Finding {
    private static final int MOST = 30;

    private @Nullable Indexed indexed;

    private record Indexed(Course course, Index index) {}

    /**
     * A page of results.
     *
     * @param query as typed, cut where it is too long
     * @param count how many were found, in words; empty as long as nothing was asked
     */
    record Results(String root, String query, boolean asked, int longest, String count, List<Result> found) {}

    /**
     * @param title HTML; so is the snippet
     * @param place where it stands, plain text
     */
    record Result(String href, String title, String place, String snippet) {}

    Results find(Course course, String root, String query) {
        String words = query.strip();
        if (words.length() > Index.LONGEST_QUERY) {
            words = words.substring(0, Index.LONGEST_QUERY);
        }
        List<Found> found = words.isEmpty() ? List.of() : index(course).find(words, MOST);
        var results = new ArrayList<Result>();
        for (Found each : found) {
            results.add(new Result(root + each.address(), each.titleHtml(), place(course, each), each.snippetHtml()));
        }
        return new Results(
                root,
                words,
                !words.isEmpty(),
                Index.LONGEST_QUERY,
                words.isEmpty() ? "" : count(found.size()),
                results);
    }

    // A course is replaced as a whole; comparing two of them would read all of both
    @SuppressWarnings("ReferenceEquality")
    private synchronized Index index(Course course) {
        Indexed ready = indexed;
        if (ready == null || ready.course != course) {
            ready = new Indexed(course, Index.of(course));
            indexed = ready;
        }
        return ready.index;
    }

    private static String count(int found) {
        return switch (found) {
            case 0 -> "Nothing found. Fewer words, or another one for the same thing, may help.";
            case 1 -> "One place";
            case MOST -> "The " + MOST + " places that fit best";
            default -> found + " places";
        };
    }

    private static String place(Course course, Found found) {
        String lesson = course.find(found.lesson()).orElseThrow().title();
        var place = new StringBuilder(found.kind().label()).append(" · ");
        if (found.kind() == Found.Kind.LESSON) {
            return found.kind().label();
        }
        place.append(lesson);
        if (found.page() != PageKind.LESSON) {
            place.append(", ").append(found.page().title());
        }
        return place.toString();
    }
}
