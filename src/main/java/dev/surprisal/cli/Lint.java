package dev.surprisal.cli;

import dev.surprisal.check.Checker;
import dev.surprisal.check.MissingIds;
import dev.surprisal.content.Loaded;
import dev.surprisal.content.Problem;
import dev.surprisal.typeset.Typesetter;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Checks a content folder and prints all that is wrong with it. */
final class Lint implements Word {

    private static final String JSON = "--json";
    private static final String SARIF = "--sarif";
    private static final String FIX = "--fix";

    @Override
    public String name() {
        return "lint";
    }

    @Override
    public String help() {
        return "lint [folder] [--json | --sarif] [--fix]   everything that is wrong with the content, content/ unless a folder is given;"
                + " --fix writes missing ids into the files";
    }

    @Override
    public int run(List<String> arguments, PrintStream out, PrintStream err) {
        var folders = new ArrayList<>(arguments);
        boolean json = folders.remove(JSON);
        boolean sarif = folders.remove(SARIF);
        boolean fix = folders.remove(FIX);
        if (folders.size() > 1 || (json && sarif) || folders.stream().anyMatch(argument -> argument.startsWith("-"))) {
            err.println(help());
            return Cli.WRONG_USE;
        }
        String folder = folders.isEmpty() ? "content" : folders.getFirst();
        Loaded loaded;
        try {
            loaded = Checker.check(Path.of(folder), Typesetter.inMemory());
        } catch (IOException _) {
            err.println("there is no folder " + folder);
            return Cli.WRONG_USE;
        }
        if (fix) {
            try {
                err.println(counted(MissingIds.write(Path.of(folder), loaded.problems()), "id") + " written");
                loaded = Checker.check(Path.of(folder), Typesetter.inMemory());
            } catch (IOException failed) {
                err.println("the ids cannot be written: " + failed.getMessage());
                return Cli.WRONG_USE;
            }
        }
        if (sarif) {
            out.println(Sarif.of(loaded.problems(), folder));
        } else if (json) {
            out.println(ProblemJson.of(loaded.problems()));
        } else {
            loaded.problems().forEach(out::println);
            err.println(summary(loaded));
        }
        return loaded.hasErrors() ? Cli.FOUND_ERRORS : Cli.DONE;
    }

    private static String summary(Loaded loaded) {
        long errors = loaded.problems().stream().filter(Problem::isError).count();
        long warnings = loaded.problems().size() - errors;
        return counted(errors, "error") + ", " + counted(warnings, "warning") + ", "
                + counted(loaded.course().lessons().size(), "lesson") + " without an error";
    }

    private static String counted(long count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }
}
