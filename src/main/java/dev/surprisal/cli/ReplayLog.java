package dev.surprisal.cli;

import dev.surprisal.audit.Replay;
import dev.surprisal.learner.Definitions;
import dev.surprisal.learner.EventLog;
import dev.surprisal.store.DatabaseAddress;
import dev.surprisal.store.Store;
import dev.surprisal.store.StoreException;
import java.io.PrintStream;
import java.time.Clock;
import java.util.List;

/** Grades every answer of the log again, by the definitions kept with it, and reports where the verdict is another one. */
final class ReplayLog implements Word {

    @Override
    public String name() {
        return "replay";
    }

    @Override
    public String help() {
        return "replay   grade every answer of the log again and report the verdicts that differ";
    }

    @Override
    public int run(List<String> arguments, PrintStream out, PrintStream err) {
        if (!arguments.isEmpty()) {
            err.println(help());
            return Cli.WRONG_USE;
        }
        try (Store store = Store.open(DatabaseAddress.ofEnvironment(System.getenv()))) {
            Replay replay = Replay.of(
                    new EventLog(store, Clock.systemUTC()).answers(), new Definitions(store, Clock.systemUTC()).all());
            replay.differences().forEach(out::println);
            out.println(replay.words());
            return replay.differences().isEmpty() ? Cli.DONE : Cli.FOUND_ERRORS;
        } catch (StoreException failed) {
            err.println(failed.getMessage());
            return Cli.FOUND_ERRORS;
        }
    }
}
