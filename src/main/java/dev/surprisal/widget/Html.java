package dev.surprisal.widget;

import java.util.function.Supplier;

/** Writes HTML; whatever is not markup of ours is escaped. */
class Html {

    /** Wide enough for most parts: in the browser growing costs more than space. */
    private final StringBuilder out = new StringBuilder(6000);

    /** Markup, as it stands. */
    Html raw(String markup) {
        return write(markup);
    }

    /** Text. */
    Html text(String text) {
        return write(escaped(text));
    }

    final Html write(String markup) {
        out.append(markup);
        return this;
    }

    final Html writeAttribute(String name, String value) {
        return write(" ").write(name).write("=\"").write(escaped(value)).write("\"");
    }

    static String escaped(String text) {
        if (isPlain(text)) {
            return text;
        }
        var escaped = new StringBuilder(text.length() + 20);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                default -> escaped.append(c);
            }
        }
        return escaped.toString();
    }

    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '&' || c == '<' || c == '>' || c == '"') {
                return false;
            }
        }
        return true;
    }

    /** Text in which {@code *x*} is a variable: in italics, p and q in their colours. */
    final Html label(String label) {
        int from = 0;
        for (int star = label.indexOf('*'); star >= 0; star = label.indexOf('*', from)) {
            int end = label.indexOf('*', star + 1);
            if (end < 0) {
                break;
            }
            String variable = label.substring(star + 1, end);
            text(label.substring(from, star));
            raw(
                    switch (variable) {
                        case "p" -> "<i class=\"role-p\">";
                        case "q" -> "<i class=\"role-q\">";
                        default -> "<i>";
                    });
            text(variable).raw("</i>");
            from = end + 1;
        }
        return text(label.substring(from));
    }

    Html attribute(String name, String value) {
        return writeAttribute(name, value);
    }

    /** A length or place in a drawing, to a hundredth; below 10⁷. */
    Html attribute(String name, double value) {
        return writeAttribute(name, hundredths(value));
    }

    /**
     * An attribute whose value takes long to write.
     *
     * @param source what the value follows from: it is the same where this is equal
     */
    Html attribute(String name, Object source, Supplier<String> value) {
        return writeAttribute(name, value.get());
    }

    /** Dozens a frame: no need for the exact digits of Decimal here. */
    static String hundredths(double value) {
        int hundredths = (int) Math.floor(Math.abs(value) * 100 + 0.5);
        var text = new StringBuilder(value < 0 ? "-" : "").append(hundredths / 100);
        if (hundredths % 100 > 0) {
            text.append('.').append(hundredths / 10 % 10).append(hundredths % 10);
        }
        return text.toString();
    }

    /** The attribute without a value, or nothing. */
    Html flag(String name, boolean set) {
        return set ? write(" ").write(name) : this;
    }

    /** A label without its stars, for attributes. */
    static String plain(String label) {
        return label.replace("*", "");
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
