package dev.surprisal.expression;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** A function of the language: how it is called and what it computes. Its {@link #signature} is what messages show. */
sealed interface Operation {

    String name();

    /** How it is called, {@code normal(mean, sd)}. */
    String signature();

    /** The fewest arguments it takes. */
    int fewest();

    /** The most arguments it takes. */
    int most();

    /** {@code name(parameters…)}, each with its own kind. */
    record Plain(String name, List<Parameter> parameters, Function<Arguments, Value> body) implements Operation {

        public Plain {
            parameters = List.copyOf(parameters);
        }

        @Override
        public String signature() {
            return name + "("
                    + String.join(", ", parameters.stream().map(Parameter::name).toList()) + ")";
        }

        @Override
        public int fewest() {
            return parameters.size();
        }

        @Override
        public int most() {
            return parameters.size();
        }
    }

    /**
     * A function of one number, applied to each element when it is given a list.
     *
     * @param domain what the argument must be, for the message when the body answers NaN
     */
    record Scalar(String name, String domain, DoubleUnaryOperator body) implements Operation {

        @Override
        public String signature() {
            return name + "(x)";
        }

        @Override
        public int fewest() {
            return 1;
        }

        @Override
        public int most() {
            return 1;
        }
    }

    /** A function of some numbers, given one by one or as one list. */
    record Summary(String name, ToDoubleFunction<double[]> body) implements Operation {

        @Override
        public String signature() {
            return name + "(x, y, …)";
        }

        @Override
        public int fewest() {
            return 1;
        }

        @Override
        public int most() {
            return Integer.MAX_VALUE;
        }
    }
}
