package dev.surprisal.journey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;

/** The packaged application in a process of its own, which can be killed and started again on the same data and port. */
final class RunningCourse implements AutoCloseable {
    /** What the authors of every course here enter. */
    static final String AUTHOR_TOKEN = "a token for the journeys";

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private static @Nullable RunningCourse shipped;

    private final Path content;
    private final Path data;
    private final Map<String, String> environment;
    private final List<String> command;
    private final Path log;
    private final int port;
    private final HttpClient client = HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    private @Nullable Process process;
    private String logOfTheStart = "";

    private RunningCourse(Path content, Path data, Map<String, String> environment, List<String> command)
            throws IOException {
        this.environment = Map.copyOf(environment);
        this.command = List.copyOf(command);
        this.content = content;
        this.data = data;
        this.log = data.resolveSibling(data.getFileName() + ".log");
        try (ServerSocket probe = new ServerSocket(0)) {
            port = probe.getLocalPort();
        }
    }

    /**
     * The project's own content, started once for all the journeys of a JVM that neither change nor stop it: each of their learners is
     * a new one. It ends with the JVM.
     */
    static synchronized RunningCourse shipped() {
        if (shipped == null) {
            try {
                Path folder = Files.createTempDirectory("surprisal-journeys");
                RunningCourse course = start(
                        Path.of("content"), folder.resolve("data"), Map.of("SURPRISAL_LIMITS_REQUESTS", "1000000"));
                Runtime.getRuntime().addShutdownHook(new Thread(() -> course.endIn(folder), "end of the course"));
                shipped = course;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return shipped;
    }

    private void endIn(Path folder) {
        kill();
        FileSystemUtils.deleteRecursively(folder.toFile());
    }

    /** Starts it on the project's own content and waits until it answers. */
    static RunningCourse start(Path data) {
        return start(Path.of("content"), data);
    }

    static RunningCourse start(Path content, Path data) {
        return start(content, data, Map.of());
    }

    /**
     * @param environment what the operator sets besides
     */
    static RunningCourse start(Path content, Path data, Map<String, String> environment) {
        return start(content, data, environment, command());
    }

    /**
     * @param command that becomes the application
     */
    static RunningCourse start(Path content, Path data, Map<String, String> environment, List<String> command) {
        try {
            RunningCourse course = new RunningCourse(content, data, environment, command);
            course.takeWhatTheRehearsalHasWorkedOut();
            course.start();
            return course;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Formulas and certificates, by digests of what they are of: without them every journey would wait for the same again. */
    private void takeWhatTheRehearsalHasWorkedOut() throws IOException {
        Path cache = app().resolveSibling("training").resolve("cache");
        if (Files.isDirectory(cache) && Files.notExists(data)) {
            FileSystemUtils.copyRecursively(cache, data.resolve("cache"));
        }
    }

    /** What was laid out by the build. */
    static Path app() {
        return Path.of(System.getProperty("surprisal.app", "target/app"));
    }

    /** How the application is started here. */
    static List<String> command() {
        Path app = app();
        return List.of(
                java(),
                "-Xmx512m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseCompactObjectHeaders",
                "-XX:AOTCache=" + app.resolve("surprisal.aot"),
                "-Xlog:aot*=off",
                "-jar",
                app.resolve("surprisal.jar").toString());
    }

    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    void start() {
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().put("SERVER_PORT", Integer.toString(port));
        builder.environment().put("SURPRISAL_CONTENT", content.toString());
        builder.environment().put("SURPRISAL_DATA", data.toString());
        builder.environment().put("SURPRISAL_AUTHOR_TOKEN", AUTHOR_TOKEN);
        builder.environment().putAll(environment);
        try {
            process = builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        awaitAnswer(process);
        logOfTheStart = log();
    }

    private void awaitAnswer(Process started) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            try {
                if (get("/health/liveness").statusCode() == 200) {
                    return;
                }
            } catch (UncheckedIOException notYet) {
                // it is still starting
            }
            try {
                if (started.waitFor(100, TimeUnit.MILLISECONDS)) {
                    throw new IllegalStateException("the application stopped at start:\n" + log());
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
        throw new IllegalStateException("the application did not answer within " + PATIENCE + ":\n" + log());
    }

    /** {@code kill -9}: no shutdown hook runs, nothing is flushed. */
    void kill() {
        if (process != null) {
            process.destroyForcibly();
            process.onExit().join();
        }
    }

    /** SIGTERM; returns the exit status. */
    int stop() {
        if (process == null) {
            throw new IllegalStateException("not started");
        }
        process.destroy();
        return process.onExit().join().exitValue();
    }

    /** The address of what is at a path of the course, below the path at which it is itself. */
    String address(String path) {
        return "http://localhost:" + port + environment.getOrDefault("SURPRISAL_CONTEXT_PATH", "") + path;
    }

    /** Of the process that was started last. */
    long pid() {
        if (process == null) {
            throw new IllegalStateException("not started");
        }
        return process.pid();
    }

    HttpResponse<String> get(String path) {
        return send(HttpRequest.newBuilder(URI.create(address(path))).GET());
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.timeout(Duration.ofSeconds(30)).build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** What the application had written when it first answered. */
    String logOfTheStart() {
        return logOfTheStart;
    }

    /** What the application has written so far. */
    String log() {
        try {
            return Files.exists(log) ? Files.readString(log) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        kill();
    }
}
