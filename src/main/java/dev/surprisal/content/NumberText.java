package dev.surprisal.content;

/** A printed number ({@code -0.25}, {@code 1.2e-9}, {@code 12.5%}, {@code 1/3}, {@code ∞}) as it looks in prose and in a formula. */
final class NumberText {

    private NumberText() {}

    /** With a real minus sign and a power of ten. */
    static String html(String printed) {
        var html = new HtmlWriter().open("span", "class", "number");
        int e = printed.indexOf('e');
        if (e < 0) {
            return html.text(minus(printed)).close("span").toString();
        }
        return html.text(minus(printed.substring(0, e)))
                .text(" × 10")
                .open("sup")
                .text(minus(exponent(printed, e)))
                .close("sup")
                .close("span")
                .toString();
    }

    static String latex(String printed) {
        int e = printed.indexOf('e');
        String number = e < 0 ? printed : printed.substring(0, e) + "\\times 10^{" + exponent(printed, e) + "}";
        return number.replace("∞", "\\infty ").replace("%", "\\%").replace('−', '-');
    }

    /** A value in the place of a name: negative ones in brackets. */
    static String latexOperand(String printed) {
        return printed.startsWith("-") ? "(" + latex(printed) + ")" : latex(printed);
    }

    private static String exponent(String printed, int e) {
        String exponent = printed.substring(e + 1);
        return exponent.startsWith("+") ? exponent.substring(1) : exponent;
    }

    private static String minus(String text) {
        return text.replace('-', '−');
    }
}
