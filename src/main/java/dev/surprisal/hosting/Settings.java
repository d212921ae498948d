package dev.surprisal.hosting;

import dev.surprisal.store.DatabaseAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;

/**
 * What an operator sets, each in an environment variable: {@code SURPRISAL_} and the name in capitals, so that {@code publicAddress} is
 * {@code SURPRISAL_PUBLIC_ADDRESS}. The defaults stand in {@code application.yaml}; README has a row for each, which a test compares.
 *
 * @param content the folder of the course
 * @param data the folder of the database and of caches
 * @param database the database, where it is not a file in the data folder
 * @param authorToken by which authors are known; empty for one that is made at the first start
 * @param publicAddress where readers find the course, for what has to name it whole; none while that is not known
 * @param contextPath the path below which everything is, such as {@code /kl}; empty for the root
 * @param proxies the networks whose forwarded headers are believed, separated by commas; empty for nobody's
 * @param metricsToken what has to be shown to read the metrics; empty for no metrics
 * @param logFormat {@code ecs}, {@code gelf} or {@code logstash} for a line of JSON for each event; empty for plain lines
 */
@ConfigurationProperties("surprisal")
public record Settings(
        Path content,
        Path data,
        Database database,
        String authorToken,
        @Nullable URI publicAddress,
        String contextPath,
        String proxies,
        String metricsToken,
        String logFormat,
        Limits limits) {
    private static final Pattern CONTEXT_PATH = Pattern.compile("(/[A-Za-z0-9._~-]+)*");

    public Settings {
        if (!CONTEXT_PATH.matcher(contextPath).matches()) {
            throw new IllegalArgumentException("SURPRISAL_CONTEXT_PATH is " + contextPath
                    + "; it must be empty or start with a slash and end without one, like /kl");
        }
        if (publicAddress != null) {
            checkPublicAddress(publicAddress, contextPath);
        }
    }

    /**
     * A database of its own.
     *
     * @param url {@code postgresql://server:port/name}; empty for a file in the data folder
     * @param passwordFile the file whose first line is the password, where it is not given itself
     */
    public record Database(String url, String user, String password, String passwordFile) {

        /** Without the password. */
        @Override
        public String toString() {
            return "Database[hidden]";
        }
    }

    DatabaseAddress databaseAddress() {
        return DatabaseAddress.of(data, database.url(), database.user(), database.password(), database.passwordFile());
    }

    /**
     * How much one visitor may ask for.
     *
     * @param requests of one {@link Network} a minute
     * @param answers of one learner a minute
     * @param sessions pages open at once, of everybody, that are joined to the server and hold its memory
     * @param body of a request, at most
     * @param headers of a request, at most
     */
    public record Limits(int requests, int answers, int sessions, DataSize body, DataSize headers) {

        public Limits {
            checkPositive("REQUESTS", requests);
            checkPositive("ANSWERS", answers);
            checkPositive("SESSIONS", sessions);
            checkPositive("BODY", body.toBytes());
            checkPositive("HEADERS", headers.toBytes());
        }

        private static void checkPositive(String name, long value) {
            if (value <= 0) {
                throw new IllegalArgumentException("SURPRISAL_LIMITS_" + name + " must be > 0, got " + value);
            }
        }
    }

    /** Where results that can be made again are kept. */
    public Path cache() {
        return data.resolve("cache");
    }

    /** The whole address of what is at {@code path} below the application's root, if the public address is known. */
    public Optional<String> address(String path) {
        return Optional.ofNullable(publicAddress)
                .map(address -> address.toString().replaceFirst("/$", "") + "/" + path);
    }

    /** Whether readers are known to come over TLS. */
    public boolean isSecure() {
        return publicAddress != null && "https".equals(publicAddress.getScheme());
    }

    private static void checkPublicAddress(URI address, String contextPath) {
        String scheme = address.getScheme();
        boolean whole = ("https".equals(scheme) || "http".equals(scheme))
                && address.getHost() != null
                && address.getRawQuery() == null
                && address.getRawFragment() == null
                && address.getRawUserInfo() == null;
        if (!whole) {
            throw new IllegalArgumentException("SURPRISAL_PUBLIC_ADDRESS is " + address
                    + "; it must be a whole address such as https://course.example.org");
        }
        String path = address.getRawPath().replaceFirst("/$", "");
        if (!path.equals(contextPath)) {
            throw new IllegalArgumentException(
                    "SURPRISAL_PUBLIC_ADDRESS is " + address + " but SURPRISAL_CONTEXT_PATH is "
                            + (contextPath.isEmpty() ? "empty" : contextPath) + "; the paths must be the same");
        }
    }
}
