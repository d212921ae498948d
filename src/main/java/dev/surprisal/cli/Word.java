package dev.surprisal.cli;

import java.io.PrintStream;
import java.util.List;

/** One word of the command line. */
interface Word {

    /** What is typed: {@code eval}. */
    String name();

    /** One line for the list of words: what it does, with its arguments. */
    String help();

    /**
     * Does it.
     *
     * @return the exit status: {@link Cli#DONE}, {@link Cli#FOUND_ERRORS} or {@link Cli#WRONG_USE}
     */
    int run(List<String> arguments, PrintStream out, PrintStream err);
}
