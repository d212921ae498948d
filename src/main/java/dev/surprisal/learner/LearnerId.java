package dev.surprisal.learner;

import java.util.UUID;

/** Names a learner inside the server; it never leaves it. */
public record LearnerId(String value) {
    public LearnerId {
        if (value.isBlank()) {
            throw new IllegalArgumentException("a learner id must not be blank");
        }
    }

    static LearnerId random() {
        return new LearnerId(UUID.randomUUID().toString());
    }

    @Override
    public String toString() {
        return value;
    }
}
