package dev.surprisal.expression;

/** One word or sign of the source and the offset at which it starts. */
record Token(Kind kind, String text, int position) {

    enum Kind {
        NUMBER,
        NAME,
        TEXT,
        SIGN,
        END
    }

    boolean is(String sign) {
        return (kind == Kind.NAME || kind == Kind.SIGN) && text.equals(sign);
    }

    /** How a message calls this token. */
    String described() {
        return switch (kind) {
            case NUMBER -> "the number " + text;
            case NAME, SIGN -> "'" + text + "'";
            case TEXT -> "the text " + Value.quoted(text);
            case END -> "the end";
        };
    }
}
