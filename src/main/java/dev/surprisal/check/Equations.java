package dev.surprisal.check;

import dev.surprisal.check.formula.Chain;
import dev.surprisal.check.formula.Drawn;
import dev.surprisal.check.formula.Relation;
import dev.surprisal.check.formula.Setting;
import dev.surprisal.check.formula.Term;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Stream;

/** Tries what a formula says on drawn distributions, and with the values that its names have. */
final class Equations {

    private static final int CASES = 25;

    private Equations() {}

    /** What is wrong with the first relation of a chain that does not hold; empty where nothing is. */
    static Optional<String> fault(Chain chain, List<? extends Setting> known) {
        for (int i = 0; i + 1 < chain.sides().size(); i++) {
            Term left = chain.sides().get(i);
            Term right = chain.sides().get(i + 1);
            Relation relation = chain.relations().get(i);
            // A letter that is put equal to something gets another value, or is looked for
            if (left instanceof Term.Letter || isGiven(left, right)) {
                continue;
            }
            Optional<String> fault = faultOfKnown(left, relation, right, known);
            if (fault.isEmpty() && isIdentity(left, relation, right)) {
                fault = faultOfDrawn(left, relation, right);
            }
            if (fault.isPresent()) {
                return fault;
            }
        }
        return Optional.empty();
    }

    /** Whether this gives a name its value instead of saying something about it. */
    static boolean isGiven(Term left, Term right) {
        return switch (left) {
            case Term.Probability(var _, boolean atOutcome) ->
                !atOutcome && (right instanceof Term.Vector || right instanceof Term.Inserted);
            case Term.Letter _ ->
                Chain.letters(right).isEmpty()
                        && Chain.distributions(right).isEmpty()
                        && !Chain.has(right, Term.Opaque.class);
            default -> false;
        };
    }

    /** The value with what is known; empty where something in it is not. */
    static OptionalDouble value(Term term, Setting setting) {
        try {
            double value = term.value(setting, Setting.NO_OUTCOME);
            return Double.isNaN(value) ? OptionalDouble.empty() : OptionalDouble.of(value);
        } catch (Setting.NoValue _) {
            return OptionalDouble.empty();
        }
    }

    private static Optional<String> faultOfKnown(
            Term left, Relation relation, Term right, List<? extends Setting> known) {
        for (Setting setting : known) {
            OptionalDouble first = value(left, setting);
            OptionalDouble second = value(right, setting);
            if (first.isPresent()
                    && second.isPresent()
                    && !relation.holds(first.getAsDouble(), second.getAsDouble())
                    && Math.abs(first.getAsDouble() - second.getAsDouble()) > unit(left) + unit(right)) {
                return Optional.of(
                        "with the values that the text gives, the left side is " + Numbers.shown(first.getAsDouble())
                                + " and the right side " + Numbers.shown(second.getAsDouble()));
            }
        }
        return Optional.empty();
    }

    /** How far a side may be off for being written with few digits. */
    private static double unit(Term side) {
        Term number = side instanceof Term.Minus(var operand) ? operand : side;
        return number instanceof Term.Numeral(double _, double unit) ? unit * 1.001 : 0;
    }

    /** Whether it says something about all distributions, or all numbers, and not about particular ones. */
    private static boolean isIdentity(Term left, Relation relation, Term right) {
        if (Stream.of(left, right)
                .anyMatch(side -> Chain.has(side, Term.Opaque.class) || Chain.has(side, Term.Inserted.class))) {
            return false;
        }
        if (left instanceof Term.Optimum && right instanceof Term.Optimum) {
            return relation == Relation.EQUAL;
        }
        Set<String> letters = Chain.letters(left);
        boolean ofLogarithms = !letters.isEmpty()
                && letters.equals(Chain.letters(right))
                && Chain.distributions(left).isEmpty()
                && Chain.distributions(right).isEmpty()
                && (Chain.has(left, Term.Logarithm.class) || Chain.has(right, Term.Logarithm.class));
        return switch (relation) {
            case EQUAL ->
                (isQuantity(left) && isQuantity(right))
                        || (ofLogarithms
                                && Chain.has(left, Term.Logarithm.class)
                                && Chain.has(right, Term.Logarithm.class));
            case ABOUT -> isQuantity(left) && isQuantity(right) && (isSampled(left) || isSampled(right));
            case UNEQUAL -> isQuantity(left) && isQuantity(right);
            case LESS, AT_MOST, GREATER, AT_LEAST -> isQuantity(left) || isQuantity(right) || ofLogarithms;
            case OTHER -> false;
        };
    }

