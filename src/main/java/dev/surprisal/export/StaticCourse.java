package dev.surprisal.export;

import dev.surprisal.content.Block;
import dev.surprisal.content.Course;
import dev.surprisal.content.CourseModule;
import dev.surprisal.content.GlossaryTerm;
import dev.surprisal.content.Lesson;
import dev.surprisal.content.Page;
import dev.surprisal.content.PageKind;
import dev.surprisal.content.Picture;
import dev.surprisal.widget.WidgetMarkup;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Entities;

/** Writes a course as a folder of pages that read well with no server: relative links, their own style and faces, nothing to press. */
public final class StaticCourse {

    private final Course course;
    private final Styles styles;
    private final QuestionSheet questions;
    private final Path folder;

    private StaticCourse(Course course, Styles styles, boolean solutions, Path folder) {
        this.course = course;
        this.styles = styles;
        this.questions = new QuestionSheet(solutions);
        this.folder = folder;
    }

    /**
     * Writes all pages.
     *
     * @param solutions whether each question has its solution with it, folded up
     * @return how many pages
     * @throws IOException when something cannot be written
     */
    public static int write(Course course, Styles styles, boolean solutions, Path folder) throws IOException {
        return new StaticCourse(course, styles, solutions, folder).write();
    }

    private int write() throws IOException {
        styles.write(folder.resolve("assets"));
        int pages = 0;
        for (Lesson lesson : course.lessons()) {
            for (Map.Entry<PageKind, Page> page : lesson.pages().entrySet()) {
                page(
                        PlainMarkup.file("/" + page.getKey().address(lesson.id())),
                        title(lesson, page.getKey()),
                        lesson(lesson, page.getKey()));
                pages++;
            }
            for (Picture picture : lesson.pictures()) {
                file(picture.address(), picture.bytes());
            }
        }
        page("index.html", course.title(), home());
        pages++;
        if (!course.glossary().isEmpty()) {
            page("glossary.html", "Glossary", glossary());
            pages++;
        }
        return pages;
    }

    private static String title(Lesson lesson, PageKind kind) {
        return kind == PageKind.OVERVIEW || kind == PageKind.LESSON
                ? lesson.title()
                : lesson.title() + ", " + kind.title().toLowerCase(java.util.Locale.ROOT);
    }

    private String lesson(Lesson lesson, PageKind kind) {
        var out = new StringBuilder();
        boolean overview = kind == PageKind.OVERVIEW;
        out.append(
                "<header class=\"opening\"><nav class=\"trail\" aria-label=\"Breadcrumb\"><ol><li><a href=\"/\">Contents</a></li>");
        if (!overview) {
            out.append(" <li><a href=\"/lesson/")
                    .append(lesson.id())
                    .append("\">")
                    .append(text(lesson.title()))
                    .append("</a></li>");
        }
        out.append("</ol></nav><h1>")
                .append(text(kind == PageKind.LESSON || overview ? lesson.title() : kind.title()))
                .append("</h1>");
        if (overview) {
            out.append("<p class=\"lede\">").append(lesson.summaryHtml()).append("</p>");
        }
        out.append("</header>");
        int question = 0;
        for (Block block : lesson.find(kind).orElseThrow().blocks()) {
            out.append(
                    switch (block) {
                        case Block.Html(var html) -> html;
                        case Block.ForInstructors _ -> "";
                        case Block.QuestionBlock(var asked) -> questions.html(asked, ++question);
                        case Block.WidgetBlock widget ->
                            WidgetMarkup.element(
                                    widget.id().value(),
                                    widget.kind(),
                                    WidgetMarkup.Opening.at(widget.initialState()),
                                    widget.bodyHtml());
                    });
        }
        if (overview) {
            out.append("<h2 id=\"outcomes\">What you will be able to do</h2><ul class=\"aims\">");
            lesson.outcomesHtml()
                    .forEach(outcome -> out.append("<li>").append(outcome).append("</li>"));
            out.append("</ul>");
        }
        return out.append(turns(lesson, kind)).toString();
    }

