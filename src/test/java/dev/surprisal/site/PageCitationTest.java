package dev.surprisal.site;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surprisal.content.Course;
import dev.surprisal.content.Difficulty;
import dev.surprisal.content.Heading;
import dev.surprisal.content.Lesson;
import dev.surprisal.content.LessonId;
import dev.surprisal.content.Minutes;
import dev.surprisal.content.Page;
import dev.surprisal.content.PageKind;
import dev.surprisal.content.Status;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PageCitationTest {
    private static final LocalDate TODAY = LocalDate.of(2027, 1, 2);
    private static final Page EMPTY = new Page(List.of(), List.<Heading>of());
    private static final Lesson LESSON = new Lesson(
            new LessonId("bits-and-nats"),
            "Bits & nats, 100 %",
            "",
            List.of(),
            List.of(),
            new Minutes(1, 1),
            Difficulty.LIGHT,
            Status.PUBLISHED,
            Map.of(PageKind.OVERVIEW, EMPTY, PageKind.LESSON, EMPTY),
            List.of(),
            List.of());

    @Test
    void namesEditionDateAndAddress() {
        Course course = new Course(
                "A course",
                "",
                List.of("Ada Example", "The Team"),
                "",
                "2",
                LocalDate.of(2026, 11, 21),
                List.of(),
                List.of(),
                false);

        PageCitation citation = PageCitation.of(
                course, LESSON, PageKind.PRACTICE, "https://course.example.org/lesson/bits-and-nats/practice", TODAY);

        assertThat(citation.text())
                .isEqualTo("Ada Example, The Team (2026). Bits & nats, 100 %: practice. In “A course”, edition 2, "
                        + "21 November 2026. https://course.example.org/lesson/bits-and-nats/practice "
                        + "(read on 2 January 2027).");
        assertThat(citation.bibtex()).isEqualTo("""
                @misc{bits-and-nats-practice,
                  author = {{Ada Example} and {The Team}},
                  title = {Bits \\& nats, 100 \\%: practice},
                  howpublished = {A course},
                  edition = {2},
                  year = {2026},
                  date = {2026-11-21},
                  url = {https://course.example.org/lesson/bits-and-nats/practice},
                  urldate = {2027-01-02}
                }""");
    }

    @Test
    void leavesOutWhatIsNotKnown() {
        Course course = new Course("A course", "", List.of(), "", "", null, List.of(), List.of(), false);

        PageCitation citation = PageCitation.of(course, LESSON, PageKind.LESSON, "", TODAY);

        assertThat(citation.text()).isEqualTo("Bits & nats, 100 %. In “A course”. (read on 2 January 2027).");
        assertThat(citation.bibtex()).doesNotContain("author", "edition", "year", " date", "url =");
    }
}
