package dev.surprisal.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.server.VaadinSession;
import dev.surprisal.check.OwnCourse;
import dev.surprisal.content.LessonId;
import dev.surprisal.content.Option;
import dev.surprisal.content.QuestionId;
import dev.surprisal.content.Task.SingleChoice;
import dev.surprisal.content.Wording;
import dev.surprisal.expression.Scope;
import dev.surprisal.hosting.AnswerLimits;
import dev.surprisal.learner.Drafts.Draft;
import dev.surprisal.learner.Event;
import dev.surprisal.learner.Event.Answered;
import dev.surprisal.learner.Event.Visited;
import dev.surprisal.learner.EventLog;
import dev.surprisal.learner.LearnerId;
import dev.surprisal.learner.Place;
import dev.surprisal.site.LearnerCookie.Newcomer;
import jakarta.servlet.http.Cookie;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The view without a browser, on the project's own content and a real database. */
@SpringBootTest(classes = LessonViewTest.Rooms.class)
class LessonViewTest extends SpringBrowserlessTest {

    /** All that the view stands on; the pages need the built front end and stay out. */
    @Configuration
    @EnableAutoConfiguration
    @ComponentScan({"dev.surprisal.learner", "dev.surprisal.hosting", "dev.surprisal.store"})
    @Import({CurrentCourse.class, KeptDefinitions.class, LearnerCookie.class, Records.class, Study.class, Tags.class})
    static class Rooms {}

    @TempDir
    static Path data;

