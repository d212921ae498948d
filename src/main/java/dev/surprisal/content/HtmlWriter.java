package dev.surprisal.content;

/** Writes HTML. Whatever an author wrote goes through {@link #text} or an attribute's value, and is escaped there. */
final class HtmlWriter {

    private final StringBuilder out = new StringBuilder();

    /** {@code <tag name="value" …>}; tag and names are ours. */
    HtmlWriter open(String tag, String... attributes) {
        out.append('<').append(tag);
        for (int i = 0; i < attributes.length; i += 2) {
            out.append(' ').append(attributes[i]).append("=\"");
            escape(attributes[i + 1]);
            out.append('"');
        }
        out.append('>');
        return this;
    }

    HtmlWriter close(String tag) {
        out.append("</").append(tag).append('>');
        return this;
    }

    HtmlWriter text(String text) {
        escape(text);
        return this;
    }

    /** HTML that this writer, KaTeX or a widget has made. */
    HtmlWriter html(String made) {
        out.append(made);
        return this;
    }

    HtmlWriter line() {
        out.append('\n');
        return this;
    }

    private void escape(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                default -> out.append(c);
            }
        }
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
