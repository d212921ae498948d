package dev.surprisal.check.formula;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A formula: sides with the relations between them.
 *
 * @param relations one less than sides; as many where the formula begins with one, going on from what stands before it
 */
public record Chain(List<Term> sides, List<Relation> relations) {

    public Chain {
        sides = List.copyOf(sides);
        relations = List.copyOf(relations);
    }

    /** Whether it goes on from the formula before it. */
    public boolean goesOn() {
        return relations.size() == sides.size();
    }

    /** The same with the side from which it goes on. */
    public Chain from(Term before) {
        var all = new ArrayList<Term>(List.of(before));
        all.addAll(sides);
        return new Chain(all, relations);
    }

    /** The names of the distributions in a term, in the order in which they occur. */
    public static Set<String> distributions(Term term) {
        Set<String> names = new LinkedHashSet<>();
        term.walk(part -> {
            switch (part) {
                case Term.Probability probability -> names.add(probability.distribution());
                case Term.Mean mean -> names.add(mean.under());
                case Term.Kl(var p, var q) -> names.addAll(List.of(p, q));
                case Term.CrossEntropy(var p, var q) -> {
                    names.add(p);
                    names.add(q);
                }
                default -> {}
            }
        });
        return names;
    }

    /** The letters in a term. */
    public static Set<String> letters(Term term) {
        Set<String> names = new LinkedHashSet<>();
        term.walk(part -> {
            if (part instanceof Term.Letter(var name)) {
                names.add(name);
            }
        });
        return names;
    }

    /** Whether something in a term is of a kind. */
    public static boolean has(Term term, Class<? extends Term> kind) {
        boolean[] has = {false};
        term.walk(part -> has[0] |= kind.isInstance(part));
        return has[0];
    }
}
