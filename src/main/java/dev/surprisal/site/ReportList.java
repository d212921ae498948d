package dev.surprisal.site;

import dev.surprisal.content.Course;
import dev.surprisal.learner.Reports.Report;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What learners have reported, as the model of the page {@code reports.mustache}: first what is to be done. */
record ReportList(
        String root,
        String words,
        @Nullable Items open,
        @Nullable Items done) {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm 'UTC'", Locale.UK).withZone(ZoneOffset.UTC);

    record Items(List<Entry> items) {}

    record Entry(
            String id,
            @Nullable QuestionLink link,
            String question,
            String iso,
            String time,
            String text,
            boolean isDone) {}

    static ReportList of(String root, Course course, List<Report> reports) {
        List<Entry> entries = reports.stream()
                .map(report -> new Entry(
                        report.reported().id(),
                        QuestionLink.find(root, course, report.reported().item().question())
                                .orElse(null),
                        report.reported().item().question(),
                        report.at().toString(),
                        TIME.format(report.at()),
                        report.reported().text(),
                        report.done()))
                .toList();
        List<Entry> open = entries.stream().filter(entry -> !entry.isDone()).toList();
        List<Entry> done = entries.stream().filter(Entry::isDone).toList();
        return new ReportList(root, words(open.size(), done.size()), items(open), items(done));
    }

    private static @Nullable Items items(List<Entry> entries) {
        return entries.isEmpty() ? null : new Items(entries);
    }

    private static String words(int open, int done) {
        if (open + done == 0) {
            return "No learner has reported anything";
        }
        return (open == 1 ? "1 report is" : open + " reports are") + " open, " + done + (done == 1 ? " is" : " are")
                + " done";
    }
}
