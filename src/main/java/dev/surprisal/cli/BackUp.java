package dev.surprisal.cli;

import dev.surprisal.store.Backup;
import dev.surprisal.store.DatabaseAddress;
import dev.surprisal.store.StoreException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Copies the database into a file while the server runs. */
final class BackUp implements Word {
    private final Map<String, String> environment;

    BackUp(Map<String, String> environment) {
        this.environment = environment;
    }

    @Override
    public String name() {
        return "backup";
    }

    @Override
    public String help() {
        return "backup FILE   a copy of the database, of either kind, while the server runs";
    }

    @Override
    public int run(List<String> arguments, PrintStream out, PrintStream err) {
        if (arguments.size() != 1 || arguments.getFirst().startsWith("-")) {
            err.println(help());
            return Cli.WRONG_USE;
        }
        try {
            Path file = Path.of(arguments.getFirst());
            String rows = Backup.write(DatabaseAddress.ofEnvironment(environment), file);
            out.println(file + ": " + rows);
            return Cli.DONE;
        } catch (StoreException e) {
            err.println(e.getMessage());
            return Cli.FOUND_ERRORS;
        }
    }
}
