package dev.surprisal.site;

import dev.surprisal.content.Audience;
import dev.surprisal.content.Block;
import dev.surprisal.content.Course;
import dev.surprisal.content.Lesson;
import dev.surprisal.content.LessonId;
import dev.surprisal.content.Page;
import dev.surprisal.content.PageKind;
import dev.surprisal.content.Problem;
import dev.surprisal.content.Question;
import dev.surprisal.learner.Progress;
import dev.surprisal.question.Choices;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * By what it is known whether a page, or a block of it, has changed. What goes into the fingerprint of a page includes keys and
 * solutions, so that those who have them open see them change; it is salted, so that nobody finds them out from it.
 */
final class Fingerprints {
    private static final int OF_PAGE = 16;
    private static final int OF_BLOCK = 6;
    private static final String NOTHING = "0".repeat(OF_PAGE);
    private static final String SALT = Long.toHexString(new SecureRandom().nextLong());

    private final Course forLearners;
    private final Course forAuthors;
    private final List<Problem> problems;
    private final Map<String, String> known = new ConcurrentHashMap<>();

    Fingerprints(Course forLearners, Course forAuthors, List<Problem> problems) {
        this.forLearners = forLearners;
        this.forAuthors = forAuthors;
        this.problems = problems;
    }

    /** The name under which a page is listened to. */
    static String page(LessonId lesson, PageKind kind) {
        return "lesson/" + lesson + "/" + kind.word();
    }

    /** Of a page, without anybody's progress; the same text while nothing that stands there has changed. */
    String of(String page, boolean author) {
        if (!isThere(page, author ? forAuthors : forLearners)) {
            return NOTHING; // and nothing is remembered of names that anybody can invent
        }
        return known.computeIfAbsent((author ? "a " : "l ") + page, _ -> digest(written(page, author), OF_PAGE));
    }

    private static boolean isThere(String page, Course course) {
        String[] parts = page.split("/", -1);
        return parts.length != 3
                || LessonId.find(parts[1])
                        .flatMap(course::find)
                        .flatMap(lesson -> PageKind.find(parts[2]).flatMap(lesson::find))
                        .isPresent();
    }

    private String written(String page, boolean author) {
        Course course = author ? forAuthors : forLearners;
        var text = new StringBuilder(SALT);
        text.append(course.title()).append(course.description()).append(course.licence());
        text.append(course.asksConfidence());
        course.modules().forEach(module -> {
            text.append("\nmodule ").append(module.title());
            module.lessons()
                    .forEach(lesson -> text.append("\nlesson ")
                            .append(lesson.id())
                            .append(lesson.title())
                            .append(lesson.summaryHtml())
                            .append(lesson.status())
                            .append(lesson.minutes())
                            .append(lesson.difficulty())
                            .append(lesson.pages().keySet()));
        });
        if (author) {
            text.append(problems);
        }
        String[] parts = page.split("/", -1);
        if (parts.length == 3) {
            Optional<Lesson> lesson = LessonId.find(parts[1]).flatMap(course::find);
            Optional<Page> shown =
                    lesson.flatMap(found -> PageKind.find(parts[2]).flatMap(found::find));
            lesson.ifPresent(found -> text.append(found.outcomesHtml()).append(found.requires()));
            Audience audience = author ? Audience.INSTRUCTORS : Audience.LEARNERS;
            shown.ifPresent(found -> found.blocks(audience)
                    .forEach(block -> text.append('\n')
                            .append(
                                    switch (block) {
                                        case Block.Html(var html) -> html;
                                        case Block.ForInstructors(var html) -> html;
                                        case Block.QuestionBlock(var question) -> question.id() + question.digest();
                                        case Block.WidgetBlock widget -> widget.toString();
                                    })));
        }
        return text.toString();
    }

    /** Of a block as everybody sees it: nothing of it tells what is not on the page. */
    String of(Block block, int number) {
        return switch (block) {
            case Block.Html(var html) -> digest(html, OF_BLOCK);
            case Block.ForInstructors(var html) -> digest(html, OF_BLOCK);
            case Block.WidgetBlock widget -> digest(widget.toString(), OF_BLOCK);
            case Block.QuestionBlock(var question) ->
                known.computeIfAbsent(
                        "q " + number + " " + question.id(), _ -> digest(shown(question, number), OF_BLOCK));
        };
    }

    private String shown(Question question, int number) {
        var text = new StringBuilder(QuestionMarkup.element(
                question, number, Progress.none(0), Asking.nobody(forLearners.asksConfidence())));
        for (int variant = 0; variant < question.variation().size(); variant++) {
            text.append('\n').append(question.variation().described(variant));
        }
        return text.toString();
    }

    private static String digest(String text, int length) {
        return Choices.digest(text).substring(0, length);
    }
}