    /** To the page before and the page after, through the whole course. */
    private String turns(Lesson lesson, PageKind kind) {
        var addresses = new ArrayList<String>();
        var titles = new ArrayList<String>();
        for (Lesson each : course.lessons()) {
            for (PageKind page : each.pages().keySet()) {
                addresses.add("/" + page.address(each.id()));
                titles.add(
                        page == PageKind.LESSON || page == PageKind.OVERVIEW
                                ? each.title()
                                : page.title() + " · " + each.title());
            }
        }
        int at = addresses.indexOf("/" + kind.address(lesson.id()));
        String back = at > 0 ? turn("turn-back", "Back", addresses.get(at - 1), titles.get(at - 1)) : "";
        String on = at + 1 < addresses.size() ? turn("turn-on", "Next", addresses.get(at + 1), titles.get(at + 1)) : "";
        return "<nav class=\"turn\" aria-label=\"Previous and next\">" + back + on + "</nav>";
    }

    private static String turn(String style, String label, String address, String title) {
        return "<a class=\"" + style + "\" href=\"" + address + "\"><span class=\"turn-label\">" + label
                + "</span><span class=\"turn-title\">" + text(title) + "</span></a>";
    }

    private String home() {
        var out = new StringBuilder("<header class=\"opening\"><h1>" + text(course.title()) + "</h1><p class=\"lede\">"
                + text(course.description()) + "</p></header>");
        for (CourseModule module : course.modules()) {
            out.append("<h2>").append(text(module.title())).append("</h2><ol>");
            for (Lesson lesson : module.lessons()) {
                out.append("<li><p><a href=\"/lesson/" + lesson.id() + "\">" + text(lesson.title()) + "</a><br>"
                        + lesson.summaryHtml() + "</p></li>");
            }
            out.append("</ol>");
        }
        if (!course.glossary().isEmpty()) {
            out.append("<p><a href=\"/glossary\">Glossary</a></p>");
        }
        return out.toString();
    }

    private String glossary() {
        var out = new StringBuilder(
                "<header class=\"opening\"><nav class=\"trail\" aria-label=\"Breadcrumb\"><ol><li><a href=\"/\">Contents</a></li></ol></nav><h1>Glossary</h1></header><dl>");
        for (GlossaryTerm term : course.glossary()) {
            out.append("<dt id=\"" + term.id() + "\">" + text(term.term())
                    + (term.abbreviation().isEmpty() ? "" : " (" + text(term.abbreviation()) + ")") + "</dt><dd>"
                    + term.definitionHtml() + "</dd>");
        }
        return out.append("</dl>").toString();
    }

    private void page(String file, String title, String body) throws IOException {
        String root = "../".repeat((int) file.chars().filter(c -> c == '/').count());
        String links = String.join(
                "",
                styles.names().stream()
                        .map(name -> "<link rel=\"stylesheet\" href=\"" + root + "assets/" + name + "\">\n")
                        .toList());
        String whole = "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
                + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>" + text(title)
                + (title.equals(course.title()) ? "" : " · " + text(course.title())) + "</title>\n" + links
                + "</head>\n<body>\n<div class=\"shell plain\">\n<main id=\"main\" class=\"page\">\n<article class=\"prose\">\n"
                + PlainMarkup.of(body, root) + "\n</article>\n</main>\n</div>\n<footer class=\"colophon\"><p>"
                + text(String.join(", ", course.authors())
                        + (course.licence().isEmpty() ? "" : " · " + course.licence()))
                + "</p></footer>\n</body>\n</html>\n";
        file(file, whole.getBytes(StandardCharsets.UTF_8));
    }

    private void file(String name, byte[] bytes) throws IOException {
        Path path = folder.resolve(name);
        Files.createDirectories(path.getParent());
        Files.write(path, bytes);
    }

    private static String text(String plain) {
        return Entities.escape(plain);
    }

    /** The styles of the pages: files by their names. */
    public record Styles(Map<String, byte[]> files) {

        public Styles {
            files = Map.copyOf(files);
        }

        List<String> names() {
            return files.keySet().stream()
                    .filter(name -> name.endsWith(".css"))
                    .sorted()
                    .toList();
        }

        void write(Path folder) throws IOException {
            Files.createDirectories(folder);
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                Files.write(folder.resolve(file.getKey()), file.getValue());
            }
        }
    }
}
