package dev.surprisal.widget;

import java.util.List;

/** The unit of information: how a number in nats is shown. */
public enum Unit {
    NATS("nats", "ln"),
    BITS("bits", "log₂");

    /** The key of content that sets it. */
    public static final Parameter PARAMETER = Parameter.ofWords("unit", List.of("nats", "bits"));

    private static final double NATS_PER_BIT = 0.6931471805599453;

    private final String plural;
    private final String logarithm;

    Unit(String plural, String logarithm) {
        this.plural = plural;
        this.logarithm = logarithm;
    }

    /** The unit called "nats" or "bits". */
    public static Unit named(String plural) {
        for (Unit unit : values()) {
            if (unit.plural.equals(plural)) {
                return unit;
            }
        }
        throw new IllegalArgumentException("unit must be nats or bits, got " + plural);
    }

    /** An amount of nats in this unit. */
    public double of(double nats) {
        return this == NATS ? nats : nats / NATS_PER_BIT;
    }

    /** "nats" or "bits". */
    public String plural() {
        return plural;
    }

    /** How the logarithm of this unit is written. */
    public String logarithm() {
        return logarithm;
    }
}
