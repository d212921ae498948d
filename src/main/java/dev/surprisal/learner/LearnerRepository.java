package dev.surprisal.learner;

import dev.surprisal.store.Store;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Repository;

/** The learners known, by the digest of their token. */
@Repository
public class LearnerRepository {
    private final Store store;
    private final Clock clock;

    /** Those of an open database; the application gets its own from Spring. */
    public LearnerRepository(Store store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    public Optional<LearnerId> find(LearnerToken token) {
        return store.read()
                .sql("select id from learner where token_digest = :digest"
                        + " union all select learner from device where token_digest = :digest")
                .param("digest", token.digest())
                .query((row, number) -> new LearnerId(row.getString("id")))
                .optional();
    }

    /** Decides which variants of questions a learner meets first. */
    public long seed(LearnerId learner) {
        return store.read()
                .sql("select seed from learner where id = :id")
                .param("id", learner.value())
                .query(Long.class)
                .single();
    }

    /**
     * Makes a learner for a token that {@link LearnerToken#random()} has just drawn; a token from a browser is never taken up.
     *
     * @param seed decides which variants of questions the learner meets first
     */
    public LearnerId create(LearnerToken token, long seed) {
        LearnerId learner = LearnerId.random();
        store.write(jdbc -> jdbc.sql(
                        "insert into learner (id, token_digest, seed, created_at) values (:id, :digest, :seed, :at)")
                .param("seed", seed)
                .param("id", learner.value())
                .param("digest", token.digest())
                .param("at", clock.millis())
                .update());
        return learner;
    }
}
