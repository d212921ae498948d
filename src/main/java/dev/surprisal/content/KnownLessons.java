package dev.surprisal.content;

import dev.surprisal.content.LessonRenderer.Rendered;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The lessons of a content folder as they were read last. When it is read again, a lesson is taken over if neither its own files have
 * changed nor anything that lessons say of each other: their ids, titles, pages and what can be linked to, the glossary, the works. So
 * what is seen does not depend on what was known. For one reader at a time.
 */
public final class KnownLessons {

    private final Evaluations.Results results = new Evaluations.Results();
    private final Map<String, Known> byFolder = new HashMap<>();

    /** What became of a lesson when it was last written. */
    record Written(Rendered rendered, List<LessonText> texts, List<Problem> problems) {
        Written {
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

        /** How it was written when all was as {@code around} says; empty when it has to be written anew, of {@link #parsed} files. */
        Optional<Written> written(String around) {
            if (written != null && writtenFor.equals(around)) {
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

    /** All that one lesson can say of another, in one digest. */
    static String interfaces(List<Known> lessons) {
        var text = new StringBuilder();
        for (Known known : lessons) {
            LessonFiles files = known.parsed.files();
            if (files == null) {
                continue;
            }
            text.append(known.folder.path())
                    .append(files.id().map(Objects::toString).orElse(""))
                    .append('\n')
                    .append(files.frontMatter().title())
                    .append('\n')
                    .append(files.frontMatter().status())
                    .append(files.pages().keySet())
                    .append('\n');
            for (Target target : files.targets().all()) {
                text.append(target.id())
                        .append(' ')
                        .append(target.kind())
                        .append(target.place())
                        .append(target.number())
                        .append(' ')
                        .append(InlineRenderer.title(target))
                        .append('\n');
            }
        }
        return Digest.of(text.toString());
    }
}
