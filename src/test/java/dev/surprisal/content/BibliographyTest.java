package dev.surprisal.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.surprisal.typeset.Formula;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Works, and where a page cites them. */
class BibliographyTest {

    private static final String BIB = "references.bib";

    private static final String BOOK = """
            @book{cover2006,
              author = {Cover, Thomas M. and Joy A. Thomas},
              title = {Elements of Information Theory},
              edition = 2,
              publisher = {Wiley},
              year = {2006}
            }
            """;

    @TempDir
    Path folder;

    @BeforeAll
    static void warmUp() {
        TestCourse.TYPESETTER.typeset(new Formula("x", false));
    }

    @Test
    void aPageListsTheWorksItCites() {
        TestCourse.file(folder, BIB, BOOK + "@misc{other, author = {Other, A.}, title = {Not cited}, year = 1999}\n");

        Lesson lesson =
                TestCourse.lesson(folder, "As shown [@cover2006, ch. 2]. Twice [@cover2006].\n\n## One {#one}\n");

        Page overview = lesson.find(PageKind.OVERVIEW).orElseThrow();
        assertThat(overview.blocks()).extracting(Object::toString).hasSize(2);
        assertThat(html(overview))
                .contains(
                        "As shown <span class=\"citation\">(<a href=\"#cited-cover2006\">Cover and Thomas 2006</a>, ch. 2)</span>.")
                .contains("<li id=\"cited-cover2006\">Cover, Thomas M., and Joy A. Thomas (2006). "
                        + "<cite>Elements of Information Theory</cite>, 2nd edition. Wiley.</li>")
                .doesNotContain("Not cited");
        assertThat(overview.headings()).extracting(Heading::text).containsExactly("Works cited");
        assertThat(lesson.find(PageKind.LESSON).orElseThrow().headings())
                .extracting(Heading::text)
                .containsExactly("One");
    }

    @Test
    void thePageOfReferencesListsWhatAllPagesCite() {
        TestCourse.file(folder, BIB, BOOK + "@book{bishop, author = {Bishop, C.}, title = {B}, year = 2006}\n");
        TestCourse.file(folder, "lessons/example/references.md", "Read [@bishop].\n");

        Lesson lesson = TestCourse.lesson(folder, "See [@cover2006].\n");

        assertThat(html(lesson.find(PageKind.REFERENCES).orElseThrow()))
                .containsSubsequence("cited-bishop\">Bishop, C. (2006)", "cited-cover2006\">Cover");
    }

