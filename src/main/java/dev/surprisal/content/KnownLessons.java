package dev.surprisal.content;

import dev.surprisal.content.LessonRenderer.Rendered;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The lessons of a content folder as they were read last. When it is read again, a lesson is taken over if neither its own files have
 * changed, nor the glossary, nor the works, nor anything that it asked about other lessons: what it links to, and what that is called. So
 * what is seen does not depend on what was known. For one reader at a time.
 */
public final class KnownLessons {

    private final Evaluations.Results results = new Evaluations.Results();
    private final Map<String, Known> byFolder = new HashMap<>();

    /** The text of the works when they were last read without a problem. */
    private String works = "";

    private Bibliography bibliography = Bibliography.EMPTY;

    /**
     * What became of a lesson when it was last written.
     *
     * @param asked what it asked about other lessons, with the answers
     */
    record Written(
            Rendered rendered, List<LessonText> texts, List<Problem> problems, Map<Addresses.Asked, String> asked) {
        Written {
            asked = Map.copyOf(asked);
            problems = List.copyOf(problems);
            texts = List.copyOf(texts);
        }
    }

    /** A folder that was read. */
    static final class Known {
        private final LessonFolder folder;
        private final String digest;
        private final Evaluations.Results results;
        private LessonFolder.Parsed parsed;
        private String writtenFor = "";
        private @Nullable Written written;

        private Known(LessonFolder folder, String digest, Evaluations.Results results) {
            this.folder = folder;
            this.digest = digest;
            this.results = results;
            parsed = folder.parse(results);
        }

        LessonFolder.Parsed parsed() {
            return parsed;
        }

        Optional<LessonFiles> files() {
            return Optional.ofNullable(parsed.files());
        }

        /**
         * How it was written when all was as {@code around} says and what it asks of other lessons had the same answers; empty when it
         * has to be written anew, of {@link #parsed} files.
         */
        Optional<Written> written(String around, Addresses addresses) {
            if (written != null && writtenFor.equals(around) && addresses.answer(written.asked())) {
                return Optional.of(written);
            }
            if (written != null) {
                // Writing changes the tree and adds to the problems of its files
                parsed = folder.parse(results);
                written = null;
            }
            return Optional.empty();
        }

        void keep(String around, Written made) {
            writtenFor = around;
            written = made;
        }
    }

    /** The works in a file, in which problems are reported. */
    Bibliography bibliography(SourceFile file) {
        if (works.equals(file.text())) {
            return bibliography;
        }
        Bibliography read = BibliographyReader.read(file);
        if (file.problems().isEmpty()) {
            works = file.text();
            bibliography = read;
        }
        return read;
    }

    /** Those in these folders, read anew where a file has changed; all others are forgotten. */
    List<Known> read(List<LessonFolder> folders) {
        var all = new ArrayList<Known>();
        for (LessonFolder folder : folders) {
            String digest = folder.digest();
            Known known = byFolder.get(folder.path());
            if (known == null || !known.digest.equals(digest)) {
                known = new Known(folder, digest, results);
                byFolder.put(folder.path(), known);
            }
            all.add(known);
        }
        Set<String> paths = folders.stream().map(LessonFolder::path).collect(Collectors.toSet());
        byFolder.keySet().retainAll(paths);
        return all;
    }
}
