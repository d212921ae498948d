package dev.surprisal.learner;

import java.time.Clock;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The learners known, by the digest of their token. */
@Repository
public class LearnerRepository {
    private final JdbcClient jdbc;
    private final Clock clock;

    LearnerRepository(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public Optional<LearnerId> find(LearnerToken token) {
        return jdbc.sql("select id from learner where token_digest = :digest")
                .param("digest", token.digest())
                .query((row, number) -> new LearnerId(row.getString("id")))
                .optional();
    }

    /** Makes a learner for a token that {@link LearnerToken#random()} has just drawn; a token from a browser is never taken up. */
    public LearnerId create(LearnerToken token) {
        LearnerId learner = LearnerId.random();
        jdbc.sql("insert into learner (id, token_digest, created_at) values (:id, :digest, :at)")
                .param("id", learner.value())
                .param("digest", token.digest())
                .param("at", clock.millis())
                .update();
        return learner;
    }
}
