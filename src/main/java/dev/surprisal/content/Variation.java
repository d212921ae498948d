package dev.surprisal.content;

import dev.surprisal.expression.Scope;
import dev.surprisal.expression.Value;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The numbers with which a question can be asked. Its variants are listed once, when the content is read: each is certified, and a
 * variant is known by its place in the list. The list belongs to the question's semantic revision.
 */
public final class Variation {

    /** Larger than any list of variants and prime, so that a walk with this stride meets every variant before it meets one twice. */
    private static final long STRIDE = 1_000_003;

    private final List<String> names;
    private final List<Scope> variants;

    Variation(List<String> names, List<Scope> variants) {
        if (variants.isEmpty()) {
            throw new IllegalArgumentException("there is no variant");
        }
        this.names = List.copyOf(names);
        this.variants = List.copyOf(variants);
    }

    /** A question that is always the same. */
    public static Variation none(Scope scope) {
        return new Variation(List.of(), List.of(scope));
    }

    /** The variants that were listed before. */
    public static Variation of(List<String> names, List<Scope> variants) {
        return new Variation(names, variants);
    }

    public boolean varies() {
        return variants.size() > 1;
    }

    public int size() {
        return variants.size();
    }

    /** The names that differ between the variants. */
    public List<String> names() {
        return names;
    }

    /** The variant of a number that may come from anywhere: numbers beyond the last variant start again with the first. */
    public Scope at(int variant) {
        return variants.get(place(variant));
    }

    public List<Scope> variants() {
        return variants;
    }

    /** The place in the list that {@link #at} takes. */
    public int place(int variant) {
        return Math.floorMod(variant, variants.size());
    }

    /** The variant that a learner meets first. */
    public int first(long seed, QuestionId question) {
        return (int) Math.floorMod(mixed(seed * 31 + question.value().hashCode()), (long) variants.size());
    }

    /** Another variant than this one, where there is one. */
    public int next(int variant) {
        return (int) ((place(variant) + STRIDE) % variants.size());
    }

    /**
     * The variant of the {@code turn}th time, from 0, that a learner meets the question again: another each time while there are some,
     * and never the first. It walks against {@link #next}, so that both meet as late as can be.
     */
    public int again(long seed, QuestionId question, int turn) {
        int others = Math.max(1, variants.size() - 1);
        return (int) Math.floorMod(first(seed, question) - (turn % others + 1) * STRIDE, (long) variants.size());
    }

    /** The names with their values: "a = 0.6, h = 3". */
    public String described(int variant) {
        Scope scope = at(variant);
        return names.stream()
                .map(name -> name + " = " + scope.find(name).map(Value::printed).orElse(""))
                .collect(Collectors.joining(", "));
    }

    boolean hasAny(Set<String> used) {
        return names.stream().anyMatch(used::contains);
    }

    /** The finaliser of SplitMix64 (Steele, Lea and Flood 2014). */
    static long mixed(long seed) {
        long z = seed + 0x9e3779b97f4a7c15L;
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }
}
