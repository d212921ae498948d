package dev.surprisal.store;

import java.nio.file.Path;

/** The kinds of database that everything runs on, for tests that ask both the same. */
public enum Kind {
    SQLITE,
    POSTGRES;

    /**
     * An empty database.
     *
     * @param folder for its files, where it has some
     */
    public DatabaseAddress empty(Path folder) {
        return switch (this) {
            case SQLITE -> new DatabaseAddress.Sqlite(folder);
            case POSTGRES -> PostgresServer.shared().newDatabase();
        };
    }
}
