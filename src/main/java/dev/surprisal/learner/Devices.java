package dev.surprisal.learner;

import dev.surprisal.learner.Merged.Moved;
import dev.surprisal.store.Store;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How one learner comes to several devices: a code that is typed in there, good once and for some minutes. */
@Repository
public class Devices {
    /** For which a code is good. */
    public static final Duration GOOD_FOR = Duration.ofMinutes(10);

    /** Without those that are taken for one another: 40 bits in eight of them. */
    private static final String SIGNS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

    private static final int LENGTH = 8;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Store store;
    private final Clock clock;

    public Devices(Store store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** A new code of the learner, {@code AB2C-3D4E}; the one before is good no longer. Only its digest is kept. */
    public String newCode(LearnerId learner) {
        String code = RANDOM.ints(LENGTH, 0, SIGNS.length())
                .mapToObj(SIGNS::charAt)
                .map(String::valueOf)
                .collect(Collectors.joining());
        long until = clock.instant().plus(GOOD_FOR).toEpochMilli();
        store.write(jdbc -> jdbc.sql("""
                        insert into moving_code (learner, digest, expires_at) values (:learner, :digest, :until)
                        on conflict (learner) do update set digest = excluded.digest, expires_at = excluded.expires_at
                        """)
                .param("learner", learner.value())
                .param("digest", LearnerToken.digest(code))
                .param("until", until)
                .update());
        return code.substring(0, LENGTH / 2) + "-" + code.substring(LENGTH / 2);
    }

    /** Whose code it is, however it was typed; it is good no longer after that. */
    public Optional<LearnerId> redeem(String typed) {
        String code = typed.toUpperCase(Locale.ROOT)
                .chars()
                .filter(sign -> SIGNS.indexOf(sign) >= 0)
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
        if (code.length() != LENGTH) {
            return Optional.empty();
        }
        long now = clock.millis();
        List<LearnerId> found = store.write(jdbc -> jdbc.sql(
                        "delete from moving_code where digest = :digest and expires_at > :now returning learner")
                .param("digest", LearnerToken.digest(code))
                .param("now", now)
                .query((row, number) -> new LearnerId(row.getString("learner")))
                .list());
        return found.stream().findFirst();
    }

    /** Lets a device that nobody is known on be the learner's. */
    public void add(LearnerId learner, LearnerToken token) {
        long now = clock.millis();
        store.write(jdbc -> add(jdbc, learner, token.digest(), now));
    }

    private static int add(JdbcClient jdbc, LearnerId learner, String digest, long now) {
        return jdbc.sql("insert into device (token_digest, learner, created_at) values (:digest, :learner, :at)")
                .param("digest", digest)
                .param("learner", learner.value())
                .param("at", now)
                .update();
    }

    /**
     * Puts what was done under one learner into the log of another, as {@link Merged} orders it, and lets the devices of the first be the
     * other's. What both have done counts once; where they have left off differently, the other's place stays.
     */
    public void merge(LearnerId from, LearnerId into) {
        if (from.equals(into)) {
            return;
        }
        long now = clock.millis();
        store.write(jdbc -> {
            long base = lastEvent(jdbc, from, into);
            List<Moved> merged = Merged.of(EventLog.entries(jdbc, into), EventLog.entries(jdbc, from));
            // For a moment no event has an id that another one is to get
            jdbc.sql(
                            "update event set id = 'moved:' || learner || ':' || sequence where learner = :from or learner = :into")
                    .param("from", from.value())
                    .param("into", into.value())
                    .update();
            long next = base;
            for (Moved moved : merged) {
                next++;
                jdbc.sql(
                                "update event set learner = :into, sequence = :next, id = :id where learner = :of and sequence = :sequence")
                        .param("into", into.value())
                        .param("next", next)
                        .param("id", moved.id())
                        .param("of", moved.entry().learner().value())
                        .param("sequence", moved.entry().sequence())
                        .update();
            }
            // What both had done
            jdbc.sql("delete from event where learner = :from or (learner = :into and sequence <= :base)")
                    .param("from", from.value())
                    .param("into", into.value())
                    .param("base", base)
                    .update();
            jdbc.sql("update learner set last_event = :last where id = :into")
                    .param("last", next)
                    .param("into", into.value())
                    .update();
            for (String table : List.of("place", "draft")) {
                String what = table.equals("place") ? "lesson" : "lesson || ' ' || widget";
                jdbc.sql("delete from " + table + " where learner = :from and " + what + " in (select " + what
                                + " from " + table + " where learner = :into)")
                        .param("from", from.value())
                        .param("into", into.value())
                        .update();
                jdbc.sql("update " + table + " set learner = :into where learner = :from")
                        .param("from", from.value())
                        .param("into", into.value())
                        .update();
            }
            return handOver(jdbc, from, into, now);
        });
    }

    /** Lets the devices of one learner be another's; the first must have nothing left by then but its row. */
    private static int handOver(JdbcClient jdbc, LearnerId from, LearnerId into, long now) {
        jdbc.sql("delete from moving_code where learner = :from")
                .param("from", from.value())
                .update();
        jdbc.sql("update device set learner = :into where learner = :from")
                .param("from", from.value())
                .param("into", into.value())
                .update();
        List<String> digests = new ArrayList<>(jdbc.sql("select token_digest from learner where id = :from")
                .param("from", from.value())
                .query(String.class)
                .list());
        int rows = jdbc.sql("delete from learner where id = :from")
                .param("from", from.value())
                .update();
        digests.forEach(digest -> add(jdbc, into, digest, now));
        return rows;
    }

    /** Until the commit nobody else adds an event to either. */
    private static long lastEvent(JdbcClient jdbc, LearnerId from, LearnerId into) {
        return jdbc
                .sql("update learner set last_event = last_event where id in (:from, :into) returning last_event")
                .param("from", from.value())
                .param("into", into.value())
                .query(Long.class)
                .list()
                .stream()
                .mapToLong(Long::longValue)
                .max()
                .orElse(0);
    }
}
