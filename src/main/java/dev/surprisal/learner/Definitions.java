package dev.surprisal.learner;

import dev.surprisal.store.Store;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Repository;

/** The canonical definitions of questions by which answers were graded; none is ever changed or taken away. */
@Repository
public class Definitions {
    private final Store store;
    private final Clock clock;

    /** Those that are known to be kept, so that not every answer asks for it. */
    private final Set<String> kept = ConcurrentHashMap.newKeySet();

    /** Those of an open database; the application gets its own from Spring. */
    public Definitions(Store store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** Returns when the definition is kept, before anything is graded by it. */
    public void keep(String id, String question, String text) {
        if (kept.contains(id)) {
            return;
        }
        long now = clock.millis();
        store.write(jdbc -> jdbc.sql("""
                        insert into definition (id, question, text, at) values (:id, :question, :text, :at)
                        on conflict (id) do nothing
                        """)
                .param("id", id)
                .param("question", question)
                .param("text", text)
                .param("at", now)
                .update());
        kept.add(id);
    }

    /** The text of one. */
    public Optional<String> find(String id) {
        return store.read()
                .sql("select text from definition where id = :id")
                .param("id", id)
                .query(String.class)
                .optional();
    }

    /** All of them by their ids. */
    public Map<String, String> all() {
        return store
                .read()
                .sql("select id, text from definition")
                .query((row, number) -> Map.entry(row.getString("id"), row.getString("text")))
                .list()
                .stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
