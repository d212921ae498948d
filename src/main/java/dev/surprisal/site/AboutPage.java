package dev.surprisal.site;

/** The pages about the course itself; the text of each is the template of its name. */
enum AboutPage {
    PRIVACY(
            "privacy",
            "Privacy and cookies",
            "What this course keeps of you, for how long, and how to have it erased."),
    LICENCE("licence", "Licence", "How the text of this course may be used."),
    ACCESSIBILITY(
            "accessibility",
            "Accessibility",
            "What works with which tools, how it was tested, and what does not work yet.");

    private final String path;
    private final String title;
    private final String description;

    AboutPage(String path, String title, String description) {
        this.path = path;
        this.title = title;
        this.description = description;
    }

    /** Its address below the application's root. */
    String path() {
        return path;
    }

    String title() {
        return title;
    }

    String description() {
        return description;
    }
}
