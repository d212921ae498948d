package dev.surprisal.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.server.VaadinSession;
import dev.surprisal.content.Lesson;
import dev.surprisal.content.LessonId;
import dev.surprisal.content.Question;
import dev.surprisal.content.QuestionId;
import dev.surprisal.content.Task.NumberEntry;
import dev.surprisal.expression.Expression;
import dev.surprisal.learner.Definitions;
import dev.surprisal.learner.Drafts;
import dev.surprisal.learner.Event;
import dev.surprisal.learner.Event.Answered;
import dev.surprisal.learner.Event.Assessed;
import dev.surprisal.learner.Event.VariantDrawn;
import dev.surprisal.learner.EventLog;
import dev.surprisal.learner.LearnerId;
import dev.surprisal.learner.Places;
import dev.surprisal.learner.Progress;
import dev.surprisal.site.LearnerCookie.Newcomer;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** What a learner can do with each type of question, on a small course and a real database. */
@SpringBootTest(classes = LessonViewTest.Rooms.class)
class StudyTest extends SpringBrowserlessTest {
    private static final String LESSON = """
            ---
            id: types
            title: Types
            summary: All types.
            outcomes: [answer]
            minutes: {read: 1, practice: 1}
            difficulty: light
            status: published
            ---

            ## Questions {#questions}

            :::question{#doubled type=number}
            vary: a in {3, 5, 7}
            Double {{a}}.

            answer: 2 * a
            accept: abs 0.01
            wrong: a^2 -> You squared {{a}}, which is {{= a^2; 0dp}}.
            hint: Add {{a}} to itself.
            solution: It is `= 2 * a; 0dp`.
            :::

            ::::question{#chain type=parts}
            vary: a in {3, 5, 7}
            Start from {{a}}.

            :::part{#first type=number}
            Add one.

            answer: a + 1
            accept: abs 0.01
            :::

            :::part{#second type=number}
            Double your result.

            answer: 2 * given.first
            accept: abs 0.01
            :::
            ::::

            :::question{#why type=explain}
            Why?

            model: Because of *this*.
            :::

            :::question{#several type=multiple}
            Which?

            - [x] Right one
              > Feedback one.
            - [ ] Wrong two
              > Feedback two.
            - [x] Right three
              > Feedback three.
            - [ ] Wrong four
              > Feedback four.
            :::

            :::question{#reach type=widget kind=kl-discrete q="[0.9, 0.1]"}
            Bring them together.

            accept: kl(categorical(state.p), categorical(state.q)) < 0.05 and min(state.p) > 0.4
            :::
            """;

    @TempDir
    static Path folder;

    @DynamicPropertySource
    static void folders(DynamicPropertyRegistry registry) {
        registry.add("surprisal.data", () -> folder.resolve("data").toString());
        registry.add("surprisal.content", () -> content().toString());
    }

