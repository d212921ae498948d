package dev.surprisal.site;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surprisal.content.Difficulty;
import dev.surprisal.content.Lesson;
import dev.surprisal.content.LessonId;
import dev.surprisal.content.Minutes;
import dev.surprisal.content.Page;
import dev.surprisal.content.PageKind;
import dev.surprisal.content.Status;
import dev.surprisal.learner.Event;
import dev.surprisal.learner.Event.Visited;
import dev.surprisal.learner.Progress;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MarksTest {
    private static final Page EMPTY = new Page(List.of(), List.of());
    private static final Progress.Yardstick NO_QUESTIONS = new Progress.Yardstick() {
        @Override
        public boolean isPresent(Event.Item item) {
            return false;
        }

        @Override
        public boolean isPresent(Event.Regraded regraded) {
            return false;
        }

        @Override
        public boolean stands(Event.Answered answer) {
            return false;
        }
    };
    private static final Lesson WITHOUT_QUESTIONS = new Lesson(
            new LessonId("kl"),
            "KL",
            "",
            List.of(),
            List.of(),
            new Minutes(1, 0),
            Difficulty.LIGHT,
            Status.PUBLISHED,
            Map.of(PageKind.OVERVIEW, EMPTY, PageKind.LESSON, EMPTY),
            List.of(),
            List.of());

    @Test
    void aLessonWithoutQuestionsIsNewThenBegunThenRead() {
        assertThat(state()).isEqualTo("new");
        assertThat(state(new Visited("kl", "overview"))).isEqualTo("begun");
        assertThat(state(new Visited("kl", "overview"), new Visited("kl", "lesson")))
                .isEqualTo("done");
    }

    private static String state(Event... events) {
        return Marks.of(WITHOUT_QUESTIONS, Progress.of(0, List.of(events), NO_QUESTIONS))
                .state();
    }
}
