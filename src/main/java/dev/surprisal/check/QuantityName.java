package dev.surprisal.check;

import dev.surprisal.check.formula.Chain;
import dev.surprisal.check.formula.Drawn;
import dev.surprisal.check.formula.Setting;
import dev.surprisal.check.formula.Term;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A name that the text gives to what a formula says. */
enum QuantityName {
    FORWARD_KL("forward KL"),
    REVERSE_KL("reverse KL"),
    CROSS_ENTROPY("cross-entropy"),
    MEAN_NLL("mean NLL|(?:mean )?negative log-likelihood"),
    EXPECTED_LOG_LIKELIHOOD("expected log-likelihood"),
    ENTROPY("(?<!relative |conditional |joint |minus the |differential |maximum )entropy"),
    SURPRISE("surprise|surprisal|surprised by|costs?|spends");

    private static final int CASES = 25;
    private static final String NAMES = names();

    /** Behind such words stands what the name is of. */
    private static final Pattern BEFORE = Pattern.compile(
            "(?<![-\\w])(?:" + NAMES
                    + ")(?: (?:divergence|loss|of the (?:data|source|pair)|of this (?:pair|model)|ideally))*+"
                    + "(?:,| is| is then| equals| becomes|:| \\(|, in symbols,)?+\\s*+$",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern AFTER = Pattern.compile(
            "^(?: on average)?+,? (?:which is )?+the (?:" + NAMES + ")(?![-\\w])", Pattern.CASE_INSENSITIVE);

    private static final Pattern NEXT =
            Pattern.compile("^\\s*+This is the (?:" + NAMES + ")(?![-\\w])", Pattern.CASE_INSENSITIVE);

    private final String words;

    QuantityName(String words) {
        this.words = words;
    }

    private static String names() {
        var names = new StringBuilder();
        for (QuantityName name : values()) {
            names.append(names.isEmpty() ? "" : "|").append("(?<" + name.group() + ">" + name.words + ")");
        }
        return names.toString();
    }

    /** Of the pattern. */
    private String group() {
        return name().replace("_", "").toLowerCase(Locale.ROOT);
    }

    /** The name that the words in front of a formula give it. */
    static Optional<QuantityName> before(String words) {
        return in(BEFORE, words);
    }

    /** The name that the words behind a formula give it. */
    static Optional<QuantityName> after(String words) {
        return in(AFTER, words);
    }

    /** The name that the next paragraph gives to a displayed formula. */
    static Optional<QuantityName> next(String paragraph) {
        return in(NEXT, paragraph);
    }

    private static Optional<QuantityName> in(Pattern pattern, String words) {
        Matcher found = pattern.matcher(words);
        if (!found.find()) {
            return Optional.empty();
        }
        for (QuantityName name : values()) {
            if (found.group(name.group()) != null) {
                return Optional.of(name);
            }
        }
        return Optional.empty();
    }

    /** What is wrong with calling a term so; empty where nothing is, or where nobody can say. */
    Optional<String> fault(Term term) {
        if (term instanceof Term.Vector
                || !Chain.letters(term).stream().allMatch(name -> name.equals("N") || name.equals("n"))) {
            return Optional.empty();
        }
        Optional<Roles> roles = Roles.of(Chain.distributions(term));
        boolean sampled = Chain.has(term, Term.SampleSum.class);
        String data = roles.map(Roles::data).orElse(sampled ? "\\pdata" : "");
        String model = roles.map(Roles::model).orElse(sampled ? only(term) : "");
        for (int number = 0; number < CASES; number++) {
            var drawn = new Drawn(number, sampled ? "\\pdata" : "");
            if (this == SURPRISE) {
                for (int outcome = 0; outcome < 3; outcome++) {
                    OptionalDouble value = value(term, drawn, outcome);
                    if (value.isPresent() && value.getAsDouble() < 0) {
                        return Optional.of(
                                "a surprise is never negative, and this is " + Numbers.shown(value.getAsDouble())
                                        + " for a drawn distribution: is a minus sign missing?");
                    }
                }
                continue;
            }
            OptionalDouble value = value(term, drawn, Setting.NO_OUTCOME);
            Optional<Term> meant = meant(term, data, model);
            if (value.isEmpty() || meant.isEmpty()) {
                return Optional.empty();
            }
            double expected = meant.get().value(drawn, Setting.NO_OUTCOME);
            if (Math.abs(value.getAsDouble() - expected) > 1e-9) {
                return Optional.of("the text calls this the " + this
                        + ", which it is not: for drawn distributions it is " + Numbers.shown(value.getAsDouble())
                        + ", and the " + this + " " + Numbers.shown(expected));
            }
        }
        return Optional.empty();
    }

    private static String only(Term term) {
        var names = Chain.distributions(term);
        return names.size() == 1 ? names.iterator().next() : "";
    }

    private Optional<Term> meant(Term term, String data, String model) {
        if (this == ENTROPY) {
            String own = only(term);
            return own.isEmpty() ? Optional.empty() : Optional.of(new Term.CrossEntropy(own, own));
        }
        if (data.isEmpty() || model.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                switch (this) {
                    case FORWARD_KL -> new Term.Kl(data, model);
                    case REVERSE_KL -> new Term.Kl(model, data);
                    case CROSS_ENTROPY, MEAN_NLL, ENTROPY, SURPRISE -> new Term.CrossEntropy(data, model);
                    case EXPECTED_LOG_LIKELIHOOD -> new Term.Minus(new Term.CrossEntropy(data, model));
                });
    }

    private static OptionalDouble value(Term term, Setting setting, int outcome) {
        try {
            return OptionalDouble.of(term.value(setting, outcome));
        } catch (Setting.NoValue _) {
            return OptionalDouble.empty();
        }
    }

    @Override
    public String toString() {
        return this == FORWARD_KL || this == REVERSE_KL
                ? name().toLowerCase(Locale.ROOT).replace("_kl", " KL")
                : name().toLowerCase(Locale.ROOT).replace('_', '-').replace("mean-nll", "mean NLL");
    }
}
