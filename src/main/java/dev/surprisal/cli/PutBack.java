package dev.surprisal.cli;

import dev.surprisal.store.DatabaseAddress;
import dev.surprisal.store.Restore;
import dev.surprisal.store.StoreException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Puts a backup into the database while no server runs. */
final class PutBack implements Word {
    private static final String REPLACE = "--replace";

    private final Map<String, String> environment;

    PutBack(Map<String, String> environment) {
        this.environment = environment;
    }

    @Override
    public String name() {
        return "restore";
    }

    @Override
    public String help() {
        return "restore FILE [--replace]   puts a backup into the database, of either kind, while no server runs";
    }

    @Override
    public int run(List<String> arguments, PrintStream out, PrintStream err) {
        var files = new ArrayList<>(arguments);
        boolean replace = files.remove(REPLACE);
        if (files.size() != 1 || files.getFirst().startsWith("-")) {
            err.println(help());
            return Cli.WRONG_USE;
        }
        try {
            var address = DatabaseAddress.ofEnvironment(environment);
            String done =
                    new Restore(address, replace, Clock.system(ZoneId.systemDefault())).from(Path.of(files.getFirst()));
            out.println(address + ": " + done);
            return Cli.DONE;
        } catch (StoreException e) {
            err.println(e.getMessage());
            return Cli.FOUND_ERRORS;
        }
    }
}