    private static boolean isSampled(Term term) {
        return Chain.has(term, Term.SampleSum.class);
    }

    /** Whether it is made of entropies, divergences, means and sums. */
    static boolean isQuantity(Term term) {
        return Chain.has(term, Term.Kl.class)
                || Chain.has(term, Term.CrossEntropy.class)
                || Chain.has(term, Term.Mean.class)
                || Chain.has(term, Term.Sum.class)
                || isSampled(term);
    }

    private static Optional<String> faultOfDrawn(Term left, Relation relation, Term right) {
        if (left instanceof Term.Optimum first && right instanceof Term.Optimum second) {
            return optima(first, second);
        }
        String sampled = sampled(left, right);
        boolean everHeld = false;
        for (int number = 0; number < CASES; number++) {
            var drawn = new Drawn(number, sampled);
            OptionalDouble first = value(left, drawn);
            OptionalDouble second = value(right, drawn);
            if (first.isEmpty() || second.isEmpty()) {
                return Optional.empty();
            }
            boolean holds = relation.holds(first.getAsDouble(), second.getAsDouble());
            everHeld |= holds;
            if (!holds && relation != Relation.UNEQUAL) {
                return Optional.of("this does not hold for all distributions: tried on drawn ones, the left side was "
                        + Numbers.shown(first.getAsDouble()) + " and the right side "
                        + Numbers.shown(second.getAsDouble()));
            }
        }
        return everHeld ? Optional.empty() : Optional.of("the two sides are always equal");
    }

    /** What samples are taken from: what the formula averages over. */
    static String sampled(Term... sides) {
        for (Term side : sides) {
            String[] found = {""};
            side.walk(part -> {
                String left = switch (part) {
                    case Term.Mean mean -> mean.under();
                    case Term.Kl(var p, var _) -> p;
                    case Term.CrossEntropy(var p, var _) -> p;
                    default -> "";
                };
                found[0] = found[0].isEmpty() ? left : found[0];
            });
            if (!found[0].isEmpty()) {
                return found[0];
            }
        }
        return "";
    }

    /** Two objectives have the same optimum when the better of two models is the better one by both. */
    private static Optional<String> optima(Term.Optimum left, Term.Optimum right) {
        String sampled = sampled(left, right);
        List<String> models = Stream.concat(Chain.distributions(left).stream(), Chain.distributions(right).stream())
                .filter(Roles::isModel)
                .distinct()
                .toList();
        for (int number = 0; !models.isEmpty() && number < CASES; number++) {
            var drawn = new Drawn(number, sampled);
            OptionalDouble first = value(left, drawn);
            OptionalDouble second = value(right, drawn);
            models.forEach(drawn::redraw);
            OptionalDouble firstOfOther = value(left, drawn);
            OptionalDouble secondOfOther = value(right, drawn);
            if (Stream.of(first, second, firstOfOther, secondOfOther).anyMatch(OptionalDouble::isEmpty)) {
                return Optional.empty();
            }
            double change = firstOfOther.getAsDouble() - first.getAsDouble();
            double other = secondOfOther.getAsDouble() - second.getAsDouble();
            if (change * other < 0) {
                return Optional.of(
                        "these are not the same: of two drawn models one is better by the left side, the other by the right");
            }
        }
        return Optional.empty();
    }
}
