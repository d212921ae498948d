package dev.surprisal.check.benchmark;

import dev.surprisal.check.Certificates;
import dev.surprisal.check.Checker;
import dev.surprisal.content.CourseLoader;
import dev.surprisal.content.KnownLessons;
import dev.surprisal.content.Loaded;
import dev.surprisal.typeset.Typesetter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * How long it takes to read and check this project's course, formulas typeset and questions certified before: all of it, and what an
 * author waits for after a save in its heaviest lesson. To be run in the project's folder.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class CheckBenchmark {

    private static final String LESSON = "lessons/mle-and-the-kl-view/lesson.md";

    private final Typesetter typesetter = Typesetter.inMemory();
    private final Certificates certificates = Certificates.inMemory();
    private final KnownLessons known = new KnownLessons();
    private Path folder = Path.of("");
    private String text = "";
    private int saves;

    @Setup(Level.Trial)
    public void copy() throws IOException {
        Path content = Path.of("content");
        folder = Files.createTempDirectory("benchmark");
        for (Path path : paths(content)) {
            Path copy = folder.resolve(content.relativize(path));
            if (Files.isDirectory(path)) {
                Files.createDirectories(copy);
            } else {
                Files.copy(path, copy);
            }
        }
        text = Files.readString(folder.resolve(LESSON));
        if (check(known).hasErrors()) {
            throw new IllegalStateException("the course has errors: what is measured is not the whole of it");
        }
    }

    @TearDown(Level.Trial)
    public void delete() throws IOException {
        for (Path path : paths(folder).reversed()) {
            Files.delete(path);
        }
    }

    private static List<Path> paths(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            return paths.toList();
        }
    }

    private Loaded check(KnownLessons lessons) throws IOException {
        return Checker.check(folder, typesetter, certificates, CourseLoader.ROOT, lessons);
    }

    private Loaded saved(String added) throws IOException {
        Files.writeString(folder.resolve(LESSON), text + added);
        return check(known);
    }

    @Benchmark
    public Loaded wholeCourse() throws IOException {
        return check(new KnownLessons());
    }

    @Benchmark
    public Loaded aSentence() throws IOException {
        return saved("\nThis is sentence number " + saves++ + ".\n");
    }

    @Benchmark
    public Loaded aHeading() throws IOException {
        int save = saves++;
        return saved("\n## Heading number " + save + " {#heading-number-" + save + "}\n\nText.\n");
    }
}
