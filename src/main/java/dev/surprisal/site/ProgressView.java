package dev.surprisal.site;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.VaadinServletRequest;
import dev.surprisal.chart.ApexChart;
import dev.surprisal.chart.Chart;
import dev.surprisal.learner.LearnerId;
import dev.surprisal.learner.Timed;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.dao.DataAccessException;

/**
 * The charts of the progress page, which Flow mounts into it. What they show is the learner's own, by the cookie of the request that
 * opened the view; somebody unknown sees nothing.
 */
@Route("progress")
class ProgressView extends Composite<Div> {

    ProgressView(CurrentCourse course, LearnerCookie cookie, Study study) {
        try {
            show(course, cookie, study);
        } catch (DataAccessException gone) {
            // The page has the same in words, or says that it cannot be shown
        }
    }

    private void show(CurrentCourse course, LearnerCookie cookie, Study study) {
        Optional<LearnerId> learner =
                cookie.find(VaadinServletRequest.getCurrent().getHttpServletRequest());
        List<Timed> events = study.timed(learner);
        // As the page itself: authors see the drafts too
        Sight sight = course.sight(VaadinServletRequest.getCurrent().getHttpServletRequest());
        ProgressCharts.overAttempts(events, sight.edition())
                .ifPresent(
                        overAttempts -> ProgressCharts.byLesson(sight.course().lessons(), study.progress(learner))
                                .ifPresent(byLesson -> show(overAttempts, byLesson)));
    }

    private void show(Chart overAttempts, Chart byLesson) {
        ApexChart chart = new ApexChart(overAttempts);
        NativeButton attempts = new NativeButton("Answer by answer");
        NativeButton lessons = new NativeButton("By lesson");
        Map<NativeButton, Chart> choices = Map.of(attempts, overAttempts, lessons, byLesson);
        // The bare event: a ClickEvent would fetch the pointer's place by strings that the page would have to know
        choices.forEach((button, shown) -> button.getElement().addEventListener("click", click -> {
            chart.show(shown);
            choices.keySet().forEach(each -> press(each, each.equals(button)));
        }));
        press(attempts, true);
        press(lessons, false);
        Div switches = new Div(attempts, lessons);
        switches.addClassName("record-switch");
        getContent().add(switches, chart);
    }

    private static void press(NativeButton button, boolean pressed) {
        button.getElement().setAttribute("aria-pressed", Boolean.toString(pressed));
    }
}
