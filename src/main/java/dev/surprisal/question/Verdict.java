package dev.surprisal.question;

/** What is said of an answer. "Cannot be read" is not "wrong": it is not scored and costs no attempt. */
public sealed interface Verdict {

    /**
     * The answer cannot be scored.
     *
     * @param why what can be read, one plain sentence
     */
    record Unreadable(String why) implements Verdict {}

    /**
     * @param reading the answer as it was read, plain text; empty where there is nothing to read
     * @param feedbackHtml why it is right, possibly empty
     */
    record Right(String reading, String feedbackHtml) implements Verdict {}

    /**
     * @param reading the answer as it was read, plain text; empty where there is nothing to read
     * @param feedbackHtml what led here, as far as it is known
     */
    record Wrong(String reading, String feedbackHtml) implements Verdict {}

    /** A text that was kept; the learner judges it. */
    record Kept() implements Verdict {}
}
