package dev.surprisal.cli;

import dev.surprisal.audit.Regrading;
import dev.surprisal.audit.Regrading.Decision;
import dev.surprisal.check.Checker;
import dev.surprisal.content.Loaded;
import dev.surprisal.learner.Definitions;
import dev.surprisal.learner.EventLog;
import dev.surprisal.store.DatabaseAddress;
import dev.surprisal.store.Store;
import dev.surprisal.store.StoreException;
import dev.surprisal.typeset.Typesetter;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

/** Says what the questions as they are now would make of earlier answers, and when asked to lets that count. */
final class Regrade implements Word {
    private static final String APPLY = "--apply";
    private static final String NEVER_LOWER = "--never-lower";
    private static final String LEAVE = "--leave";

    @Override
    public String name() {
        return "regrade";
    }

    @Override
    public String help() {
        return "regrade [--apply [--never-lower | --leave]]   what changed keys would change; with --apply it is decided";
    }

    @Override
    public int run(List<String> arguments, PrintStream out, PrintStream err) {
        boolean apply = arguments.contains(APPLY);
        boolean neverLower = arguments.contains(NEVER_LOWER);
        boolean leave = arguments.contains(LEAVE);
        if (!List.of(APPLY, NEVER_LOWER, LEAVE).containsAll(arguments)
                || ((neverLower || leave) && !apply)
                || (neverLower && leave)) {
            err.println(help());
            return Cli.WRONG_USE;
        }
        Path content = Path.of(System.getenv().getOrDefault("SURPRISAL_CONTENT", "content"));
        try (Store store = Store.open(DatabaseAddress.ofEnvironment(System.getenv()))) {
            Loaded loaded = Checker.check(content, Typesetter.inMemory());
            if (loaded.hasErrors()) {
                err.println("the content has errors; ./course lint lists them");
                return Cli.FOUND_ERRORS;
            }
            var log = new EventLog(store, Clock.systemUTC());
            Regrading regrading =
                    Regrading.of(log.answers(), new Definitions(store, Clock.systemUTC()).all(), loaded.course());
            regrading.byQuestion().forEach((question, each) -> out.println(question + ": " + each.words()));
            out.println(regrading.words());
            if (apply) {
                log.appendAll(
                        regrading.events(leave ? Decision.LEAVE : neverLower ? Decision.NEVER_LOWER : Decision.AS_NOW));
                out.println(leave ? "all stays as given" : "applied" + (neverLower ? "; nothing was lowered" : ""));
            }
            return Cli.DONE;
        } catch (IOException _) {
            err.println("there is no folder " + content);
            return Cli.WRONG_USE;
        } catch (StoreException failed) {
            err.println(failed.getMessage());
            return Cli.FOUND_ERRORS;
        }
    }
}
