package dev.surprisal.typeset;

import java.nio.file.Path;
import java.util.Collection;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Typesets formulas. Safe for use by many threads, each of which gets a copy of KaTeX of its own; a formula that was typeset before
 * comes from memory or from disk.
 *
 * <p>{@code \pdata} and {@code \pmodel} are the distributions of the data and of the model, in spans of the classes {@code role-p} and
 * {@code role-q}.
 */
public final class Typesetter {

    private final Queue<Katex> idle = new ConcurrentLinkedQueue<>();
    private final FormulaCache cache;

    /** The variants of all questions are many: only those asked for of late are remembered, and none is kept on disk. */
    private final FormulaCache variants = FormulaCache.inMemory(1000);

    private Typesetter(FormulaCache cache) {
        this.cache = cache;
    }

    /** Remembers results as long as it lives. */
    public static Typesetter inMemory() {
        return new Typesetter(FormulaCache.inMemory(FormulaCache.USUAL));
    }

    /** Keeps results in {@code folder} too, which is made when needed. A folder that cannot be used costs time, nothing else. */
    public static Typesetter cachedIn(Path folder) {
        return new Typesetter(FormulaCache.in(folder));
    }

    public Typeset typeset(Formula formula) {
        return cache.get(formula, this::compute);
    }

    /** Typesets a formula with the numbers of one variant among many. */
    public Typeset typesetVariant(Formula formula) {
        return variants.get(formula, this::compute);
    }

    /** Typesets many formulas side by side, so that asking for each is quick afterwards. */
    public void prepare(Collection<Formula> formulas) {
        formulas.parallelStream().forEach(this::typeset);
    }

    private Typeset compute(Formula formula) {
        Katex polled = idle.poll();
        Katex katex = polled == null ? new Katex() : polled;
        // Not in a finally: a copy that failed unexpectedly is not used again
        Typeset typeset = katex.typeset(formula);
        idle.add(katex);
        return typeset;
    }
}
