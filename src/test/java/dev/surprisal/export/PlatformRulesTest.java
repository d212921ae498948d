package dev.surprisal.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surprisal.check.OwnCourse;
import dev.surprisal.content.Acceptance;
import dev.surprisal.content.Course;
import dev.surprisal.content.Question;
import dev.surprisal.content.Task;
import dev.surprisal.question.Posed;
import java.io.StringReader;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/**
 * Every exported question keeps to what Moodle documents of its formats: the pages “Moodle XML format”, “GIFT format” and “Embedded
 * answers (Cloze) question type” of its handbook.
 */
class PlatformRulesTest {

    /** The shares of a mark that an import takes; any other is refused. */
    private static final Set<String> GRADES = Set.of(
            "100",
            "90",
            "83.33333",
            "80",
            "75",
            "70",
            "66.66667",
            "60",
            "50",
            "40",
            "33.33333",
            "30",
            "25",
            "20",
            "16.66667",
            "14.28571",
            "12.5",
            "11.11111",
            "10",
            "5",
            "0");

    private static final Set<String> NUMBERINGS = Set.of("none", "abc", "ABCD", "123", "iii", "IIII");

    private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?");
    private static final Pattern GAP = Pattern.compile("\\{1:NUMERICAL:=(-?[0-9.]+):([0-9.]+)\\}");
    private static final Pattern GIFT_VALUE =
            Pattern.compile("(?:=|=%0%)?-?\\d+(\\.\\d+)?:\\d+(\\.\\d+)?(?:#.*)?", Pattern.DOTALL);
    private static final Pattern GIFT_CHOICE = Pattern.compile("(?:=|~|~%(-?[0-9.]+)%).+", Pattern.DOTALL);

    private static Course course;
    private static QuestionBank bank;
    private static List<Element> questions;
    private static List<String> gift;

