package dev.surprisal.check;

import dev.surprisal.check.formula.Chain;
import dev.surprisal.check.formula.Drawn;
import dev.surprisal.check.formula.Setting;
import dev.surprisal.check.formula.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** A sum of entropies and divergences of two distributions has a name: KL plus the entropy of its left side is the cross-entropy. */
final class KnownSums {

    private static final int CASES = 10;

    private KnownSums() {}

    static Optional<String> fault(Term sum) {
        List<String> names = List.copyOf(Chain.distributions(sum));
        boolean mixed = Chain.has(sum, Term.CrossEntropy.class) || Chain.has(sum, Term.Mean.class);
        if (names.size() != 2 || !mixed || !Chain.letters(sum).isEmpty() || !ofTwo(sum)) {
            return Optional.empty();
        }
        String p = names.get(0);
        String q = names.get(1);
        for (Term named : named(p, q)) {
            if (isAlways(sum, named)) {
                return Optional.empty();
            }
        }
        OptionalDouble value = Equations.value(sum, new Drawn(0, ""));
        return value.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        "this sum is neither a divergence nor a cross-entropy: KL(p || q) is H(p, q) − H(p), is a sign or"
                                + " a direction wrong?");
    }

    /** Whether one term of it is of both distributions. */
    private static boolean ofTwo(Term sum) {
        boolean[] found = {false};
        sum.walk(part -> found[0] |= part instanceof Term.Kl
                || (part instanceof Term.CrossEntropy(var p, var q) && !p.equals(q))
                || (part instanceof Term.Mean && Chain.distributions(part).size() == 2));
        return found[0];
    }

    private static List<Term> named(String p, String q) {
        var named = new ArrayList<Term>();
        for (Term term : List.of(
                new Term.Kl(p, q), new Term.Kl(q, p), new Term.CrossEntropy(p, q), new Term.CrossEntropy(q, p))) {
            named.add(term);
            named.add(new Term.Minus(term));
        }
        named.add(new Term.CrossEntropy(p, p));
        named.add(new Term.CrossEntropy(q, q));
        named.add(new Term.Plus(new Term.Kl(p, q), new Term.Kl(q, p)));
        return named;
    }

    private static boolean isAlways(Term sum, Term named) {
        for (int number = 0; number < CASES; number++) {
            var drawn = new Drawn(number, "");
            OptionalDouble value = Equations.value(sum, drawn);
            if (value.isEmpty() || Math.abs(value.getAsDouble() - named.value(drawn, Setting.NO_OUTCOME)) > 1e-9) {
                return false;
            }
        }
        return true;
    }
}
