package dev.surprisal.learner;

import dev.surprisal.store.Store;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Repository;

/** Where learners have left off, one place a lesson. */
@Repository
public class Places {
    private final Store store;
    private final Clock clock;

    Places(Store store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** Remembers the place instead of the earlier one in its lesson. */
    public void keep(LearnerId learner, Place place) {
        store.write(jdbc -> jdbc.sql("""
                        insert into place (learner, lesson, page, section, at)
                        values (:learner, :lesson, :page, :section, :at)
                        on conflict (learner, lesson) do update
                        set page = excluded.page, section = excluded.section, at = excluded.at
                        """)
                .param("learner", learner.value())
                .param("lesson", place.lesson())
                .param("page", place.page())
                .param("section", place.section())
                .param("at", clock.millis())
                .update());
    }

    /** The places of a learner, the one left last first. */
    public List<Place> of(LearnerId learner) {
        return store.read()
                .sql("select lesson, page, section from place where learner = :learner order by at desc, lesson")
                .param("learner", learner.value())
                .query(Places::read)
                .list();
    }

    private static Place read(ResultSet row, int number) throws SQLException {
        return new Place(row.getString("lesson"), row.getString("page"), row.getString("section"));
    }
}
