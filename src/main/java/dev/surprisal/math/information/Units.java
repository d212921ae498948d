package dev.surprisal.math.information;

import dev.surprisal.math.Decimal;
import dev.surprisal.math.Elementary;
import dev.surprisal.math.Require;

/**
 * Nats, bits and dits, and what a negative log-likelihood is counted per.
 *
 * <p>Cover and Thomas, "Elements of Information Theory", 2006, ch. 2.
 */
public final class Units {

    private static final double LN_2 = 0.6931471805599453;
    private static final double LN_10 = 2.302585092994046;

    private Units() {}

    /** nats / ln 2. Infinities stay. Within 1 ulp. */
    public static double bitsFromNats(double nats) {
        return Require.number("nats", nats) / LN_2;
    }

    /** bits ln 2. Infinities stay. Within 1 ulp. */
    public static double natsFromBits(double bits) {
        return Require.number("bits", bits) * LN_2;
    }

    /** nats / ln 10: decimal digits. Infinities stay. Within 1 ulp. */
    public static double ditsFromNats(double nats) {
        return Require.number("nats", nats) / LN_10;
    }

    /** e^(mean NLL per token): the perplexity, below 1 for densities. Within 2 ulp. */
    public static double perplexityFromNats(double nats) {
        return Elementary.exp(Require.number("nats", nats));
    }

    /** 2^bits. Within 2 ulp. */
    public static double perplexityFromBits(double bits) {
        return Elementary.pow(2, Require.number("bits", bits));
    }

    /**
     * NLL/(D ln 2): the bits that one of D dimensions (pixels, say) costs; negative where densities exceed 1. Within 2
     * ulp.
     *
     * @param nllNats the total negative log-likelihood, in nats
     * @param dimensions D, {@code >= 1}
     */
    public static double bitsPerDimension(double nllNats, double dimensions) {
        if (!(dimensions >= 1)) {
            throw new IllegalArgumentException("dimensions must be >= 1, got " + Decimal.shortest(dimensions));
        }
        return bitsFromNats(nllNats) / dimensions;
    }

    /**
     * Total NLL/(bytes ln 2): the one figure in which models with different tokenizers can be compared. Within 2 ulp.
     *
     * @param nllNats the total negative log-likelihood, in nats
     * @param bytes the length of the text, {@code > 0}
     */
    public static double bitsPerByte(double nllNats, double bytes) {
        return bitsFromNats(nllNats) / Require.positive("bytes", bytes);
    }
}
