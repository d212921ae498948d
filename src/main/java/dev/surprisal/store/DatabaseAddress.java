package dev.surprisal.store;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which database is meant. */
public sealed interface DatabaseAddress {

    /**
     * A file in the data folder.
     *
     * @param folder the data folder
     */
    record Sqlite(Path folder) implements DatabaseAddress {
        static final String FILE = "surprisal.db";

        Path file() {
            return folder.resolve(FILE);
        }

        @Override
        public String toString() {
            return "the database " + file();
        }
    }

    /**
     * A database of a PostgreSQL server.
     *
     * @param url as its driver wants it, without a password
     */
    record Postgres(
            String url, @Nullable String user, @Nullable String password) implements DatabaseAddress {

        /** Without the parameters, among which a password may have been put. */
        @Override
        public String toString() {
            int parameters = url.indexOf('?');
            return "the database at " + (parameters < 0 ? url : url.substring(0, parameters));
        }
    }

    /**
     * What an operator has set; empty texts mean nothing is set.
     *
     * @param data the data folder ({@code SURPRISAL_DATA})
     * @param url {@code SURPRISAL_DATABASE_URL}; when empty, the database is a file in the data folder
     * @param user {@code SURPRISAL_DATABASE_USER}
     * @param password {@code SURPRISAL_DATABASE_PASSWORD}
     * @param passwordFile {@code SURPRISAL_DATABASE_PASSWORD_FILE}, whose first line is the password
     * @throws StoreException when it cannot be meant so
     */
    static DatabaseAddress of(Path data, String url, String user, String password, String passwordFile) {
        if (url.isBlank()) {
            return new Sqlite(data);
        }
        String secret = password.isEmpty() && !passwordFile.isBlank() ? firstLine(passwordFile) : password;
        if (url.startsWith("jdbc:postgresql:")) {
            return new Postgres(url, orNull(user), orNull(secret));
        }
        if (url.startsWith("postgresql://") || url.startsWith("postgres://")) {
            return plain(url, user, secret);
        }
        throw new StoreException(
                "SURPRISAL_DATABASE_URL must begin with postgresql:// or jdbc:postgresql://; without it the database is a file in"
                        + " SURPRISAL_DATA");
    }

    /** What the environment of this process says, for the words of the command line. */
    static DatabaseAddress ofEnvironment(Map<String, String> environment) {
        return of(
                Path.of(environment.getOrDefault("SURPRISAL_DATA", "data")),
                environment.getOrDefault("SURPRISAL_DATABASE_URL", ""),
                environment.getOrDefault("SURPRISAL_DATABASE_USER", ""),
                environment.getOrDefault("SURPRISAL_DATABASE_PASSWORD", ""),
                environment.getOrDefault("SURPRISAL_DATABASE_PASSWORD_FILE", ""));
    }

    /** The form of other programs, {@code postgresql://user:password@host:port/name}, in which user and password may stand. */
    private static Postgres plain(String url, String user, String password) {
        URI address;
        try {
            address = new URI(url);
        } catch (URISyntaxException e) {
            // Without the address, which may hold a password
            throw new StoreException(
                    "SURPRISAL_DATABASE_URL is no address: " + e.getReason() + " at character " + (e.getIndex() + 1));
        }
        if (address.getHost() == null || address.getPath().length() < 2) {
            throw new StoreException(
                    "SURPRISAL_DATABASE_URL must name a server and a database: postgresql://server/database");
        }
        String[] inside = address.getRawUserInfo() == null
                ? new String[0]
                : address.getRawUserInfo().split(":", 2);
        String port = address.getPort() < 0 ? "" : ":" + address.getPort();
        String parameters = address.getRawQuery() == null ? "" : "?" + address.getRawQuery();
        return new Postgres(
                "jdbc:postgresql://" + address.getHost() + port + address.getRawPath() + parameters,
                orNull(user.isEmpty() && inside.length > 0 ? decoded(inside[0]) : user),
                orNull(password.isEmpty() && inside.length > 1 ? decoded(inside[1]) : password));
    }

    private static String decoded(String part) {
        return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    private static String firstLine(String file) {
        try {
            return Files.readString(Path.of(file)).lines().findFirst().orElse("");
        } catch (IOException e) {
            throw new StoreException("SURPRISAL_DATABASE_PASSWORD_FILE names " + file + ", which cannot be read", e);
        }
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
