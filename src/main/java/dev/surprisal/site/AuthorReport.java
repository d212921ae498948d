package dev.surprisal.site;

import dev.surprisal.content.Lesson;
import dev.surprisal.content.PageKind;
import dev.surprisal.content.Problem;
import dev.surprisal.content.Status;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All lessons as authors see them, with what there is to mend.
 *
 * @param words how it stands with the whole course
 * @param reports how many of learners wait; empty where none does
 * @param regrades what changed keys would change; empty where none has
 * @param others the problems of files that belong to no lesson that is shown
 */
record AuthorReport(
        String root,
        Pages.Live live,
        String words,
        String reports,
        String regrades,
        List<Module> modules,
        @Nullable AuthorProblems others) {

    record Module(String title, List<Entry> lessons) {}

    /**
     * A lesson.
     *
     * @param state for the style sheet
     * @param words the same for people
     */
    record Entry(
            String title,
            String folder,
            String state,
            String words,
            List<Link> pages,
            @Nullable AuthorProblems problems) {}

    record Link(String href, String title) {}

    static AuthorReport of(String root, Pages.Live live, Edition edition, AuthorTasks tasks) {
        List<Module> modules = edition.forAuthors().modules().stream()
                .map(module -> new Module(
                        module.title(),
                        module.lessons().stream()
                                .map(lesson -> entry(root, edition, lesson))
                                .toList()))
                .filter(module -> !module.lessons().isEmpty())
                .toList();
        List<Problem> others = edition.otherProblems();
        return new AuthorReport(
                root,
                live,
                AuthorProblems.count(edition.problems()),
                tasks.reports(),
                tasks.regrades(),
                modules,
                others.isEmpty() ? null : AuthorProblems.of(others, ""));
    }

    private static Entry entry(String root, Edition edition, Lesson lesson) {
        List<Problem> problems = edition.problems(lesson.id());
        boolean draft = lesson.status() == Status.DRAFT;
        boolean broken = problems.stream().anyMatch(Problem::isError);
        List<Link> pages = new ArrayList<>();
        for (PageKind kind : lesson.pages().keySet()) {
            pages.add(new Link(root + kind.address(lesson.id()), kind.title()));
        }
        String state = draft ? "draft" : "published";
        return new Entry(
                lesson.title(),
                edition.folders().getOrDefault(lesson.id(), ""),
                broken ? "broken" : state,
                broken ? state + ", shown as it was before its errors" : state,
                pages,
                problems.isEmpty() ? null : AuthorProblems.of(problems, ""));
    }
}
