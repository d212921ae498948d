package dev.surprisal.typeset;

import java.nio.file.Path;
import java.util.Collection;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Typesets formulas. Safe for use by many threads, each of which gets a copy of KaTeX of its own; a formula that was typeset before
 * comes from memory or from disk.
 *
 * <p>{@code \pdata} and {@code \pmodel} are the distributions of the data and of the model, in spans of the classes {@code role-p} and
 * {@code role-q}.
 */
public final class Typesetter {

    private static final long TELL_EVERY = TimeUnit.SECONDS.toNanos(5);

    private final Queue<Katex> idle = new ConcurrentLinkedQueue<>();
    private final FormulaCache cache;

    /** The variants of all questions are many: only those asked for of late are remembered, and none is kept on disk. */
    private final FormulaCache variants = FormulaCache.inMemory(1000);

    private final Progress progress;

    /** Hears every few seconds how far a large piece of work has come. */
    public interface Progress {
        /** So many formulas of all have been typeset, or were known. */
        void come(int done, int all);
    }

    private Typesetter(FormulaCache cache, Progress progress) {
        this.cache = cache;
        this.progress = progress;
    }

    /** Remembers results as long as it lives. */
    public static Typesetter inMemory() {
        return new Typesetter(FormulaCache.inMemory(FormulaCache.USUAL), (_, _) -> {});
    }

    /** Keeps results in {@code folder} too, which is made when needed. A folder that cannot be used costs time, nothing else. */
    public static Typesetter cachedIn(Path folder) {
        return cachedIn(folder, (_, _) -> {});
    }

    /** The same, and says how far it has come. */
    public static Typesetter cachedIn(Path folder, Progress progress) {
        return new Typesetter(FormulaCache.in(folder), progress);
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
        var done = new AtomicInteger();
        var next = new AtomicLong(System.nanoTime() + TELL_EVERY);
        formulas.parallelStream().forEach(formula -> {
            var _ = typeset(formula);
            int come = done.incrementAndGet();
            long due = next.get();
            long now = System.nanoTime();
            if (now - due > 0 && next.compareAndSet(due, now + TELL_EVERY)) {
                progress.come(come, formulas.size());
            }
        });
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
