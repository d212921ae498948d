package dev.surprisal.learner;

import dev.surprisal.store.Store;
import java.time.Clock;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Repository;

/** The states in which learners have left widgets. */
@Repository
public class Drafts {
    private final Store store;
    private final Clock clock;

    Drafts(Store store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /**
     * The state of a widget.
     *
     * @param start the state from which it was taken there; from another start the draft no longer fits the text around it
     */
    public record Draft(String start, String state) {}

    /** Remembers a draft instead of the earlier one; one that is back at its start is forgotten. */
    public void keep(LearnerId learner, String lesson, String widget, Draft draft) {
        if (draft.state().equals(draft.start())) {
            store.write(jdbc -> jdbc.sql(
                            "delete from draft where learner = :learner and lesson = :lesson and widget = :widget")
                    .param("learner", learner.value())
                    .param("lesson", lesson)
                    .param("widget", widget)
                    .update());
            return;
        }
        store.write(jdbc -> jdbc.sql("""
                        insert into draft (learner, lesson, widget, start, state, at)
                        values (:learner, :lesson, :widget, :start, :state, :at)
                        on conflict (learner, lesson, widget) do update
                        set start = excluded.start, state = excluded.state, at = excluded.at
                        """)
                .param("learner", learner.value())
                .param("lesson", lesson)
                .param("widget", widget)
                .param("start", draft.start())
                .param("state", draft.state())
                .param("at", clock.millis())
                .update());
    }

    /** All drafts of a learner, by the ids of lesson and widget. */
    public Map<String, Draft> all(LearnerId learner) {
        return store
                .read()
                .sql("select lesson, widget, start, state from draft where learner = :learner")
                .param("learner", learner.value())
                .query((row, number) -> Map.entry(
                        row.getString("lesson") + "#" + row.getString("widget"),
                        new Draft(row.getString("start"), row.getString("state"))))
                .list()
                .stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** A learner's drafts in a lesson, by the id of the widget. */
    public Map<String, Draft> of(LearnerId learner, String lesson) {
        return store
                .read()
                .sql("select widget, start, state from draft where learner = :learner and lesson = :lesson")
                .param("learner", learner.value())
                .param("lesson", lesson)
                .query((row, number) ->
                        Map.entry(row.getString("widget"), new Draft(row.getString("start"), row.getString("state"))))
                .list()
                .stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