    private static Path content() {
        try {
            Path content = folder.resolve("content");
            Files.createDirectories(content.resolve("lessons/types"));
            Files.writeString(
                    content.resolve("course.yaml"),
                    "title: T\ndescription: D\nauthors: [N]\nlicence: CC BY 4.0\nconfidence: ask\nmodules:\n  - title: M\n    lessons: [types]\n");
            Files.writeString(content.resolve("lessons/types/lesson.md"), LESSON);
            return content;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Autowired
    private EventLog log;

    @Autowired
    private CurrentCourse course;

    @Autowired
    private Study study;

    @Autowired
    private Tags tags;

    @Autowired
    private Records records;

    @Autowired
    private Places places;

    @Autowired
    private Drafts drafts;

    @Autowired
    private Definitions definitions;

    @Autowired
    private Clock clock;

    @Autowired
    private MeterRegistry metrics;

    private LessonView view;

    @BeforeEach
    void open() {
        view = navigate(LessonView.class, "types/lesson");
    }

    @Test
    void eachVariantIsGradedAndWordedWithItsOwnNumbers() {
        assertThat(view.answer("doubled", 0, tag("doubled"), "attempt-1", "6").outcome())
                .isEqualTo("right");
        assertThat(view.answer("doubled", 1, tag("doubled"), "attempt-2", "6").outcome())
                .isEqualTo("wrong");
        assertThat(text(view.answer("doubled", 1, tag("doubled"), "attempt-3", "25")
                        .html()))
                .contains("You squared 5, which is 25.");
        assertThat(text(view.hint("doubled", 2, 1).html())).contains("Add 7 to itself.");
        assertThat(text(view.solution("doubled", 2).html())).contains("It is 14.");
    }

    @Test
    void newNumbersKeepWhatWasDoneWithTheOldOnes() {
        view.answer("doubled", 0, tag("doubled"), "attempt-1", "1");

        Status drawn = view.vary("doubled", 1, 0, "attempt-2");
        VariantDrawn event = (VariantDrawn) events().getLast();
        int variant = event.item().variant();

        assertThat(variant).isBetween(1, 2);
        assertThat(text(drawn.element())).contains("Double " + (3 + 2 * variant), "One of 3 variants");
        assertThat(text(drawn.element())).contains("No attempt with these numbers, 1 with others.");
        assertThat(view.answer("doubled", 0, tag("doubled"), "attempt-3", "6").outcome())
                .isEqualTo("right");
        assertThat(view.vary("doubled", 1, 0, "attempt-4").closed()).isFalse();
    }

    @Test
    void newNumbersAreSuchAsAreNotClosedWhileThereAreSome() {
        view.vary("doubled", 1, 0, "attempt-1");
        int next = ((VariantDrawn) events().getLast()).item().variant();
        view.solution("doubled", next);

        view.vary("doubled", 1, 0, "attempt-2");
        int fresh = ((VariantDrawn) events().getLast()).item().variant();
        view.solution("doubled", fresh);
        view.vary("doubled", 1, 0, "attempt-3");

        assertThat(List.of(0, next, fresh)).doesNotHaveDuplicates();
        assertThat(((VariantDrawn) events().getLast()).item().variant())
                .as("none is left")
                .isEqualTo(next);
    }

    @Test
    void theSameRequestForNewNumbersTwiceIsOneEvent() {
        Status first = view.vary("doubled", 1, 0, "attempt-1");
        Status second = view.vary("doubled", 1, 0, "attempt-1");

        assertThat(second.element()).isEqualTo(first.element());
        assertThat(events()).filteredOn(VariantDrawn.class::isInstance).hasSize(1);
    }

    /** The checker would have refused its key, ln(0), had it seen it. */
    @Test
    void aQuestionThatFailsCostsNothingElse() {
        Lesson lesson = course.course().find(new LessonId("types")).orElseThrow();
        Question sound = lesson.find(new QuestionId("doubled")).orElseThrow();
        NumberEntry task = (NumberEntry) sound.task();
        Question failing = new Question(
                sound.id(),
                new NumberEntry(task.unit(), Expression.parse("ln(a - a)"), task.accept(), List.of(), List.of()),
                sound.stem(),
                sound.hints(),
                sound.solution(),
                sound.variation(),
                sound.earlier(),
                sound.position(),
                sound.digest());
        int before = events().size();

        Status failed = study.answer(
                learner(), new Asked(course.edition(), lesson, failing), 0, tag("doubled"), "attempt-1", "6", 0);
        Status other = view.answer("doubled", 0, tag("doubled"), "attempt-2", "6");

        assertThat(failed.outcome()).isEqualTo("unreadable");
        assertThat(text(failed.html()))
                .containsPattern("Not scored.*That is our mistake. Reference [0-9a-f]{8}")
                .doesNotContain("Exception", "ln(");
        assertThat(other.outcome()).isEqualTo("right");
        assertThat(events()).hasSize(before + 1);
    }

    @Test
    void aVariantFromNowhereIsOneOfThoseThatAre() {
        assertThat(view.answer("doubled", -1, tag("doubled"), "attempt-1", "14").outcome())
                .isEqualTo("right");
        assertThat(view.answer("doubled", Integer.MAX_VALUE, tag("doubled"), "attempt-2", "10")
                        .outcome())
                .isEqualTo("right");
        assertThat(events().getLast())
                .isInstanceOfSatisfying(
                        Answered.class,
                        answered -> assertThat(answered.item().variant()).isEqualTo(1));
    }

    @Test
    void whatFollowsFromAnEarlierResultOfTheSameVariantIsRight() {
        view.answer("chain--first", 1, tag("chain--first"), "attempt-1", "8");

        Status carried = view.answer("chain--second", 1, tag("chain--second"), "attempt-2", "16");
        Status elsewhere = view.answer("chain--second", 2, tag("chain--second"), "attempt-3", "24");

        assertThat(carried.outcome()).isEqualTo("right");
        assertThat(text(carried.html())).contains("follows from your own earlier results", "12");
        assertThat(elsewhere.outcome()).isEqualTo("wrong");
    }

    @Test
    void aQuestionInPartsIsDoneWhenAllItsPartsAre() {
        String one = view.answer("chain--first", 0, tag("chain--first"), "attempt-1", "4")
                .marks()
                .getFirst()
                .html();
        String two = view.answer("chain--second", 0, tag("chain--second"), "attempt-2", "8")
                .marks()
                .getFirst()
                .html();

        assertThat(one).doesNotContain("1 of 5");
        assertThat(two).contains("1 of 5 questions done");
    }

    @Test
    void aQuestionInPartsIsNotAnsweredItselfAndAPartIsNotVariedAlone() {
        assertThat(view.answer("chain", 0, tag("chain"), "attempt-1", "4").outcome())
                .isEqualTo("unreadable");
        assertThat(view.hint("chain", 0, 1).outcome()).isEqualTo("unreadable");
        assertThat(view.solution("chain", 0).outcome()).isEqualTo("unreadable");

        assertThat(view.vary("chain--second", 2, 0, "attempt-2").item()).isEqualTo("chain");
        assertThat(view.vary("why", 3, 0, "attempt-3").outcome()).isEqualTo("unreadable");
    }

    @Test
    void aTextIsKeptComparedAndJudgedByItsWriter() {
        Status before = view.assess("why", 0, "attempt-1", 3);
        Status kept = view.answer("why", 0, tag("why"), "attempt-2", "My <b>reason</b>");
        Status judged = view.assess("why", 0, "attempt-3", 2);
        Status nonsense = view.assess("why", 0, "attempt-4", 17);

        assertThat(before.html()).isEmpty();
        assertThat(kept.outcome()).isEqualTo("kept");
        assertThat(kept.closed()).isFalse();
        assertThat(kept.html()).contains("Because of <em>this</em>", "data-level=\"3\" aria-pressed=\"false\"");
        assertThat(judged.closed()).isTrue();
        assertThat(judged.html()).contains("data-level=\"2\" aria-pressed=\"true\"");
        assertThat(nonsense.html()).isEqualTo(judged.html());
        assertThat(events()).filteredOn(Assessed.class::isInstance).hasSize(1);
        assertThatThrownBy(() -> view.assess("why", 0, "'", 1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void ofSeveralOptionsOnlyTheChosenOnesGetTheirFeedbackUntilAllAreRight() {
        Status wrong = view.answer("several", 0, tag("several"), "attempt-1", keys("Right one", "Wrong two"));
        Status right = view.answer("several", 0, tag("several"), "attempt-2", keys("Right three", "Right one"));

        assertThat(wrong.outcome()).isEqualTo("wrong");
        assertThat(text(wrong.html()))
                .contains("2 of 4 are judged rightly.", "Feedback one.", "Feedback two.")
                .doesNotContain("Feedback three.", "Feedback four.");
        assertThat(right.outcome()).isEqualTo("right");
        assertThat(text(right.html())).contains("Feedback three.", "Feedback four.");
    }

    @Test
    void theStateOfAWidgetIsJudgedOnTheServer() {
        assertThat(view.answer("reach", 0, tag("reach"), "attempt-1", "1~nats~0.5_0.5~0.9_0.1")
                        .outcome())
                .isEqualTo("wrong");
        assertThat(view.answer("reach", 0, tag("reach"), "attempt-2", "1~nats~0.5_0.5~0.5_0.5")
                        .outcome())
                .isEqualTo("right");
        assertThat(view.answer("reach", 0, tag("reach"), "attempt-3", "1~nats~").outcome())
                .isEqualTo("unreadable");
    }

    @Test
    void anAnswerToWhatTheQuestionWasBeforeIsNotScored() {
        Status changed = view.answer("chain--first", 0, "another-question", "attempt-1", "4");

        assertThat(changed.outcome()).isEqualTo("changed");
        assertThat(changed.element())
                .as("the whole question, to stand in the place of the old one")
                .startsWith("<course-parts id=\"chain\"")
                .contains("data-tag=\"" + tag("chain--first") + "\"");
        assertThat(events()).noneMatch(Answered.class::isInstance);
    }

    @Test
    void anAnswerThatIsKeptIsTakenAgainWhateverHasBecomeOfItsQuestion() {
        Status first = view.answer("several", 0, tag("several"), "attempt-1", keys("Right one"));
        Status again = view.answer("several", 0, "another-question", "attempt-1", keys("Right one"));

        assertThat(again).isEqualTo(first);
        assertThat(events().stream().filter(Answered.class::isInstance)).hasSize(1);
    }

    @Test
    void everythingIsStartedAgainOnceHoweverOftenTheButtonIsPressedAndTakenBackInTime() {
        view.answer("doubled", 0, tag("doubled"), "attempt-1", "6");
        String attempt = "7dbb914a-43f2-4877-a15b-3b90b42c5d91";

        study.startAgain(learner(), "", attempt);
        study.startAgain(learner(), "", attempt);
        assertThat(study.progress(learner()).closed("doubled")).isFalse();

        assertThat(study.canTakeBack(learner(), attempt)).isPresent();
        study.takeBack(learner(), attempt);
        assertThat(study.progress(learner()).closed("doubled")).isTrue();
        assertThat(study.canTakeBack(learner(), attempt)).isEmpty();
        assertThat(study.canTakeBack(learner(), "another-attempt")).isEmpty();
    }

    @Test
    void whoTakesItsTimeOnThePageCanStillTakeBackAndWhoComesTooLateIsTold() {
        view.answer("doubled", 0, tag("doubled"), "attempt-1", "6");
        study.startAgain(learner(), "", "attempt-again");

        Study nextDay = studyIn(Duration.ofDays(1));
        assertThat(nextDay.takeBack(learner(), "attempt-again")).isFalse();
        assertThat(study.progress(learner()).closed("doubled")).isFalse();

        Study afterCoffee = studyIn(Duration.ofMinutes(20));
        assertThat(afterCoffee.takeBack(learner(), "attempt-again")).isTrue();
        assertThat(study.progress(learner()).closed("doubled")).isTrue();
        assertThat(nextDay.takeBack(learner(), "attempt-again"))
                .as("the same request again")
                .isTrue();
    }

    private Study studyIn(Duration time) {
        Clock later = Clock.offset(clock, time);
        return new Study(course, records, log, places, drafts, definitions, tags, later, "1.0", metrics);
    }

    @Test
    void howSureSomebodyIsIsKeptWithTheAnswer() {
        view.foresee("doubled", 0, tag("doubled"), "attempt-1", "7", 62);
        view.foresee("doubled", 0, tag("doubled"), "attempt-1", "7", 99);
        view.foresee("doubled", 0, tag("doubled"), "attempt-2", "7.5", 100);
        view.foresee("doubled", 0, tag("doubled"), "attempt-3", "8.5", -75);
        view.answer("doubled", 0, tag("doubled"), "attempt-4", "9");
        view.foresee("why", 0, tag("why"), "attempt-5", "My own words", 75);

        assertThat(events())
                .filteredOn(Answered.class::isInstance)
                .extracting(event -> ((Answered) event).confidence())
                .containsExactly(62, 0, 0, 0, 0);
    }

    @Test
    void aFormAsksHowSureOneIsOnlyWhereThatIsUnknown() {
        assertThat(asked("doubled", true)).isTrue();
        assertThat(asked("doubled", false)).isFalse();
        assertThat(asked("why", true)).isFalse();

        view.answer("doubled", 0, tag("doubled"), "attempt-1", "6");

        assertThat(asked("doubled", true)).isFalse();
    }

    private boolean asked(String question, boolean confidence) {
        String page = QuestionMarkup.element(
                course.course()
                        .find(new LessonId("types"))
                        .orElseThrow()
                        .find(new QuestionId(question))
                        .orElseThrow(),
                1,
                Progress.of(0, events(), course.edition()),
                Asking.nobody(confidence));
        return !Jsoup.parseBodyFragment(page).select("select.confidence-menu").isEmpty();
    }

    @Test
    void aWidgetStandsAsItWasLastAnswered() {
        view.answer("reach", 0, tag("reach"), "attempt-1", "1~nats~0.5_0.5~0.75_0.25");

        String page = QuestionMarkup.element(
                course.course()
                        .find(new LessonId("types"))
                        .orElseThrow()
                        .find(new QuestionId("reach"))
                        .orElseThrow(),
                1,
                Progress.of(0, events(), course.edition()),
                Asking.nobody(false));

        assertThat(Jsoup.parseBodyFragment(page).select("input[id$=q-0]").attr("value"))
                .isEqualTo("0.75");
    }

    /** What names the options: the digest of their wording, found on the page. */
    private String keys(String... options) {
        String page = QuestionMarkup.element(
                course.course()
                        .find(new LessonId("types"))
                        .orElseThrow()
                        .find(new QuestionId("several"))
                        .orElseThrow(),
                4,
                Progress.none(0),
                Asking.nobody(false));
        var document = Jsoup.parseBodyFragment(page);
        return List.of(options).stream()
                .map(option ->
                        document.select("label:contains(" + option + ") input").attr("value"))
                .sorted()
                .collect(Collectors.joining(" "));
    }

    private static String text(String html) {
        return Jsoup.parseBodyFragment(html).text();
    }

    private List<Event> events() {
        return log.events(learner());
    }

    private static LearnerId learner() {
        return VaadinSession.getCurrent().getAttribute(Newcomer.class).id();
    }

    /** What a page that shows the question says of it. */
    private String tag(String question) {
        return tags.of(course.edition(), question);
    }
}
