package dev.surprisal.content;

/** The rules of content: what is looked for, and how bad it is. The id is what authors see and what an allow-list would name. */
public enum Rule {
    // Files
    /** A file cannot be read: missing, too large, not UTF-8, or a link that leads out of the content folder. */
    FILE("file", Severity.ERROR),
    /** A file that is not read, probably misplaced or misspelt. */
    UNKNOWN_FILE("unknown-file", Severity.WARNING),
    /** YAML that cannot be understood, or uses what content has no need of: aliases, tags, a key twice. */
    YAML("yaml", Severity.ERROR),
    /** A key, attribute or field that does not exist there. */
    UNKNOWN_KEY("unknown-key", Severity.ERROR),
    /** A key, attribute or field that is needed. */
    MISSING_KEY("missing-key", Severity.ERROR),
    /** A value of the wrong form. */
    VALUE("value", Severity.ERROR),
    /** A module names a lesson that does not exist. */
    UNKNOWN_LESSON("unknown-lesson", Severity.ERROR),
    /** A warning is allowed that nobody gives any more. */
    ALLOWANCE("allowance", Severity.WARNING),
    /** A lesson that stands in no module. */
    UNLISTED_LESSON("unlisted-lesson", Severity.WARNING),

    // Ids
    /** A question, widget or second-level heading without an id. */
    MISSING_ID("missing-id", Severity.ERROR),
    /** An id that is not made of lower-case letters, digits and hyphens. */
    ID_FORM("id-form", Severity.ERROR),
    /** The same id twice. */
    DUPLICATE_ID("duplicate-id", Severity.ERROR),
    /** An id that was used before and retired. */
    RETIRED_ID("retired-id", Severity.ERROR),

    // Markdown
    /** HTML in Markdown. */
    RAW_HTML("raw-html", Severity.ERROR),
    /** A container or alert of an unknown kind. */
    UNKNOWN_DIRECTIVE("unknown-directive", Severity.ERROR),
    /** A container that is not closed, closes nothing, or stands where it cannot. */
    CONTAINER("container", Severity.ERROR),
    /** Braces behind a kind, heading, formula or option that cannot be read or stand in the wrong place. */
    ATTRIBUTES("attributes", Severity.ERROR),
    /** A first-level heading, a skipped level, a heading inside of something. */
    HEADING_LEVEL("heading-level", Severity.ERROR),
    /** A table that is not recognised, or a bar in one of its formulas. */
    TABLE("table", Severity.ERROR),
    /** An address that is not http, https, mailto, # or /. */
    LINK("link", Severity.ERROR),
    /** A link or reference to something that does not exist. */
    DEAD_LINK("dead-link", Severity.ERROR),
    /** BibTeX that cannot be understood, or a work without what a list of works needs. */
    BIBLIOGRAPHY("bibliography", Severity.ERROR),
    /** A citation of a work that is in no list, or where nothing can be cited. */
    CITATION("citation", Severity.ERROR),
    /** A term that the glossary does not have. */
    UNKNOWN_TERM("unknown-term", Severity.ERROR),
    /** A term of the glossary that no page uses. */
    UNUSED_TERM("unused-term", Severity.WARNING),
    /** An image without a figure, without words for those who do not see it, without its file, or with one that is no picture alone. */
    IMAGE("image", Severity.ERROR),
    /** Something nested too deeply, or too much of it. */
    TOO_MUCH("too-much", Severity.ERROR),

    // Formulas and numbers
    /** A formula that does not typeset. */
    LATEX("latex", Severity.ERROR),
    /** A dollar sign without a partner. */
    DOLLAR("dollar", Severity.ERROR),
    /** An expression that cannot be read or computed. */
    EXPRESSION("expression", Severity.ERROR),
    /** A number that does not agree with what is computed. */
    WRONG_NUMBER("wrong-number", Severity.ERROR),
    /** A decimal number that is neither computed nor asserted. */
    BARE_NUMBER("bare-number", Severity.WARNING),

    /** A statement that does not hold on every case that it is tried on, or that rests on nothing. */
    CLAIM("claim", Severity.ERROR),

    // Questions and widgets
    /** A part of a question that is missing, misplaced or not understood. */
    QUESTION("question", Severity.ERROR),
    /** Options of which none or several are right, or two are equal. */
    OPTIONS("options", Severity.ERROR),
    /** Variants that cannot be listed, or of which none is left. */
    VARIATION("variation", Severity.ERROR),
    /** A wrong value that would be accepted as right. */
    DISTRACTOR_IN_TOLERANCE("distractor-in-tolerance", Severity.ERROR),
    /** A learner who computes with the numbers as they are shown would not pass. */
    ROUNDING("rounding", Severity.ERROR),
    /** A widget of an unknown kind. */
    WIDGET_KIND("widget-kind", Severity.ERROR),
    /** A parameter that the widget does not take. */
    WIDGET_RANGE("widget-range", Severity.ERROR),

    /** The feedback of an option contradicts its mark. */
    FEEDBACK("feedback", Severity.WARNING),
    /** A worked solution whose numbers are not the answer. */
    SOLUTION("solution", Severity.WARNING),
    /** A tolerance that is large beside the answer. */
    TOLERANCE("tolerance", Severity.WARNING),
    /** A number called bits that is in nats, or the other way round. */
    WRONG_UNIT("wrong-unit", Severity.WARNING),
    /** In more than 35 % of a lesson's single choices the right option is the longest. */
    LONGEST_OPTION("longest-option", Severity.WARNING),

    // Wording
    /** A formula for KL without its logarithm, with its ratio turned round, or averaged under the wrong distribution. */
    KL_FORMULA("kl-formula", Severity.WARNING),
    /** A formula that is not true, or is not what the text says it is. */
    EQUATION("equation", Severity.WARNING),
    /** A sentence that says KL is at most one. */
    KL_BOUND("kl-bound", Severity.WARNING),
    /** A value of KL, or a statement about minimising it, that does not say in which direction. */
    UNNAMED_DIRECTION("unnamed-direction", Severity.WARNING),
    /** An entropy or divergence in a paragraph that says neither nats nor bits. */
    UNNAMED_UNIT("unnamed-unit", Severity.WARNING);

    private final String id;
    private final Severity severity;

    Rule(String id, Severity severity) {
        this.id = id;
        this.severity = severity;
    }

    public String id() {
        return id;
    }

    public Severity severity() {
        return severity;
    }
}
