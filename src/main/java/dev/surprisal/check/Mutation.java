package dev.surprisal.check;

import dev.surprisal.check.Mutants.Mutant;
import dev.surprisal.content.CourseLoader;
import dev.surprisal.content.KnownLessons;
import dev.surprisal.content.Problem;
import dev.surprisal.content.SourcePosition;
import dev.surprisal.typeset.Typesetter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Makes one mistake after another in the pages of a lesson, in a copy, and asks the checker each time: a mistake that brings no new
 * problem would get through to learners.
 */
public final class Mutation {

    private static final List<String> PAGES = List.of("lesson.md", "practice.md", "cheatsheet.md");

    /**
     * A mistake that was made.
     *
     * @param caught the first problem that the checker had with it, possibly none
     */
    public record Outcome(SourcePosition position, String kind, String before, String after, String caught) {
        public boolean isCaught() {
            return !caught.isEmpty();
        }

        /** As problems are printed. */
        @Override
        public String toString() {
            return position + " " + kind + ": " + oneLine(before) + " -> " + oneLine(after);
        }

        private static String oneLine(String text) {
            String line = text.replaceAll("\\s+", " ");
            return line.length() <= 60 ? line : line.substring(0, 40) + " … " + line.substring(line.length() - 15);
        }
    }

    private final Path copy;
    private final Typesetter typesetter;
    private final Certificates certificates = Certificates.inMemory();
    private final KnownLessons known = new KnownLessons();

    private Mutation(Path copy, Typesetter typesetter) {
        this.copy = copy;
        this.typesetter = typesetter;
    }

    /**
     * All mistakes in a lesson.
     *
     * @param content a content folder; nothing is written there
     * @param lesson the name of its folder
     * @throws IOException when there is no such lesson, or no copy can be made
     */
    public static List<Outcome> run(Path content, String lesson, Typesetter typesetter) throws IOException {
        Path copy = Files.createTempDirectory("mutation");
        try {
            copy(content, copy);
            return new Mutation(copy, typesetter).run("lessons/" + lesson + "/");
        } finally {
            delete(copy);
        }
    }

    private List<Outcome> run(String folder) throws IOException {
        if (!Files.isRegularFile(copy.resolve(folder + PAGES.getFirst()))) {
            throw new IOException("there is no " + folder + PAGES.getFirst());
        }
        Set<String> before = problems();
        var outcomes = new ArrayList<Outcome>();
        for (String page : PAGES) {
            Path file = copy.resolve(folder + page);
            if (!Files.isRegularFile(file)) {
                continue;
            }
            String text = Files.readString(file);
            for (Mutant mutant : Mutants.of(text)) {
                Files.writeString(file, mutant.in(text));
                String caught = problems().stream()
                        .filter(problem -> !before.contains(problem))
                        .findFirst()
                        .orElse("");
                outcomes.add(new Outcome(
                        position(folder + page, text, mutant.start()),
                        mutant.kind().toString(),
                        mutant.before(),
                        mutant.after(),
                        caught));
            }
            Files.writeString(file, text);
        }
        return outcomes;
    }

    private Set<String> problems() throws IOException {
        Set<String> problems = new HashSet<>();
        for (Problem problem : Checker.check(copy, typesetter, certificates, CourseLoader.ROOT, known)
                .problems()) {
            problems.add(problem.rule() + " " + problem.message());
        }
        return problems;
    }

    private static SourcePosition position(String file, String text, int offset) {
        String before = text.substring(0, offset);
        int line = 1 + (int) before.chars().filter(c -> c == '\n').count();
        return new SourcePosition(file, line, offset - before.lastIndexOf('\n'));
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path path : all.filter(Files::isRegularFile).toList()) {
                Path target = to.resolve(from.relativize(path).toString());
                Files.createDirectories(target.getParent());
                Files.copy(path, target);
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
