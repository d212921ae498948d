package dev.surprisal.expression;

import dev.surprisal.expression.LearnerNumber.Read;
import dev.surprisal.expression.LearnerNumber.Unreadable;
import dev.surprisal.math.Decimal;
import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@link LearnerNumber}s: brings the many ways to type a number to one, then takes the simplest reading that
 * fits.
 */
final class LearnerNumberReader {

    private static final int MAX_LENGTH = 200;

    /** Digits with decimal signs among them, as typed. */
    private static final Pattern NUMBER = Pattern.compile("[0-9.,]*[0-9][0-9.,]*");

    private static final Pattern GROUPED = Pattern.compile("(?<![0-9.,])[0-9]{1,3}(?: [0-9]{3})+(?![0-9])");

    private static final Pattern POWER_OF_TEN =
            Pattern.compile("(?:([0-9.]+) ?[*x] ?)?10 ?\\^ ?\\(? ?([+-]?[0-9]+) ?\\)?");

    private static final Pattern FUNCTION_WITHOUT_BRACKETS = Pattern.compile("\\b(ln|log2|exp|sqrt|abs) +([0-9.]+)");

    /** A word before the number, unless it is a function's. */
    private static final Pattern WORD_BEFORE =
            Pattern.compile("((?!(?:ln|log2|exp|sqrt|abs)\\b)[a-z]+(?: [a-z]+)*) ?[=:]? ?[+-]?[0-9.].*");

    private static final String EXAMPLES = "; type one such as 0.25, 1/4, 25 %, 2e-3 or ln(2)";

    /** A word after the number: a unit. */
    private static final Pattern UNIT = Pattern.compile("(?:.*[0-9)%]) ?([a-z]+)");

    private LearnerNumberReader() {}

    static LearnerNumber read(String typed) {
        if (typed.length() > MAX_LENGTH) {
            return new Unreadable("it has more than " + MAX_LENGTH + " characters");
        }
        String text = plainSigns(typed);
        if (text.isEmpty()) {
            return new Unreadable("nothing is written");
        }
        Matcher numbers = NUMBER.matcher(text);
        while (numbers.find()) {
            String number = numbers.group();
            if (count(number, ',') + count(number, '.') > 1) {
                return new Unreadable(
                        number
                                + " has several points or commas: write one decimal point, and large numbers without separators");
            }
        }
        text = text.replace(',', '.');
        Read decimal = decimal(text);
        return decimal != null ? inRange(decimal, text) : computed(text);
    }

