package dev.surprisal.expression;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The names an expression can use and their values; immutable. */
public final class Scope {

    /** No names at all. */
    public static final Scope EMPTY = new Scope(Map.of());

    private final Map<String, Value> values;

    private Scope(Map<String, Value> values) {
        this.values = values;
    }

    /**
     * This scope with one more name, or with another value for a name it has.
     *
     * @throws IllegalArgumentException when {@code name} is no name of the language or already means something in it
     *     ({@code pi})
     */
    public Scope with(String name, Value value) {
        checkName(name);
        var more = new LinkedHashMap<>(values);
        more.put(name, value);
        return new Scope(Collections.unmodifiableMap(more));
    }

    /** This scope with a number under one more name. */
    public Scope with(String name, double value) {
        return with(name, Value.of(value));
    }

    /** This scope with all names of {@code other}, which win over equal ones here. */
    public Scope with(Scope other) {
        var more = new LinkedHashMap<>(values);
        more.putAll(other.values);
        return new Scope(Collections.unmodifiableMap(more));
    }

    public Optional<Value> find(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /** The names in the order in which they were added. */
    public Set<String> names() {
        return values.keySet();
    }

    /**
     * Checks that content may give this name to a value of its own. Names of functions may be reused ({@code mean},
     * {@code beta}): a function is known by the bracket that follows.
     *
     * @throws IllegalArgumentException when it may not
     */
    public static void checkName(String name) {
        if (!Lexer.isName(name)) {
            throw new IllegalArgumentException(
                    "a name is made of the letters a to z, digits and _, starts with a letter and has at most "
                            + Lexer.MAX_NAME + " characters, got '" + shortened(name) + "'");
        }
        if (Vocabulary.isReserved(name)) {
            throw new IllegalArgumentException("the name " + name + " is taken: it is a word of the language");
        }
    }

    /** Equal when the names and their values are. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Scope that && values.equals(that.values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    static String shortened(String text) {
        return text.length() <= 40 ? text : text.substring(0, 40) + "…";
    }
}
