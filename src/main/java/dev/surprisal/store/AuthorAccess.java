package dev.surprisal.store;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The row of the database by which authors are known; the same for all servers on it. */
@Repository
public class AuthorAccess {
    private static final int ROW = 1;

    private final JdbcClient jdbc;

    public AuthorAccess(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The key that signs cookies; {@code fresh} when there is none yet. */
    public String signingKey(String fresh) {
        jdbc.sql(
                        "insert into author_access (id, signing_key, generation) values (:id, :key, 0) on conflict (id) do nothing")
                .param("id", ROW)
                .param("key", fresh)
                .update();
        return jdbc.sql("select signing_key from author_access where id = :id")
                .param("id", ROW)
                .query(String.class)
                .single();
    }

    /** Keeps the digest of a token that the server has made, unless there is one; whether it was kept. */
    public boolean keepTokenDigest(String digest) {
        return jdbc.sql("update author_access set token_digest = :digest where id = :id and token_digest is null")
                        .param("digest", digest)
                        .param("id", ROW)
                        .update()
                == 1;
    }

    /** Of the token that the server has made; nothing where it has made none. */
    public Optional<String> tokenDigest() {
        return jdbc.sql("select token_digest from author_access where id = :id and token_digest is not null")
                .param("id", ROW)
                .query(String.class)
                .optional();
    }

    /** How many times everybody was signed out. */
    public long generation() {
        return jdbc.sql("select generation from author_access where id = :id")
                .param("id", ROW)
                .query(Long.class)
                .single();
    }

    public void nextGeneration() {
        jdbc.sql("update author_access set generation = generation + 1 where id = :id")
                .param("id", ROW)
                .update();
    }
}