    /** The text in the letters and signs of the language, single spaces, no spaces between groups of digits. */
    private static String plainSigns(String typed) {
        var out = new StringBuilder();
        boolean raised = false;
        for (int at = 0; at < typed.length(); at++) {
            char c = typed.charAt(at);
            int superscript = "⁰¹²³⁴⁵⁶⁷⁸⁹".indexOf(c);
            boolean raises = superscript >= 0 || c == '⁻' || c == '⁺';
            if (raises && !raised) {
                out.append('^');
            }
            raised = raises;
            switch (c) {
                case '−', '–', '—', '‐', '‑', '﹣', '－', '⁻' -> out.append('-');
                case '＋', '⁺' -> out.append('+');
                case '×', '·', '⋅', '∙', '•', '✕' -> out.append('*');
                case '÷', '∕', '⁄', '∶' -> out.append('/');
                case '٫' -> out.append('.');
                case '，' -> out.append(',');
                case '％' -> out.append('%');
                case '＾', 'ˆ' -> out.append('^');
                case '∞' -> out.append("infinity");
                case 'π' -> out.append("pi");
                case '\u200b', '\u200e', '\u200f', '\u2060', '\ufeff' -> {}
                default -> {
                    if (superscript >= 0) {
                        out.append(superscript);
                    } else if (Character.isDigit(c)) {
                        out.append(Character.digit(c, 10));
                    } else if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
                        out.append(' ');
                    } else {
                        out.append(c >= 'A' && c <= 'Z' ? (char) (c - 'A' + 'a') : c);
                    }
                }
            }
        }
        String spaced = out.toString().strip().replaceAll(" +", " ");
        String alone = spaced.startsWith("=") || spaced.startsWith("≈") || spaced.startsWith("~")
                ? spaced.substring(1).strip()
                : spaced;
        return GROUPED.matcher(alone.replaceAll("\\binf\\b", "infinity"))
                .replaceAll(grouped -> grouped.group().replace(" ", ""))
                .replaceAll("√ ?\\(", "sqrt(")
                .replaceAll("√ ?([0-9.,]+)", "sqrt($1)");
    }

    private static long count(String text, char sign) {
        return text.chars().filter(c -> c == sign).count();
    }

    /** Plain decimals, percentages, powers of ten, fractions of plain decimals that end; null for everything else. */
    private static @Nullable Read decimal(String text) {
        boolean negative = text.startsWith("-");
        String size = negative || text.startsWith("+") ? text.substring(1).strip() : text;
        boolean percent = size.endsWith("%");
        if (percent) {
            size = size.substring(0, size.length() - 1).strip();
        }
        BigDecimal exact = PlainDecimal.read(size);
        boolean fraction = false;
        if (exact == null) {
            exact = powerOfTen(size);
        }
        if (exact == null && !percent) {
            exact = fraction(size);
            fraction = exact != null;
        }
        if (exact == null) {
            return null;
        }
        if (percent) {
            exact = exact.scaleByPowerOfTen(-2);
        }
        if (negative) {
            exact = exact.negate();
        }
        // + 0.0 turns the double -0 into 0
        double value = exact.doubleValue() + 0.0;
        String shown = shown(exact);
        return new Read(value, exact, percent || fraction ? text + " = " + shown : shown);
    }

    private static @Nullable BigDecimal powerOfTen(String text) {
        Matcher matcher = POWER_OF_TEN.matcher(text);
        if (!matcher.matches()) {
            return null;
        }
        BigDecimal mantissa = matcher.group(1) == null ? BigDecimal.ONE : PlainDecimal.read(matcher.group(1));
        Integer exponent = PlainDecimal.exponent(matcher.group(2));
        return mantissa == null || exponent == null ? null : mantissa.scaleByPowerOfTen(exponent);
    }

    private static @Nullable BigDecimal fraction(String text) {
        int slash = text.indexOf('/');
        if (slash < 0) {
            return null;
        }
        BigDecimal numerator = PlainDecimal.read(text.substring(0, slash).strip());
        BigDecimal denominator = PlainDecimal.read(text.substring(slash + 1).strip());
        if (numerator == null || denominator == null || denominator.signum() == 0) {
            return null;
        }
        try {
            return numerator.divide(denominator);
        } catch (ArithmeticException endless) {
            return null;
        }
    }

    private static String shown(BigDecimal exact) {
        int exponent = exact.precision() - exact.scale() - 1;
        if (exact.signum() == 0) {
            return "0";
        }
        if (exponent >= -7 && exponent < 21) {
            return exact.toPlainString();
        }
        BigDecimal digits = exact.movePointLeft(exponent).stripTrailingZeros();
        return digits.toPlainString() + "e" + exponent;
    }

    private static LearnerNumber inRange(Read read, String text) {
        if (Double.isInfinite(read.value())) {
            return new Unreadable(text + " is too large");
        }
        if (read.value() == 0 && read.exact() != null && read.exact().signum() != 0) {
            return new Unreadable(text + " is too close to 0");
        }
        return read;
    }

    private static LearnerNumber computed(String text) {
        if (text.indexOf('%') >= 0) {
            return new Unreadable("% can only follow a single number, as in 25 %");
        }
        String source = FUNCTION_WITHOUT_BRACKETS.matcher(text).replaceAll("$1($2)");
        try {
            Expression expression = Expression.parse(source, Vocabulary.ELEMENTARY);
            if (!expression.names().isEmpty()) {
                return new Unreadable("'" + expression.names().iterator().next() + "' has no value" + EXAMPLES);
            }
            double value = expression.number(Scope.EMPTY) + 0.0;
            if (Double.isInfinite(value) && !source.contains("infinity")) {
                return new Unreadable(text + " is too large");
            }
            return new Read(value, null, echo(expression, value));
        } catch (ExpressionException wrong) {
            return new Unreadable(why(text, wrong));
        }
    }

    private static String why(String text, ExpressionException wrong) {
        if (text.chars().noneMatch(Character::isDigit) && !text.contains("infinity")) {
            return "it has no digits" + EXAMPLES;
        }
        for (Pattern around : List.of(UNIT, WORD_BEFORE)) {
            Matcher word = around.matcher(text);
            if (word.matches()) {
                return "write the number alone, without '" + word.group(1) + "'";
            }
        }
        return wrong.getMessage();
    }

    private static String echo(Expression expression, double value) {
        if (Double.isInfinite(value)) {
            return Decimal.shortest(value);
        }
        String shown = Format.upTo(value, 6);
        return expression + (Double.parseDouble(shown) == value ? " = " : " ≈ ") + shown;
    }
}
