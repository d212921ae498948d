package dev.surprisal.cli;

import dev.surprisal.check.Mutation;
import dev.surprisal.typeset.Typesetter;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Makes mistakes in a lesson and tells which of them the checker does not see. */
final class Mutate implements Word {

    @Override
    public String name() {
        return "mutate";
    }

    @Override
    public String help() {
        return "mutate LESSON [folder]   signs, directions, keys, tolerances and units of a lesson turned wrong, one at a time: which of"
                + " them the checker sees";
    }

    @Override
    public int run(List<String> arguments, PrintStream out, PrintStream err) {
        if (arguments.isEmpty() || arguments.size() > 2) {
            err.println(help());
            return Cli.WRONG_USE;
        }
        List<Mutation.Outcome> outcomes;
        try {
            Path folder = Path.of(arguments.size() == 2 ? arguments.get(1) : "content");
            outcomes = Mutation.run(folder, arguments.getFirst(), Typesetter.inMemory());
        } catch (IOException failed) {
            err.println(failed.getMessage());
            return Cli.WRONG_USE;
        }
        outcomes.stream().filter(outcome -> !outcome.isCaught()).forEach(out::println);
        var byKind = new TreeMap<>(outcomes.stream().collect(Collectors.groupingBy(Mutation.Outcome::kind)));
        var lines = new ArrayList<String>();
        byKind.forEach((kind, all) -> lines.add(kind + " " + score(all)));
        err.println(score(outcomes) + " mistakes caught: " + String.join(", ", lines));
        return Cli.DONE;
    }

    private static String score(List<Mutation.Outcome> outcomes) {
        long caught = outcomes.stream().filter(Mutation.Outcome::isCaught).count();
        long percent = outcomes.isEmpty() ? 100 : 100 * caught / outcomes.size();
        return caught + " of " + outcomes.size() + " (" + percent + " %)";
    }
}
