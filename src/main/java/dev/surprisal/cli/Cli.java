package dev.surprisal.cli;

import dev.surprisal.store.TemporaryFiles;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** The command line: finds the word and hands it the rest. */
public final class Cli {

    static final int DONE = 0;
    static final int FOUND_ERRORS = 1;
    static final int WRONG_USE = 2;

    private static final List<Word> WORDS = List.of(
            new Lint(),
            new Eval(),
            new Mutate(),
            new Export(System.getenv()),
            new BackUp(System.getenv()),
            new PutBack(System.getenv()),
            new ReplayLog(),
            new Regrade());

    private Cli() {}

    public static void main(String[] arguments) {
        // The libraries' reports are for the server's log; here only their warnings are worth a line
        System.setProperty("logback.configurationFile", "dev/surprisal/cli/logback.xml");
        TemporaryFiles.settle(System.getenv());
        // Formulas and names are UTF-8 whatever the terminal's locale says
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        var err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        int status = run(Arrays.asList(arguments), out, err);
        out.flush();
        err.flush();
        System.exit(status);
    }

    static int run(List<String> arguments, PrintStream out, PrintStream err) {
        if (!arguments.isEmpty()) {
            for (Word word : WORDS) {
                if (word.name().equals(arguments.getFirst())) {
                    return word.run(arguments.subList(1, arguments.size()), out, err);
                }
            }
            err.println("there is no word '" + arguments.getFirst() + "'; the words are");
        }
        WORDS.forEach(word -> err.println("  " + word.help()));
        return WRONG_USE;
    }
}
