package dev.surprisal.content;

import dev.surprisal.content.markdown.Markdown;
import java.util.Optional;
import java.util.regex.Pattern;
import org.commonmark.node.Document;
import org.commonmark.node.Node;

/**
 * A file of a lesson as it was read, before anything in it is shown: its tree, its outline, its formulas, and the front matter of the
 * lesson.
 */
final class LessonSource {

    private static final int MOST_LINES = 10_000;

    /** A table gets as many cells as it has lines times columns, however short the lines are. */
    private static final int MOST_BARS = 50;

    private static final Pattern BARS = Pattern.compile("^(?:[^|\n]*+\\|){" + (MOST_BARS + 1) + "}", Pattern.MULTILINE);

    private final SourceFile file;
    private final FrontMatter frontMatter;
    private final Node document;
    private final Outline outline;
    private final Formulas formulas;

    private LessonSource(SourceFile file, FrontMatter frontMatter, Node document, Outline outline, Formulas formulas) {
        this.file = file;
        this.frontMatter = frontMatter;
        this.document = document;
        this.outline = outline;
        this.formulas = formulas;
    }

    /** Reads {@code lesson.md}. */
    static LessonSource read(SourceFile file, Targets targets, Evaluations evaluations) {
        var frontMatter = FrontMatter.read(file, evaluations);
        return read(file, frontMatter, frontMatter.end(), PageKind.OVERVIEW, targets);
    }

    /** Reads a page beside it, which has no front matter of its own. */
    static LessonSource companion(SourceFile file, PageKind page, LessonSource lesson, Targets targets) {
        boolean begins = FrontMatter.startsIn(file);
        if (begins) {
            file.report(
                    Rule.YAML,
                    0,
                    "front matter stands in " + PageKind.LESSON.file() + " only; its names hold for this page too");
        }
        return read(file, lesson.frontMatter, begins ? file.text().length() : 0, page, targets);
    }

    /**
     * A file whose text is no page: what stands in {@code document} has formulas, and nothing of it an id.
     */
    static LessonSource of(SourceFile file, Node document, LessonSource lesson, Targets targets) {
        var outline = Outline.read(new Document(), file, PageKind.PRACTICE, targets);
        var formulas = new Formulas(file, lesson.names());
        formulas.read(document);
        return new LessonSource(file, lesson.frontMatter, document, outline, formulas);
    }

    /** A text that belongs to no lesson. */
    static LessonSource apart(SourceFile file, Node document) {
        var outline = Outline.read(new Document(), file, PageKind.OVERVIEW, new Targets());
        var formulas = new Formulas(file, Names.none(Evaluations.fresh()));
        formulas.read(document);
        return new LessonSource(file, FrontMatter.nameless(), document, outline, formulas);
    }

    private static LessonSource read(
            SourceFile file, FrontMatter frontMatter, int start, PageKind first, Targets targets) {
        Node document = Markdown.parse(body(file, start), start);
        var outline = Outline.read(document, file, first, targets);
        var formulas = new Formulas(file, frontMatter.names());
        formulas.read(document);
        return new LessonSource(file, frontMatter, document, outline, formulas);
    }

    private static String body(SourceFile file, int start) {
        if (file.lines() > MOST_LINES) {
            file.report(Rule.TOO_MUCH, file.lineStart(MOST_LINES), "a page has at most " + MOST_LINES + " lines");
            return "";
        }
        String body = file.text().substring(start);
        var bars = BARS.matcher(body);
        if (bars.find()) {
            file.report(
                    Rule.TOO_MUCH,
                    start + bars.start(),
                    "a line has at most " + MOST_BARS + " bars, this one has more");
            return "";
        }
        return body;
    }

    /** Whether a reader of this lesson cannot go on to {@code other}. */
    boolean isHiddenFromHere(LessonFiles other) {
        return frontMatter.status() == Status.PUBLISHED && other.frontMatter().status() == Status.DRAFT;
    }

    SourceFile file() {
        return file;
    }

    FrontMatter frontMatter() {
        return frontMatter;
    }

    Names names() {
        return frontMatter.names();
    }

    Node document() {
        return document;
    }

    Outline outline() {
        return outline;
    }

    Formulas formulas() {
        return formulas;
    }

    Optional<LessonId> id() {
        return Optional.ofNullable(frontMatter.id());
    }
}
