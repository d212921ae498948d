package dev.surprisal.content;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The course as it was read: immutable, shared by all learners, replaced as a whole when the content changes.
 *
 * @param title plain text
 * @param description plain text
 * @param glossary its terms in alphabetical order
 * @param licence under which its text may be used, plain text, possibly empty
 * @param edition what its authors call this state of it, plain text, possibly empty
 * @param date of the edition, if its authors say
 * @param asksConfidence whether learners are asked with each answer how probable it is that it is right
 */
public record Course(
        String title,
        String description,
        List<String> authors,
        String licence,
        String edition,
        @Nullable LocalDate date,
        List<CourseModule> modules,
        List<GlossaryTerm> glossary,
        boolean asksConfidence) {

    /** A course without a glossary, in no edition. */
    public Course(String title, String description, List<String> authors, String licence, List<CourseModule> modules) {
        this(title, description, authors, licence, "", null, modules, List.of(), false);
    }

    public Course {
        authors = List.copyOf(authors);
        modules = List.copyOf(modules);
        glossary = List.copyOf(glossary);
    }

    /** The same course with other lessons. */
    public Course with(List<CourseModule> others) {
        return new Course(title, description, authors, licence, edition, date, others, glossary, asksConfidence);
    }

    /** Without drafts, and without the modules in which nothing else stands. */
    public Course published() {
        return with(modules.stream()
                .map(module -> new CourseModule(
                        module.title(),
                        module.lessons().stream()
                                .filter(lesson -> lesson.status() == Status.PUBLISHED)
                                .toList()))
                .filter(module -> !module.lessons().isEmpty())
                .toList());
    }

    /** All lessons in the order in which they are best read. */
    public List<Lesson> lessons() {
        return modules.stream().flatMap(module -> module.lessons().stream()).toList();
    }

    /** The picture at an address below the application's root. */
    public Optional<Picture> findPicture(String address) {
        return lessons().stream()
                .flatMap(lesson -> lesson.pictures().stream())
                .filter(picture -> picture.address().equals(address))
                .findFirst();
    }

    public Optional<Lesson> find(LessonId lesson) {
        return lessons().stream().filter(each -> each.id().equals(lesson)).findFirst();
    }
}
