package dev.surprisal.content;

import dev.surprisal.typeset.Typesetter;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Makes a {@link Lesson} of its files. */
final class LessonRenderer {

    private final LessonFiles files;
    private final Addresses addresses;
    private final Set<String> mistakes;
    private final Typesetter typesetter;

    /** @param mistakes the course's own names of mistakes */
    LessonRenderer(LessonFiles files, Addresses addresses, Set<String> mistakes, Typesetter typesetter) {
        this.files = files;
        this.addresses = addresses;
        this.mistakes = mistakes;
        this.typesetter = typesetter;
    }

    /** Empty where there is an error in a file, every one of which is reported then. */
    Optional<Lesson> render() {
        LessonSource lesson = files.lesson();
        FrontMatter front = files.frontMatter();
        var inline = new InlineRenderer(files, lesson, addresses, typesetter);
        var where =
                Where.page(PageKind.OVERVIEW, new Footnotes(lesson.document())).withoutFootnotes();
        String summary = front.summary().map(text -> inline.html(text, where)).orElse("");
        List<String> outcomes =
                front.outcomes().stream().map(text -> inline.html(text, where)).toList();
        checkRequired(front);
        Map<PageKind, Page> pages = new EnumMap<>(PageKind.class);
        files.pages()
                .forEach((kind, source) ->
                        pages.put(kind, new PageRenderer(files, source, addresses, mistakes, typesetter).page(kind)));
        if (front.id() == null || files.hasErrors()) {
            return Optional.empty();
        }
        return Optional.of(new Lesson(
                front.id(),
                front.title(),
                summary,
                outcomes,
                List.copyOf(front.requires().keySet()),
                front.minutes(),
                front.difficulty(),
                front.status(),
                pages));
    }

    private void checkRequired(FrontMatter front) {
        front.requires().forEach((id, offset) -> {
            SourceFile file = files.lesson().file();
            var other = addresses.find(id);
            if (other.isEmpty()) {
                file.report(Rule.UNKNOWN_LESSON, offset, "there is no lesson " + id);
            } else if (files.lesson().isHiddenFromHere(other.get())) {
                file.report(Rule.UNKNOWN_LESSON, offset, "learners do not see the lesson " + id + ": it is a draft");
            }
        });
    }
}
