package dev.surprisal.content;

import java.math.BigDecimal;

/**
 * How near to the key an answer x must be; bounds are inclusive, and compared as decimals on the text as the learner typed it.
 * Tolerances are therefore decimals, exactly as the author wrote them.
 */
public sealed interface Acceptance {

    /** |x − key| ≤ tolerance. */
    record Abs(BigDecimal tolerance) implements Acceptance {
        public Abs {
            positive(tolerance);
        }
    }

    /** |x − key| ≤ tolerance · |key|; 1 % is the tolerance 0.01. */
    record Rel(BigDecimal tolerance) implements Acceptance {
        public Rel {
            positive(tolerance);
        }
    }

    /** |x − key| ≤ tolerance · max(1, |key|). */
    record Mixed(BigDecimal tolerance) implements Acceptance {
        public Mixed {
            positive(tolerance);
        }
    }

    /** Equal after both are rounded half up to so many significant digits. */
    record Digits(int count) implements Acceptance {
        public Digits {
            if (count < 1 || count > 15) {
                throw new IllegalArgumentException("digits must be 1 to 15, got " + count);
            }
        }
    }

    private static void positive(BigDecimal tolerance) {
        if (tolerance.signum() <= 0) {
            throw new IllegalArgumentException("a tolerance must be > 0, got " + tolerance.toPlainString());
        }
    }
}
