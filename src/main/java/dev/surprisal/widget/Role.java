package dev.surprisal.widget;

/** What a number, a line or a group of controls stands for; each role has one colour and one line style everywhere. */
public enum Role {
    P("role-p"),
    Q("role-q"),
    FORWARD("role-forward"),
    REVERSE("role-reverse"),
    PRIOR("role-prior"),
    LIKELIHOOD("role-likelihood"),
    POSTERIOR("role-posterior"),
    PLAIN("role-plain");

    private final String cssClass;

    Role(String cssClass) {
        this.cssClass = cssClass;
    }

    String cssClass() {
        return cssClass;
    }
}
