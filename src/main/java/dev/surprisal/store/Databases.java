package dev.surprisal.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.util.Properties;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.sqlite.SQLiteDataSource;

/** Connections, as each kind of database wants them. */
final class Databases {
    /** By this name a server is known to others that look at the same PostgreSQL. */
    static final String SERVER_NAME = "surprisal";

    private static final String TOOL_NAME = "surprisal-tool";
    private static final int CONNECT_SECONDS = 5;
    /** Less than a browser waits; a database that has stopped answering must not hold up the server's threads. */
    private static final int ANSWER_SECONDS = 8;

    private static final int WAIT_MILLIS = 3_000;
    private static final int SQLITE_CONNECTIONS = 4;
    private static final int POSTGRES_CONNECTIONS = 10;

    private Databases() {}

    /** Single connections, for what takes as long as it takes. */
    static DataSource plain(DatabaseAddress address) {
        return switch (address) {
            case DatabaseAddress.Sqlite sqlite -> sqlite(sqlite.file());
            case DatabaseAddress.Postgres postgres -> postgres(postgres, TOOL_NAME, 0);
        };
    }

    /** A pool for the server. */
    static HikariDataSource pool(DatabaseAddress address) {
        var config = new HikariConfig();
        config.setPoolName("store");
        config.setConnectionTimeout(WAIT_MILLIS);
        config.setValidationTimeout(WAIT_MILLIS - 500);
        config.setMinimumIdle(1);
        config.setInitializationFailTimeout(-1);
        switch (address) {
            case DatabaseAddress.Sqlite sqlite -> {
                config.setDataSource(sqlite(sqlite.file()));
                config.setMaximumPoolSize(SQLITE_CONNECTIONS);
            }
            case DatabaseAddress.Postgres postgres -> {
                config.setDataSource(postgres(postgres, SERVER_NAME, ANSWER_SECONDS));
                config.setMaximumPoolSize(POSTGRES_CONNECTIONS);
            }
        }
        return new HikariDataSource(config);
    }

    /** Durable at commit: a write-ahead log, synced before an answer is acknowledged. */
    static DataSource sqlite(Path file) {
        var source = new SQLiteDataSource();
        source.setUrl("jdbc:sqlite:" + file
                + "?journal_mode=WAL&synchronous=FULL&busy_timeout=5000&foreign_keys=true&transaction_mode=IMMEDIATE"
                // What a learner erases is overwritten in the file
                + "&secure_delete=true");
        return source;
    }

    private static DataSource postgres(DatabaseAddress.Postgres address, String name, int answerSeconds) {
        var properties = new Properties();
        properties.setProperty("ApplicationName", name);
        properties.setProperty("connectTimeout", Integer.toString(CONNECT_SECONDS));
        properties.setProperty("socketTimeout", Integer.toString(answerSeconds));
        properties.setProperty("tcpKeepAlive", "true");
        properties.setProperty("logServerErrorDetail", "false"); // it quotes the row that was refused, and our log that
        if (address.user() != null) {
            properties.setProperty("user", address.user());
        }
        if (address.password() != null) {
            properties.setProperty("password", address.password());
        }
        return new Patient(address.url(), properties);
    }

    /** Tells a pool that is being closed how long to wait for a connection that is being made, which would be left over. */
    private static final class Patient extends DriverManagerDataSource {
        Patient(String url, Properties properties) {
            super(url, properties);
        }

        @Override
        public int getLoginTimeout() {
            return CONNECT_SECONDS;
        }

        @Override
        public void setLoginTimeout(int seconds) {
            // The driver has its own, in the properties
        }
    }
}
