package dev.surprisal.question;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.List;
import java.util.Map;
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
            CodeSource source = CoreVersion.class.getProtectionDomain().getCodeSource();
            Path place = place(source.getLocation());
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

    /** The folder or jar of these classes; Spring's loader names those in a jar of jars {@code jar:nested:/app.jar/!BOOT-INF/classes/!/}. */
    private static Path place(URL location) throws URISyntaxException {
        String text = location.toString();
        if (!text.startsWith("jar:")) {
            return Path.of(location.toURI());
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
