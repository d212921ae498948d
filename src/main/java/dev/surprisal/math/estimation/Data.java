package dev.surprisal.math.estimation;

import dev.surprisal.math.Decimal;
import dev.surprisal.math.Require;
import dev.surprisal.math.Sum;

/** Checks and sums of data series. */
final class Data {

    private Data() {}

    /** At least {@code least} finite numbers. */
    static double[] numbers(String name, double[] data, int least) {
        if (data.length < least) {
            throw new IllegalArgumentException(name + " must have at least " + least
                    + (least == 1 ? " number, got " : " numbers, got ") + data.length);
        }
        for (int i = 0; i < data.length; i++) {
            Require.finite(at(name, i), data[i]);
        }
        return data;
    }

    /** At least {@code least} whole numbers {@code >= 0}. */
    static double[] counts(String name, double[] data, int least) {
        numbers(name, data, least);
        for (int i = 0; i < data.length; i++) {
            if (!(data[i] >= 0 && data[i] == Math.floor(data[i]))) {
                throw new IllegalArgumentException(
                        at(name, i) + " must be a whole number >= 0, got " + Decimal.shortest(data[i]));
            }
        }
        return data;
    }

    /** Two series of one length, each of at least {@code least} finite numbers. */
    static void pairs(double[] x, double[] y, int least) {
        if (x.length != y.length) {
            throw new IllegalArgumentException(
                    "x and y must have the same length, got " + x.length + " and " + y.length);
        }
        numbers("x", x, least);
        numbers("y", y, least);
    }

    static double mean(double[] data) {
        return Sum.mean(data);
    }

    /** The sum of (x - center)^2. */
    static double squares(double[] data, double center) {
        Sum sum = new Sum();
        for (double x : data) {
            sum.addProduct(x - center, x - center);
        }
        return sum.value();
    }

    static String at(String name, int i) {
        return name + "[" + i + "]";
    }
}
