package dev.surprisal.typeset;

import dev.surprisal.cache.KeptTexts;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Typeset formulas by what they are made from: the latest in memory, the good ones on disk as well if there is a folder. */
final class FormulaCache {

    /** How many a course needs in memory. */
    static final int USUAL = 5000;

    private final Map<Formula, Typeset> latest;
    private final @Nullable KeptTexts kept;

    private FormulaCache(@Nullable KeptTexts kept, int most) {
        this.kept = kept;
        latest = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<Formula, Typeset> eldest) {
                return size() > most;
            }
        });
    }

    static FormulaCache inMemory(int most) {
        return new FormulaCache(null, most);
    }

    static FormulaCache in(Path folder) {
        return new FormulaCache(KeptTexts.in(folder), USUAL);
    }

    Typeset get(Formula formula, Function<Formula, Typeset> typesetter) {
        Typeset known = latest.get(formula);
        if (known != null) {
            return known;
        }
        // Not computed inside the map: two threads may both typeset a formula, none ever waits
        Typeset typeset = stored(formula).orElseGet(() -> {
            Typeset made = typesetter.apply(formula);
            store(formula, made);
            return made;
        });
        latest.put(formula, typeset);
        return typeset;
    }

    private Optional<Typeset> stored(Formula formula) {
        return kept == null ? Optional.empty() : kept.find(name(formula)).map(Typeset.Html::new);
    }

    private void store(Formula formula, Typeset typeset) {
        if (kept != null && typeset instanceof Typeset.Html(var html)) {
            kept.keep(name(formula), html);
        }
    }

    private static String name(Formula formula) {
        return hash(formula) + ".html";
    }

    private static String hash(Formula formula) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(Version.BYTES);
            digest.update((byte) (formula.display() ? 'D' : 'I'));
            digest.update(formula.latex().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest.digest(), 0, 16);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Read when the first formula is looked up. */
    private static final class Version {
        static final byte[] BYTES = Katex.version().getBytes(StandardCharsets.UTF_8);
    }
}
