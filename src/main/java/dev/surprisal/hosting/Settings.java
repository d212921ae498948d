package dev.surprisal.hosting;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What an operator sets.
 *
 * @param content the folder of the course ({@code SURPRISAL_CONTENT})
 * @param data the folder of the database and of caches ({@code SURPRISAL_DATA})
 */
@ConfigurationProperties("surprisal")
public record Settings(Path content, Path data) {

    /** Where results that can be made again are kept. */
    public Path cache() {
        return data.resolve("cache");
    }
}
