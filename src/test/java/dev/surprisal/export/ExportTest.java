package dev.surprisal.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surprisal.check.OwnCourse;
import dev.surprisal.content.Course;
import dev.surprisal.content.Downloads;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** The course that this project ships, taken along. */
class ExportTest {
    @TempDir
    private static Path folder;

    private static QuestionBank bank;
    private static Map<Path, Document> withSolutions;
    private static Map<Path, Document> withoutSolutions;

    @BeforeAll
    static void read() throws IOException {
        Course course = OwnCourse.checked().course();
        bank = QuestionBank.of(course, 3);
        withSolutions = pages(course, true, folder.resolve("with"));
        withoutSolutions = pages(course, false, folder.resolve("without"));
    }

    private static Map<Path, Document> pages(Course course, boolean solutions, Path folder) throws IOException {
        var styles = new StaticCourse.Styles(Map.of("style.css", "p {}".getBytes(StandardCharsets.UTF_8)));
        int count = StaticCourse.write(course, styles, solutions, folder);
        Downloads.copy(Path.of("content"), folder);
        var pages = new TreeMap<Path, Document>();
        try (var files = Files.walk(folder)) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".html")).toList()) {
                pages.put(file, Jsoup.parse(file));
            }
        }
        assertThat(pages).hasSize(count);
        return pages;
    }

    @Test
    void everyLinkOfAStaticPageLeadsToSomethingThatIsThere() {
        var dead = new ArrayList<String>();
        withSolutions.forEach((page, document) -> {
            for (Element link : document.select("[href], [src]")) {
                String address = link.hasAttr("href") ? link.attr("href") : link.attr("src");
                if (address.startsWith("http") || address.startsWith("mailto:")) {
                    continue;
                }
                String[] parts = address.split("#", 2);
                Path target = parts[0].isEmpty()
                        ? page
                        : page.resolveSibling(parts[0]).normalize();
                boolean there = target.startsWith(folder.resolve("with")) && Files.isRegularFile(target);
                boolean found = there && (parts.length == 1 || isOn(target, parts[1]));
                if (!found) {
                    dead.add(folder.relativize(page) + " " + address);
                }
            }
        });
        assertThat(dead).isEmpty();
    }

    private static boolean isOn(Path page, String id) {
        Document document = withSolutions.get(page);
        return document != null && document.getElementById(id) != null;
    }

    @Test
    void nothingOnAStaticPageWaitsForAScript() throws IOException {
        withoutSolutions.forEach((page, document) -> {
            assertThat(document.select("button, input, select, script, course-widget, course-question, [hidden]"))
                    .as(page.toString())
                    .isEmpty();
            Set<String> ids = new HashSet<>();
            for (Element element : document.select("[id]")) {
                assertThat(ids.add(element.id())).as(page + " " + element.id()).isTrue();
            }
        });
        assertThat(Files.readString(folder.resolve("without/lesson/mle-and-the-kl-view/lesson.html")))
                .contains("<svg", "0.08718", "<math");
    }

    @Test
    void solutionsAreOnThePagesOnlyWhereTheyAreWanted() throws IOException {
        var with = new StringBuilder();
        var without = new StringBuilder();
        for (Path page : withoutSolutions.keySet()) {
            without.append(Files.readString(page));
        }
        for (Path page : withSolutions.keySet()) {
            with.append(Files.readString(page));
        }
        // The solution of kl-three-outcomes
        String worked = "so the terms are";

        assertThat(without.toString()).doesNotContain(worked);
        assertThat(with.toString()).contains(worked);
    }

    @Test
    void xmlIsWellFormedAndEachItemIsComplete() throws Exception {
        var factory = DocumentBuilderFactory.newDefaultInstance();
        var document = factory.newDocumentBuilder().parse(new InputSource(new StringReader(MoodleXml.of(bank))));

        NodeList questions = document.getElementsByTagName("question");
        Set<String> names = new HashSet<>();
        int items = 0;
        for (int i = 0; i < questions.getLength(); i++) {
            var question = (org.w3c.dom.Element) questions.item(i);
            String type = question.getAttribute("type");
            if (type.equals("category")) {
                continue;
            }
            items++;
            String name = text(question, "name");
            assertThat(names.add(name)).as(name).isTrue();
            assertThat(text(question, "questiontext")).as(name).isNotBlank();
            NodeList answers = question.getElementsByTagName("answer");
            switch (type) {
                case "multichoice" -> assertThat(fractions(answers)).as(name).isCloseTo(100, offset());
                case "numerical" -> {
                    assertThat(fractions(answers)).as(name).isEqualTo(100);
                    assertThat(question.getElementsByTagName("tolerance").getLength())
                            .isEqualTo(answers.getLength());
                }
                case "matching" -> assertThat(answers.getLength()).as(name).isGreaterThan(1);
                case "cloze" -> assertThat(text(question, "questiontext")).contains("{1:NUMERICAL:=");
                case "essay" ->
                    assertThat(text(question, "graderinfo")).as(name).isNotBlank();
                default -> throw new AssertionError("no such type in Moodle: " + type);
            }
        }
        assertThat(items).isEqualTo(bank.size()).isGreaterThan(100);
    }

    private static org.assertj.core.data.Offset<Double> offset() {
        return org.assertj.core.data.Offset.offset(0.001);
    }

    private static String text(org.w3c.dom.Element parent, String tag) {
        return parent.getElementsByTagName(tag).item(0).getTextContent().strip();
    }

    /** Of all that are right together. */
    private static double fractions(NodeList answers) {
        double sum = 0;
        for (int i = 0; i < answers.getLength(); i++) {
            double fraction = Double.parseDouble(((org.w3c.dom.Element) answers.item(i)).getAttribute("fraction"));
            sum += Math.max(0, fraction);
        }
        return sum;
    }

    /** The signs of GIFT stand behind a backslash wherever they belong to the text: so each item has one pair of braces. */
    @Test
    void giftHasEachItemInOnePairOfBraces() {
        Pattern plain = Pattern.compile("\\\\[~=#{}:\\\\n]");
        int items = 0;
        for (String item : Gift.of(bank).split("\n\n", -1)) {
            if (item.startsWith("::")) {
                items++;
                String signs = plain.matcher(item).replaceAll("");
                assertThat(signs)
                        .as(item)
                        .matches("(?s)::[^:{}]+::\\[html][^{}]*\\{[^{}]*}[^{}]*")
                        .doesNotContain("\\");
            }
        }
        assertThat(items).isGreaterThan(100);
    }

    @Test
    void bothFormatsSayInWhichUnitANumberIsWanted() {
        String gift = Gift.of(bank);
        String moodle = MoodleXml.of(bank);
        for (String unit : List.of("nats", "bits")) {
            int wanted = count(moodle, "&lt;p&gt;(" + unit + ")&lt;/p&gt;");
            assertThat(wanted).as(unit).isPositive();
            assertThat(count(gift, "<p>(" + unit + ")</p>")).as(unit).isEqualTo(wanted);
        }
    }

    private static int count(String text, String part) {
        return text.split(Pattern.quote(part), -1).length - 1;
    }

    @Test
    void giftEscapesWhatMeansSomething() {
        assertThat(Gift.escaped("a = b: {c} ~ #1\\(x\\)\nend"))
                .isEqualTo("a \\= b\\: \\{c\\} \\~ \\#1\\\\(x\\\\)\\nend");
    }

    @Test
    void xmlKeepsEveryTextAndLeavesOutWhatXmlDoesNotHave() throws Exception {
        String text = "a < b & \"c\" ]]> \u0001é\uD83D\uDE00";

        var document = DocumentBuilderFactory.newDefaultInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader("<t>" + MoodleXml.escaped(text) + "</t>")));

        assertThat(document.getDocumentElement().getTextContent()).isEqualTo(text.replace("\u0001", ""));
    }
}
