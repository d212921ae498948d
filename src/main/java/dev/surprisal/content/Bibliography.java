package dev.surprisal.content;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The works that the course can cite, by their keys. */
final class Bibliography {

    /** Of a course that cites nothing. */
    static final Bibliography EMPTY = new Bibliography(Map.of(), true);

    /** Of a file that could not be understood: no key can be called unknown. */
    static final Bibliography UNKNOWN = new Bibliography(Map.of(), false);

    /**
     * A work.
     *
     * @param label how the text calls it, {@code Cover and Thomas 2006}
     * @param html how the list of works gives it
     */
    record Work(String key, String label, String html) {

        /** Of its entry in a page's list. */
        String id() {
            return Citations.PREFIX + key;
        }
    }

    private final Map<String, Work> works;
    private final boolean complete;

    private Bibliography(Map<String, Work> works, boolean complete) {
        this.works = works;
        this.complete = complete;
    }

    /** @param complete whether every key of the file is among the works */
    static Bibliography of(Iterable<Work> works, boolean complete) {
        Map<String, Work> byKey = new LinkedHashMap<>();
        works.forEach(work -> byKey.putIfAbsent(work.key(), work));
        return new Bibliography(byKey, complete);
    }

    Optional<Work> find(String key) {
        return Optional.ofNullable(works.get(key));
    }

    /** For suggestions. */
    Set<String> keys() {
        return works.keySet();
    }

    /** Whether a key that is not among the works does not exist. */
    boolean isComplete() {
        return complete;
    }
}
