package dev.surprisal.content;

import dev.surprisal.expression.Expression;
import dev.surprisal.expression.ExpressionException;
import dev.surprisal.expression.ProseNumber;
import dev.surprisal.expression.Scope;
import dev.surprisal.expression.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A condition tried on seeded cases, the same ones each time. Its names say what is drawn: p, q and r are distributions over the same two
 * to five outcomes, a and b probabilities, m and x numbers from −3 to 3, s and t positive ones, data some zeros and ones.
 */
final class Trial {

    static final int CASES = 300;

    /** What can be drawn. */
    static final Set<String> NAMES = Set.of("p", "q", "r", "a", "b", "m", "x", "s", "t", "data");

    /** That two sides are the same, but for rounding. */
    private static final Pattern IDENTITY = Pattern.compile("\\s*abs\\(.*\\)\\s*<\\s*1e-\\d+\\s*");

    private static final Pattern COMPARISON = Pattern.compile("([^<>=!]+)(<=|>=|==|<|>)([^<>=!]+)");

    private final Expression condition;

    /** The two sides of a condition that is one comparison. */
    private final @Nullable Expression left;

    private final @Nullable Expression right;

    Trial(Expression condition) {
        this.condition = condition;
        Matcher sides = COMPARISON.matcher(condition.source());
        boolean one = sides.matches();
        left = one ? side(sides.group(1)) : null;
        right = one ? side(sides.group(3)) : null;
    }

    private static @Nullable Expression side(String source) {
        try {
            return Expression.parse(source);
        } catch (ExpressionException noSide) {
            return null; // such as the half of "a < b and c"
        }
    }

    /**
     * A case, in words: {@code p = categorical([0.5, 0.5])}, and what the two sides of the condition are.
     *
     * @param holds whether the condition does
     * @param identity whether it says that two things are the same, so that no case is nearer to breaking it than another
     */
    record Case(boolean holds, boolean identity, String drawn, String sides) {}

    /**
     * The first case that refutes the condition, or the one that came nearest to it.
     *
     * @param names those of the lesson, for what is not drawn
     * @throws ExpressionException when the condition cannot be computed
     */
    Case hardest(Scope names) {
        Scope nearest = null;
        double least = Double.POSITIVE_INFINITY;
        for (int number = 0; number < CASES; number++) {
            Scope scope = names.with(new Draw(number).scope(condition.names()));
            if (!condition.truth(scope)) {
                return described(scope, false);
            }
            double distance = distance(scope).orElse(0.0);
            if (nearest == null || distance < least) {
                nearest = scope;
                least = distance;
            }
        }
        return described(Objects.requireNonNull(nearest), true);
    }

    private Optional<Double> distance(Scope scope) {
        if (left == null || right == null) {
            return Optional.empty();
        }
        double distance = Math.abs(left.number(scope) - right.number(scope));
        return Double.isNaN(distance) ? Optional.empty() : Optional.of(distance);
    }

    private Case described(Scope scope, boolean holds) {
        String drawn = condition.names().stream()
                .filter(NAMES::contains)
                .map(name -> name + " = " + scope.find(name).map(Trial::written).orElse(""))
                .collect(Collectors.joining(", "));
        String sides = left == null || right == null
                ? ""
                : written(left.number(scope)) + " against " + written(right.number(scope));
        return new Case(holds, IDENTITY.matcher(condition.source()).matches(), drawn, sides);
    }

    private static String written(double number) {
        if (number == Math.rint(number)) {
            return Value.of(number).printed();
        }
        Scope scope = Scope.EMPTY.with("number", number);
        return ProseNumber.find("= number; 4sf").orElseThrow().print(scope);
    }

    private static String written(Value value) {
        return value.printed().replace("categorical(", "(").replace("([", "(").replace("])", ")");
    }

    /** One case: whatever is asked of it is drawn by its number. Probabilities have two digits, so that a reader can try them. */
    private static final class Draw {
        private static final int HUNDREDTHS = 100;

        private long state;

        Draw(int number) {
            state = number * 1_000_003L;
        }

        Scope scope(Set<String> asked) {
            int outcomes = 2 + next(4);
            Map<String, Value> drawn = new LinkedHashMap<>();
            for (String name : new String[] {"p", "q", "r"}) {
                drawn.put(
                        name,
                        Expression.parse("categorical(" + probabilities(outcomes) + ")")
                                .evaluate(Scope.EMPTY));
            }
            drawn.put("a", Value.of((1 + next(HUNDREDTHS - 1)) / 100.0));
            drawn.put("b", Value.of((1 + next(HUNDREDTHS - 1)) / 100.0));
            drawn.put("m", Value.of((next(61) - 30) / 10.0));
            drawn.put("x", Value.of((next(61) - 30) / 10.0));
            drawn.put("s", Value.of((1 + next(30)) / 10.0));
            drawn.put("t", Value.of((1 + next(30)) / 10.0));
            double[] data = new double[2 + next(12)];
            for (int i = 0; i < data.length; i++) {
                data[i] = next(2);
            }
            drawn.put("data", Value.of(data));
            Scope scope = Scope.EMPTY;
            for (Map.Entry<String, Value> entry : drawn.entrySet()) {
                if (asked.contains(entry.getKey())) {
                    scope = scope.with(entry.getKey(), entry.getValue());
                }
            }
            return scope;
        }

        /** Hundredths, each outcome at least one. */
        private List<String> probabilities(int outcomes) {
            var probabilities = new ArrayList<String>();
            int left = HUNDREDTHS - outcomes;
            for (int i = 0; i < outcomes; i++) {
                int share = i == outcomes - 1 ? left : next(left + 1);
                left -= share;
                probabilities.add(String.valueOf((share + 1) / 100.0));
            }
            return probabilities;
        }

        private int next(int bound) {
            return (int) Math.floorMod(Variation.mixed(state++), (long) bound);
        }
    }
}
