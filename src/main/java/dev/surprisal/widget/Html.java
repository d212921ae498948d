package dev.surprisal.widget;

/** Writes HTML; whatever is not markup of ours is escaped. */
final class Html {

    /** Wide enough for most parts: in the browser growing costs more than space. */
    private final StringBuilder out = new StringBuilder(6000);

    /** Markup, as it stands. */
    Html raw(String markup) {
        out.append(markup);
        return this;
    }

    /** Text. */
    Html text(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                default -> out.append(c);
            }
        }
        return this;
    }

    /** Text in which {@code *x*} is a variable: in italics, p and q in their colours. */
    Html label(String label) {
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
        return raw(" ").raw(name).raw("=\"").text(value).raw("\"");
    }

    /** A length or place in a drawing, to a hundredth; below 10⁷. */
    Html attribute(String name, double value) {
        raw(" ").raw(name).raw("=\"");
        // Dozens a frame: no need for the exact digits of Decimal here
        int hundredths = (int) Math.floor(Math.abs(value) * 100 + 0.5);
        out.append(value < 0 ? "-" : "").append(hundredths / 100);
        if (hundredths % 100 > 0) {
            out.append('.').append(hundredths / 10 % 10).append(hundredths % 10);
        }
        return raw("\"");
    }

    /** The attribute without a value, or nothing. */
    Html flag(String name, boolean set) {
        return set ? raw(" ").raw(name) : this;
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
