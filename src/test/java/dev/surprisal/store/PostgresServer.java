package dev.surprisal.store;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import java.io.BufferedInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;
import org.jspecify.annotations.Nullable;

/**
 * A real PostgreSQL for the tests, from the binaries in Maven's repository. It refuses to be root: where the tests are, it is
 * started as nobody. (The library that comes with the binaries would want user namespaces for this, which containers often forbid.)
 */
public final class PostgresServer implements AutoCloseable {
    private static final String SUPERUSER = "postgres";
    private static final String NOBODY = "nobody";
    private static final AtomicInteger DATABASES = new AtomicInteger();
    private static @Nullable PostgresServer shared;

    private final Path folder;
    private final int port;
    private @Nullable Process process;

    private PostgresServer(Path folder, int port) {
        this.folder = folder;
        this.port = port;
    }

    /** One that all tests of this run use, each with a database of its own; it ends with them. */
    public static synchronized PostgresServer shared() {
        if (shared == null) {
            shared = start();
        }
        return shared;
    }

    /** One that a test has for itself and may ill-treat. */
    public static PostgresServer start() {
        try {
            Path folder = Files.createTempDirectory("surprisal-postgres-");
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
            var server = new PostgresServer(folder, freePort());
            Runtime.getRuntime().addShutdownHook(new Thread(server::close));
            server.install();
            server.resume();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return probe.getLocalPort();
        }
    }

    /** An empty database. */
    public DatabaseAddress.Postgres newDatabase() {
        String name = "test_" + DATABASES.incrementAndGet();
        try (Connection connection = Databases.plain(address("postgres")).getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name);
        } catch (SQLException e) {
            throw new IllegalStateException("no database could be made", e);
        }
        return address(name);
    }

    private DatabaseAddress.Postgres address(String database) {
        return new DatabaseAddress.Postgres("jdbc:postgresql://127.0.0.1:" + port + "/" + database, SUPERUSER, null);
    }

    /** Ends it as if the power had failed: no process of it goes on. */
    public void kill() {
        if (process != null) {
            List<ProcessHandle> all = new ArrayList<>(process.descendants().toList());
            process.destroyForcibly();
            all.forEach(ProcessHandle::destroyForcibly);
            process.onExit().join();
            process = null;
        }
    }

    /** Starts it, again too, and waits until it takes connections. */
    public void resume() {
        try {
            process = command(
                            bin("postgres"),
                            "-D",
                            data(),
                            "-p",
                            Integer.toString(port),
                            "-c",
                            "listen_addresses=127.0.0.1",
                            "-c",
                            "unix_socket_directories=")
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log()))
                    .start();
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
            while (!answers()) {
                if (process.waitFor(50, TimeUnit.MILLISECONDS) || System.nanoTime() > end) {
                    throw new IllegalStateException("PostgreSQL did not start:\n" + Files.readString(log().toPath()));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private boolean answers() {
        try (Connection connection = Databases.plain(address("postgres")).getConnection()) {
            return connection.isValid(1);
        } catch (SQLException notYet) {
            return false;
        }
    }

    /** {@code STOP} lets all its processes stand still, {@code CONT} lets them go on. */
    public void signal(String name) {
        if (process != null) {
            // The one that starts the others first, so that none is added meanwhile
            run(new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())));
            List<ProcessHandle> others = process.descendants().toList();
            for (ProcessHandle other : others) {
                try {
                    run(new ProcessBuilder("kill", "-" + name, Long.toString(other.pid())));
                } catch (IllegalStateException e) {
                    if (other.isAlive()) {
                        throw e;
                    }
                }
            }
        }
    }

    @Override
    public void close() {
        kill();
        try {
            if (Files.exists(folder)) {
                Files.walkFileTree(folder, new Deletion());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void install() throws IOException {
        boolean arm = System.getProperty("os.arch").matches("aarch64|arm64");
        boolean mac = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("mac");
        try (InputStream archive = DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(
                mac ? "Darwin" : "Linux", arm ? "arm_64" : "x86_64")) {
            unpack(archive, folder.resolve("postgres"));
        }
        Path home = Files.createDirectory(folder.resolve("home"));
        if (isRoot()) {
            UserPrincipal nobody =
                    folder.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(NOBODY);
            Files.setOwner(home, nobody);
        }
        run(command(bin("initdb"), "-D", data(), "-U", SUPERUSER, "-A", "trust", "-E", "UTF8", "--no-sync"));
    }

    private static void unpack(InputStream archive, Path target) throws IOException {
        var tar = new TarArchiveInputStream(new XZCompressorInputStream(new BufferedInputStream(archive)));
        for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
            Path file = target.resolve(entry.getName()).normalize();
            Path parent = Objects.requireNonNull(file.getParent());
            if (entry.isDirectory()) {
                Files.createDirectories(file);
                continue;
            }
            Files.createDirectories(parent);
            if (entry.isSymbolicLink()) {
                Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
            } else {
                Files.copy(tar, file);
                boolean program = parent.endsWith("bin");
                Files.setPosixFilePermissions(
                        file, PosixFilePermissions.fromString(program ? "rwxr-xr-x" : "rw-r--r--"));
            }
        }
    }

    private String bin(String program) {
        return folder.resolve("postgres/bin").resolve(program).toString();
    }

    private String data() {
        return folder.resolve("home/data").toString();
    }

    private File log() {
        return folder.resolve("log").toFile();
    }

    private ProcessBuilder command(String... words) {
        List<String> command = new ArrayList<>();
        if (isRoot()) {
            command.addAll(List.of("setpriv", "--reuid=" + NOBODY, "--regid=65534", "--clear-groups"));
        }
        command.addAll(List.of(words));
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().put("LC_ALL", "C");
        builder.environment().put("TZ", "UTC");
        return builder;
    }

    private static boolean isRoot() {
        return System.getProperty("user.name").equals("root");
    }

    private static void run(ProcessBuilder builder) {
        try {
            Process process = builder.redirectErrorStream(true).start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IllegalStateException(String.join(" ", builder.command()) + " has failed:\n" + output);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static final class Deletion extends SimpleFileVisitor<Path> {
        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException e) throws IOException {
            Files.delete(directory);
            return FileVisitResult.CONTINUE;
        }
    }
}
