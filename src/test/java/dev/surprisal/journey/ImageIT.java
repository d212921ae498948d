package dev.surprisal.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.util.FileSystemUtils;

/**
 * What the image does, where there is nothing to build one with: its layers are laid out in a folder as the Dockerfile says, and its
 * entry point is started as its user, who has no other rights, on a disk of which only the data can be written. (Whether the
 * Dockerfile itself can be built is not seen here.)
 */
class ImageIT {
    private static final String LESSON = "lesson/mle-and-the-kl-view/lesson";

    /** Everything that is mounted becomes read-only in a view of the disk that only this process has, but for the data. */
    private static final String READ_ONLY_DISK = """
            set -e
            data=$1 folder=$2; shift 2
            mount --make-rprivate /
            mount --bind "$data" "$data"
            for place in $(cut -d' ' -f2 /proc/self/mounts | sort -u); do
                case $place in "$data" | /proc | /proc/* | /sys | /sys/* | /dev | /dev/*) ;;
                    *) mount -o remount,bind,ro "$place" ;;
                esac
            done
            cd "$folder"
            exec "$@"
            """;

    /** Not a folder of JUnit's, into which no other user may look. */
    private final Path disk = disk();

    private static Path disk() {
        try {
            Path disk = Files.createTempDirectory("surprisal-image-");
            Files.setPosixFilePermissions(disk, PosixFilePermissions.fromString("rwxr-xr-x"));
            return disk;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @AfterEach
    void delete() throws IOException {
        FileSystemUtils.deleteRecursively(disk);
    }

    @Test
    void theEntryPointRunsWithoutRightsOnADiskThatCannotBeWritten() throws Exception {
        assumeTrue(System.getProperty("user.name").equals("root"), "only root can start something as another user");
        Dockerfile image = Dockerfile.read(Path.of("Dockerfile"));
        Path folder = lay(image);
        Path data = place(image.variable("SURPRISAL_DATA"));
        assertThat(image.volumes()).contains(image.variable("SURPRISAL_DATA"));

        List<String> command = new ArrayList<>(
                List.of("unshare", "--mount", "sh", "-c", READ_ONLY_DISK, "sh", data.toString(), folder.toString()));
        command.addAll(List.of("setpriv", "--reuid=" + image.uid(), "--regid=" + image.uid(), "--clear-groups"));
        command.addAll(List.of("--no-new-privs", "--bounding-set=-all"));
        assertThat(image.entryPoint().getFirst()).isEqualTo("java");
        command.add(RunningCourse.java());
        command.addAll(image.entryPoint().subList(1, image.entryPoint().size()));
        Map<String, String> environment = new HashMap<>();
        image.environment()
                .forEach((name, path) -> environment.put(name, place(path).toString()));
        // Without the cache it would start all the same, only slower: here that is a failure
        environment.put("JAVA_TOOL_OPTIONS", "-XX:AOTMode=on");
        environment.put("SURPRISAL_PUBLIC_ADDRESS", "https://course.example.org");
        environment.put("SURPRISAL_PROXIES", "127.0.0.0/8, ::1/128");
        environment.put("SURPRISAL_LOG_FORMAT", "logstash");

        try (RunningCourse course =
                RunningCourse.start(place(image.variable("SURPRISAL_CONTENT")), data, environment, command)) {
            Answerer learner = new Answerer(course, LESSON, Map.of("X-Forwarded-Proto", "https"));
            learner.join();
            assertThat(learner.answer("kl-three-outcomes", "attempt-in-the-image", "0.3936"))
                    .isEqualTo("right");
            assertThat(learner.get("/" + LESSON).body()).contains("Maximum likelihood", "value=\"0.3936\"");
            assertThat(course.get("/health").statusCode()).isEqualTo(200);
            assertThat(learner.cookies().get("__Host-surprisal-learner"))
                    .contains("; Path=/;", "; Secure", "; HttpOnly", "; SameSite=Lax");
            assertThat(learner.cookies().get("__Host-surprisal-session"))
                    .contains("; Path=/;", "; Secure", "; HttpOnly", "; SameSite=Lax");

            assertRuns(course, image, folder);
            assertThat(LogLines.of(course, "message").events())
                    .allMatch(event -> event.path("level").asString("").equals("INFO"));
            assertThat(course.stop()).isEqualTo(143);
        }
    }

    /** What the kernel says of the process. */
    private static void assertRuns(RunningCourse course, Dockerfile image, Path folder) throws Exception {
        Path process = Path.of("/proc", Long.toString(course.pid()));
        String uid = image.uid();
        assertThat(Files.readString(process.resolve("status")))
                .containsPattern("Uid:\\t" + uid + "\\t" + uid + "\\t" + uid)
                .containsPattern("CapEff:\\t0+\\n")
                .containsPattern("NoNewPrivs:\\t1");
        assertThat(Files.readString(process.resolve("maps")))
                .contains(folder.resolve("app/surprisal.aot").toString());
        assertThat(Files.readString(process.resolve("cmdline")).split("\0")).contains("-XX:+UseCompactObjectHeaders");
        for (Path place : List.of(folder.resolve("app"), folder.resolve("content"), Path.of("/tmp"))) {
            Process writing = new ProcessBuilder(
                            "nsenter", "--mount", "--target", Long.toString(course.pid()), "touch", place + "/x")
                    .redirectErrorStream(true)
                    .start();
            String said = new String(writing.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(writing.waitFor(10, TimeUnit.SECONDS)).isTrue();
            assertThat(said).contains("Read-only file system");
        }
    }

    /** Where on the disk of the image something is. */
    private Path place(String path) {
        return disk.resolve(path.substring(1));
    }

    /** Does what the Dockerfile's steps do; returns the folder in which the entry point is started. */
    private Path lay(Dockerfile image) throws Exception {
        Path folder = Files.createDirectories(place(image.folder()));
        for (Map.Entry<String, String> copy : image.copies().entrySet()) {
            Path source = copy.getValue().equals("/build/target/app") ? RunningCourse.app() : Path.of(copy.getValue());
            copy(source, folder.resolve(copy.getKey()));
        }
        assertThat(image.runs()).hasSize(2);
        assertThat(image.runs().getFirst())
                .contains("mkdir -p /surprisal/data", "chown " + image.user() + " /surprisal/data");
        // The build has trained its cache by the same words as the image does
        assertThat(image.runs().getLast())
                .contains("-XX:AOTCacheOutput=app/surprisal.aot", "-Dsurprisal.rehearsal=true")
                .contains("-XX:+UseCompactObjectHeaders", "-jar app/surprisal.jar");
        Path data = Files.createDirectories(place("/surprisal/data"));
        Path worked = RunningCourse.app().resolveSibling("training").resolve("cache");
        if (Files.isDirectory(worked)) {
            FileSystemUtils.copyRecursively(worked, data.resolve("cache"));
        }
        Process chown = new ProcessBuilder("chown", "-R", image.uid(), data.toString()).start();
        assertThat(chown.waitFor()).isZero();
        return folder;
    }

    /** With their times, by which the cache knows its jars. */
    private static void copy(Path from, Path to) throws IOException {
        Files.walkFileTree(from, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
                Files.createDirectories(to.resolve(from.relativize(folder)));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.copy(file, to.resolve(from.relativize(file)), StandardCopyOption.COPY_ATTRIBUTES);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
