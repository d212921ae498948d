package dev.surprisal.question;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/**
 * Which code grades: a digest of the classes of the rooms that decide a verdict. Two builds of the same sources by the same compiler
 * have the same; after any change in those rooms it is another, so nothing that was computed before is taken for granted.
 */
public final class CoreVersion {
    private static final int LENGTH = 12;
    private static final String ROOT = "dev/surprisal/";
    private static final String SELF = ROOT + "question/CoreVersion.class";
    private static final List<String> ROOMS =
            List.of("math/", "expression/", "widget/", "typeset/", "content/", "question/", "check/");

    private CoreVersion() {}

    /** Hexadecimal digits. */
    public static String code() {
        return Code.DIGEST;
    }

    /** Computed when it is first asked for. */
    private static final class Code {
        static final String DIGEST = digest();
    }

    private static String digest() {
        Map<String, Long> checksums = new TreeMap<>();
        try {
            Path place = place(Objects.requireNonNull(CoreVersion.class.getResource("/" + SELF)));
            if (Files.isDirectory(place)) {
                ofFolder(place, checksums);
            } else {
                ofJar(place, checksums);
            }
        } catch (IOException | URISyntaxException | RuntimeException unreadable) {
            throw new IllegalStateException("the program cannot read its own classes", unreadable);
        }
        if (checksums.isEmpty()) {
            throw new IllegalStateException("the program does not find its own classes");
        }
        return Choices.digest(checksums.toString()).substring(0, LENGTH);
    }

    /**
     * The folder or jar of these classes, found by one of them: what the class itself says of where it comes from stands in the cache of
     * loaded classes, which may have been moved together with the program. Spring's loader names those in a jar of jars
     * {@code jar:nested:/app.jar/!BOOT-INF/classes/!/}.
     */
    private static Path place(URL self) throws URISyntaxException {
        String text = self.toString();
        if (!text.startsWith("jar:")) {
            return Path.of(new URI(text.substring(0, text.length() - SELF.length())));
        }
        String outer = text.substring("jar:".length()).replaceFirst("^nested:", "file:");
        return Path.of(new URI(outer.replaceFirst("/?!.*$", "")));
    }

    private static void ofFolder(Path folder, Map<String, Long> checksums) throws IOException {
        for (String room : ROOMS) {
            try (Stream<Path> files = Files.walk(folder.resolve(ROOT + room))) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    var checksum = new CRC32();
                    checksum.update(Files.readAllBytes(file));
                    String name = folder.relativize(file).toString().replace('\\', '/');
                    checksums.put(name, checksum.getValue());
                }
            }
        }
    }

    private static void ofJar(Path jar, Map<String, Long> checksums) throws IOException {
        try (var file = new JarFile(jar.toFile())) {
            file.stream().forEach(entry -> {
                int root = entry.getName().indexOf(ROOT);
                if (root >= 0
                        && !entry.isDirectory()
                        && ROOMS.stream().anyMatch(room -> entry.getName().startsWith(room, root + ROOT.length()))) {
                    checksums.put(entry.getName().substring(root), entry.getCrc());
                }
            });
        }
    }
}
