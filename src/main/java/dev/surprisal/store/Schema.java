package dev.surprisal.store;

import java.util.Arrays;
import java.util.Comparator;
import java.util.function.Predicate;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/** The tables as this program knows them, and the way to them from every earlier version. */
final class Schema {
    private final DataSource source;

    Schema(DataSource source) {
        this.source = source;
    }

    /**
     * Brings the database to this program's version.
     *
     * @param name what the operator is told that it is
     * @throws StoreException when it is newer than this program, or its tables are not those that this program has made
     */
    void upgrade(String name) {
        try {
            Flyway flyway = flyway().load();
            refuseNewer(name, flyway.info().all());
            flyway.migrate();
        } catch (FlywayException e) {
            throw new StoreException(name + " cannot be brought to this version: " + firstLine(e), e);
        }
    }

    /** Makes the tables of an earlier version in an empty database. */
    void make(MigrationVersion version) {
        flyway().target(version).load().migrate();
    }

    /** The version that the database has; empty when it has no tables of ours. */
    MigrationVersion version(String name) {
        MigrationInfo[] all = flyway().load().info().all();
        refuseNewer(name, all);
        return latest(all, MigrationInfo::isApplied);
    }

    private static void refuseNewer(String name, MigrationInfo[] all) {
        MigrationVersion found = latest(all, MigrationInfo::isApplied);
        MigrationVersion known = latest(all, each -> !isUnknown(each));
        if (found.compareTo(known) > 0) {
            throw new StoreException(name + " was written by a newer version of Surprisal (its tables are of version "
                    + found + ", this program knows up to " + known
                    + "): start that version, or restore a backup made before");
        }
    }

    private static boolean isUnknown(MigrationInfo migration) {
        return switch (migration.getState()) {
            case FUTURE_SUCCESS, FUTURE_FAILED -> true;
            default -> false;
        };
    }

    private static MigrationVersion latest(MigrationInfo[] all, Predicate<MigrationInfo> which) {
        return Arrays.stream(all)
                .filter(which)
                .map(MigrationInfo::getVersion)
                .max(Comparator.naturalOrder())
                .orElse(MigrationVersion.EMPTY);
    }

    private FluentConfiguration flyway() {
        return Flyway.configure().dataSource(source);
    }

    private static String firstLine(Exception e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }
}
