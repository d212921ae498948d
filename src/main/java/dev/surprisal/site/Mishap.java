package dev.surprisal.site;

import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Something of ours went wrong. The log has the cause, the reader only what leads there.
 *
 * @param reference under which the log has the cause
 */
record Mishap(String reference) {
    private static final Logger LOG = LoggerFactory.getLogger(Mishap.class);

    /**
     * Writes the cause to the log.
     *
     * @param what failed, such as the id of a question; nothing that a learner has typed
     */
    static Mishap of(Object what, @Nullable Throwable cause) {
        String reference =
                HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextInt());
        LOG.error("Reference {}: {} failed", reference, what, cause);
        return new Mishap(reference);
    }
}