    @DynamicPropertySource
    static void data(DynamicPropertyRegistry registry) throws IOException {
        Path own = Files.createDirectory(data.resolve("data"));
        Files.createSymbolicLink(own.resolve("cache"), OwnCourse.cache());
        registry.add("surprisal.data", own::toString);
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
    private LearnerCookie cookie;

    @Autowired
    private AnswerLimits limits;

    private LessonView view;

    @BeforeEach
    void open() {
        view = navigate(LessonView.class, "mle-and-the-kl-view/lesson");
    }

    @Test
    void openingAPageIsAVisit() {
        assertThat(events()).containsExactly(new Visited("mle-and-the-kl-view", "lesson"));
    }

    @Test
    void whereOneReadsIsRememberedAndTheOverviewDoesNotMakeItForgotten() {
        view.reach("kl-divergence");
        assertThat(places()).containsExactly(new Place("mle-and-the-kl-view", "lesson", "kl-divergence"));

        navigate(LessonView.class, "mle-and-the-kl-view/overview");
        assertThat(places()).containsExactly(new Place("mle-and-the-kl-view", "lesson", "kl-divergence"));

        view = navigate(LessonView.class, "mle-and-the-kl-view/lesson");
        view.reach("'><script>");
        assertThat(places()).containsExactly(new Place("mle-and-the-kl-view", "lesson", ""));
    }

    @Test
    void theStateOfAWidgetIsKeptIfItIsOne() {
        view.draft("kl-workbench", "1~nats~0.5_0.5~0.50_0.5");
        view.draft("kl-workbench", "rubbish");
        view.draft("nothing", "1~nats~0.5_0.5~0.5_0.5");
        view.draft("<script>", "");

        assertThat(study.drafts(
                        Optional.of(learner()),
                        course.course()
                                .find(new LessonId("mle-and-the-kl-view"))
                                .orElseThrow()))
                .isEqualTo(Map.of("kl-workbench", new Draft("1~nats~0.5_0.5~0.7_0.3", "1~nats~0.5_0.5~0.5_0.5")));
    }

    @Test
    void aRightAnswerIsKeptAndClosesTheQuestion() {
        Status status = view.answer("trainable-term", 0, tag("trainable-term"), "attempt-1", option(true));

        assertThat(status.outcome()).isEqualTo("right");
        assertThat(status.closed()).isTrue();
        assertThat(status.html()).contains("class=\"review\"");
        assertThat(status.marks())
                .singleElement()
                .satisfies(mark -> assertThat(mark.html()).containsPattern(", 1 of \\d+ questions done"));
        assertThat(events().getLast())
                .isInstanceOfSatisfying(
                        Answered.class,
                        answered -> assertThat(answered.verdict()).isEqualTo(Event.Verdict.RIGHT));
    }

    @Test
    void aWrongAnswerGetsItsOwnFeedbackAndNobodyElses() {
        SingleChoice question = trainableTerm();
        String wrong = option(false);
        Option chosen = question.options().stream()
                .filter(option -> option.key().equals(wrong))
                .findFirst()
                .orElseThrow();

        Status status = view.answer("trainable-term", 0, tag("trainable-term"), "attempt-1", wrong);

        assertThat(status.outcome()).isEqualTo("wrong");
        assertThat(status.closed()).isFalse();
        for (Option option : question.options()) {
            if (option.equals(chosen)) {
                assertThat(status.html()).contains(html(Objects.requireNonNull(option.feedback())));
            } else {
                assertThat(status.html()).doesNotContain(html(Objects.requireNonNull(option.feedback())));
            }
        }
    }

    @Test
    void theSameAttemptTwiceIsOneEvent() {
        view.answer("trainable-term", 0, tag("trainable-term"), "attempt-1", option(false));
        view.answer("trainable-term", 0, tag("trainable-term"), "attempt-1", option(false));

        assertThat(events()).hasSize(2);
    }

    @Test
    void whatCannotBeReadIsNotKept() {
        Status status = view.answer("kl-three-outcomes", 0, tag("kl-three-outcomes"), "attempt-1", "about a third");

        assertThat(status.outcome()).isEqualTo("unreadable");
        assertThat(status.html()).doesNotContain("0.001"); // the tolerance is due with the first verdict only
        assertThat(events()).hasSize(1);
    }

    @Test
    void hintsComeOneByOneAndInOrder() {
        List<String> hints = course
                .course()
                .find(new LessonId("mle-and-the-kl-view"))
                .orElseThrow()
                .find(new QuestionId("kl-three-outcomes"))
                .orElseThrow()
                .hints()
                .stream()
                .map(LessonViewTest::html)
                .toList();

        Status skipped = view.hint("kl-three-outcomes", 0, 2);
        Status first = view.hint("kl-three-outcomes", 0, 1);
        Status second = view.hint("kl-three-outcomes", 0, 2);

        assertThat(skipped.html()).doesNotContain(hints.get(0)).doesNotContain(hints.get(1));
        assertThat(first.html()).contains(hints.get(0)).doesNotContain(hints.get(1));
        assertThat(second.html()).contains(hints.get(0)).contains(hints.get(1));
    }

    @Test
    void theSolutionClosesTheQuestionAsAided() {
        Status status = view.solution("kl-three-outcomes", 0);

        assertThat(status.closed()).isTrue();
        assertThat(status.html()).contains("data-outcome=\"aided\"", "class=\"solution\"");
    }

    @Test
    void aQuestionIsStartedAgainAndTakenBack() {
        view.answer("trainable-term", 0, tag("trainable-term"), "attempt-1", option(true));
        view.hint("trainable-term", 0, 1);

        Status again = view.again("trainable-term", 3, "attempt-again");
        assertThat(again.element())
                .contains("Question 3", "data-outcome=\"open\"")
                .doesNotContain(" checked>", "class=\"hint\"");
        assertThat(again.marks())
                .singleElement()
                .satisfies(mark -> assertThat(mark.html()).doesNotContainPattern(", 1 of"));
        assertThat(view.hint("trainable-term", 0, 1).html()).contains("class=\"hint\"");

        Status back = view.takeBack("trainable-term", 3, "attempt-again");
        assertThat(back.element()).contains("data-outcome=\"right\"", " checked>");
        assertThat(view.takeBack("trainable-term", 3, "attempt-again").element())
                .as("the same request again")
                .contains("data-outcome=\"right\"");
        Status late = view.takeBack("trainable-term", 3, "another-attempt");
        assertThat(late.outcome()).isEqualTo("late");
        assertThat(late.html()).contains("no longer be taken back");
        assertThat(late.element()).isEmpty();
        assertThat(events()).hasSize(6); // with the visit: nothing was taken away, and the other undos were none
    }

    @Test
    void earlierAnswersAreShownAndAReportIsKept() {
        view.answer("kl-three-outcomes", 0, tag("kl-three-outcomes"), "attempt-1", "7");
        Status second = view.answer("kl-three-outcomes", 0, tag("kl-three-outcomes"), "attempt-2", "8");

        assertThat(second.html()).contains("Earlier answers", "<span class=\"past-answer\">7</span>", "not yet");

        Status reported = view.report("kl-three-outcomes", 0, "attempt-3", "  The sign is <wrong>.  ");
        assertThat(reported.outcome()).isEqualTo("reported");
        assertThat(view.report("kl-three-outcomes", 0, "attempt-4", "   ").outcome())
                .isEqualTo("unreadable");
        assertThat(view.report("nothing", 0, "attempt-5", "What?").html()).contains("reload");
        assertThat(log.reports())
                .singleElement()
                .satisfies(timed -> assertThat(timed.event())
                        .isInstanceOfSatisfying(
                                Event.Reported.class,
                                report -> assertThat(report.text()).isEqualTo("The sign is <wrong>.")));
    }

    @Test
    void whoAsksTooOftenIsToldThatNothingIsKeptYet() {
        while (limits.allows(learner())) {
            // Until there is no more for this minute
        }

        Status answer = view.answer("kl-three-outcomes", 0, tag("kl-three-outcomes"), "attempt-1", "7");
        Status report = view.report("kl-three-outcomes", 0, "attempt-2", "The sign is wrong.");

        assertThat(List.of(answer, report)).allSatisfy(status -> {
            assertThat(status.outcome()).isEqualTo("later");
            assertThat(status.html()).contains("Please wait half a minute");
        });
        assertThat(events()).containsExactly(new Visited("mle-and-the-kl-view", "lesson"));
    }

    @Test
    void aQuestionThatIsNotThereIsSaidCalmly() {
        for (String name : List.of("nothing", "<script>", "", "../x")) {
            Status status = view.answer(name, 0, tag(name), "attempt-1", "1");

            assertThat(status.outcome()).isEqualTo("unreadable");
            assertThat(status.html()).contains("reload").doesNotContain("<script>");
        }
        assertThat(events()).hasSize(1);
    }

    @Test
    void aLessonThatWasTakenOutIsSaidCalmlyWhateverIsAsked() {
        LessonView open = navigate(LessonView.class, "taken-out/lesson");

        assertThat(List.of(
                        open.answer("trainable-term", 0, "", "attempt-1", "1"),
                        open.assess("trainable-term", 0, "attempt-2", 1),
                        open.hint("trainable-term", 0, 1),
                        open.solution("trainable-term", 0),
                        open.vary("trainable-term", 1, 0, "attempt-3"),
                        open.again("trainable-term", 1, "attempt-4"),
                        open.takeBack("trainable-term", 1, "attempt-4"),
                        open.report("trainable-term", 0, "attempt-5", "gone")))
                .allSatisfy(status -> {
                    assertThat(status.outcome()).isEqualTo("unreadable");
                    assertThat(status.html()).contains("has been taken out of the course");
                    assertThat(status.element()).isEmpty();
                });
        open.draft("kl-workbench", "");
        open.reach("kl-divergence");
        assertThat(events()).containsExactly(new Visited("mle-and-the-kl-view", "lesson"));
    }

    @Test
    void anAttemptIdHasItsForm() {
        assertThatThrownBy(() ->
                        view.answer("trainable-term", 0, tag("trainable-term"), "'; drop table event", option(true)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(events()).hasSize(1);
    }

    @Test
    void theCookieFromBeforeTlsStillCountsAndIsReplaced() {
        MockHttpServletResponse before = new MockHttpServletResponse();
        Newcomer newcomer = cookie.create(1, new MockHttpServletRequest(), before);
        MockHttpServletRequest secure = new MockHttpServletRequest();
        secure.setSecure(true);
        secure.setCookies(before.getCookies());
        MockHttpServletResponse renewed = new MockHttpServletResponse();

        assertThat(cookie.find(secure)).contains(newcomer.id());
        cookie.renew(secure, renewed);

        Cookie strict = Objects.requireNonNull(renewed.getCookie("__Host-surprisal-learner"));
        Cookie plain = Objects.requireNonNull(renewed.getCookie("surprisal-learner"));
        assertThat(strict.getValue()).isEqualTo(newcomer.token().value());
        assertThat(strict.getSecure()).isTrue();
        assertThat(strict.getPath()).isEqualTo("/");
        assertThat(plain.getMaxAge()).isZero();
    }

    @Test
    void belowAPathTheCookieStaysThere() {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setSecure(true);
        request.setContextPath("/kl");
        MockHttpServletResponse response = new MockHttpServletResponse();

        cookie.create(1, request, response);

        Cookie sent = Objects.requireNonNull(response.getCookie("__Secure-surprisal-learner"));
        assertThat(sent.getPath()).isEqualTo("/kl/");
        assertThat(sent.getSecure()).isTrue();
    }

    private List<Event> events() {
        return log.events(learner());
    }

    private List<Place> places() {
        return study.places(Optional.of(learner()));
    }

    private static LearnerId learner() {
        return VaadinSession.getCurrent().getAttribute(Newcomer.class).id();
    }

    private SingleChoice trainableTerm() {
        return (SingleChoice) course.course()
                .find(new LessonId("mle-and-the-kl-view"))
                .orElseThrow()
                .find(new QuestionId("trainable-term"))
                .orElseThrow()
                .task();
    }

    /** The key of a right or a wrong option. */
    private String option(boolean right) {
        return trainableTerm().options().stream()
                .filter(option -> option.right() == right)
                .findFirst()
                .orElseThrow()
                .key();
    }

    private static String html(Wording wording) {
        return wording.html(Scope.EMPTY);
    }

    /** What a page that shows the question says of it. */
    private String tag(String question) {
        return tags.of(course.edition(), question);
    }
}