    @Test
    void severalWorksStandInOnePairOfBrackets() {
        TestCourse.file(folder, BIB, BOOK + "@book{b:1, editor = {Bishop, C.}, title = {B}, year = 2006}\n");

        assertThat(TestCourse.html(folder, "See [@cover2006, ch. 2; @b:1].\n"))
                .contains("Cover and Thomas 2006</a>, ch. 2; <a href=\"#cited-b:1\">Bishop 2006</a>)")
                .contains("Bishop, C. (ed.) (2006). ");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Shannon, Claude                             | Shannon         | Shannon, Claude
            Claude E. Shannon                           | Shannon         | Shannon, Claude E.
            Ludwig van der Berg                         | van der Berg    | van der Berg, Ludwig
            {Open Data Group}                           | Open Data Group | Open Data Group
            King, Jr, Martin                            | King Jr         | King Jr, Martin
            A. One and B. Two and C. Three              | One et al.      | One, A., B. Two, and C. Three
            A. One and others                           | One et al.      | One, A., and others
            M{\\"u}ller, J{\\'e}rôme and \\O rsted, \\AA. | Müller and Ørsted | Müller, Jérôme, and Å. Ørsted
            Sm\\v{c}, A.~B. and {\\ss\\ae\\&\\%\\_\\$\\#\\AE\\aa\\o}x | Smč and ßæ&amp;%_$#Æåøx | Smč, A.\u00A0B., and ßæ&amp;%_$#Æåøx
            """)
    void namesAreReadAsBibTexWritesThem(String author, String label, String full) {
        TestCourse.file(folder, BIB, "@misc{a, author = {" + author + "}, title = {T}, year = 2000}\n");

        assertThat(TestCourse.html(folder, "[@a]\n"))
                .contains(">" + label + " 2000</a>")
                .contains("\">" + full + " (2000). ");
    }

    @Test
    void articlesStandInTheirJournal() {
        TestCourse.file(folder, BIB, """
                @article{a, author = {A. B.}, title = {On $ome \\& {KL} -- ``things''}, journal = {J. of X}, volume = 3,
                  number = {4}, pages = {10--20}, year = 2001, doi = {10.1000/xyz}, abstract = {never shown}}
                """.replace("$ome", "some"));

        assertThat(TestCourse.html(folder, "[@a]\n"))
                .contains("“On some &amp; KL – “things”.” <cite>J. of X</cite> 3(4), 10–20. "
                        + "<a href=\"https://doi.org/10.1000/xyz\">https://doi.org/10.1000/xyz</a></li>")
                .doesNotContain("never shown");
    }

    @Test
    void worksOfOneYearAreToldApartByLetters() {
        String work = ", author = {A. B.}, title = {T}, year = 2001}\n";
        TestCourse.file(folder, BIB, "@misc{one" + work + "@misc{two" + work);

        assertThat(TestCourse.html(folder, "[@one] [@two]\n")).contains(">B. 2001</a>", ">B. 2001b</a>", "(2001b). ");
    }

    @Test
    void markupInAWorkIsText() {
        TestCourse.file(
                folder, BIB, "@misc{a, author = {<b>X</b>}, title = {<script>alert(1)</script>}, year = {\"2000\"}}\n");

        assertThat(TestCourse.html(folder, "[@a, <i>]\n".replace("<i>", "p. 1")))
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;")
                .doesNotContain("<script", "<b>");
    }

    static Stream<Arguments> hostile() {
        return Stream.of(
                Arguments.of("braces", "@book{a, title={" + "{".repeat(60_000)),
                Arguments.of("entries", BOOK.repeat(800)),
                Arguments.of("signs", "@book{a, t={x}" + "#{x}".repeat(40_000) + "}"),
                Arguments.of("ats", "@".repeat(120_000)),
                Arguments.of("openings", "@book{".repeat(20_000)),
                Arguments.of("text", "a ".repeat(60_000)),
                Arguments.of("keys", "@book{" + "a".repeat(120_000)),
                Arguments.of("spaces", "@book" + " ".repeat(120_000)),
                Arguments.of("commands", "@book{a,author={" + "\\a".repeat(60_000) + "}}"),
                Arguments.of("names", "@book{a,author={" + "a and ".repeat(300) + "b}, title={T}, year=2000}"),
                Arguments.of("a long file", "x".repeat(1_000_000)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("hostile")
    void whatNobodyWritesEndsAtOnce(String name, String bib) {
        TestCourse.write(folder, "Text.\n");
        TestCourse.file(folder, BIB, bib);

        List<Problem> problems = assertTimeoutPreemptively(
                Duration.ofSeconds(6), () -> TestCourse.load(folder).problems());

        assertThat(problems).allMatch(problem -> problem.position().file().equals(BIB));
    }

    @Test
    void aQuotationMarkThatIsNotClosedIsNamed() {
        TestCourse.write(folder, "Text.\n");
        TestCourse.file(folder, BIB, """
                @book{key,
                  title = {A title},
                  publisher = "Springer,
                  year = {2006}
                }
                """);

        List<Problem> problems = TestCourse.load(folder).problems();

        assertThat(problems).singleElement().satisfies(problem -> {
            assertThat(problem.position().line()).isEqualTo(3);
            assertThat(problem.message()).contains("closing quotation mark");
        });
    }

    private static String html(Page page) {
        var html = new StringBuilder();
        for (Block block : page.blocks()) {
            if (block instanceof Block.Html(var text)) {
                html.append(text);
            }
        }
        return html.toString();
    }
}
