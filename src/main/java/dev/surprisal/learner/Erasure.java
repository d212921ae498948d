package dev.surprisal.learner;

import dev.surprisal.store.Store;
import java.util.List;
import org.springframework.stereotype.Repository;

/** Takes a learner out of the database: every row of every table that names one, and at last the learner. */
@Repository
public class Erasure {
    private final Store store;

    public Erasure(Store store) {
        this.store = store;
    }

    /** Returns after the commit; what was deleted is overwritten where the database is a file. */
    public void erase(LearnerId learner) {
        List<String> tables = store.tablesWith("learner");
        store.write(jdbc -> {
            // Until the commit nobody adds an event
            jdbc.sql("update learner set last_event = last_event where id = :id")
                    .param("id", learner.value())
                    .update();
            jdbc.sql("delete from handled_report where id in"
                            + " (select id from event where learner = :learner and kind = 'report')")
                    .param("learner", learner.value())
                    .update();
            tables.forEach(table -> jdbc.sql("delete from " + table + " where learner = :learner")
                    .param("learner", learner.value())
                    .update());
            return jdbc.sql("delete from learner where id = :learner")
                    .param("learner", learner.value())
                    .update();
        });
        store.overwriteWhatWasDeleted();
    }
}
