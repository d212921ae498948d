package dev.surprisal.learner;

import dev.surprisal.learner.Event.Reported;
import dev.surprisal.store.Store;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Repository;

/** What learners have said to be wrong with questions, and which of it is done. */
@Repository
public class Reports {
    private final Store store;
    private final EventLog log;
    private final Clock clock;

    public Reports(Store store, EventLog log, Clock clock) {
        this.store = store;
        this.log = log;
        this.clock = clock;
    }

    /** A report and when it came; whose it is is nobody's business. */
    public record Report(Instant at, Reported reported, boolean done) {}

    /** All of them, the newest first. */
    public List<Report> all() {
        Set<String> done = new HashSet<>(store.read()
                .sql("select id from handled_report")
                .query(String.class)
                .list());
        return log.reports().stream()
                .filter(timed -> timed.event() instanceof Reported)
                .map(timed -> {
                    var reported = (Reported) timed.event();
                    return new Report(timed.at(), reported, done.contains(reported.id()));
                })
                .toList();
    }

    /** How many are not done yet. */
    public int open() {
        return store.read()
                .sql("select count(*) from event where kind = 'report' and id not in (select id from handled_report)")
                .query(Integer.class)
                .single();
    }

    /** Marks a report as done, or as not done after all; what is no report is not marked. */
    public void mark(String id, boolean done) {
        long now = clock.millis();
        store.write(jdbc -> done
                ? jdbc.sql("""
                                insert into handled_report (id, at)
                                select distinct id, cast(:at as bigint) from event where kind = 'report' and id = :id
                                on conflict (id) do nothing
                                """).param("at", now).param("id", id).update()
                : jdbc.sql("delete from handled_report where id = :id")
                        .param("id", id)
                        .update());
    }
}