    @BeforeAll
    static void export() throws Exception {
        course = OwnCourse.checked().course();
        bank = QuestionBank.of(course, 3);
        NodeList found = DocumentBuilderFactory.newDefaultInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(MoodleXml.of(bank))))
                .getElementsByTagName("question");
        questions = IntStream.range(0, found.getLength())
                .mapToObj(i -> (Element) found.item(i))
                .toList();
        gift = List.of(Gift.of(bank).strip().split("\n\n", -1));
    }

    private static List<Element> ofType(String type) {
        List<Element> all = questions.stream()
                .filter(question -> question.getAttribute("type").equals(type))
                .toList();
        assertThat(all).as(type).isNotEmpty();
        return all;
    }

    private static List<Element> within(Element element, String tag) {
        NodeList found = element.getElementsByTagName(tag);
        return IntStream.range(0, found.getLength())
                .mapToObj(i -> (Element) found.item(i))
                .toList();
    }

    private static String text(Element element, String tag) {
        return within(element, tag).getFirst().getTextContent().strip();
    }

    @Test
    void everyQuestionHasANameATextAndAFormat() {
        for (Element question : questions) {
            if (question.getAttribute("type").equals("category")) {
                assertThat(text(question, "category")).startsWith("$course$/").hasSizeLessThan(255);
                continue;
            }
            assertThat(text(question, "name")).isNotBlank().hasSizeLessThan(255);
            assertThat(within(question, "questiontext").getFirst().getAttribute("format"))
                    .isEqualTo("html");
            assertThat(new BigDecimal(text(question, "defaultgrade"))).isPositive();
            assertThat(new BigDecimal(text(question, "penalty"))).isBetween(BigDecimal.ZERO, BigDecimal.ONE);
        }
    }

    @Test
    void choicesHaveSharesThatAnImportTakes() {
        for (Element question : ofType("multichoice")) {
            String name = text(question, "name");
            boolean single = Boolean.parseBoolean(text(question, "single"));
            var shares = new ArrayList<BigDecimal>();
            for (Element answer : within(question, "answer")) {
                String fraction = answer.getAttribute("fraction");
                assertThat(GRADES).as(name).contains(fraction.replaceFirst("^-", ""));
                shares.add(new BigDecimal(fraction));
                assertThat(text(answer, "text")).as(name).isNotBlank();
            }
            assertThat(shares).as(name).hasSizeGreaterThan(1);
            List<BigDecimal> right =
                    shares.stream().filter(share -> share.signum() > 0).toList();
            assertThat(right.stream().reduce(BigDecimal.ZERO, BigDecimal::add))
                    .as(name)
                    .isBetween(new BigDecimal("99.9999"), new BigDecimal("100.0001"));
            if (single) {
                assertThat(right).as(name).hasSize(1);
                assertThat(shares).as(name).allMatch(share -> share.signum() >= 0);
            }
            assertThat(NUMBERINGS).contains(text(question, "answernumbering"));
        }
    }

    @Test
    void numbersHaveAnAnswerWithItsTolerance() {
        for (Element question : ofType("numerical")) {
            String name = text(question, "name");
            List<Element> answers = within(question, "answer");
            assertThat(answers.getFirst().getAttribute("fraction")).as(name).isEqualTo("100");
            for (Element answer : answers) {
                assertThat(GRADES).contains(answer.getAttribute("fraction"));
                assertThat(text(answer, "text")).as(name).matches(NUMBER);
                assertThat(text(answer, "tolerance")).as(name).matches(NUMBER).doesNotStartWith("-");
            }
        }
    }

    @Test
    void matchingsHaveTwoQuestionsAndThreeAnswersAtLeast() {
        for (Element question : ofType("matching")) {
            String name = text(question, "name");
            List<Element> pairs = within(question, "subquestion");
            Set<String> answers = new HashSet<>();
            int asked = 0;
            for (Element pair : pairs) {
                asked += within(pair, "text").getFirst().getTextContent().isBlank() ? 0 : 1;
                String answer = text(pair, "answer");
                assertThat(answer).as(name).isNotBlank();
                answers.add(answer);
            }
            assertThat(asked).as(name).isGreaterThan(1);
            assertThat(answers).as(name).hasSizeGreaterThan(2);
        }
    }

    /** Each blank with its own tolerance: what the course takes is what is taken there. */
    @Test
    void gapsHaveTheKeyAndTheToleranceOfTheirBlanks() {
        List<Question> blanks = course.lessons().stream()
                .flatMap(lesson -> lesson.questions().stream())
                .flatMap(question -> question.items().stream())
                .filter(item -> item.task() instanceof Task.Blanks)
                .toList();
        assertThat(blanks).isNotEmpty();
        for (Question blank : blanks) {
            Element exported = ofType("cloze").stream()
                    .filter(question -> text(question, "name").equals(name(blank)))
                    .findFirst()
                    .orElseThrow();
            List<String[]> gaps = GAP.matcher(text(exported, "questiontext"))
                    .results()
                    .map(gap -> new String[] {gap.group(1), gap.group(2)})
                    .toList();
            List<Task.NumberEntry> numbers = blank.numbers();
            assertThat(gaps).as(name(blank)).hasSameSizeAs(numbers);
            for (int i = 0; i < numbers.size(); i++) {
                double key = Posed.of(blank, 0).key(numbers.get(i));
                assertThat(Double.parseDouble(gaps.get(i)[0]))
                        .as(name(blank))
                        .isCloseTo(key, org.assertj.core.data.Offset.offset(1e-9 * Math.max(1, Math.abs(key))));
                if (numbers.get(i).accept() instanceof Acceptance.Abs(var tolerance)) {
                    assertThat(new BigDecimal(gaps.get(i)[1])).isEqualByComparingTo(tolerance);
                }
            }
        }
    }

    private static String name(Question item) {
        return item.id() + (item.variation().varies() ? "-v1" : "");
    }

    @Test
    void noQuestionOfGiftHasAnEmptyLineAndEachHasAKnownForm() {
        int numbers = 0;
        int choices = 0;
        int matchings = 0;
        for (String item : gift) {
            if (!item.startsWith("::")) {
                assertThat(item).as("what stands between empty lines").matches("//.*|\\$CATEGORY: .+");
                continue;
            }
            assertThat(item).as("up to the first empty line").endsWith("}");
            String answers = hidden(item);
            answers = answers.substring(answers.indexOf('{') + 1, answers.lastIndexOf('}'));
            int general = answers.indexOf("####");
            answers = (general < 0 ? answers : answers.substring(0, general)).strip();
            if (answers.startsWith("#")) {
                numbers++;
                for (String value : answers.substring(1).strip().split("\n", -1)) {
                    assertThat(value).as(item).matches(GIFT_VALUE);
                }
            } else if (answers.contains(" -> ")) {
                matchings++;
                String[] pairs = answers.split("\n", -1);
                assertThat(pairs).as(item).hasSizeGreaterThan(2).allMatch(pair -> pair.matches("=.* -> .+"));
            } else if (!answers.isEmpty()) {
                choices++;
                for (String option : answers.split("\n", -1)) {
                    Matcher form = GIFT_CHOICE.matcher(option);
                    assertThat(form.matches()).as(item).isTrue();
                    if (form.group(1) != null) {
                        assertThat(GRADES).contains(form.group(1).replaceFirst("^-", ""));
                    }
                }
            }
        }
        assertThat(numbers).isGreaterThan(50);
        assertThat(choices).isGreaterThan(50);
        assertThat(matchings).isPositive();
    }

    /** With what stands behind a backslash taken out, as an import does first. */
    private static String hidden(String item) {
        return item.replaceAll("\\\\[~=#{}:\\\\n]", "_");
    }
}
