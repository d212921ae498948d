package dev.surprisal.content;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The files of a content folder, none of which lies outside of it. */
final class ContentFolder {

    static final int LARGEST_FILE = 1 << 20;
    static final int LARGEST_PICTURE = 1 << 21;
    private static final int MOST_ENTRIES = 1000;

    private final Path root;

    private ContentFolder(Path root) {
        this.root = root;
    }

    /** @throws IOException when there is no such folder */
    static ContentFolder open(Path folder) throws IOException {
        Path root = folder.toRealPath();
        if (!Files.isDirectory(root)) {
            throw new NotDirectoryException(folder.toString());
        }
        return new ContentFolder(root);
    }

    /** Something that cannot be read, with a sentence for the author. */
    static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1L;

        /** In characters before it, where the text cannot be decoded; 0 else. */
        final transient SourcePosition position;

        Unreadable(String name, int line, int column, String message) {
            super(message);
            position = new SourcePosition(name, line, column);
        }

        Problem problem() {
            return Problem.of(Rule.FILE, position, String.valueOf(getMessage()));
        }
    }

    /** What stands directly in {@code folder}, sorted; hidden files and editors' leftovers aside. Empty where there is no such folder. */
    List<String> list(String folder) throws Unreadable {
        Path directory = inside(folder);
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(directory)) {
            List<String> names = entries.map(entry -> entry.getFileName().toString())
                    .filter(name -> !name.startsWith(".") && !name.startsWith("#") && !name.endsWith("~"))
                    .limit(MOST_ENTRIES + 1L)
                    .sorted()
                    .toList();
            if (names.size() > MOST_ENTRIES) {
                throw new Unreadable(folder, 1, 1, "a folder has at most " + MOST_ENTRIES + " entries");
            }
            return names;
        } catch (IOException unreadable) {
            throw new Unreadable(folder, 1, 1, "the folder cannot be read");
        }
    }

    boolean isFolder(String name) throws Unreadable {
        return Files.isDirectory(inside(name));
    }

    boolean isFile(String name) throws Unreadable {
        return Files.isRegularFile(inside(name));
    }

    /** The text of a file, a byte order mark removed and its lines ending with line feeds. */
    SourceFile read(String name) throws Unreadable {
        return source(name, bytes(name, LARGEST_FILE));
    }

    /** The text that a file consists of. */
    static SourceFile source(String name, byte[] bytes) throws Unreadable {
        return new SourceFile(name, decoded(name, bytes));
    }

    /** What a file consists of, at most so many bytes. */
    byte[] bytes(String name, int most) throws Unreadable {
        Path file = inside(name);
        byte[] bytes;
        try (var in = Files.newInputStream(file)) {
            if (!Files.isRegularFile(file)) {
                throw new Unreadable(name, 1, 1, "this is no regular file");
            }
            bytes = in.readNBytes(most + 1);
        } catch (NoSuchFileException _) {
            throw new Unreadable(name, 1, 1, "the file does not exist");
        } catch (IOException _) {
            throw new Unreadable(name, 1, 1, "the file cannot be read");
        }
        if (bytes.length > most) {
            throw new Unreadable(name, 1, 1, "a file has at most " + most + " bytes");
        }
        return bytes;
    }

    /** Refuses a file that is larger, without reading it. */
    void checkSize(String name, long most) throws Unreadable {
        try {
            if (Files.size(inside(name)) > most) {
                throw new Unreadable(name, 1, 1, "a file has at most " + most + " bytes");
            }
        } catch (IOException _) {
            throw new Unreadable(name, 1, 1, "the file cannot be read");
        }
    }

    private static String decoded(String name, byte[] bytes) throws Unreadable {
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(bytes);
        try {
            String text = decoder.decode(in).toString();
            if (text.startsWith("\uFEFF")) {
                text = text.substring(1);
            }
            return text.replace("\r\n", "\n").replace('\r', '\n');
        } catch (CharacterCodingException _) {
            String before = new String(bytes, 0, in.position(), StandardCharsets.UTF_8);
            int line = (int) before.lines().count();
            int column = before.length() - before.lastIndexOf('\n');
            throw new Unreadable(
                    name, Math.max(1, before.endsWith("\n") ? line + 1 : line), column, "the file is not UTF-8 here");
        }
    }

    /** The real place of {@code name}, which is a path below the root with slashes. */
    private Path inside(String name) throws Unreadable {
        Path path = root.resolve(name).normalize();
        Path real;
        try {
            real = path.toRealPath();
        } catch (IOException _) {
            real = path; // does not exist: reading says so
        }
        if (!path.startsWith(root) || !real.startsWith(root)) {
            throw new Unreadable(name, 1, 1, "this leads out of the content folder");
        }
        return real;
    }
}
