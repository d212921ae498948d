package dev.surprisal.content;

import dev.surprisal.content.ContentFolder.Unreadable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The files that the course offers to take away, {@code content/downloads}: data, sheets, notebooks. Nothing of them is ever shown as a page. */
public final class Downloads {

    /** What addresses of such files start with, and the folder they lie in. */
    public static final String FOLDER = "downloads";

    /** The largest file that is handed out. */
    static final int LARGEST = 10 << 20;

    private static final Pattern NAME =
            Pattern.compile("[a-z0-9][a-z0-9_-]{0,79}\\.(?:csv|tsv|txt|json|pdf|ipynb|py|r|jl|bib|zip)");

    private Downloads() {}

    /**
     * The bytes of a file as it is now; empty where there is no such file, or none that may be handed out.
     *
     * @param content the content folder
     */
    public static Optional<byte[]> find(Path content, String name) {
        if (!NAME.matcher(name).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(ContentFolder.open(content).bytes(FOLDER + "/" + name, LARGEST));
        } catch (IOException | Unreadable notOffered) {
            return Optional.empty();
        }
    }

    /**
     * The names of the files that can be handed out.
     *
     * @throws IOException when there is no such content folder
     */
    public static List<String> list(Path content) throws IOException {
        return List.copyOf(names(ContentFolder.open(content), new ArrayList<>()));
    }

    /**
     * Copies all of them below a folder, as pages that are taken along link to them.
     *
     * @throws IOException when there is no such content folder, or a file cannot be written
     */
    public static void copy(Path content, Path into) throws IOException {
        for (String name : list(content)) {
            Optional<byte[]> bytes = find(content, name);
            if (bytes.isPresent()) {
                Files.write(Files.createDirectories(into.resolve(FOLDER)).resolve(name), bytes.get());
            }
        }
    }

    /** The names of the files, with problems of those that are none. */
    static Set<String> names(ContentFolder folder, List<Problem> problems) {
        var names = new TreeSet<String>();
        List<String> present = new ArrayList<>();
        try {
            present.addAll(folder.list(FOLDER));
        } catch (Unreadable unreadable) {
            problems.add(unreadable.problem());
        }
        for (String name : present) {
            String path = FOLDER + "/" + name;
            try {
                if (!NAME.matcher(name).matches()) {
                    problems.add(Problem.of(
                            Rule.UNKNOWN_FILE,
                            new SourcePosition(path, 1, 1),
                            "this is not handed out: a file to download is named with small letters, digits, - and _ and ends with"
                                    + " .csv, .tsv, .txt, .json, .pdf, .ipynb, .py, .r, .jl, .bib or .zip"));
                } else if (!folder.isFile(path)) {
                    problems.add(Problem.of(
                            Rule.UNKNOWN_FILE,
                            new SourcePosition(path, 1, 1),
                            "this is no regular file and not handed out"));
                } else {
                    folder.checkSize(path, LARGEST);
                    names.add(name);
                }
            } catch (Unreadable unreadable) {
                problems.add(unreadable.problem());
            }
        }
        return names;
    }
}
