package dev.surprisal.math.sampling;

import dev.surprisal.math.Decimal;
import dev.surprisal.math.Elementary;
import dev.surprisal.math.Require;
import dev.surprisal.math.distribution.Generator;

/**
 * Two independent standard normal numbers from two uniform ones: a radius sqrt(-2 ln u1) in the direction of 2 pi u2. Box and
 * Muller, "A note on the generation of random normal deviates", Ann. Math. Stat. 29, 1958.
 */
public final class BoxMuller {

    private static final double HALF_PI = 1.5707963267948966;

    private BoxMuller() {}

    /**
     * sqrt(-2 ln u1) cos(2 pi u2). Exactly 0 at u2 = 1/4 and 3/4, where the cosine of a rounded angle is 6e-17; relative error
     * below 1e-15.
     *
     * @param u1 in (0, 1]; at 0 the radius would be infinite
     * @param u2 in [0, 1]
     */
    public static double first(double u1, double u2) {
        return product(radius(u1), cosineOfTurn(u2));
    }

    /**
     * sqrt(-2 ln u1) sin(2 pi u2). Exactly 0 at u2 = 0, 1/2 and 1; relative error below 1e-15.
     *
     * @param u1 in (0, 1]
     * @param u2 in [0, 1]
     */
    public static double second(double u1, double u2) {
        return product(radius(u1), sineOfTurn(u2));
    }

    /**
     * Two independent draws from N(0, 1): both numbers of the next two uniform ones. Relative error below 1e-15 as an
     * image of the uniform numbers.
     */
    public static double[] pair(Generator generator) {
        double u1 = generator.nextOpenUnit();
        double u2 = generator.nextUnit();
        return new double[] {first(u1, u2), second(u1, u2)};
    }

    private static double radius(double u1) {
        if (!(u1 > 0 && u1 <= 1)) {
            throw new IllegalArgumentException("u1 must lie in (0, 1], got " + Decimal.shortest(u1));
        }
        return Math.sqrt(-2 * Elementary.log(u1));
    }

    /** No -0. */
    private static double product(double radius, double factor) {
        double result = radius * factor;
        return result == 0 ? 0 : result;
    }

    private static double cosineOfTurn(double u) {
        Require.probability("u2", u);
        int quarter = nearestQuarter(u);
        double angle = (4 * u - quarter) * HALF_PI;
        return switch (quarter & 3) {
            case 0 -> Elementary.cos(angle);
            case 1 -> -Elementary.sin(angle);
            case 2 -> -Elementary.cos(angle);
            default -> Elementary.sin(angle);
        };
    }

    private static double sineOfTurn(double u) {
        Require.probability("u2", u);
        int quarter = nearestQuarter(u);
        double angle = (4 * u - quarter) * HALF_PI;
        return switch (quarter & 3) {
            case 0 -> Elementary.sin(angle);
            case 1 -> Elementary.cos(angle);
            case 2 -> -Elementary.sin(angle);
            default -> -Elementary.cos(angle);
        };
    }

    /** The rest of an angle to the nearest quarter of a turn is exact: the multiples of a quarter are hit exactly. */
    private static int nearestQuarter(double u) {
        return (int) Math.floor(4 * u + 0.5);
    }
}
