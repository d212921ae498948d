package dev.surprisal.cli;

import dev.surprisal.check.Checker;
import dev.surprisal.content.Course;
import dev.surprisal.content.Downloads;
import dev.surprisal.content.Loaded;
import dev.surprisal.content.Problem;
import dev.surprisal.export.BuiltStyles;
import dev.surprisal.export.Gift;
import dev.surprisal.export.MoodleXml;
import dev.surprisal.export.QuestionBank;
import dev.surprisal.export.StaticCourse;
import dev.surprisal.typeset.Typesetter;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Writes the course as static pages and its questions for other platforms. */
final class Export implements Word {

    private static final String SOLUTIONS = "--solutions";
    private static final String VARIANTS = "--variants=";
    private static final int USUAL_VARIANTS = 5;
    private static final int MOST_VARIANTS = 100;

    private final Map<String, String> environment;

    Export(Map<String, String> environment) {
        this.environment = environment;
    }

    @Override
    public String name() {
        return "export";
    }

    @Override
    public String help() {
        return "export FOLDER [--solutions] [--variants=5]   the course as static pages, and its questions as GIFT and Moodle XML";
    }

    @Override
    public int run(List<String> arguments, PrintStream out, PrintStream err) {
        var folders = new ArrayList<>(arguments);
        boolean solutions = folders.remove(SOLUTIONS);
        int variants = USUAL_VARIANTS;
        for (String argument : arguments) {
            if (argument.startsWith(VARIANTS)) {
                folders.remove(argument);
                String digits = argument.substring(VARIANTS.length());
                variants = digits.matches("[0-9]{1,3}") ? Integer.parseInt(digits) : 0;
            }
        }
        boolean good = folders.size() == 1 && !folders.getFirst().startsWith("-");
        if (!good || variants < 1 || variants > MOST_VARIANTS) {
            err.println(help());
            return Cli.WRONG_USE;
        }
        Path folder = Path.of(folders.getFirst());
        Path content = Path.of(environment.getOrDefault("SURPRISAL_CONTENT", "content"));
        try {
            // Beside the pages and not among them: each of its files has every key
            Path questions = folder.toAbsolutePath().normalize();
            questions = questions.resolveSibling(questions.getFileName() + "-questions");
            for (Path written : List.of(folder, questions)) {
                if (Files.exists(written) && !isEmpty(written)) {
                    err.println("the folder " + written + " is not empty; name one that is, or that does not exist");
                    return Cli.WRONG_USE;
                }
            }
            Loaded loaded = Checker.check(content, Typesetter.inMemory());
            loaded.problems().stream().filter(Problem::isError).forEach(err::println);
            Course course = loaded.course().published();
            int pages = StaticCourse.write(course, BuiltStyles.load(), solutions, folder);
            Downloads.copy(content, folder);
            QuestionBank bank = QuestionBank.of(course, variants);
            Files.createDirectories(questions);
            Files.writeString(questions.resolve("questions.gift"), Gift.of(bank));
            Files.writeString(questions.resolve("questions.xml"), MoodleXml.of(bank));
            out.println(pages + " pages in " + folder + (solutions ? ", with all solutions" : "") + "; " + bank.size()
                    + " questions with fixed numbers in " + questions + ", for teachers only since they have all keys"
                    + (bank.left() > 0
                            ? "; " + bank.left() + " that ask for the state of a calculator stay here"
                            : ""));
            return loaded.hasErrors() ? Cli.FOUND_ERRORS : Cli.DONE;
        } catch (IOException failed) {
            err.println("the course cannot be written: " + failed.getMessage());
            return Cli.WRONG_USE;
        }
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.findAny().isEmpty();
        }
    }
}
