package dev.surprisal.check;

import dev.surprisal.expression.Expression;
import dev.surprisal.expression.Format;
import dev.surprisal.expression.ProseNumber;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What information is measured in; and in which of the two an expression gives it. */
enum InformationUnit {
    NATS,
    BITS;

    private static final Pattern IN_NATS = Pattern.compile(
            "(?<!\\w)(?:kl|entropy|crossEntropy|js|jeffreys|surprisal|mutualInformation|nll|logpdf|ln|nats)\\(");

    private static final Pattern IN_BITS = Pattern.compile("(?<!\\w)(?:bits|log2)\\(");

    /** Of what these give, nobody can say without computing. */
    private static final Pattern NO_INFORMATION = Pattern.compile("(?<!\\w)(?:exp|perplexity)\\(|[<>]|==");

    /** Empty for what is no information, and for what only its names can tell. */
    static Optional<InformationUnit> of(Expression expression) {
        String text = expression.toString();
        if (NO_INFORMATION.matcher(text).find()) {
            return Optional.empty();
        }
        if (IN_BITS.matcher(text).find()) {
            return Optional.of(BITS);
        }
        return IN_NATS.matcher(text).find() ? Optional.of(NATS) : Optional.empty();
    }

    /** The unit in which a number is printed. */
    static Optional<InformationUnit> of(ProseNumber number) {
        if (number instanceof ProseNumber.Computed(var _, var _, Format format)
                && format.scale() == Format.Scale.BITS) {
            return Optional.of(BITS);
        }
        return of(number.expression());
    }

    /** The unit that a word names: {@code nat}, {@code bits}. */
    static Optional<InformationUnit> find(String word) {
        return switch (word) {
            case "nat", "nats" -> Optional.of(NATS);
            case "bit", "bits" -> Optional.of(BITS);
            default -> Optional.empty();
        };
    }

    /** As authors write it. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
